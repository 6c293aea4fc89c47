#include "config.h"

#include "ui/home/s_home.h"

#include "base/i18n.h"
#include "model/table_scope.h"
#include "service/results/rollups.h"
#include "ui/form/s_form.h"
#include "ui/home/private.h"
#include "ui/kit/export_table.h"
#include "ui/projects/s_projects.h"
#include "ui/reports/s_report.h"
#include "ui/rollup/rollup_explain.h"
#include "ui/rollup/s_rollup.h"

static bool home_open_screen(struct app *app, struct screen *screen, const void *argument,
	struct error *err)
{
	struct home *home = screen->state;

	(void)argument;
	(void)err;
	home->pane = HOME_LEFT;
	home_read_soon(app, home);
	return true;
}

static bool home_reload(struct app *app, struct screen *screen, struct error *err)
{
	(void)err;
	home_read_soon(app, screen->state);
	return true;
}

/* Keys are looked after while the facts of a large database are read. */
enum { WAIT_MS = 3 };

static bool home_tick(struct app *app, struct screen *screen)
{
	struct home *home = screen->state;
	struct error err = {0};

	if (home->overlaps_due) {
		app_redraw(app);
		if (!home_overlaps_read(app, home, &err))
			app_error(app, &err);
	}
	if (!home->waiting)
		return false;
	if (!rollups_ready(app->session, WAIT_MS))
		return true;
	home->waiting = false;
	app_redraw(app);
	home_read(app, home);
	return false;
}

static void home_draw_screen(struct app *app, struct screen *screen, struct canvas *canvas,
	struct area area)
{
	struct home *home = screen->state;

	if (home->waiting)
		draw_text(canvas, area, area.rows / 2, 0, area.columns, _("Counting the projects…"),
			TEXT_CENTER, THEME_LABEL);
	else if (home->trouble.code != ERROR_NONE && !home->has_tables) {
		const int y = 1 + draw_wrapped(canvas, area, 1, home->trouble.message, THEME_ERROR);

		draw_wrapped(canvas, area, y + 1,
			_("The figures of this page cannot be read; everything else can be opened as ever."),
			THEME_NORMAL);
	} else
		home_draw(app, home, canvas, area);
}

/* Year, stage, basis and H of the figures, and whether they were proved. */
static void home_status(const struct app *app, const struct screen *screen, struct strbuf *out)
{
	const struct home *home = screen->state;

	if (!home->has_tables)
		return;
	table_caption(&home->tables[0], out);
	strbuf_addf(out, "  %s %s", home->tables[0].ties && home->tables[1].ties ? _("Ties") :
		_("Does not tie"), home->tables[0].ties && home->tables[1].ties ?
		app->theme.glyphs.check : "!");
}

/* ---- what stands behind --------------------------------------------------------------------- */

/* The scope and, for a row of a table, its entry. */
static bool home_pin_row(struct app *app, const struct home *home, rollup_pins *pins)
{
	const struct pivot_query *query;
	const struct table *table;
	const struct dictionary_entry *entry;
	const struct facts *facts;
	struct error err = {0};

	for (size_t i = 0; i < home->scope.count; i++)
		rollup_pins_add(pins, home->scope.items[i].dimension, home->scope.items[i].code,
			home->scope.items[i].name);
	if (home->pane != HOME_LEFT && home->pane != HOME_RIGHT)
		return true;
	query = &home->queries[home->pane - HOME_LEFT];
	facts = rollups_facts(app->session, query->fiscal_year, NULL, &err);
	if (!facts)
		return app_error(app, &err);
	table = &home->tables[home->pane - HOME_LEFT];
	entry = &facts->dictionary[query->rows[0]].entries.items[
		table->rows.items[home->cursor[home->pane]].key[0]];
	rollup_pins_add(pins, query->rows[0], entry->code,
		table_row_name(table, home->cursor[home->pane]));
	return true;
}

