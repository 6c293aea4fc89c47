/* projects_draw - the list of projects with its preview, as it is seen. */
#include "config.h"

#include "base/i18n.h"
#include "base/text.h"
#include "model/fiscal_year.h"
#include "ui/projects/private.h"

enum { PREVIEW_FROM = 120, PREVIEW_MIN = 44, PREVIEW_MAX = 76 };

static void projects_draw_plan_columns(struct projects *projects, int columns)
{
	struct w_list *list = &projects->list;

	projects_columns_plan(&projects->plan, &projects->layout, columns,
		!projects->one_section);
	list->columns = projects->plan.columns;
	list->column_count = projects->plan.count;
	list->sort_column = -1;
	list->sort_descending = projects->sort.descending;
	for (size_t i = 0; i < projects->plan.count; i++) {
		if (projects->plan.shown[i]->field == projects->sort.field)
			list->sort_column = (int)i;
	}
}

/* An empty list says what to do next. */
static void projects_draw_empty(const struct projects *projects, struct canvas *canvas,
	struct area area)
{
	struct area inside = area_part(area, 2, 2, -1, area.columns - 4);
	char year[FISCAL_YEAR_TEXT];
	struct strbuf text = {0};

	fiscal_year_format(projects->fiscal_year, year);
	if (w_filter_searches(&projects->filter))
		strbuf_addf(&text, _("Nothing holds “%s”. Esc takes the search back."),
			projects->filter.search);
	else if (w_filter_narrows(&projects->filter))
		strbuf_addf(&text, _("No project of %s fits this filter. f changes it, Backspace takes "
			"its last part away."), year);
	else
		strbuf_addf(&text, _("There are no projects in %s yet. n starts one; [ and ] go to other "
			"years."), year);
	draw_wrapped(canvas, inside, 0, strbuf_text(&text), THEME_LABEL);
	strbuf_free(&text);
}

void projects_draw(struct projects *projects, struct canvas *canvas, struct area area)
{
	const int wanted = area.columns * 2 / 5;
	const int aside = area.columns < PREVIEW_FROM ? 0 :
		wanted < PREVIEW_MIN ? PREVIEW_MIN : wanted > PREVIEW_MAX ? PREVIEW_MAX : wanted;
	struct area left = area_part(area, 1, 0, -1, area.columns - aside);
	const struct project *here;
	struct strbuf count = {0};

	projects->wide = aside > 0;
	projects->on_preview = projects->on_preview && projects->wide;
	projects_draw_plan_columns(projects, left.columns);
	w_list_draw(&projects->list, canvas, left,
		!projects->on_preview && !w_filter_typing(&projects->filter));

	/* "3 marked   746 projects" */
	const long long found = projects->window.count;

	if (projects->marks.count > 0)
		strbuf_addf(&count, _("%zu marked"), projects->marks.count);
	if (found >= 0 && count.length > 0)
		strbuf_add_text(&count, "  ");
	if (found >= 0)
		strbuf_addf(&count, ngettext("%lld project", "%lld projects",
			(unsigned long)found), found);
	w_filter_draw(&projects->filter, canvas, area, 0, strbuf_text(&count));
	strbuf_free(&count);
	here = projects_here(projects);
	projects->here = here ? here->id : 0;
	if (!here && !projects->behind)
		projects_draw_empty(projects, canvas, left);
	projects->aside = area_part(area, 1, left.columns, -1, -1);
	if (projects->wide) {
		projects_preview_show(&projects->preview, projects->app->session,
			projects_here(projects));
		projects_preview_draw(&projects->preview, canvas, projects->aside,
			projects->on_preview);
	}
	if (w_filter_typing(&projects->filter))
		filter_offer_draw(&projects->offer, canvas, area, 0, 1);
	if (projects->window.err.code != ERROR_NONE)
		app_error(projects->app, &projects->window.err);
	error_clear(&projects->window.err);
}

void projects_status(const struct projects *projects, struct strbuf *out)
{
	if (projects->filter.mode == W_FILTER_EDIT)
		filter_offer_hint(out);
	else if (projects->filter.mode == W_FILTER_SEARCH)
		strbuf_add_text(out, _("Words in titles, texts, names, numbers. Enter keeps it, Esc ends it, "
			"Tab offers."));
	else if (projects->here != 0) {
		/* "4 / 746  the whole title  section team", for rows have no room for them. */
		const struct project *project =
			projects_window_held(&projects->window, projects->list.cursor);

		strbuf_addf(out, "%lld", (long long)projects->list.cursor + 1);
		if (projects->window.count >= 0)
			strbuf_addf(out, " / %lld", (long long)projects->window.count);
		if (project)
			strbuf_addf(out, "  %s  %s %s", project->title, project->section,
				project->team);
	}
}
