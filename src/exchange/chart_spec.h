/* chart_spec - the chart that a table says it has, found in its columns and rows. The same for every
 * renderer that draws charts. */
#ifndef EXCHANGE_CHART_SPEC_H
#define EXCHANGE_CHART_SPEC_H

#include "model/table.h"

struct chart_spec {
	enum chart_kind kind;
	size_t label;                      /* column that names the rows for people */
	size_t file_label;                 /* the same in files */
	size_t series[TABLE_CHART_SERIES]; /* columns with figures */
	size_t series_count;
	int target;                        /* column, -1 = none */
	size_t row_count;                  /* the first so many, without totals */
	int decimals;                      /* of chart_value() */
};

/* CHART_NONE where the table says so, lacks what it speaks of, has subtotals, or more rows than a page
 * has room for. No chart is better than one that tells nothing. */
struct chart_spec chart_spec_for(const struct table *table);
/* A figure with the decimals of the chart. False where nothing stands, which is not 0. What is too large
 * to be drawn beside others is as large as can be. */
bool chart_value(const struct table *table, const struct chart_spec *spec, size_t row, size_t column,
	int64_t *value);

#endif
