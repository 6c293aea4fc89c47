#include "config.h"

#include "model/snapshot_compare.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/decimal.h"
#include "base/i18n.h"
#include "model/fiscal_year.h"

static const struct {
	enum snapshot_reason reason;
	const char *label;
} reasons_in_words[] = {
	{SNAPSHOT_ADDED, N_("added")},
	{SNAPSHOT_GONE, N_("gone")},
	{SNAPSHOT_FIGURES, N_("figures changed")},
	{SNAPSHOT_UNIT, N_("moved to another unit")},
	{SNAPSHOT_STATUS, N_("other status")},
	{SNAPSHOT_EXCLUSION, N_("standard work or not")},
	{SNAPSHOT_PROBLEM_TYPE, N_("other problem type")},
	{SNAPSHOT_TOOLS, N_("other tools")},
	{SNAPSHOT_TITLE, N_("other title")},
};

void snapshot_reasons(unsigned reasons, struct strbuf *out)
{
	bool first = true;

	for (size_t r = 0; r < sizeof reasons_in_words / sizeof reasons_in_words[0]; r++) {
		if (!(reasons & reasons_in_words[r].reason))
			continue;
		strbuf_add_text(out, first ? "" : _(", "));
		strbuf_add_text(out, _(reasons_in_words[r].label));
		first = false;
	}
}

static bool differ(const char *a, const char *b)
{
	return strcmp(a, b) != 0;
}

static unsigned reasons_of(const struct snapshot_project *before,
	const struct snapshot_project *after, const struct snapshot_scope *scope)
{
	unsigned reasons = 0;

	if (!before)
		return SNAPSHOT_ADDED;
	if (!after)
		return SNAPSHOT_GONE;
	if (before->minutes[scope->stage][scope->basis] !=
		after->minutes[scope->stage][scope->basis])
		reasons |= SNAPSHOT_FIGURES;
	if (differ(before->team_code, after->team_code) ||
		differ(before->section_code, after->section_code) ||
		differ(before->department_code, after->department_code))
		reasons |= SNAPSHOT_UNIT;
	if (before->status != after->status)
		reasons |= SNAPSHOT_STATUS;
	if (before->excluded != after->excluded)
		reasons |= SNAPSHOT_EXCLUSION;
	if (differ(before->problem_type, after->problem_type))
		reasons |= SNAPSHOT_PROBLEM_TYPE;
	if (differ(before->tools, after->tools))
		reasons |= SNAPSHOT_TOOLS;
	if (differ(before->title, after->title))
		reasons |= SNAPSHOT_TITLE;
	return reasons;
}

static bool is_code(const char *code, const char *asked)
{
	return !asked || strcmp(code, asked) == 0;
}

static bool is_in_scope(const struct snapshot_project *project, const struct snapshot_scope *scope)
{
	if (!project || !is_code(project->department_code, scope->department_code) ||
		!is_code(project->section_code, scope->section_code) ||
		!is_code(project->problem_type, scope->problem_type))
		return false;
	if (!scope->tool)
		return true;

	/* the primary tool is the first of the list */
	const size_t length = strcspn(project->tools, ",");

	return strlen(scope->tool) == length && strncmp(project->tools, scope->tool, length) == 0;
}

static struct snapshot_totals worth(const struct snapshot_project *project,
	const struct snapshot_scope *scope)
{
	if (!is_in_scope(project, scope) || !snapshot_counts(project))
		return (struct snapshot_totals){0};
	return (struct snapshot_totals){1, project->minutes[scope->stage][scope->basis]};
}

static bool snapshot_compare_add(struct snapshot_totals *totals, struct snapshot_totals part)
{
	totals->projects += part.projects;
	return decimal_sum(totals->minutes, part.minutes, &totals->minutes);
}

