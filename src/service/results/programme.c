#include "config.h"

#include "service/results/programme.h"

#include "base/ambient.h"
#include "base/i18n.h"
#include "rollup/coverage.h"
#include "rollup/reminders.h"
#include "rollup/review.h"
#include "rollup/tieout.h"
#include "model/table_scope.h"
#include "service/results/sections.h"
#include "store/due_store.h"

/* What does not count in the table, and why: drafts, cancelled, standard work; and how many of those
 * that count have no figure of the stages (bits). */
static void note_left_out(struct session *session, const struct rollups_choice *choice,
	const struct unit_tree *tree, int below, enum half half, unsigned stages,
	struct table *table)
{
	static const enum dimension dimensions_of[UNIT_KIND_COUNT] = {
		[UNIT_DEPARTMENT] = DIMENSION_DEPARTMENT,
		[UNIT_SECTION] = DIMENSION_SECTION,
		[UNIT_TEAM] = DIMENSION_TEAM,
	};
	const struct facts *facts =
		rollups_facts(session, choice->fiscal_year, choice->filter, NULL);
	struct pivot_left_out left_out;
	struct pivot_query query;

	if (!facts)
		return;
	pivot_query_init(&query);
	query.fiscal_year = choice->fiscal_year;
	if (below >= 0 && tree->nodes.items[below].unit.kind != UNIT_BODY) {
		const struct unit *unit = &tree->nodes.items[below].unit;
		const enum dimension dimension = dimensions_of[unit->kind];

		query.drill[dimension] = facts_find(facts, dimension, unit->code);
	}
	if (half != HALF_NONE)
		query.drill[DIMENSION_HALF_YEAR] = facts_find(facts, DIMENSION_HALF_YEAR,
			half == HALF_FIRST ? "first" : "second");
	pivot_left_out(facts, &query, &left_out);
	pivot_note_left_out(&left_out, table);
	pivot_note_no_figure(facts, &query, stages, table);
}

/* ---- coverage -------------------------------------------------------------------------------- */

static bool programme_count(struct session *session, const struct rollups_choice *choice,
	struct coverage_filter *filter, struct coverage *coverage, struct error *err)
{
	const struct facts *facts =
		rollups_facts(session, choice->fiscal_year, choice->filter, err);

	*filter = (struct coverage_filter){.step = choice->step, .body = session->body.name};
	return facts && rollups_unit(session, choice->fiscal_year, choice->unit, &filter->below, err) &&
		coverage_count(facts, session_units(session, choice->fiscal_year, err), coverage,
			err);
}

bool programme_coverage(struct session *session, const struct rollups_choice *choice,
	struct table *table, struct error *err)
{
	struct coverage_filter filter;
	struct coverage coverage = {0};

	if (choice->rows >= 0 && choice->rows != DIMENSION_DEPARTMENT &&
		choice->rows != DIMENSION_SECTION && choice->rows != DIMENSION_TEAM)
		return error_set(err, ERROR_USAGE,
			_("The rows of the table “%s” are department, section or team."),
			_("Coverage"));
	if (!programme_count(session, choice, &filter, &coverage, err))
		return false;

	/* What the rows are: never a unit above the one that is shown. */
	const enum unit_kind wanted = choice->rows == DIMENSION_DEPARTMENT ? UNIT_DEPARTMENT :
		choice->rows == DIMENSION_SECTION ? UNIT_SECTION : UNIT_TEAM;
	const enum unit_kind least = filter.below < 0 ? UNIT_DEPARTMENT :
		coverage.tree->nodes.items[filter.below].unit.kind;
	const enum unit_kind level = wanted < least ? least : wanted;
	if (level == UNIT_TEAM)
		coverage_board(&coverage, &filter, table);
	else
		coverage_table(&coverage, level, filter.below, filter.body, table);
	note_left_out(session, choice, coverage.tree, filter.below, HALF_NONE, 0, table);
	coverage_free(&coverage);
	return true;
}

/* Which of the programme's due dates a step has. */
static const enum due_kind due_of_step[COVERAGE_STEP_COUNT] = {
	[COVERAGE_REGISTERED] = DUE_DECISION,
	[COVERAGE_INTERIM] = DUE_INTERIM,
	[COVERAGE_ACTUAL] = DUE_YEAR_END,
};

bool programme_reminders(struct session *session, const struct rollups_choice *choice,
	struct table *table, struct error *err)
{
	struct reminders_due due = {.today = ambient_today(), .days_ahead = choice->days_ahead};
	struct coverage_filter filter;
	struct coverage coverage = {0};
	struct sections sections = {0};
	struct date dates[DUE_COUNT];

	bool made = due_store_load(session->store, choice->fiscal_year, dates, err) &&
		programme_count(session, choice, &filter, &coverage, err) &&
		sections_load(session, choice->fiscal_year, HALF_NONE, &sections, err);
	for (int step = 0; made && step < COVERAGE_STEP_COUNT; step++)
		due.due[step] = dates[due_of_step[step]];
	if (made) {
		char today[11];

		reminders_table(&coverage, &due, &filter, sections.records.items,
			sections.records.count, table);
		date_format(due.today, today);
		table_scope_say(table, SCOPE_AS_OF, today, today);
	}
	sections_free(&sections);
	coverage_free(&coverage);
	return made;
}

/* ---- review sheet ---------------------------------------------------------------------------- */

static bool review(struct session *session, const struct rollups_choice *choice, enum half half,
	struct table *table, struct error *err)
{
	struct review_query query = {.half = half, .basis = choice->basis, .stage = choice->stage};
	struct pivot_context context;
	struct sections sections = {0};
	struct error difference;
	const struct facts *facts =
		rollups_facts(session, choice->fiscal_year, choice->filter, err);

	bool made = facts && rollups_unit(session, choice->fiscal_year, choice->unit, &query.below, err) &&
		rollups_context(session, choice->fiscal_year, &context, err) &&
		sections_load(session, choice->fiscal_year, half, &sections, err);
	query.sections = sections.records.items;
	query.section_count = sections.records.count;
	made = made && review_run(facts, &context, &query, table, err);
	if (made)
		note_left_out(session, choice, context.units, query.below, half,
			1u << STAGE_ESTIMATE | 1u << STAGE_ACTUAL | 1u << choice->stage, table);
	sections_free(&sections);
	/* A difference is no failure of this call: the table itself carries it. */
	if (made && !tieout_check(table, NULL, &difference))
		table_add_note(table, NOTE_DOES_NOT_TIE, difference.message, "does-not-tie");
	return made;
}

bool programme_review(struct session *session, const struct rollups_choice *choice,
	struct table *table, struct error *err)
{
	return review(session, choice, HALF_NONE, table, err);
}

bool programme_review_first_half(struct session *session, const struct rollups_choice *choice,
	struct table *table, struct error *err)
{
	return review(session, choice, HALF_FIRST, table, err);
}

bool programme_review_second_half(struct session *session, const struct rollups_choice *choice,
	struct table *table, struct error *err)
{
	return review(session, choice, HALF_SECOND, table, err);
}
