#include "config.h"

#include "ui/reports/s_report.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "rollup/coverage.h"
#include "ui/kit/caption.h"
#include "ui/kit/export_table.h"
#include "ui/kit/report.h"
#include "ui/kit/w_choice.h"
#include "ui/office/s_office_table.h"
#include "ui/projects/s_projects.h"
#include "ui/reports/s_indicator.h"
#include "ui/widget/w_table_order.h"

static bool report_page_open_screen(struct app *app, struct screen *screen, const void *argument,
	struct error *err)
{
	const struct report_argument *wanted = argument;
	struct report *report = screen->state;

	report_init(report, app->session, named_find(wanted->id));
	report->choice.step = wanted->missing;
	if (wanted->missing >= 0)
		report->choice.rows = -1; /* what is missing is asked of teams */
	if (wanted->unit)
		text_copy(report->unit, sizeof report->unit, wanted->unit);
	if (report_run(app, report, err))
		return true;
	report_free(report);
	return false;
}

static bool report_page_reload(struct app *app, struct screen *screen, struct error *err)
{
	return report_run(app, screen->state, err);
}

static void report_page_show(struct app *app, struct report *report)
{
	struct error err = {0};

	if (!report_run(app, report, &err))
		app_error(app, &err);
}

/* ---- drawing --------------------------------------------------------------------------------- */

static void report_page_draw(struct app *app, struct screen *screen, struct canvas *canvas,
	struct area area)
{
	struct report *report = screen->state;
	const struct unit_tree *units = session_units(app->session, app->session->fiscal_year, NULL);
	const int unit = units && *report->unit ? unit_tree_find(units, report->unit) : -1;
	int x = 1;

	x += draw_text(canvas, area, 0, x, -1, report->table.title, TEXT_LEFT, THEME_TITLE) + 2;
	x += draw_text(canvas, area, 0, x, -1,
		     unit >= 0 ? units->nodes.items[unit].unit.name : app->session->body.name,
		     TEXT_LEFT, THEME_STRONG) + 2;
	if (report->choice.step >= 0)
		draw_format(canvas, area, 0, x, THEME_LABEL, _("[missing: %s]"),
			coverage_step_label((enum coverage_step)report->choice.step));
	report_fit(report, area.columns);
	w_table_draw(&report->view, canvas, area_part(area, 1, 1, area.rows - 2, area.columns - 2),
		true);
	w_table_draw_empty(&report->view, canvas, report_empty(report->named));
	caption_draw(&report->table, canvas, area, area.rows - 1);
}

static void report_page_status(const struct app *app, const struct screen *screen,
	struct strbuf *out)
{
	const struct report *report = screen->state;

	(void)app;
	if (!report->table.ties)
		strbuf_add_text(out, caption_difference(&report->table));
	else
		strbuf_addf(out, "%zu / %zu", report->table.rows.count ? report->view.cursor_row + 1 : 0,
			report->table.rows.count);
}

/* ---- what stands behind a row ---------------------------------------------------------------- */

/* The columns whose code a row's projects can be found by, the narrowest first. */
static const struct {
	const char *column, *key;
} ways[] = {
	{"number", "number:"},
	{"team_code", "team:="},
	{"section_code", "section:="},
	{"department_code", "dept:="},
};

static void report_page_open_row(struct app *app, struct screen *screen)
{
	struct report *report = screen->state;
	const struct table *table = &report->table;
	struct strbuf filter = {0};

	for (size_t i = 0; i < sizeof ways / sizeof ways[0] && filter.length == 0; i++) {
		const int column = table_column_index(table, ways[i].column);
		const struct table_cell *cell = column < 0 || table->rows.count == 0 ? NULL :
			&table->rows.items[report->view.cursor_row].cells[column];

		if (cell && cell->kind == CELL_TEXT && *cell->text)
			strbuf_addf(&filter, "%s%s", ways[i].key, cell->text);
	}
	if (filter.length)
		projects_open(app, strbuf_text(&filter));
	strbuf_free(&filter);
}

/* ---- what is asked for ----------------------------------------------------------------------- */

