/* listing - projects as lists: filter language, sort, columns. */
#ifndef SERVICE_PROJECT_LISTING_H
#define SERVICE_PROJECT_LISTING_H

#include "model/filter.h"
#include "model/table.h"
#include "service/session/session.h"
#include "store/project_store.h"

enum { LISTING_COLUMNS_MAX = FIELD_COUNT, LISTING_SORTS_MAX = 4 };

struct listing_query {
	const char *filter; /* "" or NULL = the session's fiscal year, everything; a filter without
	                       fy: is of the session's fiscal year */
	struct project_sort sorts[LISTING_SORTS_MAX]; /* default: number */
	size_t sort_count;
	enum field columns[LISTING_COLUMNS_MAX]; /* default: listing_default_columns() */
	size_t column_count;
	int64_t limit; /* -1 = all */
	enum field_style style; /* of the table's texts: FIELD_HUMAN, or FIELD_MACHINE for files */
};
void listing_query_init(struct listing_query *query);
/* "number,title,saved_minutes_in_year" (ids or labels) */
bool listing_parse_columns(struct listing_query *query, const char *text, struct error *err);
/* "-saved_minutes_in_year,number": - for descending */
bool listing_parse_sort(struct listing_query *query, const char *text, struct error *err);

/* The window the list screen scrolls in; project_list_free() frees. */
struct project_list *listing_open(struct session *session, const struct listing_query *query,
	struct error *err);
/* The same as a table, for printing and for `x`. Into an uninitialised table. */
bool listing_table(struct session *session, const struct listing_query *query,
	struct table *table, struct error *err);

#endif
