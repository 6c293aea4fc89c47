/* projects_window - the rows of the list that are in memory: a page before, the page shown, a page
 * after. A million rows scroll as ten do; the number of rows may not be known yet. */
#ifndef UI_PROJECTS_PROJECTS_WINDOW_H
#define UI_PROJECTS_PROJECTS_WINDOW_H

#include "service/project/listing.h"

struct projects_window {
	struct project_list *list; /* NULL before the first open */
	int64_t count;             /* rows of the list; -1 = not counted yet */
	int64_t first;             /* row of rows.items[0] */
	VEC(struct project) rows;
	struct error err; /* of the last reading, until somebody shows it */
};

/* Zero-initialise before the first open. Reads the rows around `near` and takes the place of the
 * list before; on failure that one stays. */
bool projects_window_open(struct projects_window *window, struct session *session,
	const struct listing_query *query, int64_t near, struct error *err);
void projects_window_free(struct projects_window *window);

/* Counts the rows, which may take a while in a large database. */
bool projects_window_count(struct projects_window *window, struct error *err);
/* Whether there is such a row. */
bool projects_window_exists(struct projects_window *window, int64_t row);
/* Reads rows first to first + rows - 1, unless they are there. */
void projects_window_need(struct projects_window *window, int64_t first, int64_t rows);
/* The project of a row, without its effect lines; NULL when there is none. Valid until other rows
 * are read. */
const struct project *projects_window_row(struct projects_window *window, int64_t row);
/* The same, but NULL when it is not in memory. */
const struct project *projects_window_held(const struct projects_window *window, int64_t row);
/* The row of a project, looked for near `near` first; -1 when it is not in the list. */
int64_t projects_window_find(struct projects_window *window, int64_t id, int64_t near);

#endif
