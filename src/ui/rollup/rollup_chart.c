#include "config.h"

#include "ui/rollup/rollup_chart.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/decimal.h"
#include "base/i18n.h"
#include "model/fiscal_year.h"
#include "model/start.h"
#include "ui/rollup/private.h"

enum { CHART_ROWS_MIN = 8, HEADING_ROWS = 3, NOTE_ROWS = 2, ROWS_WITH_NOTES = 10 };

/* ---- what there is to show ------------------------------------------------------------------- */

/* The tables whose rows follow one another in time. */
static bool rollup_chart_over_time(const struct rollup *rollup)
{
	return rollup->table.chart.kind == CHART_TREND;
}

bool rollup_chart_possible(const struct rollup *rollup)
{
	return rollup_chart_over_time(rollup) || !rollup_is_made(rollup);
}

void rollup_chart_free(struct rollup_chart *chart)
{
	rollup_stack_free(&chart->stack);
	vec_free(&chart->points);
	arena_free(&chart->arena);
}

/* "R7", "11" of November; what has no code is called as in the table. */
static const char *rollup_chart_label_of(struct rollup *rollup, size_t row)
{
	const bool made = rollup_is_made(rollup);
	const enum dimension dimension = made ? DIMENSION_FISCAL_YEAR : rollup->query.rows[0];
	const struct table *table = &rollup->table;
	char id[64], text[FISCAL_YEAR_TEXT];
	const char *code;
	int column;

	/* the made tables have the year's name and its code under the same id */
	snprintf(id, sizeof id, "%s%s", dimensions[dimension].field_id, made ? "" : "_code");
	column = table_column_index(table, id);
	code = column >= 0 ? table->rows.items[row].cells[column].text : NULL;
	if (made && table->rows.items[row].key[0] > 0)
		code = arena_printf(&rollup->chart.arena, "%d", (int)table->rows.items[row].key[0]);
	if (!code || !*code || dimension == DIMENSION_HALF_YEAR ||
		strcmp(code, START_LATER_CODE) == 0) {
		const int name = table_column_index(table, dimensions[dimension].field_id);

		return name >= 0 && table->rows.items[row].cells[name].text ?
			table->rows.items[row].cells[name].text : "";
	}
	if (dimension == DIMENSION_FISCAL_YEAR)
		fiscal_year_short((int)strtol(code, NULL, 10), text);
	else
		snprintf(text, sizeof text, "%d",
			(int)strtol(strchr(code, '-') ? strchr(code, '-') + 1 : code, NULL, 10));
	return arena_strdup(&rollup->chart.arena, text);
}

bool rollup_chart_read(struct app *app, struct rollup *rollup, struct error *err)
{
	struct rollup_chart *chart = &rollup->chart;

	chart->points.count = 0;
	arena_free(&chart->arena);
	for (size_t r = 0; rollup_chart_over_time(rollup) && r < rollup->table.rows.count; r++)
		if (rollup->table.rows.items[r].kind != ROW_TOTAL)
			*vec_add(&chart->points) =
				(struct chart_point){.label = rollup_chart_label_of(rollup, r)};

	rollup_stack_drop(&chart->stack);
	if (chart->wish != ROLLUP_CHART_ON || rollup_chart_over_time(rollup) || rollup_is_made(rollup))
		return true;
	return rollup_stack_read(app, rollup, &chart->stack, err);
}

/* ---- columns over time ----------------------------------------------------------------------- */

static bool rollup_chart_is_figure(const struct table *table, size_t column)
{
	return !column_type_is_text(table->columns.items[column].type);
}

/* The cursor's column, else the hours, else the first that has figures. */
static size_t rollup_chart_figure_column(const struct rollup *rollup)
{
	const struct table *table = &rollup->table;
	size_t column = rollup->view.cursor_column;
	int hours = table_column_index(table, "hours");

	if (rollup_chart_is_figure(table, column))
		return column;
	for (column = 0; hours < 0 && column < table->columns.count; column++)
		if (rollup_chart_is_figure(table, column))
			hours = (int)column;
	return hours < 0 ? 0 : (size_t)hours;
}

static void rollup_chart_set_series(struct rollup *rollup, int series, size_t column)
{
	const struct table *table = &rollup->table;
	size_t point = 0;

	for (size_t r = 0; r < table->rows.count && point < rollup->chart.points.count; r++) {
		const struct table_row *row = &table->rows.items[r];
		struct chart_point *at = &rollup->chart.points.items[point];
		int decimals;

		if (row->kind == ROW_TOTAL)
			continue;
		at->known[series] = row->cells[column].kind == CELL_NUMBER;
		at->values[series] = table_cell_number(table, r, column, &decimals);
		at->focus = r == rollup->view.cursor_row;
		point++;
	}
}

