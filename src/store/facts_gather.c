#include "config.h"

#include "store/facts_gather.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/mem.h"
#include "model/rule.h"
#include "model/workflow.h"
#include "store/facts_pack.h"

struct facts_gather {
	struct facts_block *block;
	struct strbuf bytes;
	int64_t first;  /* number of the first block that is gathered */
	int64_t number; /* of the block in hand */
	int year;       /* the last one seen, and its text */
	char year_text[16];
};

struct facts_gather *facts_gather_new(int64_t last_id)
{
	struct facts_gather *gather = xcalloc(1, sizeof *gather);

	gather->block = facts_block_new();
	gather->first = gather->number = (last_id >> FACTS_BLOCK_BITS) + 1;
	return gather;
}

void facts_gather_free(struct facts_gather *gather)
{
	if (!gather)
		return;
	facts_block_free(gather->block);
	strbuf_free(&gather->bytes);
	free(gather);
}

bool facts_gather_finish(struct facts_gather *gather, struct store *store, struct error *err)
{
	if (gather->block->count == 0)
		return true;
	const bool ok = facts_pack_put(store, gather->block, gather->number, &gather->bytes, err);
	facts_block_clear(gather->block);
	return ok;
}

/* As FACTS_COLUMNS give them. */
static void gather_add_row(struct facts_gather *gather, const struct project *project,
	const struct project_held *held)
{
	struct facts_row row = {.id = project->id};
	char start[11], stages[16];

	if (project->fiscal_year != gather->year) {
		gather->year = project->fiscal_year;
		snprintf(gather->year_text, sizeof gather->year_text, "%d", gather->year);
	}
	date_format(project->operating_from.year ? project->operating_from : project->started_on,
		start);
	row.texts[FACTS_YEAR] = gather->year_text;
	row.texts[FACTS_TEAM] = project->team_code;
	row.texts[FACTS_SECTION] = project->section_code;
	row.texts[FACTS_DEPARTMENT] = project->department_code;
	row.texts[FACTS_PROBLEM_TYPE] = project->problem_type;
	row.texts[FACTS_TOOLS] = strbuf_text(&held->tools);
	row.texts[FACTS_STATUS] = workflow_status_id(project->status);
	row.texts[FACTS_EXCLUSION] = exclusion_id(project->exclusion.exclusion);
	row.texts[FACTS_REPLICABLE] = project->replicable ? "1" : "0";
	row.texts[FACTS_START] = start;
	snprintf(stages, sizeof stages, "%d", project->has_stage[STAGE_ESTIMATE] +
		2 * project->has_stage[STAGE_FORECAST] + 4 * project->has_stage[STAGE_ACTUAL]);
	row.texts[FACTS_STAGES] = stages;
	row.texts[FACTS_LEADER] = project->leader;
	row.numbers[FACTS_COST] =
		(project->implementation_cost > 0 ? project->implementation_cost : 0) +
		(project->running_cost > 0 ? project->running_cost : 0);
	for (int stage = 0; stage < STAGE_COUNT; stage++)
		for (int basis = 0; basis < BASIS_COUNT; basis++) {
			row.numbers[FACTS_MINUTES + stage * BASIS_COUNT + basis] =
				project->minutes[stage][basis];
			row.numbers[FACTS_BEFORE + stage * BASIS_COUNT + basis] =
				project->before[stage][basis] + 1;
		}
	facts_block_add(gather->block, &row);
}

bool facts_gather_add(struct facts_gather *gather, struct store *store,
	const struct project *project, const struct project_held *held, struct error *err)
{
	const int64_t number = project->id >> FACTS_BLOCK_BITS;

	if (number < gather->first)
		return true;
	assert(number >= gather->number);
	if (number > gather->number) {
		if (!facts_gather_finish(gather, store, err))
			return false;
		gather->number = number;
	}
	gather_add_row(gather, project, held);
	if (project->exclusion.exclusion == EXCLUSION_CONFIRMED ||
		!workflow_counts(project->status))
		return true;

	/* The lines apart from what the project holds: each is computed as it is stored. */
	struct facts_line_sums sums = {.lines_fit = true};
	for (size_t i = 0; i < project->effects.count; i++) {
		const struct effect *effect = &project->effects.items[i];
		struct saving saving;

		if (!effect_compute(effect, &saving, err))
			return false;
		facts_block_add_saving(&sums, effect->stage, &saving);
	}
	facts_lines_add(facts_block_lines(gather->block, project->fiscal_year), &sums, 1);
	return true;
}
