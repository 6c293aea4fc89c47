/* dimension - what projects are grouped by, and in which order the groups stand (domain.md §5). */
#ifndef AUDIT_DIMENSION_H
#define AUDIT_DIMENSION_H

#include "ask.h"

enum dimension {
	BY_YEAR, BY_DEPARTMENT, BY_SECTION, BY_TEAM, BY_TYPE, BY_TOOL, BY_ANY_TOOL, BY_STATUS, BY_LEADER,
	BY_MONTH, BY_HALF, BY_REPLICABLE, DIMENSIONS,
};
struct dimension_info {
	const char *id;    /* "problem-type" */
	const char *field; /* "problem_type": heading of names; of codes with _code */
	bool has_code;
};
extern const struct dimension_info dimensions[DIMENSIONS];

/* A group. */
struct place {
	const char *code, *name, *above; /* above: the code of the unit over it */
	bool listed; /* shown even with nothing in it, where a table shows all */
};
struct places {
	LIST(struct place) items; /* [0] is that of what has none; it is shown last */
};

/* The groups there are for what is asked, in their order. */
const struct places *dimension_places(struct world *world, const struct ask *ask, enum dimension dimension);
int dimension_find(const struct places *places, const char *code); /* -1 = none of that code */
/* The group of a project; of its n-th tool by BY_ANY_TOOL, -1 when there are not so many. */
int dimension_of(const struct places *places, struct world *world, const struct project *project,
	enum dimension dimension, size_t n);
bool dimension_is_unit(enum dimension dimension);

#endif