/* True where there is any. */
static bool rollup_chart_set_targets(struct rollup *rollup, size_t column)
{
	const struct table *table = &rollup->table;
	bool any = false;
	size_t point = 0;

	for (size_t r = 0; r < table->rows.count && point < rollup->chart.points.count; r++) {
		const struct table_row *row = &table->rows.items[r];
		struct chart_point *at = &rollup->chart.points.items[point];

		if (row->kind == ROW_TOTAL)
			continue;
		at->has_target = table_cell_is_number(table, r, column);
		at->target = table_cell_number(table, r, column, NULL);
		any = any || at->has_target;
		point++;
	}
	return any;
}

/* With the figure of the cursor's year, else of the last one. */
static void rollup_chart_add_target_name(const struct rollup *rollup, struct strbuf *out)
{
	int64_t target = 0;
	bool focus = false;

	for (size_t i = 0; i < rollup->chart.points.count && !focus; i++) {
		const struct chart_point *point = &rollup->chart.points.items[i];

		target = point->has_target ? point->target : target;
		focus = point->focus && point->has_target;
	}
	strbuf_addf(out, "%s ", _("Yearly goal"));
	decimal_add_triangle(out, target, 0, false);
}

static void rollup_chart_draw_trend(struct rollup *rollup, struct canvas *canvas, struct area area)
{
	const struct table *table = &rollup->table;
	const struct table_chart *shown = &table->chart;
	const bool made = rollup_is_made(rollup);
	const int first = table_column_index(table, shown->series[0]);
	const int second = made && shown->series[1] ? table_column_index(table, shown->series[1]) : -1;
	const int goal = shown->target ? table_column_index(table, shown->target) : -1;
	const size_t column = made && first >= 0 ? (size_t)first : rollup_chart_figure_column(rollup);
	const enum column_type type = table->columns.items[column].type;
	struct strbuf target = {0};
	struct w_chart chart = {
		.points = rollup->chart.points.items,
		.count = rollup->chart.points.count,
		.names = {table->columns.items[column].label},
		.decimals = type == COLUMN_PERSON_YEARS || type == COLUMN_PERCENT,
	};

	rollup_chart_set_series(rollup, 0, column);
	if (second >= 0) {
		rollup_chart_set_series(rollup, 1, (size_t)second);
		chart.names[1] = table->columns.items[second].label;
	}
	/* the goal is one of what the chart is about, such as hours */
	if (goal >= 0 && (made || (int)column == first) &&
		rollup_chart_set_targets(rollup, (size_t)goal)) {
		rollup_chart_add_target_name(rollup, &target);
		chart.target_name = strbuf_text(&target);
	}
	w_chart_draw(&chart, canvas, area);
	strbuf_free(&target);
}

/* ---- the screen ------------------------------------------------------------------------------ */

static void rollup_chart_draw_table(struct rollup *rollup, struct canvas *canvas, struct area area)
{
	w_table_draw(&rollup->view, canvas, area, true);
	w_table_draw_empty(&rollup->view, canvas, rollup_empty(rollup));
}

void rollup_chart_draw(struct rollup *rollup, struct canvas *canvas, struct area area)
{
	const enum rollup_chart_wish wish = rollup->chart.wish;
	const bool trend = rollup_chart_over_time(rollup);
	int rows = (int)rollup->table.rows.count + HEADING_ROWS;

	/* What the table takes to be seen whole; w_table leaves out the notes of a small one. */
	if (rollup->table.notes.count > 0)
		rows = rows + NOTE_ROWS > ROWS_WITH_NOTES ? rows + NOTE_ROWS : ROWS_WITH_NOTES;

	const int rest = area.rows - rows;

	if (trend)
		rollup->chart.drawn = rollup->chart.points.count > 0 &&
			(wish == ROLLUP_CHART_ON ||
				(wish == ROLLUP_CHART_AUTO && rest >= CHART_ROWS_MIN));
	else
		rollup->chart.drawn = wish == ROLLUP_CHART_ON && rollup->chart.stack.has_table;
	if (!rollup->chart.drawn) {
		rollup_chart_draw_table(rollup, canvas, area);
	} else if (trend && rest >= CHART_ROWS_MIN) {
		rollup_chart_draw_table(rollup, canvas, area_part(area, 0, 0, rows, -1));
		rollup_chart_draw_trend(rollup, canvas, area_part(area, rows, 0, -1, -1));
	} else {
		/* Nothing of the table can be clicked where only the chart is. */
		rollup->view.area = area_part(area, 0, 0, 0, 0);
		if (rollup_chart_over_time(rollup))
			rollup_chart_draw_trend(rollup, canvas, area);
		else
			rollup_stack_draw(rollup, &rollup->chart.stack, canvas, area);
	}
}

bool rollup_chart_mouse(struct rollup *rollup, const struct event *event, bool *opened)
{
	return rollup->chart.drawn && !rollup_chart_over_time(rollup) &&
		rollup_stack_mouse(rollup, &rollup->chart.stack, event, opened);
}
