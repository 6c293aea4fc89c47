#include "config.h"

#include "ui/projects/copy_project.h"

#include "base/i18n.h"
#include "base/text.h"
#include "model/fiscal_year.h"
#include "service/project/choosing.h"
#include "service/project/registering.h"
#include "store/project_store.h"
#include "ui/app/app.h"
#include "ui/form/s_form.h"
#include "ui/kit/w_choice.h"

/* The entry of the user's own team or of the first one of their unit; -1 = none. */
static int copy_project_own_team(struct session *session, const struct choosing *teams)
{
	const struct unit_tree *units = session_units(session, session->fiscal_year, NULL);
	int above = units ? unit_tree_find(units, session->unit_code) : -1;

	for (size_t i = 0; above > 0 && i < teams->items.count; i++) {
		int team = unit_tree_find(units, teams->items.items[i].value);

		if (team >= 0 && unit_tree_within(units, team, above))
			return (int)i;
	}
	return -1;
}

/* The code of a team, in teams' memory; NULL when the user gave up or may write nowhere. */
static const char *copy_project_ask_team(struct app *app, const char *title, struct choosing *teams)
{
	VEC(struct w_choice_entry) entries = {0};
	struct error err = {0};
	int chosen = -1;

	if (!choosing_teams(app->session, app->session->fiscal_year, teams, &err)) {
		app_error(app, &err);
		return NULL;
	}
	for (size_t i = 0; i < teams->items.count; i++) {
		const struct choice_item *item = &teams->items.items[i];

		*vec_add(&entries) = (struct w_choice_entry){item->label, item->reading, item->hint};
	}
	if (entries.count > 0)
		chosen = w_choice_run(app, title, entries.items, entries.count,
			copy_project_own_team(app->session, teams));
	else
		app_permits(app, PERMISSION_WRITE_PROJECT, NULL);
	vec_free(&entries);
	return chosen < 0 ? NULL : teams->items.items[chosen].value;
}

static bool copy_project_copy_to(struct app *app, const struct project *from, const char *team,
	int64_t *id)
{
	struct project copy;
	struct error err = {0};
	char number[FISCAL_YEAR_TEXT];
	const bool done = registering_copy(app->session, from, team, &copy, &err);

	if (done) {
		*id = copy.id;
		fiscal_year_number_format(copy.fiscal_year, copy.number, number);
		app_changed(app);
		if (form_open(app, copy.id))
			app_message(app, _("Copied as the draft %s."), number);
	} else {
		app_error(app, &err);
	}
	project_free(&copy);
	return done;
}

bool copy_project(struct app *app, int64_t project_id, const char *team, char **chosen,
	int64_t *copy)
{
	struct project from;
	struct strbuf title = {0};
	struct choosing teams = {0};
	struct error err = {0};
	char number[FISCAL_YEAR_TEXT];
	bool copied = false;

	/* The project as it is stored now. */
	project_init(&from);
	const enum project_find found =
		project_store_by_id(app->session->store, project_id, &from, &err);
	if (found == PROJECT_MISSING) {
		app_warn(app, _("This project is no longer there."));
	} else if (found == PROJECT_FAILED) {
		app_error(app, &err);
	} else {
		fiscal_year_number_format(from.fiscal_year, from.number, number);
		strbuf_addf(&title, _("Copy %s for which team?"), number);
		if (!team)
			team = copy_project_ask_team(app, strbuf_text(&title), &teams);
		copied = team && copy_project_copy_to(app, &from, team, copy);
		if (copied && chosen)
			*chosen = xstrdup(team);
	}
	strbuf_free(&title);
	choosing_free(&teams);
	project_free(&from);
	return copied;
}
