/* pivot - projects grouped by one or two dimensions, and by a third across (domain.md §5). */
#ifndef AUDIT_PIVOT_H
#define AUDIT_PIVOT_H

#include "dimension.h"
#include "sums.h"
#include "wanted.h"

enum measure { PROJECTS, TEAMS, HOURS, PERSON_YEARS, MINUTES, COST, LABOUR_VALUE, SHARE, CHANGE, REALISATION,
	HOURS_BEFORE, HOURS_AFTER, REDUCTION_RATE, MEASURES };
extern const char *const measure_ids[MEASURES];

struct pivot {
	enum dimension rows[2];
	int row_count;
	int column; /* a dimension; -1 = none */
	struct measured {
		enum measure measure;
		enum measure of; /* of share and change: what they speak of; MEASURES = the measure before them */
	} measures[2 * MEASURES];
	int measure_count;
	bool all; /* also groups with nothing in them */
};

/* What share and change speak of: the measure before them in the list, hours when they stand first. */
enum measure pivot_spoken(const struct pivot *pivot, int index);
void pivot_table(struct world *world, const struct ask *ask, const struct pivot *pivot, struct wanted *wanted);

#endif
