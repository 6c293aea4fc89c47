/* pivot_realisation - the sums behind the measure realisation: every stage, and what the projects that
 * have actual figures foresaw. */
#include "config.h"

#include <stdlib.h>

#include "rollup/pivot_plan.h"

/* A rate of what came true holds against each other what the same projects foresaw and reached:
 * those that have an actual, be it 0 or less. */
void pivot_realisation_init(struct pivot_plan *plan, const struct cube_query *query)
{
	const struct facts *const facts = plan->facts;
	struct cube_query cubes = *query;

	if (!pivot_query_measures(plan->query, MEASURE_REALISATION))
		return;

	plan->realises = true;
	cubes.wants = CUBE_MINUTES;
	for (int stage = 0; stage < STAGE_COUNT; stage++) {
		cubes.stage = (enum stage)stage;
		cube_set_init(&plan->stages[stage], &cubes);
	}

	plan->with_actual = *facts;
	plan->with_actual.flags = xcalloc(facts->count + 1, sizeof *facts->flags);
	for (size_t f = 0; f < facts->count; f++)
		if (facts_has_stage(facts, f, STAGE_ACTUAL))
			plan->with_actual.flags[f] = facts->flags[f] & FACT_COUNTED;
	cubes.facts = &plan->with_actual;
	cubes.stage = STAGE_ESTIMATE;
	cube_set_init(&plan->realised, &cubes);
}

void pivot_realisation_free(struct pivot_plan *plan)
{
	for (int stage = 0; stage < STAGE_COUNT; stage++)
		cube_set_free(&plan->stages[stage]);
	cube_set_free(&plan->realised);
	free(plan->with_actual.flags);
}

bool pivot_realisation_sums(struct pivot_plan *plan, unsigned mask,
	const uint16_t codes[CUBE_SLOTS], struct figure_input *input, struct error *err)
{
	const struct cube *cube = cube_set_get(&plan->realised, mask, err);

	if (!cube)
		return false;
	input->realised = cube_at(cube, codes);
	for (int stage = 0; stage < STAGE_COUNT; stage++) {
		cube = cube_set_get(&plan->stages[stage], mask, err);
		if (!cube)
			return false;
		input->stages[stage] = cube_at(cube, codes).minutes;
	}
	return true;
}
