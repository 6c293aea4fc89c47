/* coverage_table - the coverage board, and the rates by department or section, as tables. */
#include "config.h"

#include <assert.h>

#include "rollup/coverage.h"

#include "base/i18n.h"
#include "rollup/unit_columns.h"

static size_t column_at(const struct table *table, const char *id)
{
	return (size_t)table_column_index(table, id);
}

void coverage_table_begin(const struct coverage *coverage, const char *id, const char *title,
	const char *body, enum unit_kind down_to, struct table *table)
{
	table_init(table, id, title);
	table->fiscal_year = coverage->fiscal_year;
	if (body)
		table->body = arena_strdup(&table->arena, body);
	unit_columns_add(table, down_to);
}

/* Projects that have no team of this year stand in no row: say so. */
static void note_elsewhere(const struct coverage *coverage, struct table *table)
{
	const int64_t projects = coverage->elsewhere.projects[COVERAGE_REGISTERED];

	if (projects)
		table_add_note(table, NOTE_UNCLASSIFIED,
			arena_printf(&table->arena,
				ngettext("%lld project belongs to no team of this year.",
					"%lld projects belong to no team of this year.",
					(unsigned long)projects),
				(long long)projects),
			arena_printf(&table->arena, "unclassified:team=%lld", (long long)projects));
}

/* ---- the board ------------------------------------------------------------------------------- */

/* In files what came so far is counted; people see whether it is done. */
static const struct {
	const char *id, *label;
} count_columns[COVERAGE_STEP_COUNT] = {
	[COVERAGE_REGISTERED] = {"projects", N_("Projects")},
	[COVERAGE_INTERIM] = {"interim_reports", N_("Interim reports")},
	[COVERAGE_ACTUAL] = {"actual_results", N_("Actual results")},
};

static void set_counts(struct table *table, struct table_row *row,
	const struct coverage_counts *counts)
{
	for (int s = 0; s < COVERAGE_STEP_COUNT; s++)
		table_set_number(table, row, column_at(table, count_columns[s].id),
			counts->projects[s]);
	table_set_number(table, row, column_at(table, "drafts"), counts->drafts);
}

static void set_state(struct table *table, struct table_row *row, enum coverage_step step,
	const struct coverage_counts *counts)
{
	const enum coverage_state state = coverage_state(counts, step);
	const char *text = coverage_state_label(state);

	if (state == COVERAGE_PARTLY)
		/* partly, and how many of how many projects */
		text = arena_printf(&table->arena, _("%s %lld/%lld"), text,
			(long long)counts->projects[step],
			(long long)counts->projects[COVERAGE_REGISTERED]);
	table_set_text(table, row, column_at(table, coverage_step_id(step)), text);
}

/* The teams that have handed in, as the rates count them, and how many of them not everything. */
static const char *teams_with(struct table *table, int64_t with, int64_t partly, int64_t teams)
{
	const char *text = arena_printf(&table->arena, ngettext("%lld of %lld team",
		"%lld of %lld teams", (unsigned long)teams), (long long)with, (long long)teams);

	return partly == 0 ? text :
		/* so many of so many teams, of them so many partly */
		arena_printf(&table->arena, _("%s (%lld partly)"), text, (long long)partly);
}

void coverage_board(const struct coverage *coverage, const struct coverage_filter *filter,
	struct table *table)
{
	assert(filter->step >= -1 && filter->step < COVERAGE_STEP_COUNT);

	struct coverage_counts total = {0};
	int64_t with[COVERAGE_STEP_COUNT] = {0}, partly[COVERAGE_STEP_COUNT] = {0}, teams = 0;

	coverage_table_begin(coverage, "coverage", _("Coverage by team"), filter->body, UNIT_TEAM,
		table);

	for (int s = 0; s < COVERAGE_STEP_COUNT; s++)
		table_add_column(table, count_columns[s].id, _(count_columns[s].label),
			COLUMN_COUNT_OF)->people = s == COVERAGE_REGISTERED;
	table_add_column(table, "drafts", _("Drafts"), COLUMN_COUNT_OF);
	for (int s = 0; s < COVERAGE_STEP_COUNT; s++)
		table_add_column(table, coverage_step_id((enum coverage_step)s),
			coverage_step_label((enum coverage_step)s), COLUMN_TEXT)->files = false;

