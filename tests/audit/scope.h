/* scope - what a table says that it covers, beside what was asked for: a part never looks like the whole
 * (domain.md §5). */
#ifndef AUDIT_SCOPE_H
#define AUDIT_SCOPE_H

#include "ask.h"
#include "grid.h"
#include "program.h"
#include "tally.h"

/* figures: the table shows figures of a stage and a basis, and says of which. */
void scope_compare(struct tally *tally, const struct world *world, const char *name, const struct answer *answer,
	const struct grid *grid, const struct ask *ask, bool figures);

#endif
