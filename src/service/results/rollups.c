#include "config.h"

#include "service/results/rollups.h"

#include <stdlib.h>
#include <string.h>

#include "base/decimal.h"
#include "base/i18n.h"
#include "base/text.h"
#include "model/fiscal_year.h"
#include "rollup/coverage.h"
#include "rollup/destinations.h"
#include "rollup/fractions.h"
#include "rollup/tieout.h"
#include "service/results/doubts.h"
#include "service/results/headrooms.h"
#include "service/results/indicators.h"
#include "service/results/overlaps.h"
#include "service/results/programme.h"
#include "service/results/realisations.h"
#include "service/session/scoping.h"
#include "service/results/rollups_goal.h"
#include "service/results/rollups_span.h"
#include "store/destination_store.h"
#include "store/tie_store.h"

/* The independent source: the stored effect lines of the year or of all years, summed apart from
 * what the projects hold. */
static bool expect_whole(const struct facts *facts, int fiscal_year, enum stage stage,
	enum basis basis, struct tieout_expected *expected, struct error *err)
{
	bool fits = true;

	*expected = (struct tieout_expected){.has_minutes = true, .has_stages = true};
	for (size_t i = 0; i < facts->lines.count; i++) {
		const struct facts_lines *lines = &facts->lines.items[i];
		if (fiscal_year && lines->fiscal_year != fiscal_year)
			continue;
		for (int s = 0; s < STAGE_COUNT; s++)
			fits = fits && decimal_sum(expected->stages[s], lines->minutes[s][basis],
				&expected->stages[s]);
		fits = fits && decimal_sum(expected->before, lines->before[stage][basis],
			&expected->before);
		fits = fits && decimal_sum(expected->projects, lines->projects,
			&expected->projects);
	}
	expected->minutes = expected->stages[stage];
	return fits || error_set(err, ERROR_DATA, _("The total is too large to be counted."));
}

/* For a ready-made table of a choice: what it leaves out of the facts it was made from, those of its unit
 * where it picks its rows by it, and how many of them have no figure of its stages. */
static bool rollups_note_facts(struct session *session, const struct named_table *named, int fiscal_year,
	const struct rollups_choice *choice, unsigned stages, struct table *table, struct error *err)
{
	struct rollups_choice own = *choice;
	struct strbuf filter = {0};
	struct pivot_query query;

	if (named->units != NAMED_UNITS_OWN)
		own.unit = NULL; /* a part of the filter already */
	const struct facts *const facts = rollups_unit_filter(session, &own, &filter, err) ?
		rollups_facts(session, fiscal_year, strbuf_text(&filter), err) : NULL;
	strbuf_free(&filter);
	if (!facts) {
		table_free(table);
		return false;
	}
	pivot_query_init(&query);
	query.fiscal_year = fiscal_year;
	pivot_note_no_figure(facts, &query, stages, table);
	pivot_note_too_large(facts, &query, table);
	return true;
}

/* A filtered or drilled table, or a trial of rules, has no independent source; it is cross-footed only. */
static bool tie_out(const struct session *session, const struct facts *facts, int fiscal_year,
	enum stage stage, enum basis basis, bool whole, struct table *table, struct error *err)
{
	struct tieout_expected expected = {.projects = -1};
	struct error difference;
	char year[FISCAL_YEAR_TEXT];

	/* What stands under a unit may have been done under another. */
	if (session->units_year) {
		fiscal_year_format(session->units_year, year);
		table_add_note(table, NOTE_OTHER,
			arena_printf(&table->arena,
				_("Units as of %s: earlier ones are counted under their "
				  "successors."), year),
			arena_printf(&table->arena, "units=%d", session->units_year));
	}
	/* What is shown in a trial is no result, but what would be. */
	if (session->rules_year) {
		fiscal_year_format(session->rules_year, year);
		table_add_note(table, NOTE_OTHER,
			arena_printf(&table->arena,
				_("Trial: as if the exclusion rules of %s applied."), year),
			arena_printf(&table->arena, "rules=%d", session->rules_year));
	} else if (whole && !expect_whole(facts, fiscal_year, stage, basis, &expected, err))
		return false;
	/* A difference is no failure of this call: the table itself carries it. */
	if (!tieout_check(table, &expected, &difference))
		table_add_note(table, NOTE_DOES_NOT_TIE, difference.message, "does-not-tie");
	return true;
}