	for (size_t t = 0; t < coverage->teams.count; t++) {
		const struct coverage_team *const team = &coverage->teams.items[t];

		if (filter->below >= 0 &&
			!unit_tree_within(coverage->tree, team->node, filter->below))
			continue;
		if (filter->step >= 0 && coverage_state(&team->counts,
			(enum coverage_step)filter->step) == COVERAGE_DONE)
			continue;
		struct table_row *const row = table_add_row(table, ROW_DATA);
		row->key[0] = team->node;
		unit_columns_set(table, row, coverage->tree, team->node);
		set_counts(table, row, &team->counts);
		teams++;
		for (int s = 0; s < COVERAGE_STEP_COUNT; s++) {
			const enum coverage_state state =
				coverage_state(&team->counts, (enum coverage_step)s);

			set_state(table, row, (enum coverage_step)s, &team->counts);
			total.projects[s] += team->counts.projects[s];
			with[s] += state != COVERAGE_MISSING;
			partly[s] += state == COVERAGE_PARTLY;
		}
		total.drafts += team->counts.drafts;
	}
	struct table_row *const row = table_add_row(table, ROW_TOTAL);
	unit_columns_label(table, row, _("Total"));
	set_counts(table, row, &total);
	for (int s = 0; s < COVERAGE_STEP_COUNT; s++)
		table_set_text(table, row,
			column_at(table, coverage_step_id((enum coverage_step)s)),
			teams_with(table, with[s], partly[s], teams));
	note_elsewhere(coverage, table);
}

/* ---- rates ----------------------------------------------------------------------------------- */

static const struct {
	const char *teams_id, *teams_label, *rate_id, *rate_label;
} rate_columns[COVERAGE_STEP_COUNT] = {
	[COVERAGE_REGISTERED] = {"teams_registered", N_("Teams with a project"),
		"registered_rate", N_("With a project (%)")},
	[COVERAGE_INTERIM] = {"teams_interim", N_("Teams with an interim report"),
		"interim_rate", N_("With an interim report (%)")},
	[COVERAGE_ACTUAL] = {"teams_actual", N_("Teams with an actual result"),
		"actual_rate", N_("With an actual result (%)")},
};

static void set_rates(struct table *table, struct table_row *row,
	const struct coverage_rates *rates)
{
	table_set_number(table, row, column_at(table, "teams"), rates->teams);
	for (int s = 0; s < COVERAGE_STEP_COUNT; s++) {
		const size_t column = column_at(table, rate_columns[s].teams_id);

		table_set_number(table, row, column, rates->with[s]);
		if (rates->teams)
			table_set_number(table, row, column + 1,
				unit_columns_rate(rates->with[s], rates->teams));
	}
}

void coverage_table(const struct coverage *coverage, enum unit_kind level, int below,
	const char *body, struct table *table)
{
	assert(level == UNIT_DEPARTMENT || level == UNIT_SECTION);

	const struct unit_tree *const tree = coverage->tree;
	const struct coverage_rates total = coverage_rates(coverage, below);
	struct coverage_rates rest = total; /* of teams that no row holds */

	coverage_table_begin(coverage,
		level == UNIT_DEPARTMENT ? "coverage-departments" : "coverage-sections",
		level == UNIT_DEPARTMENT ? _("Coverage by department") : _("Coverage by section"),
		body, level, table);
	table_add_column(table, "teams", _("Teams"), COLUMN_COUNT_OF);
	for (int s = 0; s < COVERAGE_STEP_COUNT; s++) {
		table_add_column(table, rate_columns[s].teams_id, _(rate_columns[s].teams_label),
			COLUMN_COUNT_OF);
		table_add_column(table, rate_columns[s].rate_id, _(rate_columns[s].rate_label),
			COLUMN_PERCENT);
	}
	for (size_t n = 0; n < tree->nodes.count; n++) {
		if (tree->nodes.items[n].unit.kind != level ||
			(below >= 0 && !unit_tree_within(tree, (int)n, below)))
			continue;
		const struct coverage_rates rates = coverage_rates(coverage, (int)n);
		struct table_row *const row = table_add_row(table, ROW_DATA);

		row->key[0] = (int64_t)n;
		unit_columns_set(table, row, tree, (int)n);
		set_rates(table, row, &rates);
		rest.teams -= rates.teams;
		for (int s = 0; s < COVERAGE_STEP_COUNT; s++)
			rest.with[s] -= rates.with[s];
	}
	if (rest.teams) {
		struct table_row *const row = table_add_row(table, ROW_UNCLASSIFIED);

		unit_columns_label(table, row, _("None"));
		set_rates(table, row, &rest);
	}
	struct table_row *const row = table_add_row(table, ROW_TOTAL);
	unit_columns_label(table, row, _("Total"));
	set_rates(table, row, &total);
	note_elsewhere(coverage, table);
}
