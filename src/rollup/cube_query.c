#include "config.h"

#include "rollup/cube_query.h"

#include <assert.h>

int cube_query_tool_slot(const struct cube_query *query, unsigned mask)
{
	assert(mask < 1u << CUBE_SLOTS);
	for (int s = 0; s < CUBE_SLOTS; s++)
		if (mask >> s & 1 && query->dimensions[s] == DIMENSION_ANY_TOOL)
			return s;
	return -1;
}

bool cube_query_selects(const struct cube_query *query, size_t fact)
{
	const struct facts *const facts = query->facts;

	if (query->year_code >= 0 &&
		facts->codes[DIMENSION_FISCAL_YEAR][fact] != query->year_code)
		return false;
	for (int d = 0; d < DIMENSION_COUNT; d++) {
		if (query->drill[d] < 0 || d == DIMENSION_ANY_TOOL)
			continue;
		if (facts->codes[d][fact] != query->drill[d])
			return false;
	}
	const int64_t tool = query->drill[DIMENSION_ANY_TOOL];
	const uint32_t first = facts->tool_first[fact], end = facts->tool_first[fact + 1];
	if (tool < 0)
		return true;
	for (uint32_t t = first; t < end; t++)
		if (facts->tool_codes[t] == tool)
			return true;
	return tool == 0 && first == end;
}
