/* tally - what has been compared, and what was found to differ. */
#ifndef AUDIT_TALLY_H
#define AUDIT_TALLY_H

#include "pool.h"

struct tally_kind {
	const char *what; /* "departments.hours" */
	long count;
};
struct tally {
	struct pool pool; /* outlives the databases */
	long databases, tables, cells, differences;
	LIST(struct tally_kind) kinds;
	int told; /* of one kind are told at most: the first few */
};

/* Counts a difference of a kind; true where it is to be told of. */
bool tally_differs(struct tally *tally, const char *what);
/* Prints the sum; true where nothing differs. */
bool tally_print(const struct tally *tally);

#endif
