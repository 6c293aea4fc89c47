#include "config.h"

#include "ui/rollup/s_rollup.h"

#include <stdlib.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "base/text.h"
#include "ui/kit/caption.h"
#include "ui/kit/export_table.h"
#include "ui/rollup/private.h"

/* ---- opening -------------------------------------------------------------------------------- */

static bool rollup_show_wanted(struct app *app, struct rollup *rollup,
	const struct rollup_argument *wanted, struct error *err)
{
	const struct named_table *named =
		wanted && wanted->named ? named_find(wanted->named) : &named_tables[0];

	rollup->fiscal_year = app->session->fiscal_year;
	rollup_set_named(rollup, named);
	if (wanted && wanted->unit) {
		/* the unit that everything is narrowed to */
		const struct unit_tree *units =
			session_units(app->session, app->session->fiscal_year, err);

		if (!units)
			return false;
		rollup_pins_add_unit(&rollup->pins, units, wanted->unit);
	}
	if (wanted && wanted->fewest_first) {
		rollup->sort_id = xstrdup("projects");
		rollup->query.sort_descending = false;
	}
	return rollup_run(app, rollup, err);
}

static bool rollup_open_screen(struct app *app, struct screen *screen, const void *argument,
	struct error *err)
{
	struct rollup *rollup = screen->state;

	rollup->filter = xstrdup("");
	rollup->columns = 80;
	w_table_init(&rollup->view);
	pivot_query_init(&rollup->query);
	if (rollup_show_wanted(app, rollup, argument, err))
		return true;
	screen->ops->close(app, screen);
	return false;
}

static bool rollup_reopen(struct app *app, struct screen *screen, const void *argument,
	struct error *err)
{
	return rollup_show_wanted(app, screen->state, argument, err);
}

static bool rollup_reload(struct app *app, struct screen *screen, struct error *err)
{
	struct rollup *rollup = screen->state;
	bool done;

	rollup->again = true;
	done = rollup_run(app, rollup, err);
	rollup->again = false;
	return done;
}

/* ---- drawing -------------------------------------------------------------------------------- */

static void rollup_draw_title(const struct app *app, const struct rollup *rollup,
	const struct canvas *canvas, struct area area)
{
	struct strbuf crumbs = {0}, filter = {0};
	int title, width = 0;

	if (*rollup->filter)
		strbuf_addf(&filter, "[%s]", rollup->filter);
	rollup_trial_label(rollup, &filter);
	if (filter.length) {
		width = text_width(strbuf_text(&filter));
		width = width < area.columns / 2 ? width : area.columns / 2;
		draw_text(canvas, area, 0, area.columns - width - 1, width, strbuf_text(&filter),
			TEXT_LEFT, THEME_LABEL);
	}
	title = text_width(rollup_title(rollup));
	title = title < area.columns - width - 3 ? title : area.columns - width - 3;
	draw_text(canvas, area, 0, 1, title, rollup_title(rollup), TEXT_LEFT, THEME_TITLE);
	rollup_drill_crumbs(&rollup->pins, app->session->body.name, canvas->theme->glyphs.right,
		area.columns - width - title - 5, &crumbs);
	draw_text(canvas, area, 0, title + 3, area.columns - width - title - 5,
		strbuf_text(&crumbs), TEXT_LEFT, THEME_STRONG);
	strbuf_free(&crumbs);
	strbuf_free(&filter);
}

static void rollup_draw(struct app *app, struct screen *screen, struct canvas *canvas,
	struct area area)
{
	struct rollup *rollup = screen->state;

	if (!rollup->has_table)
		return;
	if (rollup->columns != area.columns)
		rollup_fit(rollup, area.columns);
	rollup_draw_title(app, rollup, canvas, area);
	/* the columns of a table that is no pivot are not alike: no bar stands for them */
	if (rollup_is_made(rollup))
		rollup->view.bar_column = -1;
	else
		rollup_cells_fill_room(&rollup->cells, &rollup->view);
	rollup_chart_draw(rollup, canvas, area_part(area, 1, 1, area.rows - 2, area.columns - 2));
	caption_draw(&rollup->table, canvas, area, area.rows - 1);
}

static void rollup_status(const struct app *app, const struct screen *screen, struct strbuf *out)
{
	const struct rollup *rollup = screen->state;

	if (!rollup->has_table)
		return;
	if (!rollup->table.ties)
		strbuf_add_text(out, caption_difference(&rollup->table));
	else
		rollup_row_name(rollup, app->theme.glyphs.right, out);
}

/* ---- actions -------------------------------------------------------------------------------- */

static void rollup_move(struct app *app, struct screen *screen, enum action action)
{
	struct rollup *rollup = screen->state;

	(void)app;
	w_table_action(&rollup->view, action);
}

static void rollup_yank_cell(struct app *app, struct screen *screen)
{
	struct rollup *rollup = screen->state;

	export_cell(app, &rollup->table, &rollup->view);
}

static void rollup_next_look(struct app *app, struct screen *screen)
{
	struct rollup *rollup = screen->state;
	enum rollup_look look = (enum rollup_look)((rollup->cells.look + 1) % ROLLUP_LOOKS);

	rollup_cells_set(&rollup->cells, look, &rollup->table, &rollup->view);
	app_message(app, "%s", rollup_look_label(look));
}

static void rollup_next_stage(struct app *app, struct screen *screen)
{
	struct rollup *rollup = screen->state;

	rollup->query.stage = (enum stage)((rollup->query.stage + 1) % STAGE_COUNT);
	rollup_show(app, rollup);
}

