/* explained_rows - the explanation of a table from its rows: each row is told with its figures, and what stands
 * below it comes to them. */
#ifndef AUDIT_EXPLAINED_ROWS_H
#define AUDIT_EXPLAINED_ROWS_H

#include "grid.h"
#include "program.h"
#include "tally.h"

/* grid and json: the same table. id: of the table, "review"; name: what the tally calls it. */
void explained_rows(struct tally *tally, struct pool *pool, const char *id, const char *name,
	const struct answer *answer, const struct grid *grid, const struct answer *json);

#endif
