/* w_table_widths - how wide the columns of a w_table are and where they stand; for w_table.c. */
#ifndef UI_WIDGET_W_TABLE_WIDTHS_H
#define UI_WIDGET_W_TABLE_WIDTHS_H

#include "ui/widget/w_table.h"

enum { W_TABLE_GAP = 1, W_TABLE_HEADING_ROWS = 2 };

/* Fills view->widths, positions and heading_rows for that many columns and scrolls sideways so that
 * the cursor's column is shown. Returns the columns used. */
int w_table_arrange(struct w_table *view, int columns);
/* False for columns that are for files only, or before the first. */
bool w_table_shows(const struct w_table *view, size_t column);
/* A column of text, which stands at the left and may be cut; figures never are. */
bool w_table_is_text(const struct table_column *column);
/* The columns reserved for what stands beside the figures of a column. */
int w_table_beside(const struct w_table *view, size_t column);

#endif
