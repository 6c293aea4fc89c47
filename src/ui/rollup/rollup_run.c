/* rollup_run - running a rollup and moving in it. */
#include "config.h"

#include "ui/rollup/private.h"

#include <stdio.h>
#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "model/fiscal_year.h"
#include "service/results/rollups.h"
#include "service/results/rollups_span.h"
#include "ui/kit/report.h"
#include "ui/projects/s_projects.h"
#include "ui/rollup/rollup_explain.h"
#include "ui/widget/w_table_order.h"

enum { NARROW = 60 };

/* ---- the table ------------------------------------------------------------------------------ */

/* `[` and `]` below a year that was opened go to that year's neighbours. */
static void rollup_run_follow_year(const struct app *app, struct rollup *rollup)
{
	int year = app->session->fiscal_year;
	char name[FISCAL_YEAR_TEXT];

	if (rollup->fiscal_year == year)
		return;
	rollup->fiscal_year = year;
	fiscal_year_format(year, name);
	for (size_t i = 0; i < rollup->pins.count; i++) {
		struct rollup_pin *pin = &rollup->pins.items[i];

		if (pin->dimension != DIMENSION_FISCAL_YEAR)
			continue;
		free(pin->code);
		free(pin->name);
		pin->code = xasprintf("%d", year);
		pin->name = xstrdup(name);
	}
}

static void rollup_run_go_up(struct rollup *rollup)
{
	struct rollup_level level = rollup->levels.items[--rollup->levels.count];

	rollup_pins_cut(&rollup->pins, level.pins);
	rollup->query = level.query;
	rollup->named = level.named;
	rollup->view.cursor_row = level.cursor_row;
	rollup->view.cursor_column = level.cursor_column;
	rollup->view.top = level.top;
	rollup->view.left = level.left;
	rollup->climbed = true;
}

/* Fills in what of the query depends on the data. A unit that the year does not have leads up. */
static bool rollup_run_prepare(struct app *app, struct rollup *rollup, struct error *err)
{
	const struct rollup_pin *unknown;

	rollup_run_follow_year(app, rollup);
	rollup->query.goal = true;
	for (;;) {
		const int pinned = rollup_pins_year(&rollup->pins);
		bool years = rollup->query.column == DIMENSION_FISCAL_YEAR;
		const struct facts *facts;
		struct rollups_span span;

		for (size_t i = 0; i < rollup->query.row_count; i++)
			years = years || rollup->query.rows[i] == DIMENSION_FISCAL_YEAR;
		rollup->query.fiscal_year =
			years ? 0 : pinned ? pinned : app->session->fiscal_year;
		if (!rollups_span_read(rollup->query.fiscal_year, rollup->filter, &span, err))
			return false;
		rollup->query.fiscal_year = span.fiscal_year;
		rollups_span_free(&span);
		facts = rollups_facts(app->session, rollup->query.fiscal_year, rollup->filter, err);
		if (!facts)
			return false;
		if (rollup_pins_apply(&rollup->pins, facts, &rollup->query, &unknown))
			return true;
		app_warn(app, _("“%s” is not there in this fiscal year."), unknown->name);
		if (rollup->levels.count > 0)
			rollup_run_go_up(rollup);
		else
			rollup_pins_cut(&rollup->pins, 0);
	}
}

/* The column that names the entries of a dimension to people; -1 for none. */
static int rollup_run_name_column(const struct table *table, enum dimension dimension)
{
	char id[64];
	int column;

	snprintf(id, sizeof id, "%s_shown", dimensions[dimension].field_id);
	column = table_column_index(table, id);
	return column >= 0 ? column : table_column_index(table, dimensions[dimension].field_id);
}

void rollup_fit(struct rollup *rollup, int columns)
{
	const struct table *table = &rollup->table;
	int name = rollup_run_name_column(table, rollup->query.rows[0]);
	size_t first = columns < NARROW && name > 0 && rollup->query.row_count == 1 ? (size_t)name : 0;
	size_t fixed = 0;

	for (size_t c = first; c < table->columns.count && !rollup_is_made(rollup); c++) {
		if (table->columns.items[c].type == COLUMN_TEXT && table->columns.items[c].people)
			fixed++;
	}
	rollup->columns = columns;
	rollup->view.first = first;
	rollup->view.fixed = fixed;
	w_table_set(&rollup->view, table);
}

