#include "config.h"

#include "service/results/explaining_rows.h"

#include <assert.h>
#include <string.h>

#include "base/decimal.h"
#include "base/i18n.h"
#include "model/table_scope.h"
#include "model/table_scope.h"
#include "service/results/explaining_items.h"
#include "service/results/explaining_text.h"

/* ---- the figures of a row --------------------------------------------------------------------- */

/* Rates with the columns that they are made of. */
static const struct {
	const char *rate, *part, *whole;
} row_rates[] = {
	{"team_rate", "teams_with_project", "teams"},
	{"team_rate", "teams", "teams_total"},
	{"attainment", "person_years", "target_hours"}, /* whose cells are minutes of the stage asked for */
	{"coverage", "covered_cases", "unit_cases"},
	{"realisation", "actual_hours", "estimate_of_actual_hours"},
	{"registered_rate", "teams_registered", "teams"},
	{"interim_rate", "teams_interim", "teams"},
	{"actual_rate", "teams_actual", "teams"},
	{"completion", "attended", "invited"},
	{"flow_attainment", "flow_hours", "target_hours"},
	{"stock_attainment", "stock_hours", "target_hours"},
};

/* A figure in the unit that it is exact in: 3,685 min. */
static void row_add_exact(const struct table *table, size_t row, size_t column, struct strbuf *out)
{
	const enum column_type type = table->columns.items[column].type;
	struct strbuf text = {0};

	decimal_add_triangle(&text, table->rows.items[row].cells[column].number, 0, false);
	if (type == COLUMN_HOURS || type == COLUMN_PERSON_YEARS || type == COLUMN_MINUTES)
		strbuf_addf(out, _("%s min"), strbuf_text(&text));
	else
		strbuf_add_text(out, strbuf_text(&text));
	strbuf_free(&text);
}

/* The division behind a rate: （684÷700）. Nothing for what is no rate. */
static void row_add_division(const struct table *table, size_t row, size_t column,
	struct strbuf *out)
{
	const struct table_cell *const cells = table->rows.items[row].cells;

	for (size_t i = 0; i < sizeof row_rates / sizeof row_rates[0]; i++) {
		const int part = table_column_index(table, row_rates[i].part);
		const int whole = table_column_index(table, row_rates[i].whole);

		if (strcmp(row_rates[i].rate, table->columns.items[column].id) != 0 || part < 0 ||
			whole < 0 || cells[part].kind != CELL_NUMBER || cells[whole].kind != CELL_NUMBER)
			continue;
		strbuf_add_text(out, _(" ("));
		row_add_exact(table, row, (size_t)part, out);
		strbuf_add_text(out, _(" ÷ "));
		row_add_exact(table, row, (size_t)whole, out);
		strbuf_add_text(out, _(")"));
		return;
	}
}

static void row_write(const struct table *table, size_t row, int depth, struct strbuf *out)
{
	const char *before = "";
	size_t figures = 0;

	/* the figures stand after the texts that name a row */
	while (figures < table->columns.count && (!table->columns.items[figures].people ||
		table->columns.items[figures].type == COLUMN_TEXT ||
		table->columns.items[figures].type == COLUMN_CODE))
		figures++;
	explaining_indent(out, depth);
	for (size_t c = 0; c < figures; c++) {
		const struct table_cell *const cell = &table->rows.items[row].cells[c];

		if (!table->columns.items[c].people || cell->kind != CELL_TEXT || !*cell->text)
			continue;
		strbuf_addf(out, "%s%s", before, cell->text);
		before = " ";
	}
	before = _(": ");
	for (size_t c = figures; c < table->columns.count; c++) {
		const struct table_column *const column = &table->columns.items[c];
		const struct table_cell *const cell = &table->rows.items[row].cells[c];

		if (!column->people || cell->kind == CELL_EMPTY)
			continue;
		strbuf_addf(out, "%s%s ", before, column->label);
		table_cell_text(table, row, c, TABLE_PEOPLE, out);
		if (column->type == COLUMN_HOURS) {
			strbuf_add_text(out, _(" ("));
			row_add_exact(table, row, c, out);
			strbuf_add_text(out, _(")"));
		}
		row_add_division(table, row, c, out);
		before = _(", ");
	}
	strbuf_add_char(out, '\n');
}

/* ---- the page ---------------------------------------------------------------------------------- */

bool explaining_rows(const struct explaining_page *page, const struct explaining_kind *kind,
	struct error *err)
{
	const struct table *const table = page->table;
	struct explaining_items items = {0};
	bool written = kind->behind || explaining_items_find(page, kind, &items, err);

	assert(page->row < (int)table->rows.count);
	table_heading(table, page->out);
	strbuf_add_text(page->out, "  ");
	table_caption(table, page->out);
	strbuf_add_char(page->out, '\n');
	const size_t before = page->out->length;
	table_scope_rest(table, page->out);
	if (page->out->length > before)
		strbuf_add_char(page->out, '\n');
	for (size_t r = 0; page->row < 0 && r < table->rows.count; r++)
		if (table->rows.items[r].kind == ROW_TOTAL)
			row_write(table, r, 0, page->out);
	if (kind->remark)
		strbuf_addf(page->out, "%s\n", _(kind->remark));
	for (size_t r = 0; written && r < table->rows.count; r++) {
		if (table->rows.items[r].kind == ROW_TOTAL || (page->row >= 0 && page->row != (int)r))
			continue;
		row_write(table, r, 1, page->out);
		written = kind->behind ? kind->behind(page, r, err) :
			explaining_items_write(page, kind, &items, r, err);
	}
	explaining_items_free(&items);
	return written;
}
