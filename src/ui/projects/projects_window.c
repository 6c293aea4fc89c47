#include "config.h"

#include "ui/projects/projects_window.h"

enum { ROWS_MIN = 32 };

static void projects_window_forget_rows(struct projects_window *window)
{
	for (size_t i = 0; i < window->rows.count; i++)
		project_free(&window->rows.items[i]);
	window->rows.count = 0;
	window->first = 0;
}

void projects_window_free(struct projects_window *window)
{
	projects_window_forget_rows(window);
	vec_free(&window->rows);
	project_list_free(window->list);
	window->list = NULL;
}

bool projects_window_count(struct projects_window *window, struct error *err)
{
	if (window->count >= 0 || !window->list)
		return true;
	return project_list_count(window->list, &window->count, err);
}

static bool projects_window_keep_row(const struct project *project, void *data)
{
	struct projects_window *window = data;

	project_copy(vec_add(&window->rows), project);
	return true;
}

static bool projects_window_has_row(const struct projects_window *window, int64_t row)
{
	return row >= window->first && row < window->first + (int64_t)window->rows.count;
}

void projects_window_need(struct projects_window *window, int64_t first, int64_t rows)
{
	int64_t last = first + rows - 1;

	if (window->count >= 0 && last >= window->count)
		last = window->count - 1;
	if (first > last || (projects_window_has_row(window,
		first) && projects_window_has_row(window, last)))
		return;
	if (rows < ROWS_MIN)
		rows = ROWS_MIN;
	first = first > rows ? first - rows : 0;
	rows += last - first + 1;
	projects_window_forget_rows(window);
	if (!window->list)
		return;
	window->first = first;
	if (!project_list_rows(window->list, first, rows, projects_window_keep_row, window,
		&window->err)) {
		projects_window_forget_rows(window);
		window->count = 0;
		return;
	}
	/* A short answer tells where the list ends. */
	if (window->count < 0 && (int64_t)window->rows.count < rows &&
		(window->rows.count > 0 || first == 0))
		window->count = first + (int64_t)window->rows.count;
}

bool projects_window_exists(struct projects_window *window, int64_t row)
{
	if (row < 0)
		return false;
	if (window->count >= 0)
		return row < window->count;
	projects_window_need(window, row, 1);
	return projects_window_has_row(window, row);
}

const struct project *projects_window_held(const struct projects_window *window, int64_t row)
{
	return projects_window_has_row(window, row) ? &window->rows.items[row - window->first] : NULL;
}

const struct project *projects_window_row(struct projects_window *window, int64_t row)
{
	if (!projects_window_exists(window, row))
		return NULL;
	projects_window_need(window, row, 1);
	return projects_window_held(window, row);
}

int64_t projects_window_find(struct projects_window *window, int64_t id, int64_t near)
{
	struct error err = {0};
	int64_t row = -1;

	projects_window_need(window, near, 1);
	for (size_t i = 0; i < window->rows.count; i++) {
		if (window->rows.items[i].id == id)
			return window->first + (int64_t)i;
	}
	if (!window->list || !project_list_find(window->list, id, &row, &err))
		return -1;
	return row;
}

bool projects_window_open(struct projects_window *window, struct session *session,
	const struct listing_query *query, int64_t near, struct error *err)
{
	struct projects_window next = {.list = listing_open(session, query, err), .count = -1};

	if (!next.list)
		return false;
	projects_window_need(&next, near, 1);
	if (next.err.code != ERROR_NONE) {
		*err = next.err;
		projects_window_free(&next);
		return false;
	}
	projects_window_free(window);
	*window = next;
	return true;
}
