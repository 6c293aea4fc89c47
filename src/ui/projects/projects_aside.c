/* projects_aside - the project under the cursor, beside the list or on a page of its own. */
#include "config.h"

#include "ui/form/s_form.h"
#include "ui/kit/s_viewer.h"
#include "ui/projects/private.h"

enum { WHEEL_ROWS = 3 };

bool projects_aside_scroll(struct projects *projects, enum action action)
{
	const int page = projects->list.area.rows > 4 ? projects->list.area.rows - 4 : 1;
	const int step = action == ACTION_UP ? -1 : action == ACTION_DOWN ? 1 :
		action == ACTION_PAGE_UP ? -page : action == ACTION_PAGE_DOWN ? page : 0;

	if (step != 0)
		projects_preview_scroll(&projects->preview, step);
	return step != 0;
}

bool projects_may_edit(const struct app *app, struct projects *projects, struct error *err)
{
	const struct project *project = projects_here(projects);

	return !project || session_permits(app->session, PERMISSION_WRITE_PROJECT,
		project->fiscal_year, project->team_code, err);
}

/* All of a project on a page of its own, to read. */
static void projects_aside_read(struct projects *projects, const struct project *project)
{
	struct strbuf text = {0};

	projects_preview_show(&projects->preview, projects->app->session, project);
	projects_preview_text(&projects->preview, &text);
	viewer_open(projects->app, projects->preview.title, strbuf_text(&text));
	strbuf_free(&text);
}

void projects_aside_go(struct projects *projects)
{
	const struct project *project = projects_here(projects);

	if (!project || projects->wide)
		projects->on_preview = project && !projects->on_preview;
	else
		projects_aside_read(projects, project);
}

void projects_open_here(struct projects *projects)
{
	const struct project *project = projects_here(projects);

	if (!project)
		return;
	if (projects_may_edit(projects->app, projects, NULL))
		form_open(projects->app, project->id);
	else
		projects_aside_read(projects, project);
}

bool projects_aside_mouse(struct projects *projects, const struct event *event)
{
	bool wheel = event->mouse == MOUSE_WHEEL_UP || event->mouse == MOUSE_WHEEL_DOWN;

	if (wheel)
		projects_preview_scroll(&projects->preview,
			event->mouse == MOUSE_WHEEL_UP ? -WHEEL_ROWS : WHEEL_ROWS);
	else
		projects->on_preview = true;
	if (event->mouse == MOUSE_DOUBLE)
		projects_open_here(projects);
	return true;
}
