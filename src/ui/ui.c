#include "config.h"

#include "ui/ui.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "service/results/rollups.h"
#include "ui/app/app.h"
#include "ui/app/settings.h"
#include "ui/go_to.h"
#include "ui/form/s_form.h"
#include "ui/home/s_home.h"
#include "ui/kit/s_help.h"
#include "ui/kit/s_palette.h"
#include "ui/kit/undo.h"
#include "ui/office/s_admin.h"
#include "ui/office/s_import.h"
#include "ui/office/s_office_table.h"
#include "ui/office/s_overlaps.h"
#include "ui/office/s_snapshots.h"
#include "ui/office/s_units.h"
#include "ui/projects/s_projects.h"
#include "ui/projects/s_similar.h"
#include "ui/reports/s_report.h"
#include "ui/reports/s_reports.h"
#include "ui/rollup/s_rollup.h"
#include "ui/s_first.h"
#include "ui/s_tour.h"
#include "ui/term/script.h"
#include "ui/wall.h"

static const struct tab_info tabs[TAB_COUNT] = {
	[TAB_HOME] = {"home", {N_("Home"), N_("tab|Home"), N_("tab|Home")}, &s_home_ops},
	[TAB_PROJECTS] = {"projects", {N_("Project list"), N_("tab|Projects"), N_("tab|Proj")},
		&s_projects_ops},
	[TAB_PIVOT] = {"rollup", {N_("Rollup"), N_("tab|Rollup"), N_("tab|Roll")}, &s_rollup_ops},
	[TAB_REPORTS] = {"reports", {N_("Reports"), N_("tab|Reports"), N_("tab|Rep")}, &s_reports_ops},
	[TAB_INDICATORS] = {"indicators", {N_("Indicators"), N_("tab|Indicators"), N_("tab|Ind")},
		&s_indicators_ops},
	[TAB_ADMIN] = {"office", {N_("Office"), N_("tab|Office"), N_("tab|Off")}, &s_admin_ops},
};

/* --- actions that mean the same everywhere -------------------------------------------------- */

static void ui_back(struct app *app, struct screen *screen)
{
	(void)screen;
	app_back(app);
}

static void ui_help(struct app *app, struct screen *screen)
{
	if (screen->ops != &s_help_ops)
		app_push(app, &s_help_ops, screen);
}

static void ui_palette(struct app *app, struct screen *screen)
{
	enum action chosen = ACTION_NONE;

	if (app_run_modal(app, &s_palette_ops, &(struct s_palette_argument){screen, &chosen}))
		app_act(app, chosen);
}

static void ui_pages(struct app *app, struct screen *screen)
{
	(void)screen;
	go_to_run(app);
}

static void ui_tab(struct app *app, struct screen *screen, enum action action)
{
	(void)screen;
	app_show(app, (enum tab)(action - ACTION_TAB_1), NULL);
}

static void ui_year(struct app *app, struct screen *screen, enum action action)
{
	(void)screen;
	app_set_fiscal_year(app,
		app->session->fiscal_year + (action == ACTION_YEAR_BEFORE ? -1 : 1));
}

static void ui_reload(struct app *app, struct screen *screen)
{
	(void)screen;
	if (app->session->store)
		session_refresh(app->session);
	app_mark_stale(app, NULL);
}

static void ui_history_step(struct app *app, struct screen *screen, enum action action)
{
	(void)screen;
	undo_step(app, action == ACTION_UNDO ? HISTORY_UNDO : HISTORY_REDO);
}

static void ui_history_steps(struct app *app, struct screen *screen)
{
	(void)screen;
	undo_list(app);
}

static void ui_snapshots(struct app *app, struct screen *screen)
{
	(void)screen;
	snapshots_open(app);
}

static void ui_tour(struct app *app, struct screen *screen)
{
	(void)screen;
	tour_run(app);
}

static void ui_wall(struct app *app, struct screen *screen)
{
	(void)screen;
	wall_next(app);
}

static void ui_repaint(struct app *app, struct screen *screen)
{
	(void)screen;
	terminal_repaint(app->terminal);
	app_redraw(app);
}

static void ui_suspend(struct app *app, struct screen *screen)
{
	(void)screen;
	terminal_suspend(app->terminal);
	app_redraw(app);
}

static const struct screen_act globals[] = {
	{ACTION_SNAPSHOTS, .act = ui_snapshots},
	{ACTION_UNDO, .to = ACTION_REDO, .each = ui_history_step},
	{ACTION_UNDO_LIST, .act = ui_history_steps},
	{ACTION_RELOAD, .act = ui_reload},
	{ACTION_TAB_1, .to = ACTION_TAB_6, .each = ui_tab},
	{ACTION_YEAR_BEFORE, .to = ACTION_YEAR_AFTER, .each = ui_year},
	{ACTION_GO, .act = ui_pages},
	{ACTION_PALETTE, .act = ui_palette},
	{ACTION_HELP, .act = ui_help},
	{ACTION_TOUR, .act = ui_tour},
	{ACTION_WALL, .act = ui_wall},
	{ACTION_REDRAW, .act = ui_repaint},
	{ACTION_SUSPEND, .act = ui_suspend},
	{ACTION_BACK, .act = ui_back},
	{0},
};

