/* filter_sql - a filter as an SQL condition on project AS p. Private to store/.
 *
 * The text holds only parameters; values are bound.
 */
#ifndef STORE_FILTER_SQL_H
#define STORE_FILTER_SQL_H

#include "base/mem.h"
#include "base/strbuf.h"
#include "base/vec.h"
#include "model/filter.h"
#include "store/store.h"

struct filter_sql_value {
	const char *text; /* NULL: number */
	int64_t number;
};

struct filter_sql {
	struct strbuf where; /* never empty: "1 = 1" for everything */
	VEC(struct filter_sql_value) values;
	int first; /* parameter number of the first value */
	struct arena arena;
};

/* filter may be NULL. Into zeroed sql. first: the number of the first parameter to use. */
bool filter_sql_build(struct store *store, const struct filter *filter, int first,
	struct filter_sql *sql, struct error *err);
void filter_sql_bind(const struct filter_sql *sql, struct db_statement *statement);
/* The parameter number after the last value. */
int filter_sql_next(const struct filter_sql *sql);
void filter_sql_free(struct filter_sql *sql);

/* Appends the condition that a project counts in rollups (domain.md §5). */
void filter_sql_counted(struct strbuf *out);

#endif
