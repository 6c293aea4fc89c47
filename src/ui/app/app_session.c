/* app_session - what screens ask of the session: its year, its permissions. */
#include "config.h"

#include "ui/app/app.h"

#include "model/fiscal_year.h"

bool app_set_fiscal_year(struct app *app, int fiscal_year)
{
	struct error err = {0};
	char year[FISCAL_YEAR_TEXT];

	if (fiscal_year < FISCAL_YEAR_MIN || fiscal_year > FISCAL_YEAR_MAX)
		return false;
	if (!session_set_fiscal_year(app->session, fiscal_year, &err))
		return app_error(app, &err);
	fiscal_year_format(fiscal_year, year);
	strbuf_clear(&app->place);
	app_mark_stale(app, NULL);
	app_message(app, "%s", year);
	return true;
}

bool app_permits(struct app *app, enum permission permission, const char *unit_code)
{
	struct error err = {0};

	return session_permits(
		       app->session, permission, app->session->fiscal_year, unit_code, &err) ||
	       app_error(app, &err);
}

bool app_hung_up(const struct app *app)
{
	return app->hung_up;
}

void app_redraw(struct app *app)
{
	app->dirty = true;
}

void app_later(struct app *app)
{
	app->later = true;
}
