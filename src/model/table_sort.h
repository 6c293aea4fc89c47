/* table_sort - the rows of a table in another order. */
#ifndef MODEL_TABLE_SORT_H
#define MODEL_TABLE_SORT_H

#include "model/table.h"

/* Sorts the rows of data by a column: numbers by size, texts by their search keys, empty cells last;
 * equals stay as they were, and every other row (未分類, totals) where it is. False, nothing changed,
 * for a table with subtotals: its rows belong together. */
bool table_sort(struct table *table, size_t column, bool descending);

#endif
