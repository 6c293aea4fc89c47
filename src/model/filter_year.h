/* filter_year - what a filter says of fiscal years: fy:R6, fy:R6..R7, fy:>=R6, -fy:R7. */
#ifndef MODEL_FILTER_YEAR_H
#define MODEL_FILTER_YEAR_H

#include "model/filter.h"

/* True when it says anything of fiscal years. */
bool filter_has_years(const struct filter *filter);
/* True when all that it says of fiscal years holds for that one; what else it says does not matter. */
bool filter_passes_year(const struct filter *filter, int fiscal_year);
/* Drops what it says of fiscal years. */
void filter_drop_years(struct filter *filter);

#endif
