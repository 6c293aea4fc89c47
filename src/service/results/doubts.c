#include "config.h"

#include "service/results/doubts.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "rollup/doubtful.h"
#include "rollup/tieout.h"
#include "store/line_store.h"

/* Ids of projects, sorted. */
struct doubts_ids {
	int64_t *items;
	size_t count;
};

/* A line of the team in hand under what makes it the same work as another. */
struct doubts_line {
	char *key;             /* of its work step; owned */
	struct project *project;
	size_t effect;
};

struct doubts_reading {
	enum basis basis;
	int hours_per_person_year;
	struct doubts_ids counted, shown;
	VEC(struct project *) projects; /* of the team in hand; owned */
	VEC(struct project *) kept;     /* those with doubtful lines; owned */
	VEC(struct doubtful_line) doubtful;
};

/* ---- which projects ----------------------------------------------------------------------------- */

static int doubts_by_id(const void *left, const void *right)
{
	const int64_t *const a = left, *const b = right;

	return (*a > *b) - (*a < *b);
}

static bool doubts_has(const struct doubts_ids *ids, int64_t id)
{
	return bsearch(&id, ids->items, ids->count, sizeof *ids->items, doubts_by_id) != NULL;
}

/* Those that count in the year and pass the filter. */
static bool doubts_find(struct session *session, int fiscal_year, const char *filter,
	struct doubts_ids *ids, struct error *err)
{
	const struct facts *facts = rollups_facts(session, fiscal_year, filter, err);

	if (!facts)
		return false;
	ids->items = xcalloc(facts->count + 1, sizeof *ids->items);
	for (size_t f = 0; f < facts->count; f++)
		if (facts->flags[f] & FACT_COUNTED)
			ids->items[ids->count++] = facts->project_id[f];
	qsort(ids->items, ids->count, sizeof *ids->items, doubts_by_id);
	return true;
}

/* ---- the same work ------------------------------------------------------------------------------ */

static const struct effect *doubts_effect(const struct doubts_line *line)
{
	return &line->project->effects.items[line->effect];
}

static int doubts_by_work(const struct doubts_line *a, const struct doubts_line *b)
{
	const int order = strcmp(a->key, b->key);

	return order ? order : (int)doubts_effect(a)->stage - (int)doubts_effect(b)->stage;
}

/* By work, then by number and line: of several the first is named. */
static int doubts_by_place(const void *left, const void *right)
{
	const struct doubts_line *const a = left, *const b = right;
	const int order = doubts_by_work(a, b);

	if (order)
		return order;
	return a->project->number != b->project->number ? a->project->number - b->project->number :
		doubts_effect(a)->line - doubts_effect(b)->line;
}

/* Steps of the same name are no same work where their projects say that their work is another. */
static bool doubts_is_same(const struct doubts_line *a, const struct doubts_line *b)
{
	if (a->project == b->project)
		return doubts_effect(a)->line != doubts_effect(b)->line;
	if (!*a->project->work || !*b->project->work)
		return true;
	char *const left = text_key(a->project->work), *const right = text_key(b->project->work);
	const bool same = strcmp(left, right) == 0;

	free(left);
	free(right);
	return same;
}

/* Which other line names the same work; NULL when none does. Lines lie by work. */
static const struct doubts_line *doubts_same(const struct doubts_line *lines, size_t count, size_t at)
{
	size_t first = at;

	while (first > 0 && doubts_by_work(&lines[first - 1], &lines[at]) == 0)
		first--;
	for (size_t i = first; i < count && doubts_by_work(&lines[i], &lines[at]) == 0; i++)
		if (i != at && *lines[at].key && doubts_is_same(&lines[at], &lines[i]))
			return &lines[i];
	return NULL;
}

/* ---- a team ------------------------------------------------------------------------------------- */

static int64_t doubts_minutes(const struct effect *effect, enum basis basis)
{
	struct saving saving;

	return effect_compute(effect, &saving, NULL) ? saving.minutes[basis] : 0;
}