static void report_page_choose_unit(struct app *app, struct screen *screen)
{
	struct report *report = screen->state;
	struct error err = {0};
	const struct unit_tree *units =
		session_units(app->session, app->session->fiscal_year, &err);
	VEC(struct w_choice_entry) entries = {0};
	VEC(const char *) codes = {0};
	int initial = 0;

	if (!units) {
		app_error(app, &err);
		return;
	}
	*vec_add(&entries) = (struct w_choice_entry){.label = app->session->body.name};
	*vec_add(&codes) = "";
	for (size_t i = 0; i < units->nodes.count; i++) {
		const struct unit_node *node = &units->nodes.items[i];

		if (node->unit.kind != UNIT_DEPARTMENT && node->unit.kind != UNIT_SECTION)
			continue;
		if (strcmp(node->unit.code, report->unit) == 0)
			initial = (int)entries.count;
		*vec_add(&entries) = (struct w_choice_entry){.label = node->unit.name,
			.reading = unit_tree_found_by(units, (int)i),
			.hint = node->unit.kind == UNIT_SECTION && node->department >= 0 ?
				units->nodes.items[node->department].unit.name : NULL};
		*vec_add(&codes) = node->unit.code;
	}
	const int chosen = w_choice_run(app, _("Unit"), entries.items, entries.count, initial);
	if (chosen >= 0) {
		text_copy(report->unit, sizeof report->unit, codes.items[chosen]);
		report_page_show(app, report);
	}
	vec_free(&entries);
	vec_free(&codes);
}

/* The dimensions that rows of such a table can be. */
static void report_page_choose_rows(struct app *app, struct screen *screen)
{
	struct report *report = screen->state;
	static const enum dimension choices[] = {DIMENSION_DEPARTMENT, DIMENSION_SECTION,
		DIMENSION_TEAM, DIMENSION_PROBLEM_TYPE, DIMENSION_TOOL};
	const bool units_only = report_has_units(report->named);
	struct w_choice_entry entries[sizeof choices / sizeof choices[0]] = {{0}};
	size_t count = 0;

	for (size_t i = 0; i < sizeof choices / sizeof choices[0]; i++) {
		if (units_only && choices[i] > DIMENSION_TEAM)
			break;
		entries[count].label = _(dimensions[choices[i]].label);
		entries[count++].reading = dimensions[choices[i]].id;
	}
	const int chosen = w_choice_run(app, _("Rows"), entries, count, -1);
	if (chosen < 0)
		return;
	report->choice.rows = (int)choices[chosen];
	report_page_show(app, report);
}

static void report_page_next_missing(struct app *app, struct screen *screen)
{
	struct report *report = screen->state;

	if (++report->choice.step == COVERAGE_STEP_COUNT)
		report->choice.step = -1;
	report_page_show(app, report);
}

static void report_page_next_stage(struct app *app, struct screen *screen)
{
	struct report *report = screen->state;

	report->choice.stage = (enum stage)((report->choice.stage + 1) % STAGE_COUNT);
	report_page_show(app, report);
}

static void report_page_next_basis(struct app *app, struct screen *screen)
{
	struct report *report = screen->state;

	report->choice.basis = (enum basis)((report->choice.basis + 1) % BASIS_COUNT);
	report_page_show(app, report);
}

static void report_page_sort_by(struct report *report, size_t column)
{
	if (column < report->table.columns.count)
		w_table_sort(&report->view, &report->table, column);
}

static void report_page_sort_here(struct app *app, struct screen *screen)
{
	struct report *report = screen->state;
	(void)app;
	report_page_sort_by(report, report->view.cursor_column);
}

static void report_page_write_out(struct app *app, struct screen *screen)
{
	struct report *report = screen->state;

	export_table(app, &report->table);
}

static void report_page_yank_cell(struct app *app, struct screen *screen)
{
	struct report *report = screen->state;

	export_cell(app, &report->table, &report->view);
}

static void report_page_explain(struct app *app, struct screen *screen)
{
	struct report *report = screen->state;

	report_explain(app, report->named, &report->choice, &report->table,
		report->view.cursor_row);
}

static void report_page_move(struct app *app, struct screen *screen, enum action action)
{
	struct report *report = screen->state;

	(void)app;
	w_table_action(&report->view, action);
}

static bool report_page_has_units(const struct app *app, const struct screen *screen)
{
	const struct report *report = screen->state;

	(void)app;
	return report_has_units(report->named);
}

static bool report_page_has_rows(const struct app *app, const struct screen *screen)
{
	const struct report *report = screen->state;

	(void)app;
	return report->named->any_rows;
}

static bool report_page_has_missing(const struct app *app, const struct screen *screen)
{
	const struct report *report = screen->state;

	(void)app;
	return report_has_missing(report->named);
}

static bool report_page_has_figures(const struct app *app, const struct screen *screen)
{
	const struct report *report = screen->state;

	(void)app;
	return report->table.has_figures;
}