static void home_open_counted(struct app *app, const struct home *home)
{
	struct strbuf filter = {0};
	rollup_pins pins = {0};

	if (home_pin_row(app, home, &pins)) {
		rollup_drill_filter(&pins, "", app->session->fiscal_year, &filter);
		projects_open(app, strbuf_text(&filter));
	}
	rollup_pins_free(&pins);
	strbuf_free(&filter);
}

/* A table narrowed to the scope. */
static void home_open_table(struct app *app, const struct home *home, const char *named,
	bool fewest)
{
	rollup_open(app, &(struct rollup_argument){
		.named = named,
		.unit = home->scope.count > 0 ? home->scope.items[0].code : NULL,
		.fewest_first = fewest,
	});
}

static void home_open_figure(struct app *app, const struct home *home)
{
	switch ((enum home_figure)home->cursor[HOME_SUMMARY]) {
	case HOME_PROJECTS:
		home_open_counted(app, home);
		break;
	case HOME_TEAMS:
		home_open_table(app, home, "teams", true);
		break;
	case HOME_GOAL:
		home_open_table(app, home, "trend", false);
		break;
	default:
		home_open_table(app, home, home->scope.count > 0 ? "teams" : "departments", false);
	}
}

static void home_open_line(struct app *app, const struct home *home, const struct home_line *line)
{
	if (line->missing >= 0)
		report_open(app, &(struct report_argument){
			.id = "coverage",
			.unit = home->scope.count > 0 ? home->scope.items[0].code : NULL,
			.missing = line->missing,
		});
	else if (line->open)
		line->open(app);
	else if (line->filter)
		projects_open(app, line->filter);
}

static void home_open_here(struct app *app, struct home *home)
{
	if (home->cursor[home->pane] >= home_rows(home, home->pane))
		return;
	switch (home->pane) {
	case HOME_SUMMARY:
		home_open_figure(app, home);
		break;
	case HOME_TODO:
		home_open_line(app, home, &home->todo.items[home->cursor[HOME_TODO]]);
		break;
	case HOME_RECENT:
		home_open_line(app, home, &home->recent.items[home->cursor[HOME_RECENT]]);
		break;
	default:
		home_open_counted(app, home);
	}
}

/* ---- actions -------------------------------------------------------------------------------- */

static void home_show(struct app *app, struct home *home)
{
	home->waiting = false;
	home_read(app, home);
}

/* Before anything is done to a figure it must be the one that is shown. */
static struct home *home_settled(struct app *app, struct screen *screen)
{
	struct home *home = screen->state;

	if (home->waiting)
		home_show(app, home);
	return home;
}

static void home_yank(struct app *app, struct screen *screen)
{
	const struct home *home = home_settled(app, screen);
	struct strbuf text = {0};
	const struct table *table;

	if (home->pane == HOME_TODO || home->pane == HOME_RECENT) {
		const struct home_line *lines =
			home->pane == HOME_TODO ? home->todo.items : home->recent.items;

		if (home_rows(home, home->pane) > 0)
			app_copy(app, lines[home->cursor[home->pane]].text);
		return;
	}
	table = &home->tables[home->pane == HOME_RIGHT];
	for (size_t c = 0; table->rows.count > 0 && c < table->columns.count; c++) {
		if (!table->columns.items[c].people)
			continue;
		strbuf_add_text(&text, text.length ? "\t" : "");
		table_cell_text(table, home->pane == HOME_SUMMARY ? table->rows.count - 1 :
			home->cursor[home->pane], c, TABLE_PEOPLE, &text);
	}
	app_copy(app, strbuf_text(&text));
	strbuf_free(&text);
}

static void home_move(struct app *app, struct screen *screen, enum action action)
{
	(void)app;
	home_go(screen->state, action);
}

static void home_open_pane(struct app *app, struct screen *screen)
{
	home_open_here(app, home_settled(app, screen));
}