/* The same for a table that was asked for as a whole; on failure it is freed. */
static bool tie_out_choice(const struct session *session, const struct facts *facts,
	const struct rollups_choice *choice, int fiscal_year, struct table *table,
	struct error *err)
{
	if (tie_out(session, facts, fiscal_year, choice->stage, choice->basis,
		    !choice->filter || !*choice->filter, table, err))
		return true;
	table_free(table);
	return false;
}

static void query_of(const struct rollups_choice *choice, struct pivot_query *query)
{
	pivot_query_init(query);
	query->fiscal_year = choice->fiscal_year;
	query->stage = choice->stage;
	query->basis = choice->basis;
}

/* ---- proving -------------------------------------------------------------------------------- */

/* What every table must stand before it leaves, whatever it shows: its rows and columns add up, and what
 * the projects of its years hold is what their lines come to. On failure it is freed. */
static bool rollups_prove(struct session *session, int fiscal_year, struct table *table,
	struct error *err)
{
	struct error difference = {0};
	bool ties = table->ties;

	if (ties && !tieout_check(table, NULL, &difference)) {
		table_add_note(table, NOTE_DOES_NOT_TIE, difference.message, "does-not-tie");
		return true;
	}
	if (!ties)
		return true;
	if (!tie_store_prove(session->store, fiscal_year, fiscal_year, &ties, &difference, err)) {
		table_free(table);
		return false;
	}
	table->ties = ties;
	if (!ties)
		table_add_note(table, NOTE_DOES_NOT_TIE, difference.message, "does-not-tie");
	return true;
}

/* ---- what a table covers -------------------------------------------------------------------- */

/* False, with the table freed, when the units cannot be read. */
static bool rollups_say_drill(struct session *session, const struct facts *facts,
	const struct pivot_query *query, struct table *table, struct error *err)
{
	const int year = session->units_year ? session->units_year :
		query->fiscal_year ? query->fiscal_year : session->fiscal_year;
	const char *unit = ""; /* the deepest one of the drill */

	for (int d = DIMENSION_DEPARTMENT; d <= DIMENSION_TEAM; d++)
		if (query->drill[d] > 0)
			unit = facts->dictionary[d].entries.items[query->drill[d]].code;

	const struct unit_tree *const units = *unit ? session_units(session, year, err) : NULL;

	if (*unit && !units) {
		table_free(table);
		return false;
	}
	const int node = units ? unit_tree_find(units, unit) : -1;
	if (node >= 0)
		scoping_unit(units, node, table);
	for (int d = 0; d < DIMENSION_COUNT; d++) {
		const bool is_unit = d >= DIMENSION_DEPARTMENT && d <= DIMENSION_TEAM;

		if (query->drill[d] < 0 || (is_unit && node >= 0))
			continue;
		const struct dictionary_entry *const entry =
			&facts->dictionary[d].entries.items[query->drill[d]];
		const int type = d == DIMENSION_PROBLEM_TYPE ?
			catalogue_find(&session->problem_types, entry->code, query->fiscal_year) : -1;
		struct strbuf name = {0};

		if (type >= 0)
			catalogue_display_name(&session->problem_types,
				&session->problem_types.entries.items[type], &name);
		scoping_entry(dimensions[d].id, _(dimensions[d].label), entry->code,
			type >= 0 ? strbuf_text(&name) : entry->name, table);
		strbuf_free(&name);
	}
	return true;
}

/* ---- pivots --------------------------------------------------------------------------------- */

bool rollups_pivot(struct session *session, const struct pivot_query *query, const char *filter,
	struct table *table, struct error *err)
{
	struct pivot_query of_span = *query;
	struct pivot_context context;
	struct rollups_span span;

	if (!rollups_span_read(query->fiscal_year, filter, &span, err))
		return false;
	of_span.fiscal_year = span.fiscal_year;

	const struct facts *facts =
		rollups_facts(session, of_span.fiscal_year, span.filter, err);
	bool whole = !*span.filter;

	for (int d = 0; d < DIMENSION_COUNT; d++)
		whole = whole && query->drill[d] < 0;

	bool made = facts && rollups_context(session, of_span.fiscal_year, &context, err) &&
		pivot_run(facts, &of_span, &context, table, err);

