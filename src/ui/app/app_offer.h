/* app_offer - what can be done on a screen now, and why something cannot. */
#ifndef UI_APP_APP_OFFER_H
#define UI_APP_APP_OFFER_H

#include "ui/app/app.h"

/* False, with the message who may, where --readonly or the user's roles forbid what the action writes. */
bool app_offer_permits(const struct app *app, const struct screen *screen, enum action action,
	struct error *err);
/* What does the action now: a row of the screen's table or of what holds everywhere; NULL when it is not
 * offered. */
const struct screen_act *app_offer_find(const struct app *app, const struct screen *screen,
	enum action action);

#endif