static void home_new_project(struct app *app, struct screen *screen)
{
	(void)screen;
	form_open(app, 0);
}

static void home_search(struct app *app, struct screen *screen)
{
	(void)screen;
	if (app_show(app, TAB_PROJECTS, NULL))
		app_act(app, ACTION_SEARCH);
}

static void home_explain(struct app *app, struct screen *screen)
{
	struct home *home = home_settled(app, screen);
	rollup_pins pins = {0};

	if (home_pin_row(app, home, &pins))
		rollup_explain(app, &home->queries[home->pane == HOME_RIGHT], &pins, "");
	rollup_pins_free(&pins);
}

static void home_write_out(struct app *app, struct screen *screen)
{
	struct home *home = home_settled(app, screen);

	export_table(app, &home->tables[home->pane == HOME_RIGHT]);
}

static void home_next_stage(struct app *app, struct screen *screen)
{
	struct home *home = screen->state;

	home->stage = (enum stage)((home->stage + 1) % STAGE_COUNT);
	home_show(app, home);
}

static void home_next_basis(struct app *app, struct screen *screen)
{
	struct home *home = screen->state;

	home->basis = (enum basis)((home->basis + 1) % BASIS_COUNT);
	home_show(app, home);
}

static bool home_on_figures(const struct app *app, const struct screen *screen)
{
	const struct home *home = screen->state;

	(void)app;
	return home->pane != HOME_TODO && home->pane != HOME_RECENT;
}

static const struct screen_act home_acts[] = {
	{ACTION_UP, .to = ACTION_PREVIOUS, .each = home_move},
	{ACTION_OPEN, .act = home_open_pane},
	{ACTION_NEW, .act = home_new_project},
	{ACTION_SEARCH, .act = home_search},
	{ACTION_EXPLAIN, .act = home_explain, .offered = home_on_figures},
	{ACTION_STAGE, .act = home_next_stage},
	{ACTION_BASIS, .act = home_next_basis},
	{ACTION_EXPORT, .act = home_write_out, .offered = home_on_figures},
	{ACTION_YANK, .act = home_yank},
	{0},
};

static bool home_click_figure(struct home *home, int x)
{
	for (size_t i = 0; i < home_rows(home, HOME_SUMMARY); i++) {
		if (x >= home->figure_x[i] && x < home->figure_x[i + 1]) {
			home->cursor[HOME_SUMMARY] = i;
			return true;
		}
	}
	return false;
}

static bool home_mouse(struct app *app, struct screen *screen, const struct event *event)
{
	struct home *home = screen->state;
	bool wheel = event->mouse == MOUSE_WHEEL_UP || event->mouse == MOUSE_WHEEL_DOWN;

	if (home->waiting)
		return false;
	for (int pane = 0; pane < HOME_PANES; pane++) {
		struct area area = home->areas[pane];

		if (!area_contains(area, event->y, event->x))
			continue;
		home->pane = (enum home_pane)pane;
		if (wheel)
			home_go_to_row(home, (int64_t)home->cursor[pane] +
				(event->mouse == MOUSE_WHEEL_UP ? -1 : 1));
		else if (pane != HOME_SUMMARY)
			home_go_to_row(home, (int64_t)home->top[pane] + event->y - area.y);
		else if (!home_click_figure(home, event->x - area.x))
			return true;
		if (event->mouse == MOUSE_DOUBLE)
			home_open_here(app, home);
		return true;
	}
	return false;
}

static void home_close_screen(struct app *app, struct screen *screen)
{
	(void)app;
	home_free(screen->state);
}

const struct screen_ops s_home_ops = {
	.title = N_("Home"),
	.context = CONTEXT_HOME,
	.acts = home_acts,
	.private_size = sizeof(struct home),
	.open = home_open_screen,
	.reload = home_reload,
	.draw = home_draw_screen,
	.mouse = home_mouse,
	.status = home_status,
	.tick = home_tick,
	.close = home_close_screen,
};
