/* app_action - what an action does: the screen's own meaning, or the one that holds everywhere. */
#include "config.h"

#include "ui/app/app.h"

#include "base/i18n.h"
#include "ui/app/frame.h"

/* What an action means where the screen has no meaning of its own for it. */
static void app_global_action(struct app *app, enum action action)
{
	for (const struct app_global *global = app->design->globals; global->act; global++) {
		if (global->action == action) {
			global->act(app, action);
			return;
		}
	}
	if (action >= ACTION_TAB_1 && action <= ACTION_TAB_6)
		app_show(app, (enum tab)(action - ACTION_TAB_1), NULL);
}

/* Says why an action of this kind of screen is not to be had here; moving says nothing. */
static void why_not(struct app *app, struct screen *screen, enum action action)
{
	struct error err = {0};

	if (screen->ops->why_not && screen->ops->why_not(app, screen, action))
		return;
	if (!frame_permits(app, screen, action, &err))
		app_error(app, &err);
	else if (action >= ACTION_OPEN)
		/* the name of a command, such as “New” */
		app_message(app, _("“%s” does nothing here. ? shows what does."),
			_(action_row(action)->label));
}

void app_act(struct app *app, enum action action)
{
	struct screen *screen = app_top(app);

	if (!screen || action == ACTION_NONE)
		return;
	app->dirty = true;
	if (app->design->before_action)
		app->design->before_action(app, action);
	if (!frame_offers(app, screen, action)) {
		why_not(app, screen, action);
		return;
	}
	if (!screen->ops->action || !screen->ops->action(app, screen, action))
		app_global_action(app, action);
}