static void rollup_run_take_table(struct rollup *rollup, struct table *table)
{
	if (rollup->has_table && !rollup->climbed) {
		/* The cursor stays on its figure: columns of another table stand elsewhere. */
		const struct table_column *column =
			&rollup->table.columns.items[rollup->view.cursor_column];
		const char *figure = strrchr(column->id, ':');
		int at = table_column_index(table, column->id);

		/* below one column of several there is only its figure */
		if (at < 0 && figure)
			at = table_column_index(table, figure + 1);
		rollup->view.cursor_column = at < 0 || column->type == COLUMN_TEXT ? 0 : (size_t)at;
	}
	rollup->climbed = false;
	if (rollup->again && rollup->has_table && table->rows.count > 0)
		rollup->view.cursor_row = w_table_same_row(&rollup->view, table);
	if (rollup->has_table)
		table_free(&rollup->table);
	rollup->table = *table;
	rollup->has_table = true;
	if (rollup->named) {
		rollup->table.id = rollup->named->id;
		rollup->table.title = arena_strdup(&rollup->table.arena, _(rollup->named->title));
	}
	rollup->view.sort_column = rollup->query.sort_column;
	rollup->view.sort_descending = rollup->query.sort_descending;
	rollup_cells_set(&rollup->cells, rollup->cells.look, &rollup->table, &rollup->view);
	rollup_fit(rollup, rollup->columns);
}

/* What a ready-made table that is no pivot is asked for. */
static struct rollups_choice rollup_run_choice(const struct app *app, const struct rollup *rollup)
{
	struct rollups_choice choice = rollups_choice(app->session->fiscal_year);

	choice.stage = rollup->query.stage;
	choice.basis = rollup->query.basis;
	choice.filter = rollup->filter;
	return choice;
}

static bool rollup_run_as_asked(struct app *app, struct rollup *rollup, struct error *err)
{
	struct table table;

	if (!rollup_run_prepare(app, rollup, err))
		return false;
	if (rollup_is_made(rollup)) {
		const struct rollups_choice choice = rollup_run_choice(app, rollup);

		if (!rollups_table(app->session, rollup->named->id, &choice, &table, err))
			return false;
	} else {
		if (!rollups_pivot(app->session, &rollup->query, rollup->filter, &table, err))
			return false;

		/* The column to sort by may stand elsewhere now, or be gone. */
		const int at = rollup->sort_id ? table_column_index(&table, rollup->sort_id) : -1;
		const bool moved = at != rollup->query.sort_column;

		rollup->query.sort_column = at;
		if (moved) {
			table_free(&table);
			if (!rollups_pivot(app->session, &rollup->query, rollup->filter, &table,
				err))
				return false;
		}
	}
	rollup_run_take_table(rollup, &table);
	return rollup_chart_read(app, rollup, err);
}

/* A trial is this screen's own: every other one shows what is. */
bool rollup_run(struct app *app, struct rollup *rollup, struct error *err)
{
	app->session->rules_year = rollup->rules_year;
	app->session->units_year = rollup->units_year;
	const bool made = rollup_run_as_asked(app, rollup, err);
	app->session->rules_year = app->session->units_year = 0;
	return made;
}

void rollup_show(struct app *app, struct rollup *rollup)
{
	struct error err = {0};

	if (!rollup_run(app, rollup, &err))
		app_error(app, &err);
	app_redraw(app);
}

static void rollup_run_forget_sort(struct rollup *rollup)
{
	free(rollup->sort_id);
	rollup->sort_id = NULL;
	rollup->query.sort_column = -1;
}

void rollup_set_named(struct rollup *rollup, const struct named_table *named)
{
	enum stage stage = rollup->query.stage;
	enum basis basis = rollup->query.basis;

	named_query(named, rollup->fiscal_year, stage, basis, &rollup->query);
	rollup->named = named;
	/* figures in both directions are seen best as a heat map */
	if (rollup->query.column >= 0)
		rollup->cells.look = ROLLUP_SHADES;
	else if (rollup->cells.look == ROLLUP_SHADES)
		rollup->cells.look = ROLLUP_BAR;
	rollup_pins_cut(&rollup->pins, 0);
	rollup->levels.count = 0;
	rollup_run_forget_sort(rollup);
	rollup->view.cursor_row = rollup->view.cursor_column = 0;
	rollup->view.top = rollup->view.left = 0;
}

void rollup_sort(struct app *app, struct screen *screen)
{
	struct rollup *rollup = screen->state;
	size_t column = rollup->view.cursor_column;
	const struct table_column *info = &rollup->table.columns.items[column];
	bool large_first = info->type != COLUMN_TEXT;

	if (rollup->sort_id && strcmp(rollup->sort_id, info->id) == 0) {
		if (rollup->query.sort_descending != large_first) {
			rollup_run_forget_sort(rollup);
			rollup_show(app, rollup);
			return;
		}
		rollup->query.sort_descending = !large_first;
	} else {
		free(rollup->sort_id);
		rollup->sort_id = xstrdup(info->id);
		rollup->query.sort_column = (int)column;
		rollup->query.sort_descending = large_first;
	}
	rollup_show(app, rollup);
}

/* ---- down and up ---------------------------------------------------------------------------- */

static const struct table_row *rollup_run_row_here(const struct rollup *rollup)
{
	size_t row = rollup->view.cursor_row;

	return rollup->has_table && row < rollup->table.rows.count ?
		&rollup->table.rows.items[row] : NULL;
}

