/* projects_ask - questions of the projects list: sort, columns, export. */
#include "config.h"

#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "model/fiscal_year.h"
#include "service/project/registering.h"
#include "service/results/explaining.h"
#include "ui/kit/export_table.h"
#include "ui/kit/s_viewer.h"
#include "ui/kit/w_choice.h"
#include "ui/projects/private.h"

/* --- order --------------------------------------------------------------------------------- */

void projects_sort_by(struct projects *projects, const struct projects_column *column)
{
	if (projects->sort.field == column->field)
		projects->sort.descending = !projects->sort.descending;
	else
		projects->sort = (struct project_sort){column->field, projects_column_figures(column)};
	projects_read_later(projects, false);
}

void projects_ask_sort(struct app *app, struct screen *screen)
{
	struct projects *projects = screen->state;
	const struct glyphs *glyphs = &projects->app->theme.glyphs;
	struct w_choice_entry entries[PROJECTS_COLUMNS_MAX] = {0};
	int now = 0, chosen;

	(void)app;
	for (size_t i = 0; i < projects_column_count; i++) {
		const struct projects_column *column = &projects_columns[i];

		entries[i] = (struct w_choice_entry){.label = _(project_fields[column->field].label),
			.reading = column->reading};
		if (column->field != projects->sort.field)
			continue;
		now = (int)i;
		entries[i].hint = projects->sort.descending ? glyphs->descending : glyphs->ascending;
	}
	chosen = w_choice_run(projects->app, _("Sort by (again: the other way round)"), entries,
		projects_column_count, now);
	if (chosen >= 0)
		projects_sort_by(projects, &projects_columns[chosen]);
}

/* --- what leaves the screen ---------------------------------------------------------------- */

void projects_export(struct app *app, struct screen *screen)
{
	struct projects *projects = screen->state;
	struct strbuf expression = {0};
	struct listing_query query;
	struct table table;
	struct error err = {0};

	(void)app;
	projects_query(projects, &expression, &query);
	if (listing_table(projects->app->session, &query, &table, &err)) {
		export_table(projects->app, &table);
		table_free(&table);
	} else {
		app_error(projects->app, &err);
	}
	strbuf_free(&expression);
}

void projects_explain(struct app *app, struct screen *screen)
{
	struct projects *projects = projects_settled(app, screen);
	const struct project *here = projects_here(projects);
	struct session *session = projects->app->session;
	struct project project;
	struct strbuf text = {0}, title = {0};
	struct error err = {0};
	char number[FISCAL_YEAR_TEXT];

	if (!here)
		return;
	fiscal_year_number_format(here->fiscal_year, here->number, number);
	strbuf_addf(&title, _("Where the hours of %s come from"), number);
	if (registering_load(session, here->uuid, &project, &err) &&
		explaining_project(session, &project, &text, &err))
		viewer_open(projects->app, strbuf_text(&title), strbuf_text(&text));
	else
		app_error(projects->app, &err);
	project_free(&project);
	strbuf_free(&title);
	strbuf_free(&text);
}

void projects_yank(struct app *app, struct screen *screen)
{
	struct projects *projects = projects_settled(app, screen);
	const struct project *project = projects_here(projects);
	char number[FISCAL_YEAR_TEXT];
	struct strbuf text = {0};

	if (!project)
		return;
	fiscal_year_number_format(project->fiscal_year, project->number, number);
	strbuf_addf(&text, "%s %s", number, project->title);
	app_copy(projects->app, strbuf_text(&text));
	strbuf_free(&text);
}
