/* projects - the list of projects at work: opening, reading, its rows and what is chosen among them. */
#include "config.h"

#include "ui/projects/private.h"

/* --- rows ---------------------------------------------------------------------------------- */

static int64_t projects_row_count(void *data)
{
	const struct projects *projects = data;

	return projects->window.count;
}

static bool projects_row_exists(void *data, int64_t row)
{
	struct projects *projects = data;

	return projects_window_exists(&projects->window, row);
}

static int64_t projects_last_row(void *data)
{
	struct projects *projects = data;
	struct error err = {0};

	if (!projects_window_count(&projects->window, &err))
		app_error(projects->app, &err);
	return projects->window.count - 1;
}

static void projects_need_rows(void *data, int64_t first, int64_t rows)
{
	struct projects *projects = data;

	projects_window_need(&projects->window, first, rows);
}

static void projects_row_cell(void *data, int64_t row, size_t column, struct strbuf *out,
	enum theme_role *role)
{
	struct projects *projects = data;
	const struct project *project = projects_window_row(&projects->window, row);

	if (project)
		projects_columns_text(projects->plan.shown[column], project, projects->app->session,
			projects->list.widths[column], out, role);
}

static bool projects_row_marked(void *data, int64_t row)
{
	struct projects *projects = data;
	const struct project *project = projects_window_row(&projects->window, row);

	return project && projects_is_marked(projects, project->id);
}

const struct w_list_source projects_rows = {
	.count = projects_row_count,
	.exists = projects_row_exists,
	.last = projects_last_row,
	.window = projects_need_rows,
	.cell = projects_row_cell,
	.marked = projects_row_marked,
};

struct projects *projects_settled(struct app *app, struct screen *screen)
{
	struct projects *projects = screen->state;
	struct error err = {0};

	if (projects->behind && !projects_read(projects, &err)) {
		projects->behind = false;
		app_error(app, &err);
	}
	return projects;
}

const struct project *projects_here(struct projects *projects)
{
	int64_t row = w_list_cursor(&projects->list);

	return row < 0 ? NULL : projects_window_row(&projects->window, row);
}

/* --- reading ------------------------------------------------------------------------------- */

void projects_query(const struct projects *projects, struct strbuf *expression,
	struct listing_query *query)
{
	listing_query_init(query);
	w_filter_expression(&projects->filter, expression);
	query->filter = strbuf_text(expression);
	query->sorts[0] = projects->sort;
	query->sort_count = 1;
	query->column_count = projects->plan.count;
	for (size_t i = 0; i < projects->plan.count; i++)
		query->columns[i] = projects->plan.shown[i]->field;
}

static struct projects_left *projects_left_in(struct projects *projects, int fiscal_year)
{
	for (size_t i = 0; i < projects->left.count; i++) {
		if (projects->left.items[i].fiscal_year == fiscal_year)
			return &projects->left.items[i];
	}
	return NULL;
}

/* Marks of another year mean nothing in this one; the place where one was is kept for the way back. */
static void projects_follow_year(struct projects *projects)
{
	struct projects_left *left;

	if (projects->fiscal_year == projects->app->session->fiscal_year)
		return;
	left = projects_left_in(projects, projects->fiscal_year);
	if (!left)
		left = vec_add(&projects->left);
	*left = (struct projects_left){projects->fiscal_year, projects->here,
		projects->list.cursor, projects->list.top};

	projects->fiscal_year = projects->app->session->fiscal_year;
	projects->marks.count = 0;
	left = projects_left_in(projects, projects->fiscal_year);
	projects->from_top = !left;
	if (left) {
		projects->here = left->here;
		projects->list.cursor = left->cursor;
		projects->list.top = left->top;
	}
}

bool projects_read(struct projects *projects, struct error *err)
{
	struct w_list *list = &projects->list;
	struct strbuf expression = {0};
	struct listing_query query;
	bool done;

	projects_follow_year(projects);
	projects->one_section = w_filter_names(&projects->filter, FILTER_SECTION) ||
		w_filter_names(&projects->filter, FILTER_TEAM);
	projects_query(projects, &expression, &query);
	done = projects_window_open(&projects->window, projects->app->session, &query,
		projects->from_top ? 0 : list->cursor, err);
	strbuf_free(&expression);
	if (!done)
		return false;
	if (projects->from_top) {
		list->cursor = list->top = 0;
	} else {
		/* The cursor back on its project, the same number of rows below the top. */
		const int64_t below = list->cursor - list->top;
		const int64_t row = projects->here == 0 ? -1 :
			projects_window_find(&projects->window, projects->here, list->cursor);

		if (row >= 0) {
			list->cursor = row;
			list->top = row - below;
		} else {
			w_list_go(list, list->cursor);
		}
	}
	projects->behind = projects->from_top = false;
	app_later(projects->app);
	return true;
}

void projects_read_later(struct projects *projects, bool from_top)
{
	projects->behind = true;
	projects->from_top = projects->from_top || from_top;
	app_later(projects->app);
}