	if (made) {
		pivot_note_too_large(facts, &of_span, table);
		made = tie_out(session, facts, of_span.fiscal_year, query->stage, query->basis,
			whole, table, err);
		if (!made)
			table_free(table);
	}
	made = made && (!whole || rollups_goal_add(session, query, table, err));
	if (made) {
		scoping_session(session, table);
		scoping_filter(session, of_span.fiscal_year, span.filter, table);
		made = rollups_prove(session, of_span.fiscal_year, table, err) &&
			rollups_say_drill(session, facts, &of_span, table, err);
	}
	rollups_span_free(&span);
	return made;
}

/* ---- named tables --------------------------------------------------------------------------- */

static bool make_overlaps(struct session *session, const struct rollups_choice *choice,
	struct table *table, struct error *err)
{
	struct overlaps overlaps = {0};
	const bool made = overlaps_load(session, choice->fiscal_year, choice->filter, &overlaps,
				  err) && overlaps_table(session, &overlaps, table, err);

	overlaps_free(&overlaps);
	return made;
}

struct freed {
	VEC(struct destinations_line) lines;
};

static void take_line(int64_t project_id, const char *destination, int64_t minutes, void *data)
{
	struct freed *freed = data;
	struct destinations_line *line = vec_add(&freed->lines);

	*line = (struct destinations_line){.project_id = project_id, .minutes = minutes};
	/* What is stored has been read before; a text that another program spoilt says nothing. */
	if (!destination_parse(destination, &line->split, NULL))
		line->split = (struct destination_split){0};
}

static bool make_destinations(struct session *session, const struct rollups_choice *choice,
	struct table *table, struct error *err)
{
	struct pivot_context context;
	struct pivot_query query;
	struct freed freed = {0};
	const struct facts *facts =
		rollups_facts(session, choice->fiscal_year, choice->filter, err);

	query_of(choice, &query);
	const bool made = facts && rollups_context(session, choice->fiscal_year, &context, err) &&
		destination_store_each(session->store, choice->fiscal_year, choice->stage,
			choice->basis, take_line, &freed, err) &&
		destinations_run(facts, freed.lines.items, freed.lines.count, &query, choice->rows,
			&context, table, err);
	vec_free(&freed.lines);
	return made && tie_out_choice(session, facts, choice, choice->fiscal_year, table, err);
}

/* What figures of a choice are read against: of one unit, its rows are there alone. */
static bool rollups_context_of(struct session *session, int units_of,
	const struct rollups_choice *choice, struct pivot_context *context, struct error *err)
{
	return rollups_context(session, units_of, context, err) &&
		rollups_unit(session, units_of, choice->unit, &context->below, err);
}

static bool make_fractions(struct session *session, const struct rollups_choice *choice,
	struct table *table, struct error *err)
{
	struct pivot_context context;
	struct pivot_query query;
	const struct facts *facts =
		rollups_facts(session, choice->fiscal_year, choice->filter, err);

	query_of(choice, &query);
	if (!facts || !rollups_context_of(session, choice->fiscal_year, choice, &context, err) ||
		!fractions_run(facts, &query, &context,
			session_working_days(session, choice->fiscal_year), table, err))
		return false;
	return tie_out_choice(session, facts, choice, choice->fiscal_year, table, err);
}

/* Which facts a table is made from. */
enum facts_of { OF_YEAR, OF_ALL_YEARS, OF_NO_FIGURES /* it leaves no project out for its figures */ };
/* Which stage it is of, for the note on projects without a figure of it. */
enum stage_of { OF_NO_STAGE /* or it says so by itself */, OF_ITS_STAGE, OF_ESTIMATE };