static void rollup_next_basis(struct app *app, struct screen *screen)
{
	struct rollup *rollup = screen->state;

	rollup->query.basis = (enum basis)((rollup->query.basis + 1) % BASIS_COUNT);
	rollup_show(app, rollup);
}

static void rollup_share(struct app *app, struct screen *screen)
{
	rollup_toggle_measure(app, screen->state, MEASURE_SHARE);
}

static void rollup_change(struct app *app, struct screen *screen)
{
	rollup_toggle_measure(app, screen->state, MEASURE_CHANGE);
}

static void rollup_write_out(struct app *app, struct screen *screen)
{
	struct rollup *rollup = screen->state;

	export_table(app, &rollup->table);
}

/* A ready-made table that is no pivot has its own rows and columns, and no way down. */
static bool rollup_is_pivot(const struct app *app, const struct screen *screen)
{
	(void)app;
	return !rollup_is_made(screen->state);
}

static bool rollup_has_rows(const struct app *app, const struct screen *screen)
{
	const struct rollup *rollup = screen->state;

	(void)app;
	return rollup->has_table;
}

static bool rollup_can_climb(const struct app *app, const struct screen *screen)
{
	const struct rollup *rollup = screen->state;

	(void)app;
	return rollup->levels.count > 0;
}

static bool rollup_can_chart(const struct app *app, const struct screen *screen)
{
	(void)app;
	return rollup_chart_possible(screen->state);
}

static void rollup_toggle_chart(struct app *app, struct screen *screen)
{
	struct rollup *rollup = screen->state;

	rollup->chart.wish = rollup->chart.drawn ? ROLLUP_CHART_OFF : ROLLUP_CHART_ON;
	rollup_show(app, rollup);
}

static const struct screen_act rollup_acts[] = {
	{ACTION_UP, .to = ACTION_LAST, .each = rollup_move},
	{ACTION_OPEN, .act = rollup_open_cell, .offered = rollup_is_pivot},
	{ACTION_NAMED, .act = rollup_choose_named},
	{ACTION_ROWS, .act = rollup_choose_rows, .offered = rollup_is_pivot},
	{ACTION_ACROSS, .act = rollup_choose_column, .offered = rollup_is_pivot},
	{ACTION_MEASURE, .act = rollup_choose_measures, .offered = rollup_is_pivot},
	{ACTION_SEARCH, .act = rollup_choose_row},
	{ACTION_FILTER, .act = rollup_ask_filter},
	{ACTION_SORT, .act = rollup_sort, .offered = rollup_is_pivot},
	{ACTION_EXPLAIN, .act = rollup_explain_cell, .offered = rollup_has_rows},
	{ACTION_CLIMB, .act = rollup_climb, .offered = rollup_can_climb},
	{ACTION_SHARE, .act = rollup_share, .offered = rollup_is_pivot},
	{ACTION_CHANGE, .act = rollup_change, .offered = rollup_is_pivot},
	{ACTION_LOOK, .act = rollup_next_look, .offered = rollup_is_pivot},
	{ACTION_CHART, .act = rollup_toggle_chart, .offered = rollup_can_chart},
	{ACTION_TRIAL, .act = rollup_choose_trial, .offered = rollup_is_pivot},
	{ACTION_STAGE, .act = rollup_next_stage},
	{ACTION_BASIS, .act = rollup_next_basis},
	{ACTION_EXPORT, .act = rollup_write_out},
	{ACTION_YANK, .act = rollup_yank_cell},
	{ACTION_BACK, .act = rollup_climb, .offered = rollup_can_climb},
	{0},
};

static bool rollup_mouse(struct app *app, struct screen *screen, const struct event *event)
{
	struct rollup *rollup = screen->state;
	int column = -1;
	bool opened = false;

	if (rollup_chart_mouse(rollup, event, &opened)) {
		if (opened)
			rollup_open_cell(app, screen);
		return true;
	}
	switch (w_table_mouse(&rollup->view, event, &column)) {
	case W_TABLE_NOWHERE:
		return false;
	case W_TABLE_CELL_OPENED:
		rollup_open_cell(app, screen);
		return true;
	case W_TABLE_HEADING:
		rollup->view.cursor_column = (size_t)column;
		rollup_sort(app, screen);
		return true;
	default:
		return true;
	}
}

static bool rollup_go_to(struct app *app, struct screen *screen, const char *id)
{
	struct rollup *rollup = screen->state;

	(void)app;
	return w_table_go_to(&rollup->view, id);
}

static void rollup_close_screen(struct app *app, struct screen *screen)
{
	struct rollup *rollup = screen->state;

	(void)app;
	if (rollup->has_table)
		table_free(&rollup->table);
	rollup_pins_free(&rollup->pins);
	vec_free(&rollup->levels);
	free(rollup->filter);
	free(rollup->sort_id);
	w_table_free(&rollup->view);
	rollup_cells_free(&rollup->cells);
	rollup_chart_free(&rollup->chart);
}

const struct screen_ops s_rollup_ops = {
	.title = N_("Rollup"),
	.context = CONTEXT_PIVOT,
	.acts = rollup_acts,
	.private_size = sizeof(struct rollup),
	.open = rollup_open_screen,
	.reopen = rollup_reopen,
	.reload = rollup_reload,
	.draw = rollup_draw,
	.mouse = rollup_mouse,
	.go_to = rollup_go_to,
	.status = rollup_status,
	.close = rollup_close_screen,
};

bool rollup_place(struct app *app, const void *argument)
{
	return app_push(app, &s_rollup_ops, argument);
}
