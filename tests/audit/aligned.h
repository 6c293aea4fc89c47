/* aligned - a table as text in columns, beside the same table as CSV. */
#ifndef AUDIT_ALIGNED_H
#define AUDIT_ALIGNED_H

#include "grid.h"
#include "program.h"
#include "tally.h"

/* json: the same table as JSON, whose columns say their types. Each row is a line that says, in order, every
 * figure of the row as people read it, and its names. */
void aligned_compare(struct tally *tally, struct pool *pool, const char *name, const struct answer *answer,
	const struct grid *grid, const struct answer *json);

#endif