/* The named tables that are no pivots. */
static const struct {
	const char *id;
	bool (*make)(struct session *session, const struct rollups_choice *choice,
		struct table *table, struct error *err);
	enum facts_of facts_of;
	enum stage_of stage_of;
} makers[] = {
	{"coverage", programme_coverage, OF_NO_FIGURES, OF_NO_STAGE},
	{"destinations", make_destinations, OF_YEAR, OF_NO_STAGE},
	{"doubts", doubts_table, OF_YEAR, OF_NO_STAGE},
	{"fractions", make_fractions, OF_YEAR, OF_NO_STAGE},
	{"headroom", headrooms_table, OF_YEAR, OF_ITS_STAGE},
	{"goal", indicators_goal_table, OF_ALL_YEARS, OF_ITS_STAGE},
	{"indicators", indicators_table, OF_YEAR, OF_NO_STAGE},
	{"overlaps", make_overlaps, OF_YEAR, OF_ESTIMATE},
	{"reminders", programme_reminders, OF_NO_FIGURES, OF_NO_STAGE},
	{"review", programme_review, OF_YEAR, OF_NO_STAGE},
	{"review-first-half", programme_review_first_half, OF_YEAR, OF_NO_STAGE},
	{"review-second-half", programme_review_second_half, OF_YEAR, OF_NO_STAGE},
	{"training", programme_training, OF_NO_FIGURES, OF_NO_STAGE},
};

/* A table over all years needs the facts of all, and has its units from the year asked for. */
static bool make_pivot(struct session *session, const struct named_table *named,
	const struct rollups_choice *choice, struct table *table, struct error *err)
{
	struct rollups_choice of_span = *choice;
	struct pivot_context context;
	struct rollups_span span;
	struct pivot_query query;

	named_query(named, choice->fiscal_year, choice->stage, choice->basis, &query);
	if (choice->rows >= 0)
		named_set_rows(&query, (enum dimension)choice->rows);
	if (!rollups_span_read(query.fiscal_year, choice->filter, &span, err))
		return false;

	const int units_of = span.fiscal_year || query.fiscal_year ? span.fiscal_year :
		choice->fiscal_year;
	const struct facts *facts = rollups_facts(session, span.fiscal_year, span.filter, err);

	query.fiscal_year = span.fiscal_year;
	of_span.filter = span.filter;

	bool made = facts && rollups_context_of(session, units_of, choice, &context, err) &&
		named_run(named, facts, &query, &context, table, err);

	if (made) {
		pivot_note_too_large(facts, &query, table);
		made = tie_out_choice(session, facts, &of_span, query.fiscal_year, table, err) &&
			(*span.filter || rollups_goal_add(session, &query, table, err));
	}
	rollups_span_free(&span);
	return made;
}

struct rollups_choice rollups_choice(int fiscal_year)
{
	return (struct rollups_choice){.fiscal_year = fiscal_year, .rows = -1, .step = -1};
}

/* A table that is no pivot, of one fiscal year; the goal is of several. */
static bool rollups_make(struct session *session, const struct named_table *named,
	const struct rollups_choice *choice, struct table *table, struct error *err)
{
	if (!choice->fiscal_year && strcmp(named->id, "goal") != 0)
		return error_set(err, ERROR_USAGE,
			_("The table “%s” is of one fiscal year; name only one with fy:."),
			_(named->title));
	if (choice->rows == ROLLUPS_PROJECTS) {
		const struct facts *facts =
			rollups_facts(session, choice->fiscal_year, choice->filter, err);

		if (strcmp(named->id, "realisation") != 0)
			return error_set(err, ERROR_USAGE,
				_("The rows of the table “%s” are no projects."), _(named->title));
		if (!facts || !realisations_table(session, choice, table, err) ||
			!rollups_note_facts(session, named, choice->fiscal_year, choice, PIVOT_EVERY_STAGE,
				table, err))
			return false;
		return tie_out_choice(session, facts, choice, choice->fiscal_year, table, err);
	}
	for (size_t i = 0; i < sizeof makers / sizeof makers[0]; i++) {
		const unsigned stages[] = {[OF_NO_STAGE] = 0, [OF_ITS_STAGE] = 1u << choice->stage,
			[OF_ESTIMATE] = 1u << STAGE_ESTIMATE};

		if (strcmp(makers[i].id, named->id) != 0)
			continue;
		if (!makers[i].make(session, choice, table, err))
			return false;
		named_describe_chart(named, table);
		return makers[i].facts_of == OF_NO_FIGURES ||
			rollups_note_facts(session, named, makers[i].facts_of == OF_ALL_YEARS ?
				0 : choice->fiscal_year, choice, stages[makers[i].stage_of], table, err);
	}
	return error_set(err, ERROR_USAGE, _("There is no table '%s'."), named->id);
}

bool rollups_unit_filter(struct session *session, const struct rollups_choice *choice,
	struct strbuf *filter, struct error *err)
{
	static const char *const keys[UNIT_KIND_COUNT] = {[UNIT_DEPARTMENT] = "dept",
		[UNIT_SECTION] = "section", [UNIT_TEAM] = "team"};
	int node;

