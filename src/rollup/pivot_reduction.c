/* pivot_reduction - the sums behind hours before, hours after and the reduction rate: of the projects all of
 * whose lines know what the work took. */
#include "config.h"

#include <stdlib.h>

#include "base/decimal.h"
#include "base/i18n.h"
#include "rollup/pivot_plan.h"

void pivot_reduction_init(struct pivot_plan *plan, const struct cube_query *query)
{
	const struct facts *const facts = plan->facts;
	struct cube_query cubes = *query;

	if (!pivot_query_measures(plan->query, MEASURE_HOURS_BEFORE) &&
		!pivot_query_measures(plan->query, MEASURE_HOURS_AFTER) &&
		!pivot_query_measures(plan->query, MEASURE_REDUCTION_RATE))
		return;

	plan->reduces = true;
	plan->knowing = *facts;
	plan->knowing.flags = xcalloc(facts->count + 1, sizeof *facts->flags);
	int64_t *const before = xcalloc(facts->count + 1, sizeof *before);

	for (size_t f = 0; f < facts->count; f++)
		if (facts_before(facts, f, query->stage, query->basis, &before[f]))
			plan->knowing.flags[f] = facts->flags[f] & FACT_COUNTED;
	plan->work = plan->knowing;
	plan->work.minutes[query->stage][query->basis] = before;
	cubes.wants = CUBE_MINUTES;
	cubes.facts = &plan->knowing;
	cube_set_init(&plan->saved_of_knowing, &cubes);
	cubes.facts = &plan->work;
	cube_set_init(&plan->before_of_knowing, &cubes);
}

void pivot_reduction_free(struct pivot_plan *plan)
{
	if (!plan->reduces)
		return;
	cube_set_free(&plan->saved_of_knowing);
	cube_set_free(&plan->before_of_knowing);
	free(plan->work.minutes[plan->query->stage][plan->query->basis]);
	free(plan->knowing.flags);
}

bool pivot_reduction_sums(struct pivot_plan *plan, unsigned mask, const uint16_t codes[CUBE_SLOTS],
	struct figure_input *input, struct error *err)
{
	const struct cube *const saved = cube_set_get(&plan->saved_of_knowing, mask, err);
	const struct cube *const before = cube_set_get(&plan->before_of_knowing, mask, err);

	if (!saved || !before)
		return false;
	input->knowing = cube_at(saved, codes);
	input->before = cube_at(before, codes).minutes;
	return true;
}

bool pivot_reduction_note(struct pivot_plan *plan, struct table *table, struct error *err)
{
	const uint16_t whole[CUBE_SLOTS] = {0};

	if (!plan->reduces)
		return true;
	const struct cube *const all = cube_set_get(&plan->now, 0, err);
	const struct cube *const knowing = cube_set_get(&plan->saved_of_knowing, 0, err);
	if (!all || !knowing)
		return false;

	const int64_t counted = cube_at(all, whole).projects, known = cube_at(knowing, whole).projects;
	struct strbuf numbers[2] = {{0}};
	if (known == counted)
		return true;
	decimal_add_grouped(&numbers[0], known, 0, false);
	decimal_add_grouped(&numbers[1], counted, 0, false);
	table_add_note(table, NOTE_OTHER,
		arena_printf(&table->arena,
			/* two numbers of projects */
			_("Hours before and after and the reduction rate are those of the %s of %s projects whose "
			  "lines all say what the work took before."),
			strbuf_text(&numbers[0]), strbuf_text(&numbers[1])),
		arena_printf(&table->arena, "with-before=%lld/%lld", (long long)known, (long long)counted));
	strbuf_free(&numbers[0]);
	strbuf_free(&numbers[1]);
	return true;
}
