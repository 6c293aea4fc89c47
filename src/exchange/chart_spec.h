/* chart_spec - which chart tells a table at a glance: what goes over time with its target, or a
 * measure by its rows. The same for every renderer that draws charts. */
#ifndef EXCHANGE_CHART_SPEC_H
#define EXCHANGE_CHART_SPEC_H

#include "model/table.h"

enum { CHART_SERIES_MAX = 2 };

enum chart_kind {
	CHART_NONE,
	CHART_TREND, /* years or months, in their order */
	CHART_BARS,  /* a bar a row */
};

struct chart_spec {
	enum chart_kind kind;
	size_t label;                    /* column that names the rows for people */
	size_t file_label;               /* the same in files */
	size_t series[CHART_SERIES_MAX]; /* columns with figures */
	size_t series_count;
	int target;                      /* column, -1 = none */
	size_t first_row, row_count;     /* without totals */
};

/* CHART_NONE where nothing fits: no hours or counts, too many rows, subtotals, columns of a pivot. */
struct chart_spec chart_spec_for(const struct table *table);

#endif
