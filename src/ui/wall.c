#include "config.h"

#include "ui/wall.h"

#include "base/ambient.h"
#include "base/i18n.h"
#include "ui/app/app.h"
#include "ui/reports/s_report.h"
#include "ui/rollup/s_rollup.h"

enum { PAGE_MS = 15000 };

static void wall_show_home(struct app *app)
{
	app_show(app, TAB_HOME, NULL);
}

static void wall_show_coverage(struct app *app)
{
	if (app_show(app, TAB_REPORTS, NULL) &&
		report_open(app, &(struct report_argument){.id = "coverage", .missing = -1}))
		app->wall.opened = app_top(app);
}

static void wall_show_trend(struct app *app)
{
	app_show(app, TAB_PIVOT, &(struct rollup_argument){.named = "trend"});
}

static void (*const pages[])(struct app *app) = {wall_show_home, wall_show_coverage, wall_show_trend};
enum { PAGES = sizeof pages / sizeof pages[0] };

void wall_next(struct app *app)
{
	int page = app->wall.page;

	/* Takes away what the page before has opened. */
	if (app->wall.opened && app_top(app) == app->wall.opened)
		app_pop(app, app->wall.opened);
	app->wall.opened = NULL;

	pages[page % PAGES](app);
	app->wall.page = page % PAGES + 1;
	app->wall.shown_ms = ambient_monotonic_ms();
	app_message(app, _("Wall display: home, coverage and trend in turn. Any key ends it."));
}

void wall_tick(struct app *app)
{
	if (app->wall.page > 0 && !app->steady &&
		ambient_monotonic_ms() - app->wall.shown_ms >= PAGE_MS)
		wall_next(app);
}

void wall_end(struct app *app)
{
	app->wall.page = 0;
	app->wall.opened = NULL;
}
