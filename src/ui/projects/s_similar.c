#include "config.h"

#include "ui/projects/s_similar.h"

#include <string.h>

#include "base/i18n.h"
#include "model/fiscal_year.h"
#include "service/project/registering.h"
#include "service/project/similars.h"
#include "ui/form/s_form.h"
#include "ui/kit/s_page.h"
#include "ui/projects/copy_project.h"
#include "ui/projects/s_projects.h"

enum { SHOWN = 30 };
enum { NUMBER, TITLE };

static bool similar_make(struct app *app, const struct page_values *values, struct table *table,
	struct error *err)
{
	struct similar_hit hits[SHOWN];
	struct project project;
	size_t count;
	const bool made = registering_load(app->session, values->texts[NUMBER], &project, err) &&
		similars_to_project(app->session, &project, hits, SHOWN, &count, err) &&
		similars_table(app->session, _("Similar projects"), hits, count, table, err);

	project_free(&project);
	return made;
}

static void similar_subtitle(const struct page_values *values, struct strbuf *out)
{
	strbuf_addf(out, "%s %s", values->texts[NUMBER], values->texts[TITLE]);
}

/* Those who may not change it see it in a list. */
static void similar_open_project(struct app *app, struct screen *screen)
{
	struct strbuf filter = {0};

	const char *number = page_text(screen, "number");
	/* a list is of the session's fiscal year unless its filter says another */
	strbuf_addf(&filter, "fy:%.*s number:%s", (int)strcspn(number, "-"), number, number);
	projects_open(app, strbuf_text(&filter));
	strbuf_free(&filter);
}

static void similar_copy(struct app *app, struct screen *screen)
{
	int64_t copied;

	copy_project(app, page_row(screen)->key[0], NULL, NULL, &copied);
}

static void similar_more(const struct screen *screen, struct strbuf *out)
{
	/* section, team, tools of a project */
	strbuf_addf(out, _("c copies it  %s %s  %s"), page_text(screen, "section"),
		page_text(screen, "team"), page_text(screen, "tools_shown"));
}

static const struct screen_act similar_acts[] = {
	{ACTION_OPEN, .act = similar_open_project, .offered = page_on_row},
	{ACTION_COPY_PROJECT, .act = similar_copy, .offered = page_on_row},
	PAGE_ACTS
};

static const struct page_ops similar_page = {
	.title = N_("Similar projects"),
	.context = CONTEXT_PROJECTS,
	.empty = N_("No project is like this one."),
	.make = similar_make,
	.subtitle = similar_subtitle,
	.more = similar_more,
	.acts = similar_acts,
};

bool similar_place(struct app *app, const void *argument)
{
	const struct project *project = argument;
	char number[FISCAL_YEAR_TEXT];

	fiscal_year_number_format(project->fiscal_year, project->number, number);
	return page_open(app, &similar_page,
		&(struct page_values){.texts = {number, project->title}});
}
