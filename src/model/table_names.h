/* table_names - the names by which files and kept tables call what a table is made of. Once given they
 * stay: what is stored is read by them. */
#ifndef MODEL_TABLE_NAMES_H
#define MODEL_TABLE_NAMES_H

#include <stdbool.h>

#include "model/table.h"

/* "hours"; "subtotal"; "left-out". */
const char *table_column_type_id(enum column_type type);
const char *table_row_kind_id(enum row_kind kind);
const char *table_note_id(enum table_note note);
/* Exactly such a name; false for anything else, NULL among it. */
bool table_column_type_find(const char *id, enum column_type *type);
bool table_row_kind_find(const char *id, enum row_kind *kind);
bool table_note_find(const char *id, enum table_note *note);

#endif