	strbuf_add_text(filter, choice->filter ? choice->filter : "");
	if (!rollups_unit(session, choice->fiscal_year, choice->unit, &node, err))
		return false;
	if (node < 0)
		return true;
	const struct unit *unit =
		&session_units(session, choice->fiscal_year, err)->nodes.items[node].unit;
	if (keys[unit->kind])
		strbuf_addf(filter, " %s:=%s", keys[unit->kind], unit->code);
	return true;
}

/* The table of a choice that has no unit but for tables that pick their rows by it. */
static bool rollups_make_narrowed(struct session *session, const struct named_table *named,
	const struct rollups_choice *choice, struct table *table, struct error *err)
{
	struct rollups_choice of_span = *choice;
	struct rollups_span span;

	if (!rollups_span_read(choice->fiscal_year, choice->filter, &span, err))
		return false;
	of_span.fiscal_year = span.fiscal_year;
	of_span.filter = span.filter;

	const bool made = named->query && choice->rows != ROLLUPS_PROJECTS ?
		make_pivot(session, named, choice, table, err) :
		rollups_make(session, named, &of_span, table, err);
	rollups_span_free(&span);
	return made;
}

bool rollups_table(struct session *session, const char *name, const struct rollups_choice *choice,
	struct table *table, struct error *err)
{
	const struct named_table *named = named_find(name);
	struct rollups_choice of_span = *choice, narrowed = *choice;
	struct strbuf filter = {0};
	struct rollups_span span;

	if (!named)
		return error_set(err, ERROR_USAGE, _("There is no table '%s'."), name);
	if (choice->rows >= 0 && !named->any_rows)
		return error_set(err, ERROR_USAGE, _("The rows of the table “%s” are fixed."),
			_(named->title));
	if (choice->unit && *choice->unit && named->units == NAMED_UNITS_NONE)
		return error_set(err, ERROR_USAGE,
			_("The table “%s” is of the whole body; it takes no unit."), _(named->title));
	if (!rollups_span_read(choice->fiscal_year, choice->filter, &span, err))
		return false;
	if (*span.filter && named->units == NAMED_UNITS_NONE) {
		rollups_span_free(&span);
		return error_set(err, ERROR_USAGE,
			_("The table “%s” is of the whole body and cannot be narrowed."), _(named->title));
	}
	of_span.fiscal_year = span.fiscal_year;

	bool made = true;
	if (named->units == NAMED_UNITS_FILTERED) {
		made = rollups_unit_filter(session, choice, &filter, err);
		narrowed.filter = strbuf_text(&filter);
	}
	made = made && rollups_make_narrowed(session, named, &narrowed, table, err);
	strbuf_free(&filter);
	if (made)
		scoping_filter(session, span.fiscal_year, span.filter, table);
	rollups_span_free(&span);
	if (!made)
		return false;

	/* what it was asked for besides year, stage, basis and filter */
	const int year = of_span.fiscal_year ? of_span.fiscal_year : session->fiscal_year;
	struct strbuf days = {0};
	int below;

	if (!rollups_unit(session, year, choice->unit, &below, err)) {
		table_free(table);
		return false;
	}
	if (below >= 0)
		scoping_unit(session_units(session, year, NULL), below, table);
	scoping_session(session, table);
	if (choice->step >= 0)
		table_scope_say(table, SCOPE_MISSING,
			coverage_step_label((enum coverage_step)choice->step),
			coverage_step_id((enum coverage_step)choice->step));
	if (choice->days_ahead) {
		strbuf_addf(&days, "%d", choice->days_ahead);
		table_scope_say(table, SCOPE_DAYS_AHEAD, strbuf_text(&days), strbuf_text(&days));
	}
	strbuf_free(&days);
	return rollups_prove(session, table->fiscal_year, table, err);
}

bool rollups_named(struct session *session, const char *name, int fiscal_year, enum stage stage,
	enum basis basis, const char *filter, struct table *table, struct error *err)
{
	struct rollups_choice choice = rollups_choice(fiscal_year);

	choice.stage = stage;
	choice.basis = basis;
	choice.filter = filter;
	return rollups_table(session, name, &choice, table, err);
}