static const struct screen_act report_page_acts[] = {
	{ACTION_UP, .to = ACTION_LAST, .each = report_page_move},
	{ACTION_OPEN, .act = report_page_open_row},
	{ACTION_ROWS, .act = report_page_choose_rows, .offered = report_page_has_rows},
	{ACTION_MISSING, .act = report_page_next_missing, .offered = report_page_has_missing},
	{ACTION_FILTER, .act = report_page_choose_unit, .offered = report_page_has_units},
	{ACTION_SORT, .act = report_page_sort_here},
	{ACTION_EXPLAIN, .act = report_page_explain},
	{ACTION_STAGE, .act = report_page_next_stage, .offered = report_page_has_figures},
	{ACTION_BASIS, .act = report_page_next_basis, .offered = report_page_has_figures},
	{ACTION_EXPORT, .act = report_page_write_out},
	{ACTION_YANK, .act = report_page_yank_cell},
	{0},
};

static bool report_page_mouse(struct app *app, struct screen *screen, const struct event *event)
{
	struct report *report = screen->state;
	int column = -1;
	const enum w_table_hit hit = w_table_mouse(&report->view, event, &column);

	if (hit == W_TABLE_HEADING)
		report_page_sort_by(report, (size_t)column);
	else if (hit == W_TABLE_CELL_OPENED)
		report_page_open_row(app, screen);
	return hit != W_TABLE_NOWHERE;
}

static bool report_page_go_to(struct app *app, struct screen *screen, const char *id)
{
	struct report *report = screen->state;

	(void)app;
	return w_table_go_to(&report->view, id);
}

static void report_page_close_screen(struct app *app, struct screen *screen)
{
	(void)app;
	report_free(screen->state);
}

static const struct screen_ops s_report_ops = {
	.title = N_("Report"),
	.context = CONTEXT_REPORTS,
	.acts = report_page_acts,
	.private_size = sizeof(struct report),
	.open = report_page_open_screen,
	.reload = report_page_reload,
	.draw = report_page_draw,
	.mouse = report_page_mouse,
	.go_to = report_page_go_to,
	.status = report_page_status,
	.close = report_page_close_screen,
};

/* ---- tab 5 ----------------------------------------------------------------------------------- */

static bool report_page_open_indicators(struct app *app, struct screen *screen,
	const void *argument, struct error *err)
{
	(void)argument;
	return report_page_open_screen(app, screen, &(struct report_argument){.id = "indicators",
		.missing = -1},
		err);
}

static void report_page_open_indicator(struct app *app, struct screen *screen)
{
	const struct report *report = screen->state;
	const struct table *table = &report->table;
	const int code = table_column_index(table, "code");

	if (report->view.cursor_row < table->rows.count && code >= 0)
		indicator_open(app, table->rows.items[report->view.cursor_row].cells[code].text);
}

static void report_page_edit_values(struct app *app, struct screen *screen)
{
	(void)screen;
	office_table_open(app, "indicator-values");
}

static const struct screen_act indicators_acts[] = {
	{ACTION_UP, .to = ACTION_LAST, .each = report_page_move},
	{ACTION_OPEN, .act = report_page_open_indicator},
	{ACTION_EDIT, .act = report_page_edit_values},
	{ACTION_SORT, .act = report_page_sort_here},
	{ACTION_EXPLAIN, .act = report_page_explain},
	{ACTION_CHART, .act = report_page_open_indicator},
	{ACTION_EXPORT, .act = report_page_write_out},
	{ACTION_YANK, .act = report_page_yank_cell},
	{0},
};

static bool report_page_indicators_mouse(struct app *app, struct screen *screen,
	const struct event *event)
{
	struct report *report = screen->state;
	int column = -1;
	const enum w_table_hit hit = w_table_mouse(&report->view, event, &column);

	if (hit == W_TABLE_HEADING)
		report_page_sort_by(report, (size_t)column);
	else if (hit == W_TABLE_CELL_OPENED)
		report_page_open_indicator(app, screen);
	return hit != W_TABLE_NOWHERE;
}

const struct screen_ops s_indicators_ops = {
	.title = N_("Indicators"),
	.context = CONTEXT_INDICATORS,
	.acts = indicators_acts,
	.private_size = sizeof(struct report),
	.open = report_page_open_indicators,
	.reload = report_page_reload,
	.draw = report_page_draw,
	.mouse = report_page_indicators_mouse,
	.go_to = report_page_go_to,
	.status = report_page_status,
	.close = report_page_close_screen,
};

bool report_place(struct app *app, const void *argument)
{
	return app_push(app, &s_report_ops, argument);
}