/* Rooms open each other's screens by these names. */
static const struct app_place places[] = {
	{"form", form_place},
	{"projects", projects_place},
	{"similar", similar_place},
	{"rollup", rollup_place},
	{"report", report_place},
	{"office-table", office_table_place},
	{"units", units_place},
	{"snapshots", snapshots_place},
	{"overlaps", overlaps_place},
	{0},
};

/* Whatever is asked for but the next page ends the display on the wall. */
static void ui_end_wall(struct app *app, enum action action)
{
	if (action != ACTION_WALL)
		wall_end(app);
}

const struct app_design ui_design = {
	.tabs = tabs,
	.globals = globals,
	.places = places,
	.go = go_to_named,
	.every_turn = wall_tick,
	.before_action = ui_end_wall,
};

/* --- a run ----------------------------------------------------------------------------------- */

/* What a run needs besides the app. */
struct run {
	struct app app;
	struct session session;
	struct settings settings;
	struct script *script;
	struct terminal *terminal;
	struct error settings_error;
	bool first; /* no database yet */
};

static bool ui_read_options(struct run *run, const struct ui_options *options, struct error *err)
{
	settings_read(&run->settings, &run->app.keymap, &run->settings_error);
	if (options->ambiguous != 0)
		run->settings.ambiguous = options->ambiguous;
	if (options->theme && !theme_parse(options->theme, &run->settings.theme)) {
		return error_set(err, ERROR_USAGE,
			_("There is no theme “%s”: default, high-contrast or mono."), options->theme);
	}
	return true;
}

static bool ui_prepare_terminal(struct run *run, struct error *err)
{
	struct terminal_options options = {.ambiguous = run->settings.ambiguous};
	const char *script = getenv("URANIWA_SCRIPT");
	const char *size = getenv("URANIWA_SIZE");

	options.rows = 24;
	options.columns = 80;
	if (size && !script_parse_size(size, &options.columns, &options.rows)) {
		return error_set(err, ERROR_USAGE, _("URANIWA_SIZE is written like 80x24, not “%s”."),
			size);
	}
	if (script && *script) {
		run->script = script_open(script, err);
		if (!run->script)
			return false;
		options.script = run->script;
	}
	run->terminal = terminal_prepare(&options, err);
	return run->terminal != NULL;
}

/* The database is opened while the terminal thinks about its width. */
static bool ui_open_session(struct run *run, const struct session_options *options,
	struct error *err)
{
	if (session_open(&run->session, options, err)) {
		if (!run->script)
			rollups_prefetch(&run->session, run->session.fiscal_year);
		return true;
	}
	if (err->code != ERROR_DATABASE || strcmp(err->detail, "missing") != 0 || options->readonly)
		return false;
	error_clear(err);
	run->first = true;
	return true;
}

/* Without a screen there is nothing to see, or to say anything on: then it is an error of the run. */
static bool ui_show_first_screen(struct run *run, const struct session_options *options,
	const struct ui_options *asked, struct error *err)
{
	struct app *app = &run->app;
	const bool shown = run->first ? app_push(app, &s_first_ops, options) :
		app_show(app, TAB_HOME, NULL);

	if (!shown)
		return error_set(err, ERROR_DATABASE, "%s", strbuf_text(&app->message));
	if (asked->wall)
		wall_next(app);
	else if (asked->import_path && !run->first && app_show(app, TAB_ADMIN, NULL))
		import_open_request(app, &(struct import_request){.path = asked->import_path,
			.kind = asked->import_kind, .sheet = asked->import_sheet});
	else if (!run->first && !run->script)
		tour_offer(app);
	if (run->settings_error.code != ERROR_NONE)
		app_error(app, &run->settings_error);
	return true;
}

static bool ui_go(struct run *run, const struct session_options *options, const struct ui_options *asked,
	struct error *err)
{
	struct app *app = &run->app;

	if (!ui_prepare_terminal(run, err) || !ui_open_session(run, options, err) ||
		!terminal_start(run->terminal, err))
		return false;
	app->terminal = run->terminal;
	app->steady = run->script != NULL;
	theme_init(&app->theme, run->settings.theme);
	theme_set_glyphs(&app->theme, terminal_narrow_proved(run->terminal));
	if (!ui_show_first_screen(run, options, asked, err))
		return false;
	app_loop(app);
	return !run->script || !script_failed(run->script, err);
}

bool ui_run(const struct session_options *options, const struct ui_options *ui_options,
	struct error *err)
{
	struct run run = {0};
	bool done;

	app_init(&run.app, &ui_design, &run.session, NULL);
	done = ui_read_options(&run, ui_options, err) && ui_go(&run, options, ui_options, err);
	app_close(&run.app);
	if (run.session.store)
		session_close(&run.session);
	terminal_stop(run.terminal);
	script_close(run.script);
	return done;
}