/* One project, or what is left of it. False when a sum does not fit. */
static bool compare_one(const struct snapshot_project *before,
	const struct snapshot_project *after, struct snapshot_comparison *comparison)
{
	const struct snapshot_scope *const scope = &comparison->scope;
	const unsigned reasons = reasons_of(before, after, scope);
	const struct snapshot_totals was = worth(before, scope), is = worth(after, scope);

	if (!is_in_scope(before, scope) && !is_in_scope(after, scope))
		return true;
	if (!snapshot_compare_add(&comparison->before, was) ||
		!snapshot_compare_add(&comparison->after, is))
		return false;
	if (!reasons)
		return snapshot_compare_add(&comparison->unchanged, is);
	*vec_add(&comparison->differences) = (struct snapshot_difference){
		.before = before,
		.after = after,
		.reasons = reasons,
		.minutes_before = was.minutes,
		.minutes_after = is.minutes,
		.projects_before = (int)was.projects,
		.projects_after = (int)is.projects,
	};
	return true;
}

static uint64_t size_of_change(const struct snapshot_difference *difference)
{
	const uint64_t change = (uint64_t)difference->minutes_after -
		(uint64_t)difference->minutes_before;

	return difference->minutes_after < difference->minutes_before ? 0 - change : change;
}

static const struct snapshot_project *either(const struct snapshot_difference *difference)
{
	return difference->after ? difference->after : difference->before;
}

static int compare_differences(const void *left, const void *right)
{
	const struct snapshot_difference *const a = left, *const b = right;
	const uint64_t first = size_of_change(a), second = size_of_change(b);

	if (first != second)
		return first > second ? -1 : 1;
	if (either(a)->number != either(b)->number)
		return either(a)->number < either(b)->number ? -1 : 1;
	return strcmp(either(a)->uuid, either(b)->uuid);
}

static bool is_changed(const char *before, const char *after)
{
	return differ(before ? before : "[]", after ? after : "[]");
}

bool snapshot_compare(const struct snapshot *before, const struct snapshot *after,
	const struct snapshot_scope *scope, struct snapshot_comparison *comparison,
	struct error *err)
{
	size_t b = 0, a = 0;
	bool fits = true;

	assert(scope->stage < STAGE_COUNT && scope->basis < BASIS_COUNT);
	*comparison = (struct snapshot_comparison){.scope = *scope};
	comparison->rules_changed = is_changed(before->rules, after->rules);
	comparison->units_changed = is_changed(before->units, after->units);
	comparison->hours_changed = before->hours_per_person_year != after->hours_per_person_year;
	while ((b < before->projects.count || a < after->projects.count) && fits) {
		const struct snapshot_project *const was =
			b < before->projects.count ? &before->projects.items[b] : NULL;
		const struct snapshot_project *const is =
			a < after->projects.count ? &after->projects.items[a] : NULL;
		const int order = !was ? 1 : !is ? -1 : strcmp(was->uuid, is->uuid);

		fits = compare_one(order <= 0 ? was : NULL, order >= 0 ? is : NULL, comparison);
		b += order <= 0;
		a += order >= 0;
	}
	if (!fits) {
		snapshot_comparison_free(comparison);
		return error_set(err, ERROR_DATA,
			_("The minutes of the snapshots are too large to add up."));
	}
	if (comparison->differences.count)
		qsort(comparison->differences.items, comparison->differences.count,
			sizeof *comparison->differences.items, compare_differences);
	return true;
}

void snapshot_comparison_free(struct snapshot_comparison *comparison)
{
	vec_free(&comparison->differences);
}

/* ---- the table ------------------------------------------------------------------------------- */

enum column { NUMBER, TITLE, REASONS, PROJECTS_CHANGE, BEFORE, AFTER, CHANGE };

/* False when the change does not fit. */
static bool snapshot_compare_set_figures(struct table *table, struct table_row *row,
	struct snapshot_totals before, struct snapshot_totals after)
{
	int64_t change;

	if (__builtin_sub_overflow(after.minutes, before.minutes, &change))
		return false;
	table_set_number(table, row, PROJECTS_CHANGE, after.projects - before.projects);
	table_set_number(table, row, BEFORE, before.minutes);
	table_set_number(table, row, AFTER, after.minutes);
	table_set_number(table, row, CHANGE, change);
	return true;
}

