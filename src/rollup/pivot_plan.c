#include "config.h"

#include "rollup/pivot_plan.h"

#include <stdio.h>

int pivot_year_code(const struct facts *facts, int fiscal_year)
{
	char text[16];

	snprintf(text, sizeof text, "%d", fiscal_year);
	const uint16_t code = facts_find(facts, DIMENSION_FISCAL_YEAR, text);
	return code ? code : (int)facts->dictionary[DIMENSION_FISCAL_YEAR].entries.count;
}
