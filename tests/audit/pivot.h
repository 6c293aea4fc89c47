/* pivot - projects grouped by one or two dimensions, and by a third across (domain.md §5). */
#ifndef AUDIT_PIVOT_H
#define AUDIT_PIVOT_H

#include "dimension.h"
#include "sums.h"
#include "wanted.h"

enum measure { PROJECTS, TEAMS, HOURS, PERSON_YEARS, MINUTES, COST, LABOUR_VALUE, SHARE, CHANGE, REALISATION,
	MEASURES };
extern const char *const measure_ids[MEASURES];

struct pivot {
	enum dimension rows[2];
	int row_count;
	int column; /* a dimension; -1 = none */
	enum measure measures[MEASURES];
	int measure_count;
	bool all; /* also groups with nothing in them */
};

void pivot_table(struct world *world, const struct ask *ask, const struct pivot *pivot, struct wanted *wanted);

#endif
