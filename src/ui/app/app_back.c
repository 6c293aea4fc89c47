/* app_back - Esc: one screen back, to the first tab, out of the program. */
#include "config.h"

#include "ui/app/app.h"

static void back_leave(struct app *app)
{
	enum tab before = app->tab;

	if (terminal_on_trial(app->terminal))
		return;

	/* Asks the screens of each stack, from the top, whether they may go. */
	for (int tab = 0; tab < TAB_COUNT; tab++) {
		struct screen_stack *stack = &app->tabs[tab];

		for (size_t i = stack->screens.count; i-- > 0;) {
			struct screen *screen = stack->screens.items[i];

			if (!screen->ops->may_close)
				continue;
			app->tab = (enum tab)tab;
			if (!screen->ops->may_close(app, screen))
				return;
		}
	}
	app->tab = before;
	app->quit = true;
}

void app_back(struct app *app)
{
	struct screen *screen = app_top(app);

	if (app->tabs[app->tab].screens.count > 1) {
		if (!screen->ops->may_close || screen->ops->may_close(app, screen))
			app_pop(app, screen);
	} else if (app->tab != TAB_HOME && app->tabs[TAB_HOME].screens.count > 0) {
		app_show(app, TAB_HOME, NULL);
	} else {
		back_leave(app);
	}
}
