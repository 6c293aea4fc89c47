/* wanted - a table as it must be: cells by the ids of their columns, and the remarks that must stand in its
 * notes. */
#ifndef AUDIT_WANTED_H
#define AUDIT_WANTED_H

#include "exact.h"
#include "grid.h"

struct wanted {
	struct pool *pool;
	LIST(const char *) columns;
	LIST(struct grid_row) rows; /* cells in the order of the columns; NULL = empty */
	LIST(const char *) remarks; /* "unclassified:problem-type=1" */
};

/* Adds a column where there is none of that id; rows come afterwards. */
void wanted_column(struct wanted *wanted, const char *id);
/* Begins a row. */
void wanted_row(struct wanted *wanted);
/* Cells of the last row. A text is guarded against being taken for a formula; a number never is. */
void wanted_text(struct wanted *wanted, const char *id, const char *text);
void wanted_number(struct wanted *wanted, const char *id, wide value, int decimals);
void wanted_remark(struct wanted *wanted, const char *format, ...) __attribute__((format(printf, 2, 3)));

#endif
