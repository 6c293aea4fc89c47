#include "config.h"

#include "rollup/reminders.h"

#include <assert.h>
#include <stdlib.h>

#include "base/i18n.h"
#include "rollup/unit_columns.h"

struct reminder {
	const struct coverage_team *team;
	enum coverage_step step;
	int64_t days_left; /* negative = late */
};

static bool reminders_is_wanted(const struct coverage *coverage, const struct reminder *reminder,
	const struct reminders_due *due, const struct coverage_filter *filter)
{
	const struct coverage_counts *const counts = &reminder->team->counts;
	const bool registered = counts->projects[COVERAGE_REGISTERED] > 0;

	if (!due->due[reminder->step].year || reminder->days_left > due->days_ahead)
		return false;
	if (filter->step >= 0 && filter->step != (int)reminder->step)
		return false;
	if (filter->below >= 0 &&
		!unit_tree_within(coverage->tree, reminder->team->node, filter->below))
		return false;
	if (reminder->step == COVERAGE_REGISTERED)
		return !registered;
	return registered && coverage_state(counts, reminder->step) != COVERAGE_DONE;
}

static int reminders_compare(const void *left, const void *right)
{
	const struct reminder *const a = left, *const b = right;

	if (a->days_left != b->days_left)
		return a->days_left < b->days_left ? -1 : 1;
	if (a->step != b->step)
		return (int)a->step - (int)b->step;
	return a->team->node - b->team->node;
}

static void reminders_add_row(const struct coverage *coverage, const struct reminder *reminder,
	const struct date *due, const struct section_record *sections, size_t section_count,
	struct table *table)
{
	const struct coverage_team *const team = reminder->team;
	const struct unit_node *const nodes = coverage->tree->nodes.items;
	const int section = nodes[team->node].section;
	const struct section_record *const record = section < 0 ? NULL :
		section_record_find(sections, section_count, nodes[section].unit.code);
	struct table_row *const row = table_add_row(table, ROW_DATA);
	char date[11];

	row->key[0] = team->node;
	unit_columns_set(table, row, coverage->tree, team->node);
	size_t column = (size_t)table_column_index(table, "missing");
	table_set_text(table, row, column++, coverage_step_label(reminder->step));
	date_format(*due, date);
	table_set_text(table, row, column++, date);
	table_set_number(table, row, column++, reminder->days_left);
	if (reminder->step != COVERAGE_REGISTERED)
		table_set_number(table, row, column,
			team->counts.projects[COVERAGE_REGISTERED] -
				team->counts.projects[reminder->step]);
	column++;
	table_set_number(table, row, column++, team->counts.drafts);
	if (record && record->leader)
		table_set_text(table, row, column, record->leader);
}

void reminders_table(const struct coverage *coverage, const struct reminders_due *due,
	const struct coverage_filter *filter, const struct section_record *sections,
	size_t section_count, struct table *table)
{
	VEC(struct reminder) reminders = {0};

	assert(sections || section_count == 0);
	coverage_table_begin(coverage, "reminders", _("Reminders"), filter->body, UNIT_TEAM, table);

	table_add_column(table, "missing", _("Missing"), COLUMN_TEXT);
	table_add_column(table, "due_on", _("Due"), COLUMN_DATE);
	table_add_column(table, "days_left", _("Days left"), COLUMN_COUNT_OF)->additive = false;
	table_add_column(table, "projects_missing", _("Projects"), COLUMN_COUNT_OF)->additive =
		false;
	table_add_column(table, "drafts", _("Drafts"), COLUMN_COUNT_OF)->additive = false;
	table_add_column(table, "leader", _("DX leader"), COLUMN_TEXT);

	for (size_t t = 0; t < coverage->teams.count; t++)
		for (int s = 0; s < COVERAGE_STEP_COUNT; s++) {
			const struct reminder reminder = {&coverage->teams.items[t],
				(enum coverage_step)s,
				date_days(due->due[s]) - date_days(due->today)};

			if (reminders_is_wanted(coverage, &reminder, due, filter))
				*vec_add(&reminders) = reminder;
		}
	if (reminders.count)
		qsort(reminders.items, reminders.count, sizeof *reminders.items, reminders_compare);
	for (size_t r = 0; r < reminders.count; r++)
		reminders_add_row(coverage, &reminders.items[r], &due->due[reminders.items[r].step],
			sections, section_count, table);

	/* An empty list must not look as if nobody was late. */
	for (int s = 0; s < COVERAGE_STEP_COUNT; s++) {
		if (due->due[s].year)
			continue;
		table_add_note(table, NOTE_OTHER,
			arena_printf(&table->arena, _("No due date is set for: %s"),
				coverage_step_label((enum coverage_step)s)),
			arena_printf(&table->arena, "no-due-date:%s",
				coverage_step_id((enum coverage_step)s)));
	}

	vec_free(&reminders);
}
