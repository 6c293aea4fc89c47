#include "config.h"

#include "service/results/rollups_summary.h"

#include <stdlib.h>

#include "service/results/indicators.h"
#include "service/results/rollups_facts.h"

bool rollups_summary(struct session *session, int fiscal_year, struct rollups_summary *summary,
	struct error *err)
{
	const struct facts *facts = rollups_facts(session, fiscal_year, NULL, err);
	const struct unit_tree *units = facts ? session_units(session, fiscal_year, err) : NULL;

	if (!units)
		return false;
	*summary = (struct rollups_summary){.teams = (int64_t)unit_tree_count(units, UNIT_TEAM, -1)};
	const struct dictionary *years = &facts->dictionary[DIMENSION_FISCAL_YEAR];
	bool *seen = xcalloc(facts->dictionary[DIMENSION_TEAM].entries.count, sizeof *seen);
	for (size_t i = 0; i < facts->count; i++) {
		if (!(facts->flags[i] & FACT_COUNTED))
			continue;
		const uint16_t code = facts->codes[DIMENSION_FISCAL_YEAR][i];
		const int64_t minutes = facts->minutes[STAGE_ESTIMATE][BASIS_IN_YEAR][i];
		if (strtol(years->entries.items[code].code, NULL, 10) != fiscal_year) {
			summary->projects_before++;
			summary->minutes_before += minutes;
			continue;
		}
		const uint16_t team = facts->codes[DIMENSION_TEAM][i];
		summary->projects++;
		summary->minutes += minutes;
		summary->teams_with_project += team && !seen[team];
		seen[team] = true;
	}
	free(seen);
	return indicators_goal(session, fiscal_year, &summary->target_minutes, err);
}
