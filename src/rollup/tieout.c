#include "config.h"

#include "rollup/tieout.h"

#include <stdlib.h>

#include "base/decimal.h"
#include "base/i18n.h"

static bool differs(struct table *table, const struct table_row *row, size_t column, int64_t parts,
	int64_t held, struct error *err)
{
	struct strbuf left = {0}, right = {0};
	const char *name = NULL;

	/* Where people find a row: its first text. */
	for (size_t c = 0; c < table->columns.count && !name; c++)
		if (row->cells[c].kind == CELL_TEXT && table->columns.items[c].people)
			name = row->cells[c].text;

	table->ties = false;
	decimal_add_grouped(&left, parts, 0, false);
	decimal_add_grouped(&right, held, 0, false);
	/* table, row, column, two exact figures (times in minutes) */
	error_set(err, ERROR_DATA,
		_("“%s” does not tie at %s, %s: the parts come to %s, the table says %s; run "
		  "“uraniwa check” to find the cause"),
		table->title, name ? name : _("Total"), table->columns.items[column].label,
		strbuf_text(&left), strbuf_text(&right));
	strbuf_free(&left);
	strbuf_free(&right);
	return false;
}

static bool tieout_too_large(struct table *table, size_t column, struct error *err)
{
	table->ties = false;
	return error_set(err, ERROR_DATA, _("“%s”: the column %s is too large to add up"),
		table->title, table->columns.items[column].label);
}

/* A figure of a row against the sum of its parts; an empty cell says nothing. */
static bool agrees(const struct table_row *row, size_t column, int64_t parts)
{
	return row->cells[column].kind != CELL_NUMBER || row->cells[column].number == parts;
}

/* Rows sum to their subtotal, subtotals and rows to the total. */
static bool tie_column(struct table *table, size_t column, struct error *err)
{
	int64_t section = 0, rows = 0, subtotals = 0;
	bool has_subtotals = false;

	for (size_t r = 0; r < table->rows.count; r++) {
		const struct table_row *const row = &table->rows.items[r];
		const struct table_cell *const cell = &row->cells[column];
		const int64_t figure = cell->kind == CELL_NUMBER ? cell->number : 0;

		switch (row->kind) {
		case ROW_DATA:
		case ROW_UNCLASSIFIED:
			if (!decimal_sum(section, figure, &section) ||
				!decimal_sum(rows, figure, &rows))
				return tieout_too_large(table, column, err);
			break;
		case ROW_SUBTOTAL:
			if (!agrees(row, column, section))
				return differs(table, row, column, section, figure, err);
			if (!decimal_sum(subtotals, figure, &subtotals))
				return tieout_too_large(table, column, err);
			section = 0;
			has_subtotals = true;
			break;
		case ROW_TOTAL:
			if (!agrees(row, column, rows))
				return differs(table, row, column, rows, figure, err);
			if (has_subtotals && !agrees(row, column, subtotals))
				return differs(table, row, column, subtotals, figure, err);
			break;
		}
	}
	return true;
}

/* The pivot columns that are parts of column `whole` sum to it in every row. */
static bool tie_across(struct table *table, size_t whole, const int *total_of, struct error *err)
{
	for (size_t r = 0; r < table->rows.count; r++) {
		const struct table_row *const row = &table->rows.items[r];
		int64_t parts = 0;
		bool any = false;

		for (size_t c = 0; c < table->columns.count; c++) {
			if (total_of[c] != (int)whole)
				continue;
			any = true;
			if (row->cells[c].kind == CELL_NUMBER &&
				!decimal_sum(parts, row->cells[c].number, &parts))
				return tieout_too_large(table, whole, err);
		}
		if (!any)
			return true;
		if (!agrees(row, whole, parts))
			return differs(table, row, whole, parts, row->cells[whole].number, err);
	}
	return true;
}

static bool tie_expected(struct table *table, const char *id, int64_t expected, struct error *err)
{
	const int column = table_column_index(table, id);

	if (column < 0)
		return true;
	for (size_t r = 0; r < table->rows.count; r++) {
		const struct table_row *const row = &table->rows.items[r];

		if (row->kind == ROW_TOTAL && !agrees(row, (size_t)column, expected))
			return differs(table, row, (size_t)column, expected,
				row->cells[column].number, err);
	}
	return true;
}

bool tieout_check(struct table *table, const struct tieout_expected *expected, struct error *err)
{
	static const char *const of_minutes[] = {"minutes", "hours", "person_years"};
	static const char *const of_stage[STAGE_COUNT] = {
		"estimate_hours", "forecast_hours", "actual_hours"};
	int *const total_of = xmalloc(table->columns.count * sizeof *total_of);

	for (size_t c = 0; c < table->columns.count; c++)
		total_of[c] = table_total_column(table, c);
	table->ties = true;

	bool ties = true;

	for (size_t c = 0; c < table->columns.count && ties; c++) {
		const struct table_column *const column = &table->columns.items[c];

		if (column->rounded || column->type == COLUMN_PERCENT)
			continue;
		/* A column whose exact figures must sum down to the total. */
		const bool is_tied = column->additive && !column_type_is_text(column->type);

		ties = (!is_tied || tie_column(table, c, err)) &&
			tie_across(table, c, total_of, err);
	}
	free(total_of);
	if (ties && expected && expected->projects >= 0)
		ties = tie_expected(table, "projects", expected->projects, err);
	for (size_t m = 0; m < sizeof of_minutes / sizeof of_minutes[0] && ties; m++)
		if (expected && expected->has_minutes)
			ties = tie_expected(table, of_minutes[m], expected->minutes, err);
	if (ties && expected && expected->has_minutes)
		ties = tie_expected(table, "hours_before", expected->before, err);
	for (int stage = 0; stage < STAGE_COUNT && ties; stage++)
		if (expected && expected->has_stages)
			ties = tie_expected(table, of_stage[stage], expected->stages[stage], err);
	return ties;
}
