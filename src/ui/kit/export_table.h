/* export_table - `x`: asks where to, and writes a table as it is on the screen. */
#ifndef UI_KIT_EXPORT_TABLE_H
#define UI_KIT_EXPORT_TABLE_H

#include "model/table.h"
#include "ui/widget/w_table.h"

struct app;

/* Asks for a file name (problem-types-R7.csv unless told otherwise; its ending decides the format),
 * before a file is replaced, and before a table that does not tie is written. Says what was done. */
void export_table(struct app *app, struct table *table);

/* `y`: copies the cell under the cursor, as people read it. */
void export_cell(struct app *app, const struct table *table, const struct w_table *view);

#endif
