#include "config.h"

#include "ui/app/app_offer.h"

#include "service/session/permission.h"

bool app_offer_permits(const struct app *app, const struct screen *screen, enum action action,
	struct error *err)
{
	const struct action_row *row = action_row(action);
	const enum context context = screen->ops->context;
	struct session *session = app->session;

	if (!row || !(row->flags & ACTION_WRITES))
		return true;

	/* whoever may move projects at all may take a move back */
	if ((action == ACTION_MOVE || action == ACTION_UNDO) && !session->readonly &&
		(permission_roles(session, session->fiscal_year, NULL) & ~ROLE_BIT(ROLE_VIEWER)))
		return true;

	/* What a role must hold somewhere for the action to make sense on the screen at all. */
	const bool masters = context == CONTEXT_ADMIN || context == CONTEXT_INDICATORS ||
		action == ACTION_EXCLUDE;

	return session_permits(session,
		masters ? PERMISSION_EDIT_MASTERS : PERMISSION_WRITE_PROJECT,
		session->fiscal_year, NULL, err);
}

const struct screen_act *app_offer_find(const struct app *app, const struct screen *screen,
	enum action action)
{
	const struct screen_act *own = screen_act_find(screen->acts, action);

	if (!action_in(action, screen->ops->context) ||
		!app_offer_permits(app, screen, action, NULL))
		return NULL;
	if (own && !own->act && !own->each)
		return NULL;
	if (own && (!own->offered || own->offered(app, screen)))
		return own;
	/* a pop-up has the keys of its context, but what lies below it stays as it is */
	if (screen->ops->overlay && !action_in(action, CONTEXT_POPUP))
		return NULL;
	return screen_act_find(app->design->globals, action);
}

bool app_offers(const struct app *app, const struct screen *screen, enum action action)
{
	return app_offer_find(app, screen, action) != NULL;
}
