/* w_table_order - the order of the rows of a w_table, and its cursor when the table is read again. */
#ifndef UI_WIDGET_W_TABLE_ORDER_H
#define UI_WIDGET_W_TABLE_ORDER_H

#include "ui/widget/w_table.h"

/* Sorts the table that is shown by a column, figures with the large ones first; by the same column
 * again the other way round. The cursor stays on its row. False where its rows belong together. */
bool w_table_sort(struct w_table *view, struct table *table, size_t column);
/* The row of another table that is the one the cursor is on; where there is none, as far down. The
 * table has rows. */
size_t w_table_same_row(const struct w_table *view, const struct table *table);
/* Shows a table that was read again in the place of the present one, which must still be there: in
 * the same order, with the cursor on the same row, as far below the top as it was. */
void w_table_renew(struct w_table *view, struct table *table);

#endif
