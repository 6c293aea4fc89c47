/* app_action - what an action does: the screen's own meaning, or the one that holds everywhere. */
#include "config.h"

#include "ui/app/app.h"

#include "base/i18n.h"
#include "ui/app/app_offer.h"

void app_act(struct app *app, enum action action)
{
	struct screen *screen = app_top(app);
	const struct screen_act *act;
	struct error err = {0};

	if (!screen || action == ACTION_NONE)
		return;
	app->dirty = true;
	if (app->design->before_action)
		app->design->before_action(app, action);
	act = app_offer_find(app, screen, action);
	if (act) {
		if (act->each)
			act->each(app, screen, action);
		else
			act->act(app, screen);
		return;
	}

	/* Says why an action of this kind of screen is not to be had here; moving says nothing. */
	if (screen->ops->why_not && screen->ops->why_not(app, screen, action))
		return;
	if (!app_offer_permits(app, screen, action, &err))
		app_error(app, &err);
	else if (action >= ACTION_OPEN)
		/* the name of a command, such as “New” */
		app_message(app, _("“%s” does nothing here. ? shows what does."),
			_(action_row(action)->label));
}
