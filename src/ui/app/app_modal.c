/* app_modal - a screen that is waited for. */
#include "config.h"

#include <assert.h>

#include "ui/app/app.h"

bool app_run_modal(struct app *app, const struct screen_ops *ops, const void *argument)
{
	assert(ops && ops->overlay);
	if (app->quit || !app_push(app, ops, argument))
		return false;
	const enum tab tab = app->tab;
	const size_t depth = app->tabs[tab].screens.count;

	app->run(app, tab, depth);
	/* When the program ends it is still there: it goes while what it was given still is. */
	app_cut(app, tab, depth - 1);
	return !app->quit;
}
