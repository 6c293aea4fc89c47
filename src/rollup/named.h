/* named - the ready-made tables of cli.md: problem-types, ict-tools, departments, … */
#ifndef ROLLUP_NAMED_H
#define ROLLUP_NAMED_H

#include "rollup/pivot.h"

struct named_table {
	const char *id;    /* "problem-types" */
	const char *title; /* N_() */
	const char *help;  /* N_(), one line */
	void (*query)(struct pivot_query *query); /* fills what differs from the default; NULL: the
	                                           * table is no pivot, service/rollups makes it */
	bool any_rows; /* its rows may be another dimension */
	enum named_units {
		NAMED_UNITS_FILTERED, /* a part of the body is a filter of its projects */
		NAMED_UNITS_OWN,      /* it picks its rows by unit */
		NAMED_UNITS_NONE,     /* it is of the whole body only */
	} units;
	struct table_chart chart; /* of a table that is no pivot; these describe theirs */
};
extern const struct named_table named_tables[];
extern const size_t named_table_count;
/* NULL when there is none of that name. */
const struct named_table *named_find(const char *id);

/* What its chart shows, of the rows that it has by itself. */
void named_describe_chart(const struct named_table *named, struct table *table);

/* The query of a table that has one. Its fiscal_year is 0 for tables over all years (trend): these need the
 * facts of every year. */
void named_query(const struct named_table *named, int fiscal_year, enum stage stage,
	enum basis basis, struct pivot_query *query);
/* Other rows for a table with any_rows; the years of one over the years then become columns. */
void named_set_rows(struct pivot_query *query, enum dimension rows);
/* A query of the table run, with the table's own id and title. */
bool named_run(const struct named_table *named, const struct facts *facts,
	const struct pivot_query *query, const struct pivot_context *context, struct table *table,
	struct error *err);

#endif
