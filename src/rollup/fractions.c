#include "config.h"

#include "rollup/fractions.h"

#include <assert.h>
#include <string.h>

#include "base/decimal.h"
#include "base/i18n.h"

/* After the pivot's own columns; teams come before them. */
enum { FINE_YEARS, A_DAY, A_DAY_AND_TEAM, ADDED };

static void fractions_add_row(const struct facts *facts, const struct pivot_context *context,
	int working_days, const struct table *pivot, const struct table_row *from, size_t figures,
	struct table *table)
{
	struct table_row *const row = table_add_row(table, from->kind);
	const int64_t minutes = from->cells[figures].number;
	const size_t added = pivot->columns.count + 1;
	const bool total = from->kind == ROW_TOTAL;
	const int section = total ? -1 : unit_tree_find(context->units,
		facts->dictionary[DIMENSION_SECTION].entries.items[from->key[0]].code);
	/* The teams of the row's section; of all that is shown for the total, and where a team is. */
	const int unit = context->below >= 0 && (total || (section >= 0 &&
		unit_tree_within(context->units, context->below, section))) ? context->below : section;
	const int64_t teams = total || unit >= 0 ?
		(int64_t)unit_tree_count(context->units, UNIT_TEAM, unit) : -1;

	table_copy_row(table, row, from, pivot->columns.count, figures, 1);
	if (teams >= 0)
		table_set_number(table, row, figures, teams);
	table_set_number(table, row, added + FINE_YEARS, minutes);
	table_set_number(table, row, added + A_DAY, decimal_divide_half_up(minutes, working_days));
	if (teams > 0)
		table_set_number(table, row, added + A_DAY_AND_TEAM,
			decimal_divide_half_up(minutes, working_days * teams));
}

bool fractions_run(const struct facts *facts, const struct pivot_query *asked,
	const struct pivot_context *context, int working_days, struct table *table,
	struct error *err)
{
	struct pivot_query query = *asked;
	struct table pivot;

	assert(context->units);
	query.rows[0] = DIMENSION_SECTION;
	query.row_count = 1;
	query.column = -1;
	query.all_entries = true;
	query.measures[0] = MEASURE_HOURS;
	query.measure_count = 1;
	if (!pivot_run(facts, &query, context, &pivot, err))
		return false;
	const size_t figures = (size_t)table_column_index(&pivot, "hours");
	table_init(table, "fractions", _("Fractions of a person"));
	table->fiscal_year = pivot.fiscal_year;
	table->stage = pivot.stage;
	table->basis = pivot.basis;
	table->hours_per_person_year = pivot.hours_per_person_year;
	table->body = arena_strdup(&table->arena, pivot.body);
	table->has_figures = true;

	for (size_t c = 0; c < pivot.columns.count; c++) {
		if (c == figures)
			table_add_column(table, "teams", _("Teams"), COLUMN_COUNT_OF);
		table_copy_column(table, &pivot.columns.items[c]);
	}
	table_add_column(table, "person_years", _("Person-years"), COLUMN_PERSON_YEARS)->fine =
		true;
	/* a part of a minute is rounded: they need not sum */
	table_add_column(table, "minutes_a_day", _("Minutes a working day"),
		COLUMN_MINUTES)->rounded = true;
	table_add_column(table, "minutes_a_day_and_team", _("Minutes a working day and team"),
		COLUMN_MINUTES)->additive = false;

	for (size_t r = 0; r < pivot.rows.count; r++)
		fractions_add_row(facts, context, working_days, &pivot, &pivot.rows.items[r],
			figures, table);
	table_copy_notes(table, &pivot);
	table_note_rounding(table);
	table_free(&pivot);
	return true;
}
