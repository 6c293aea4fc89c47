/* remarks - what a table must say below itself: what it left out, what has no figure yet (domain.md §4, §5). */
#ifndef AUDIT_REMARKS_H
#define AUDIT_REMARKS_H

#include "ask.h"
#include "wanted.h"

enum { EVERY_STAGE = 1 << STAGES };
/* stages: bits of those whose figures the table shows; takes: which projects it looks at, besides year and
 * filter; NULL for all of them. */
void remarks_left_out(const struct world *world, const struct ask *ask, bool (*takes)(const struct project *),
	struct wanted *wanted);
void remarks_no_figure(const struct world *world, const struct ask *ask, unsigned stages,
	bool (*takes)(const struct project *), struct wanted *wanted);
void remarks_too_large(const struct world *world, const struct ask *ask, struct wanted *wanted);

#endif
