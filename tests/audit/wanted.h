/* wanted - a table as it must be: cells by the ids of their columns, and the remarks that must stand in its
 * notes. */
#ifndef AUDIT_WANTED_H
#define AUDIT_WANTED_H

#include "exact.h"
#include "grid.h"

enum wanted_kind { WANTED_DATA, WANTED_SUBTOTAL, WANTED_TOTAL };
struct wanted {
	struct pool *pool;
	LIST(const char *) columns;
	LIST(struct grid_row) rows; /* cells in the order of the columns; NULL = empty */
	LIST(enum wanted_kind) kinds; /* of the rows */
	LIST(const char *) remarks; /* "unclassified:problem-type=1" */
};

/* A cell that may hold anything. */
#define WANTED_ANY "\a"

/* Adds a column where there is none of that id; rows come afterwards. */
void wanted_column(struct wanted *wanted, const char *id);
/* Begins a row. */
void wanted_row(struct wanted *wanted, enum wanted_kind kind);
/* Cells of the last row. A text is guarded against being taken for a formula; a number never is. */
void wanted_text(struct wanted *wanted, const char *id, const char *text);
/* A cell as another table has it. */
void wanted_copy(struct wanted *wanted, const char *id, const char *cell);
void wanted_number(struct wanted *wanted, const char *id, wide value, int decimals);
void wanted_remark(struct wanted *wanted, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Adds the remark on rounding where the rows of a column, as they are shown, do not sum to their total. */
void wanted_rounding(struct wanted *wanted);

#endif
