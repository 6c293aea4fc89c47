/* column_names - what people call the tables of the database and their columns, for what the database
 * refuses. */
#ifndef STORE_COLUMN_NAMES_H
#define STORE_COLUMN_NAMES_H

/* In the language in use; the table's own name, in the singular, where column is NULL. NULL for what nobody
 * has a word for. */
const char *column_names_find(const char *table, const char *column);

#endif