static bool snapshot_compare_add_difference(struct table *table,
	const struct snapshot_difference *difference)
{
	struct table_row *const row = table_add_row(table, ROW_DATA);
	const struct snapshot_project *const project = either(difference);
	struct strbuf reasons = {0};
	char number[FISCAL_YEAR_TEXT];

	fiscal_year_number_format(table->fiscal_year, project->number, number);
	snapshot_reasons(difference->reasons, &reasons);
	table_set_text(table, row, NUMBER, number);
	table_set_text(table, row, TITLE, project->title);
	table_set_text(table, row, REASONS, strbuf_text(&reasons));
	strbuf_free(&reasons);
	return snapshot_compare_set_figures(table, row,
		(struct snapshot_totals){difference->projects_before, difference->minutes_before},
		(struct snapshot_totals){difference->projects_after, difference->minutes_after});
}

static bool add_sum(struct table *table, enum row_kind kind, const char *label,
	struct snapshot_totals before, struct snapshot_totals after)
{
	struct table_row *const row = table_add_row(table, kind);

	table_set_text(table, row, TITLE, label);
	return snapshot_compare_set_figures(table, row, before, after);
}

static void add_notes(const struct snapshot_comparison *comparison, struct table *table)
{
	const struct {
		bool changed;
		const char *text, *machine;
	} notes[] = {
		{comparison->rules_changed,
			N_("The exclusion rules are not the same on both sides."),
			"changed:rules"},
		{comparison->units_changed, N_("The units are not the same on both sides."),
			"changed:units"},
		{comparison->hours_changed,
			N_("The hours of a person-year are not the same on both sides."),
			"changed:hours-per-person-year"},
	};

	for (size_t n = 0; n < sizeof notes / sizeof notes[0]; n++)
		if (notes[n].changed)
			table_add_note(table, NOTE_OTHER, _(notes[n].text), notes[n].machine);
}

bool snapshot_compare_table(const struct snapshot_comparison *comparison, int fiscal_year,
	int hours_per_person_year, const char *body, struct table *table, struct error *err)
{
	bool fits = true;

	table_init(table, "snapshot-diff", _("What changed between two snapshots"));
	table->fiscal_year = fiscal_year;
	table->stage = comparison->scope.stage;
	table->basis = comparison->scope.basis;
	table->hours_per_person_year = hours_per_person_year;
	table->has_figures = true;
	table->body = arena_strdup(&table->arena, body ? body : "");

	table_add_column(table, "number", _("Number"), COLUMN_TEXT);
	table_add_column(table, "title", _("Title"), COLUMN_TEXT);
	table_add_column(table, "reasons", _("What changed"), COLUMN_TEXT);
	table_add_column(table, "projects_change", _("Projects, change"), COLUMN_COUNT_OF)
		->signed_value = true;
	table_add_column(table, "hours_before", _("Before (hours)"), COLUMN_HOURS);
	table_add_column(table, "hours_after", _("After (hours)"), COLUMN_HOURS);
	table_add_column(table, "hours_change", _("Change (hours)"), COLUMN_HOURS)->signed_value =
		true;

	for (size_t d = 0; d < comparison->differences.count && fits; d++)
		fits = snapshot_compare_add_difference(table, &comparison->differences.items[d]);
	fits = fits &&
		add_sum(table, ROW_UNCLASSIFIED,
			/* how many projects are the same on both sides */
			arena_printf(&table->arena, ngettext("Unchanged: %lld project",
				"Unchanged: %lld projects",
				(unsigned long)comparison->unchanged.projects),
				(long long)comparison->unchanged.projects),
			comparison->unchanged, comparison->unchanged) &&
		add_sum(table, ROW_TOTAL, _("Total"), comparison->before, comparison->after);
	if (!fits) {
		table_free(table);
		return error_set(err, ERROR_DATA,
			_("The minutes of the snapshots are too large to add up."));
	}
	add_notes(comparison, table);
	table_note_rounding(table);
	return true;
}
