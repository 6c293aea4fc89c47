#include "config.h"

#include "rollup/review.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/decimal.h"
#include "base/i18n.h"
#include "model/start.h"
#include "model/workflow.h"
#include "rollup/unit_columns.h"

/* What a section has, or all of them. */
struct sums {
	int64_t teams, teams_with_project;
	int64_t projects, interim;
	int64_t minutes[STAGE_COUNT];
	int64_t target; /* -1 = none */
	int64_t training; /* -1 = not known */
};

struct sheet {
	const struct facts *facts;
	const struct unit_tree *tree;
	const struct review_query *query;
	struct sums *sums;   /* per node of the tree, and one more for projects of no section */
	bool *team_seen;     /* per node */
	int *section_of;     /* per team code of the facts: node, -1 = none */
	int *team_of;
	bool *is_reported;   /* per status code */
	int64_t without_start, later; /* in neither half */
};

static const struct {
	const char *id, *title;
} halves[] = {
	[HALF_NONE] = {"review", N_("Review sheet of the year")},
	[HALF_FIRST] = {"review-first-half", N_("Review sheet of the first half")},
	[HALF_SECOND] = {"review-second-half", N_("Review sheet of the second half")},
};

const char *review_id(enum half half)
{
	assert(half < HALF_COUNT);
	return halves[half].id;
}

/* ---- counting -------------------------------------------------------------------------------- */

static bool review_add_minutes(struct sums *sums, const int64_t minutes[STAGE_COUNT])
{
	for (int s = 0; s < STAGE_COUNT; s++)
		if (!decimal_sum(sums->minutes[s], minutes[s], &sums->minutes[s]))
			return false;
	return true;
}

/* False on overflow. */
static bool review_count_fact(struct sheet *sheet, size_t f)
{
	const struct facts *const facts = sheet->facts;
	const struct review_query *const query = sheet->query;
	const uint16_t team = facts->codes[DIMENSION_TEAM][f];
	const uint16_t half = facts->codes[DIMENSION_HALF_YEAR][f];
	const int section = sheet->section_of[team];
	struct sums *const sums =
		&sheet->sums[section < 0 ? (int)sheet->tree->nodes.count : section];
	int64_t minutes[STAGE_COUNT];

	if (query->below >= 0 &&
		(section < 0 || !unit_tree_within(sheet->tree, section, query->below)))
		return true;
	if (query->half != HALF_NONE && half != query->half) {
		sheet->without_start += half == HALF_NONE;
		sheet->later += half == START_HALF_LATER;
		return true;
	}
	sums->projects++;
	sums->interim += sheet->is_reported[facts->codes[DIMENSION_STATUS][f]];
	if (section >= 0 && !sheet->team_seen[sheet->team_of[team]]) {
		sheet->team_seen[sheet->team_of[team]] = true;
		sums->teams_with_project++;
	}
	for (int s = 0; s < STAGE_COUNT; s++)
		minutes[s] = facts->minutes[s][query->basis][f];
	return review_add_minutes(sums, minutes);
}

/* Reads what the codes of the facts mean, then counts. False on overflow. */
static bool review_count(struct sheet *sheet)
{
	const struct unit_node *const nodes = sheet->tree->nodes.items;
	const struct dictionary *const teams = &sheet->facts->dictionary[DIMENSION_TEAM];
	const struct dictionary *const statuses = &sheet->facts->dictionary[DIMENSION_STATUS];

	for (size_t t = 0; t < teams->entries.count; t++) {
		const int node = unit_tree_find(sheet->tree, teams->entries.items[t].code);
		const bool is_team = node >= 0 && nodes[node].unit.kind == UNIT_TEAM;

		sheet->team_of[t] = is_team ? node : -1;
		sheet->section_of[t] = is_team ? nodes[node].section : -1;
	}
	for (size_t s = 1; s < statuses->entries.count; s++) {
		enum status status;

		sheet->is_reported[s] =
			workflow_status_parse(statuses->entries.items[s].code, &status) &&
			(status == STATUS_REPORTED || status == STATUS_COMPLETED);
	}

	char year[16];

	snprintf(year, sizeof year, "%d", sheet->tree->fiscal_year);
	const uint16_t code = facts_find(sheet->facts, DIMENSION_FISCAL_YEAR, year);
	for (size_t f = 0; f < sheet->facts->count; f++)
		if (sheet->facts->codes[DIMENSION_FISCAL_YEAR][f] == code && code &&
			sheet->facts->flags[f] & FACT_COUNTED && !review_count_fact(sheet, f))
			return false;
	for (size_t n = 0; n < sheet->tree->nodes.count; n++)
		if (nodes[n].unit.kind == UNIT_TEAM && nodes[n].section >= 0)
			sheet->sums[nodes[n].section].teams++;
	return true;
}

