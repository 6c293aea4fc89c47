/* compare - a table as the program gives it, beside what it must be. */
#ifndef AUDIT_COMPARE_H
#define AUDIT_COMPARE_H

#include "grid.h"
#include "program.h"
#include "tally.h"
#include "wanted.h"

/* name: of the table, for the tally. Cell by cell, columns by their ids, and the remarks of its notes.
 * Returns the table read, NULL where it could not be. */
const struct grid *compare_csv(struct tally *tally, struct pool *pool, const char *name,
	const struct answer *answer, const struct wanted *wanted);
/* True for a column that says what the table covers, or the one of notes. */
bool compare_is_about(const char *heading);
/* A cell without the guard of CSV against being taken for a formula. */
const char *compare_plain(const char *cell);
/* True for the type of a column of figures, as JSON names it. */
bool compare_is_figure(const char *type);
/* The same table as JSON: the same cells, numbers as numbers. */
void compare_json(struct tally *tally, struct pool *pool, const char *name, const struct answer *answer,
	const struct grid *grid);
/* A fault of another kind. */
void compare_fault(struct tally *tally, const char *name, const struct answer *answer, const char *what);

#endif
