#include "config.h"

#include "service/results/rollups_span.h"

#include <stdlib.h>

#include "base/mem.h"
#include "model/filter_year.h"
#include "model/fiscal_year.h"

bool rollups_span_read(int fiscal_year, const char *filter, struct rollups_span *span,
	struct error *err)
{
	struct filter parsed = {0};

	if (!filter_parse(filter ? filter : "", &parsed, err))
		return false;
	*span = (struct rollups_span){.fiscal_year = fiscal_year};
	if (filter_has_years(&parsed)) {
		struct strbuf rest = {0};
		int years = 0;

		for (int year = FISCAL_YEAR_MIN; year <= FISCAL_YEAR_MAX; year++)
			if (filter_passes_year(&parsed, year)) {
				span->fiscal_year = year;
				years++;
			}
		if (years == 1)
			filter_drop_years(&parsed);
		else
			span->fiscal_year = 0;
		filter_format(&parsed, &rest);
		span->filter = strbuf_detach(&rest);
	} else {
		span->filter = xstrdup(filter ? filter : "");
	}
	filter_free(&parsed);
	return true;
}

void rollups_span_free(struct rollups_span *span)
{
	free(span->filter);
	*span = (struct rollups_span){0};
}
