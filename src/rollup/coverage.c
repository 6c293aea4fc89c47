#include "config.h"

#include "rollup/coverage.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/i18n.h"
#include "model/workflow.h"

static const struct {
	const char *id, *label;
} steps[COVERAGE_STEP_COUNT] = {
	[COVERAGE_REGISTERED] = {"registered", N_("Registered")},
	[COVERAGE_INTERIM] = {"interim", N_("Interim report")},
	[COVERAGE_ACTUAL] = {"actual", N_("Actual result")},
};

static const char *const states[] = {
	[COVERAGE_MISSING] = N_("not yet"),
	[COVERAGE_PARTLY] = N_("in part"),
	[COVERAGE_DONE] = N_("complete"),
};

const char *coverage_step_id(enum coverage_step step)
{
	assert(step < COVERAGE_STEP_COUNT);
	return steps[step].id;
}

const char *coverage_step_label(enum coverage_step step)
{
	assert(step < COVERAGE_STEP_COUNT);
	return _(steps[step].label);
}

const char *coverage_state_label(enum coverage_state state)
{
	assert(state <= COVERAGE_DONE);
	return _(states[state]);
}

/* What codes of the facts mean here. */
struct meaning {
	int *team_of;         /* per team code: index into coverage->teams, -1 = elsewhere */
	enum status *statuses; /* per status code */
	uint16_t year;
};

static void read_teams(const struct facts *facts, const struct coverage *coverage,
	struct meaning *meaning)
{
	const struct dictionary *const dictionary = &facts->dictionary[DIMENSION_TEAM];
	int *const at = xcalloc(coverage->tree->nodes.count, sizeof *at);

	for (size_t t = 0; t < coverage->teams.count; t++)
		at[coverage->teams.items[t].node] = (int)t;
	meaning->team_of = xcalloc(dictionary->entries.count, sizeof *meaning->team_of);
	for (size_t e = 0; e < dictionary->entries.count; e++) {
		const int node = unit_tree_find(coverage->tree, dictionary->entries.items[e].code);

		meaning->team_of[e] = node >= 0 &&
				coverage->tree->nodes.items[node].unit.kind == UNIT_TEAM ?
			at[node] : -1;
	}
	free(at);
}

bool coverage_taken(enum status status, enum coverage_step step)
{
	return step == COVERAGE_REGISTERED || status == STATUS_COMPLETED ||
		(step == COVERAGE_INTERIM && status == STATUS_REPORTED);
}

static void coverage_count_fact(const struct facts *facts, size_t f, const struct meaning *meaning,
	struct coverage *coverage)
{
	const int team = meaning->team_of[facts->codes[DIMENSION_TEAM][f]];
	const enum status status = meaning->statuses[facts->codes[DIMENSION_STATUS][f]];
	struct coverage_counts *const counts = team < 0 ? &coverage->elsewhere :
		&coverage->teams.items[team].counts;

	if (facts->codes[DIMENSION_FISCAL_YEAR][f] != meaning->year)
		return;
	/* a team has registered whatever its figures are */
	if (facts->flags[f] & (FACT_COUNTED | FACT_TOO_LARGE)) {
		for (int step = 0; step < COVERAGE_STEP_COUNT; step++)
			counts->projects[step] += coverage_taken(status, (enum coverage_step)step);
		return;
	}
	counts->drafts += (facts->flags[f] & FACT_DRAFT) != 0;
}

bool coverage_count(const struct facts *facts, const struct unit_tree *tree,
	struct coverage *coverage, struct error *err)
{
	struct meaning meaning = {0};
	char year[16];

	*coverage = (struct coverage){.tree = tree, .fiscal_year = tree->fiscal_year};
	for (size_t n = 0; n < tree->nodes.count; n++)
		if (tree->nodes.items[n].unit.kind == UNIT_TEAM)
			*vec_add(&coverage->teams) = (struct coverage_team){.node = (int)n};
	snprintf(year, sizeof year, "%d", tree->fiscal_year);
	meaning.year = facts_find(facts, DIMENSION_FISCAL_YEAR, year);

	const struct dictionary *const statuses = &facts->dictionary[DIMENSION_STATUS];
	bool known = true;

	meaning.statuses = xcalloc(statuses->entries.count, sizeof *meaning.statuses);
	for (size_t s = 1; s < statuses->entries.count && known; s++) {
		const char *const code = statuses->entries.items[s].code;

		known = workflow_status_parse(code, &meaning.statuses[s]) ||
			error_set(err, ERROR_DATA, _("There is no status “%s”."), code);
	}

	read_teams(facts, coverage, &meaning);
	for (size_t f = 0; f < facts->count && known && meaning.year; f++)
		coverage_count_fact(facts, f, &meaning, coverage);
	free(meaning.team_of);
	free(meaning.statuses);
	if (!known)
		coverage_free(coverage);
	return known;
}

void coverage_free(struct coverage *coverage)
{
	vec_free(&coverage->teams);
	*coverage = (struct coverage){0};
}

enum coverage_state coverage_state(const struct coverage_counts *counts, enum coverage_step step)
{
	const int64_t owed = counts->projects[COVERAGE_REGISTERED];

	assert(step < COVERAGE_STEP_COUNT);
	if (counts->projects[step] == 0)
		return COVERAGE_MISSING;
	return counts->projects[step] == owed ? COVERAGE_DONE : COVERAGE_PARTLY;
}

struct coverage_rates coverage_rates(const struct coverage *coverage, int below)
{
	struct coverage_rates rates = {0};

	assert(below >= -1 && below < (int)coverage->tree->nodes.count);
	for (size_t t = 0; t < coverage->teams.count; t++) {
		const struct coverage_team *const team = &coverage->teams.items[t];

		if (below >= 0 && !unit_tree_within(coverage->tree, team->node, below))
			continue;
		rates.teams++;
		for (int s = 0; s < COVERAGE_STEP_COUNT; s++) {
			rates.with[s] += team->counts.projects[s] > 0;
			rates.partly[s] += coverage_state(&team->counts, (enum coverage_step)s) ==
				COVERAGE_PARTLY;
		}
		for (int s = 0; s < COVERAGE_STEP_COUNT; s++)
			rates.counts.projects[s] += team->counts.projects[s];
		rates.counts.drafts += team->counts.drafts;
	}
	return rates;
}
