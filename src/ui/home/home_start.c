/* home_start - on home, what a body that has just begun does first. */
#include "config.h"

#include "base/i18n.h"
#include "ui/form/s_form.h"
#include "ui/home/private.h"
#include "ui/office/s_units.h"

static bool home_start_project(struct app *app)
{
	return form_open(app, 0);
}

static void home_start_add_step(struct home *home, const char *text, bool (*open)(struct app *app))
{
	*vec_add(&home->todo) = (struct home_line){
		.text = arena_strdup(&home->arena, text),
		.missing = -1,
		.open = open,
		.role = THEME_STRONG,
	};
}

void home_start_read(const struct app *app, struct home *home, const struct facts *facts)
{
	if (app->session->readonly)
		return;
	if (home->rates.teams == 0 && session_permits(app->session, PERMISSION_EDIT_MASTERS,
					      app->session->fiscal_year, NULL, NULL))
		home_start_add_step(home,
			_("Enter the units of this year first (or uraniwa import units FILE)"),
			units_open);
	else if (home->rates.teams > 0 && facts->count == 0 &&
		session_permits(app->session, PERMISSION_WRITE_PROJECT, app->session->fiscal_year,
			NULL, NULL))
		home_start_add_step(home,
			_("Start the first project (or uraniwa import projects FILE)"),
			home_start_project);
}