static void doubts_judge_line(struct doubts_reading *reading, struct doubt_context *context,
	const struct doubts_line *line, const struct doubts_line *same)
{
	const struct effect *const effect = doubts_effect(line);

	context->lines = line->project->effects.items;
	context->count = line->project->effects.count;
	doubts found = doubt_find(effect, context);
	if (same)
		found |= DOUBT_BIT(DOUBT_SAME_WORK);
	for (int doubt = 0; doubt < DOUBT_COUNT; doubt++) {
		if (!(found & DOUBT_BIT(doubt)))
			continue;
		struct doubtful_line *const doubtful = vec_add(&reading->doubtful);

		*doubtful = (struct doubtful_line){.project = line->project,
			.effect = line->effect, .doubt = (enum doubt)doubt};
		if (doubt == DOUBT_PERSON_YEAR || doubt == DOUBT_ACTUAL) {
			/* the estimate of the line, where the actual is doubted */
			const struct effect *const estimate =
				project_effect(line->project, effect->line, STAGE_ESTIMATE);

			doubtful->has_compared = true;
			doubtful->compared = doubt == DOUBT_PERSON_YEAR ?
				context->team_minutes[effect->stage] :
				doubts_minutes(estimate, context->basis);
		}
		if (doubt == DOUBT_SAME_WORK && same) {
			doubtful->same = same->project;
			doubtful->same_line = doubts_effect(same)->line;
		}
	}
}

/* Judges the team in hand, and lets go of what nobody doubts. */
static void doubts_judge_team(struct doubts_reading *reading)
{
	struct doubt_context context = {.basis = reading->basis,
		.hours_per_person_year = reading->hours_per_person_year};
	VEC(struct doubts_line) lines = {0};
	const size_t before = reading->doubtful.count;

	for (size_t p = 0; p < reading->projects.count; p++) {
		struct project *const project = reading->projects.items[p];

		for (size_t e = 0; e < project->effects.count; e++) {
			const struct effect *const effect = &project->effects.items[e];

			*vec_add(&lines) = (struct doubts_line){text_key(effect->label), project, e};
			context.team_minutes[effect->stage] +=
				doubts_minutes(effect, reading->basis);
		}
	}
	if (lines.count)
		qsort(lines.items, lines.count, sizeof *lines.items, doubts_by_place);
	for (size_t i = 0; i < lines.count; i++)
		if (doubts_has(&reading->shown, lines.items[i].project->id))
			doubts_judge_line(reading, &context, &lines.items[i],
				doubts_same(lines.items, lines.count, i));
	for (size_t i = 0; i < lines.count; i++)
		free(lines.items[i].key);
	vec_free(&lines);
	for (size_t p = 0; p < reading->projects.count; p++)
		*vec_add(&reading->kept) = reading->projects.items[p];
	if (reading->doubtful.count == before)
		for (size_t p = 0; p < reading->projects.count; p++) {
			struct project *const project = reading->kept.items[--reading->kept.count];

			project_free(project);
			free(project);
		}
	reading->projects.count = 0;
}

static void doubts_take(struct project *project, void *data)
{
	struct doubts_reading *reading = data;

	if (!doubts_has(&reading->counted, project->id)) {
		project_free(project);
		return;
	}
	if (reading->projects.count &&
		strcmp(reading->projects.items[0]->team_code, project->team_code) != 0)
		doubts_judge_team(reading);
	struct project *const taken = xcalloc(1, sizeof *taken);

	*taken = *project;
	*vec_add(&reading->projects) = taken;
}

bool doubts_table(struct session *session, const struct rollups_choice *choice, struct table *table,
	struct error *err)
{
	struct doubts_reading reading = {.basis = choice->basis,
		.hours_per_person_year = session_hours_per_person_year(session, choice->fiscal_year)};
	const struct doubtful_scope scope = {.fiscal_year = choice->fiscal_year,
		.basis = choice->basis, .hours_per_person_year = reading.hours_per_person_year,
		.body = session->body.name,
		.units = session_units(session, choice->fiscal_year, err)};
	struct error difference;
	const bool read = scope.units &&
		doubts_find(session, choice->fiscal_year, choice->filter, &reading.shown, err) &&
		doubts_find(session, choice->fiscal_year, NULL, &reading.counted, err) &&
		line_store_each(session->store, choice->fiscal_year, doubts_take, &reading, err);

	doubts_judge_team(&reading);
	if (read) {
		doubtful_table(reading.doubtful.items, reading.doubtful.count, &scope, table);
		/* A difference is no failure of this call: the table itself carries it. */
		if (!tieout_check(table, NULL, &difference))
			table_add_note(table, NOTE_DOES_NOT_TIE, difference.message, "does-not-tie");
	}
	for (size_t p = 0; p < reading.kept.count; p++) {
		project_free(reading.kept.items[p]);
		free(reading.kept.items[p]);
	}
	vec_free(&reading.kept);
	vec_free(&reading.projects);
	vec_free(&reading.doubtful);
	free(reading.counted.items);
	free(reading.shown.items);
	return read;
}