void rollup_row_name(const struct rollup *rollup, const char *arrow, struct strbuf *out)
{
	const struct table_row *row = rollup_run_row_here(rollup);

	for (size_t c = 0; row && c < rollup->table.columns.count; c++) {
		const struct table_column *column = &rollup->table.columns.items[c];

		if (column->type != COLUMN_TEXT || !column->people || row->cells[c].kind != CELL_TEXT)
			continue;
		if (out->length > 0)
			strbuf_addf(out, " %s ", arrow);
		strbuf_add_text(out, row->cells[c].text);
	}
}

/* Pins what the cursor's cell is the figure of: the entries of its row, and of its column. */
static bool rollup_run_pin_cell(struct app *app, struct rollup *rollup, rollup_pins *pins)
{
	struct error err = {0};
	const struct table_row *row = rollup_run_row_here(rollup);
	int64_t group = rollup->table.columns.items[rollup->view.cursor_column].group;
	const struct facts *facts = rollups_facts(app->session, rollup->query.fiscal_year,
		rollup->filter, &err);

	if (!facts)
		return app_error(app, &err);
	for (size_t i = 0; i < rollup->query.row_count; i++) {
		enum dimension dimension = rollup->query.rows[i];
		const struct dictionary_entry *entry;

		if (row->key[i] < 0)
			continue;
		entry = &facts->dictionary[dimension].entries.items[row->key[i]];

		const int name = rollup_run_name_column(&rollup->table, dimension);
		const bool shown = name >= 0 && row->cells[name].kind == CELL_TEXT;

		rollup_pins_add(pins, dimension, entry->code,
			shown ? row->cells[name].text : entry->name);
	}
	if (rollup->query.column >= 0 && group >= 0) {
		enum dimension dimension = (enum dimension)rollup->query.column;
		const struct dictionary_entry *entry =
			&facts->dictionary[dimension].entries.items[group];

		rollup_pins_add(pins, dimension, entry->code, entry->name);
	}
	return true;
}

static void rollup_run_copy_pins(const rollup_pins *from, rollup_pins *to)
{
	for (size_t i = 0; i < from->count; i++)
		rollup_pins_add(to, from->items[i].dimension, from->items[i].code, from->items[i].name);
}

static void rollup_run_go_down(struct app *app, struct rollup *rollup, rollup_pins *pins, int next)
{
	*vec_add(&rollup->levels) = (struct rollup_level){
		.query = rollup->query,
		.named = rollup->named,
		.pins = rollup->pins.count,
		.cursor_row = rollup->view.cursor_row,
		.cursor_column = rollup->view.cursor_column,
		.top = rollup->view.top,
		.left = rollup->view.left,
	};
	rollup_pins_cut(&rollup->pins, 0);
	rollup_run_copy_pins(pins, &rollup->pins);
	rollup->query.rows[0] = (enum dimension)next;
	rollup->query.row_count = 1;
	if (rollup->query.column >= 0 &&
		rollup_pins_has(pins, (enum dimension)rollup->query.column))
		rollup->query.column = -1;
	rollup->named = NULL;
	rollup->view.cursor_row = rollup->view.top = 0;
	rollup_show(app, rollup);
}

void rollup_open_cell(struct app *app, struct screen *screen)
{
	struct rollup *rollup = screen->state;
	const struct table_row *row = rollup_run_row_here(rollup);
	rollup_pins pins = {0};
	int next;

	if (!row)
		return;
	rollup_run_copy_pins(&rollup->pins, &pins);
	if (rollup_run_pin_cell(app, rollup, &pins)) {
		next = rollup_drill_next(&pins);
		/* a total has nothing to go down by: its projects are what stands behind it */
		if (next < 0 || row->kind == ROW_TOTAL) {
			int pinned = rollup_pins_year(&pins);
			struct strbuf filter = {0};

			rollup_drill_filter(&pins, rollup->filter, pinned ? pinned :
				rollup->query.fiscal_year, &filter);
			projects_open(app, strbuf_text(&filter));
			strbuf_free(&filter);
		} else
			rollup_run_go_down(app, rollup, &pins, next);
	}
	rollup_pins_free(&pins);
}

void rollup_climb(struct app *app, struct screen *screen)
{
	struct rollup *rollup = screen->state;

	assert(rollup->levels.count > 0);
	rollup_run_go_up(rollup);
	rollup_show(app, rollup);
}

/* ---- where a figure comes from -------------------------------------------------------------- */

void rollup_explain_cell(struct app *app, struct screen *screen)
{
	struct rollup *rollup = screen->state;
	rollup_pins pins = {0};

	if (rollup_is_made(rollup)) {
		const struct rollups_choice choice = rollup_run_choice(app, rollup);

		report_explain(app, rollup->named, &choice, &rollup->table,
			rollup->view.cursor_row);
		return;
	}
	rollup_run_copy_pins(&rollup->pins, &pins);
	if (rollup_run_row_here(rollup) && rollup_run_pin_cell(app, rollup, &pins))
		rollup_explain(app, &rollup->query, &pins, rollup->filter);
	rollup_pins_free(&pins);
}
