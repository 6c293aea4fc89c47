/* projects_act - marks, and what is done to the project under the cursor. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "store/project_store.h"
#include "ui/projects/copy_project.h"
#include "ui/projects/private.h"
#include "ui/projects/s_similar.h"

enum { MARKS_MAX = 10000 };

/* --- marks --------------------------------------------------------------------------------- */

void projects_mark(struct app *app, struct screen *screen)
{
	struct projects *projects = projects_settled(app, screen);
	const struct project *project = projects_here(projects);
	int at;

	if (!project)
		return;
	at = projects_mark_find(projects, project->id);
	if (at < 0) {
		*vec_add(&projects->marks) = project->id;
	} else {
		projects->marks.count--;
		memmove(projects->marks.items + at, projects->marks.items + at + 1,
			(projects->marks.count - (size_t)at) * sizeof(int64_t));
	}
	w_list_action(&projects->list, ACTION_DOWN);
}

static bool projects_act_add_mark(const struct project *project, void *data)
{
	struct projects *projects = data;

	*vec_add(&projects->marks) = project->id;
	return true;
}

void projects_mark_all(struct app *app, struct screen *screen)
{
	struct projects *projects = projects_settled(app, screen);
	struct error err = {0};

	if (projects->marks.count > 0) {
		projects->marks.count = 0;
		return;
	}
	if (!projects_window_count(&projects->window, &err)) {
		app_error(projects->app, &err);
		return;
	}
	if (projects->window.count > MARKS_MAX) {
		app_warn(projects->app, _("These are too many to mark at once (%lld, at most %d). A filter "
			"makes them fewer."), (long long)projects->window.count, MARKS_MAX);
		return;
	}
	if (!project_list_rows(projects->window.list, 0, -1, projects_act_add_mark, projects, &err))
		app_error(projects->app, &err);
}

/* --- what is alike -------------------------------------------------------------------------- */

void projects_similar(struct app *app, struct screen *screen)
{
	struct projects *projects = projects_settled(app, screen);
	const struct project *project = projects_here(projects);

	if (project)
		similar_open(projects->app, project);
}

/* --- copying ------------------------------------------------------------------------------- */

static void projects_act_copy(struct projects *projects, const char *team)
{
	const struct project *project = projects_here(projects);
	struct error err = {0};
	char *chosen = NULL;
	int64_t id;

	if (project && copy_project(projects->app, project->id, team, &chosen, &id)) {
		projects_remember(projects, (struct projects_done){.act = ACTION_COPY_PROJECT}, chosen);
		projects->here = id;
		if (!projects_read(projects, &err))
			app_error(projects->app, &err);
	}
	free(chosen);
}

void projects_copy(struct app *app, struct screen *screen)
{
	struct projects *projects = projects_settled(app, screen);

	projects_act_copy(projects, NULL);
}

/* --- again --------------------------------------------------------------------------------- */

void projects_repeat(struct app *app, struct screen *screen)
{
	struct projects *projects = projects_settled(app, screen);
	char *team;

	switch (projects->done.act) {
	case ACTION_MOVE:
		projects_move_again(projects);
		break;
	case ACTION_EXCLUDE:
		projects_exclude_again(projects);
		break;
	case ACTION_SET_FIELD:
		projects_set_again(projects);
		break;
	case ACTION_COPY_PROJECT:
		team = xstrdup(projects->done.text);
		projects_act_copy(projects, team);
		free(team);
		break;
	default:
		app_message(projects->app, _("Nothing was done here yet that could be repeated."));
	}
}
