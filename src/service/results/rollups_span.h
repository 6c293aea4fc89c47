/* rollups_span - which fiscal years figures are of: fy: in a filter replaces the year that is asked for,
 * everywhere (domain.md §5). */
#ifndef SERVICE_RESULTS_ROLLUPS_SPAN_H
#define SERVICE_RESULTS_ROLLUPS_SPAN_H

#include "base/error.h"

struct rollups_span {
	int fiscal_year; /* 0 = several: all, or those that the filter names */
	char *filter;    /* what narrows the figures besides that one year; never NULL */
};

/* The year asked for (0 = all) under a filter (NULL or "" = none). False, with nothing to free, for what
 * is no filter. */
bool rollups_span_read(int fiscal_year, const char *filter, struct rollups_span *span,
	struct error *err);
void rollups_span_free(struct rollups_span *span);

#endif
