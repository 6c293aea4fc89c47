/* frozen_table - a table as one line of JSON that holds all of it, so that it can be kept and shown
 * again, byte for byte, in any form (domain.md §5). What is one of a closed set stands there by name,
 * never by the number that the program happens to give it. */
#ifndef MODEL_FROZEN_TABLE_H
#define MODEL_FROZEN_TABLE_H

#include "base/error.h"
#include "base/strbuf.h"
#include "model/table.h"

/* The same table always gives the same text, without line breaks. Row keys, which mean something
 * only beside the facts they come from, are left out. */
void frozen_table_write(const struct table *table, struct strbuf *out);
/* Into an uninitialised table. False for what frozen_table_write() did not write, by this program or
 * an earlier one (frozen_form.h). */
bool frozen_table_read(const char *text, struct table *table, struct error *err);

#endif
