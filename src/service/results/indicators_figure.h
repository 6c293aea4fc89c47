/* indicators_figure - figures of indicators in a table. Those of different units stand below one another:
 * right-aligned texts for people, and the exact digits for machines in the column behind. */
#ifndef SERVICE_RESULTS_INDICATORS_FIGURE_H
#define SERVICE_RESULTS_INDICATORS_FIGURE_H

#include "model/table.h"

enum { INDICATOR_FIGURE_COLUMNS = 13 /* columns of a screen, enough for any figure of a year */ };

/* A figure, in thousandths of its unit, into that column and the one behind; columns is how wide. */
void indicators_figure_set(struct table *table, struct table_row *row, size_t column, int64_t figure,
	int columns);

#endif