/* ---- the table ------------------------------------------------------------------------------- */

enum value_column {
	TEAMS, TEAMS_WITH_PROJECT, TEAM_RATE, PROJECTS, ESTIMATE, ACTUAL, PERSON_YEARS, LEADER,
	TRAINING, INTERIM, TARGET, ATTAINMENT, HEAD, VALUE_COLUMNS,
};

static const struct {
	const char *id, *label;
	enum column_type type;
} value_columns[VALUE_COLUMNS] = {
	[TEAMS] = {"teams", N_("Teams"), COLUMN_COUNT_OF},
	[TEAMS_WITH_PROJECT] = {"teams_with_project", N_("Teams with a project"), COLUMN_COUNT_OF},
	[TEAM_RATE] = {"team_rate", N_("With a project (%)"), COLUMN_PERCENT},
	[PROJECTS] = {"projects", N_("Projects"), COLUMN_COUNT_OF},
	[ESTIMATE] = {"estimate_hours", N_("Estimate (hours)"), COLUMN_HOURS},
	[ACTUAL] = {"actual_hours", N_("Actual (hours)"), COLUMN_HOURS},
	[PERSON_YEARS] = {"person_years", N_("Person-years"), COLUMN_PERSON_YEARS},
	[LEADER] = {"leader", N_("DX leader"), COLUMN_TEXT},
	[TRAINING] = {"training_units", N_("Training units"), COLUMN_COUNT_OF},
	[INTERIM] = {"interim_reports", N_("Interim reports"), COLUMN_COUNT_OF},
	[TARGET] = {"target_hours", N_("Target (hours)"), COLUMN_HOURS},
	[ATTAINMENT] = {"attainment", N_("Attainment (%)"), COLUMN_PERCENT},
	[HEAD] = {"section_head", N_("Section head"), COLUMN_TEXT},
};

/* The head stands beside the section. */
static const enum value_column column_order[VALUE_COLUMNS] = {HEAD, TEAMS, TEAMS_WITH_PROJECT,
	TEAM_RATE, PROJECTS, ESTIMATE, ACTUAL, PERSON_YEARS, LEADER, TRAINING, INTERIM, TARGET,
	ATTAINMENT};

static size_t at(const struct table *table, enum value_column column)
{
	return (size_t)table_column_index(table, value_columns[column].id);
}

static void set_sums(struct table *table, struct table_row *row, const struct sums *sums,
	enum stage stage)
{
	int64_t attained;

	table_set_number(table, row, at(table, TEAMS), sums->teams);
	table_set_number(table, row, at(table, TEAMS_WITH_PROJECT), sums->teams_with_project);
	if (sums->teams)
		table_set_number(table, row, at(table, TEAM_RATE),
			unit_columns_rate(sums->teams_with_project, sums->teams));
	table_set_number(table, row, at(table, PROJECTS), sums->projects);
	table_set_number(table, row, at(table, INTERIM), sums->interim);
	table_set_number(table, row, at(table, ESTIMATE), sums->minutes[STAGE_ESTIMATE]);
	table_set_number(table, row, at(table, ACTUAL), sums->minutes[STAGE_ACTUAL]);
	table_set_number(table, row, at(table, PERSON_YEARS), sums->minutes[stage]);
	if (sums->training >= 0)
		table_set_number(table, row, at(table, TRAINING), sums->training);
	if (sums->target >= 0)
		table_set_number(table, row, at(table, TARGET), sums->target);
	/* A target of nothing has no share that is attained. */
	if (sums->target > 0 && decimal_multiply(sums->minutes[stage], 1000, &attained))
		table_set_number(table, row, at(table, ATTAINMENT),
			decimal_divide_half_up(attained, sums->target));
}

/* Unknown on both sides stays unknown. */
static bool add_known(int64_t *total, int64_t part)
{
	if (part < 0)
		return true;
	if (*total < 0)
		*total = 0;
	return decimal_sum(*total, part, total);
}

static bool add_to_total(struct sums *total, const struct sums *part)
{
	total->teams += part->teams;
	total->teams_with_project += part->teams_with_project;
	total->projects += part->projects;
	total->interim += part->interim;
	return review_add_minutes(total, part->minutes) && add_known(&total->target,
		part->target) && add_known(&total->training, part->training);
}

static bool add_section(const struct sheet *sheet, int node, struct sums *total,
	struct table *table)
{
	const struct review_query *const query = sheet->query;
	const struct section_record *const record = section_record_find(query->sections,
		query->section_count, sheet->tree->nodes.items[node].unit.code);
	struct sums *const sums = &sheet->sums[node];
	struct table_row *const row = table_add_row(table, ROW_DATA);

