#include "config.h"

#include "ui/ui.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "service/rollups.h"
#include "ui/app.h"
#include "ui/s_first.h"
#include "ui/s_help.h"
#include "ui/s_tour.h"
#include "ui/script.h"
#include "ui/settings.h"
#include "ui/wall.h"

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

static bool read_options(struct run *run, const struct ui_options *options, struct error *err)
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

static bool prepare_terminal(struct run *run, struct error *err)
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
static bool open_session(struct run *run, const struct session_options *options,
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

static void show_first_screen(struct run *run, const struct session_options *options, bool wall)
{
	struct app *app = &run->app;

	if (run->first)
		app_push(app, &s_first_ops, options);
	else
		app_show(app, TAB_HOME, NULL);
	if (wall)
		wall_next(app);
	else if (!run->first && !run->script)
		tour_offer(app);
	if (run->settings_error.code != ERROR_NONE)
		app_error(app, &run->settings_error);
}

static bool go(struct run *run, const struct session_options *options, bool wall,
	struct error *err)
{
	struct app *app = &run->app;

	if (!prepare_terminal(run, err) || !open_session(run, options, err) ||
		!terminal_start(run->terminal, err))
		return false;
	app->terminal = run->terminal;
	app->steady = run->script != NULL;
	theme_init(&app->theme, run->settings.theme);
	theme_set_glyphs(&app->theme, terminal_narrow_proved(run->terminal));
	show_first_screen(run, options, wall);
	app_loop(app);
	return !run->script || !script_failed(run->script, err);
}

bool ui_run(const struct session_options *options, const struct ui_options *ui_options,
	struct error *err)
{
	struct run run = {0};
	bool done;

	app_init(&run.app, &run.session, NULL);
	done = read_options(&run, ui_options, err) && go(&run, options, ui_options->wall, err);
	app_close(&run.app);
	if (run.session.store)
		session_close(&run.session);
	terminal_stop(run.terminal);
	script_close(run.script);
	return done;
}