	row->key[0] = node;
	sums->target = record ? record->target_minutes : -1;
	sums->training = record ? record->training_units : -1;
	unit_columns_set(table, row, sheet->tree, node);
	if (record && record->head)
		table_set_text(table, row, at(table, HEAD), record->head);
	if (record && record->leader)
		table_set_text(table, row, at(table, LEADER), record->leader);
	set_sums(table, row, sums, query->stage);
	return add_to_total(total, sums);
}

static void add_other_row(struct table *table, enum row_kind kind, const char *label,
	const struct sums *sums, enum stage stage)
{
	struct table_row *const row = table_add_row(table, kind);

	unit_columns_label(table, row, label);
	set_sums(table, row, sums, stage);
}

static bool review_fill(struct sheet *sheet, struct table *table)
{
	struct sums total = {.target = -1, .training = -1};
	struct sums *const none = &sheet->sums[sheet->tree->nodes.count];

	if (!review_count(sheet))
		return false;
	for (size_t n = 0; n < sheet->tree->nodes.count; n++)
		if (sheet->tree->nodes.items[n].unit.kind == UNIT_SECTION &&
			(sheet->query->below < 0 ||
				unit_tree_within(sheet->tree, (int)n, sheet->query->below)) &&
			!add_section(sheet, (int)n, &total, table))
			return false;
	none->target = none->training = -1;
	if (none->projects) {
		add_other_row(table, ROW_UNCLASSIFIED, _("None"), none, sheet->query->stage);
		if (!add_to_total(&total, none))
			return false;
	}
	add_other_row(table, ROW_TOTAL, _("Total"), &total, sheet->query->stage);

	if (sheet->without_start)
		table_add_note(table, NOTE_OTHER,
			arena_printf(&table->arena,
				ngettext("%lld project has no start date and is in neither half.",
					"%lld projects have no start date and are in neither half.",
					(unsigned long)sheet->without_start),
				(long long)sheet->without_start),
			arena_printf(&table->arena, "no-half=%lld",
				(long long)sheet->without_start));
	if (sheet->later)
		table_add_note(table, NOTE_OTHER,
			arena_printf(&table->arena,
				ngettext("%lld project starts after the fiscal year and is in neither half.",
					"%lld projects start after the fiscal year and are in neither half.",
					(unsigned long)sheet->later), (long long)sheet->later),
			arena_printf(&table->arena, "later-half=%lld", (long long)sheet->later));

	table_note_rounding(table);
	return true;
}

bool review_run(const struct facts *facts, const struct pivot_context *context,
	const struct review_query *query, struct table *table, struct error *err)
{
	assert(query->half < HALF_COUNT && query->stage < STAGE_COUNT);
	assert(context->units);
	const size_t nodes = context->units->nodes.count;
	const size_t teams = facts->dictionary[DIMENSION_TEAM].entries.count;
	const size_t statuses = facts->dictionary[DIMENSION_STATUS].entries.count;
	struct sheet sheet = {
		.facts = facts,
		.tree = context->units,
		.query = query,
		.sums = xcalloc(nodes + 1, sizeof *sheet.sums),
		.team_seen = xcalloc(nodes, sizeof *sheet.team_seen),
		.section_of = xcalloc(teams, sizeof *sheet.section_of),
		.team_of = xcalloc(teams, sizeof *sheet.team_of),
		.is_reported = xcalloc(statuses, sizeof *sheet.is_reported),
	};


	table_init(table, halves[query->half].id, _(halves[query->half].title));
	table->fiscal_year = context->units->fiscal_year;
	table->stage = query->stage;
	table->basis = query->basis;
	table->hours_per_person_year = context->hours_per_person_year;
	table->has_figures = true;
	table->body = arena_strdup(&table->arena, context->body ? context->body : "");
	unit_columns_add(table, UNIT_SECTION);
	for (size_t c = 0; c < VALUE_COLUMNS; c++)
		table_add_column(table, value_columns[column_order[c]].id,
			_(value_columns[column_order[c]].label),
			value_columns[column_order[c]].type);

	const bool fits = review_fill(&sheet, table);
	free(sheet.sums);
	free(sheet.team_seen);
	free(sheet.section_of);
	free(sheet.team_of);
	free(sheet.is_reported);
	if (fits)
		return true;
	table_free(table);
	return error_set(err, ERROR_DATA,
		_("%s: a figure is too large to be shown; look for a project with an impossible "
		  "number of hours"), _(halves[query->half].title));
}
