/* sums - what projects come to together, exactly; rounding is left to whoever shows it. */
#ifndef AUDIT_SUMS_H
#define AUDIT_SUMS_H

#include "ask.h"

struct sums {
	wide projects, cost;
	wide minutes[STAGES][BASES];
	struct fraction years[STAGES][BASES];  /* person-years, each by the H of its own year */
	struct fraction labour[STAGES][BASES]; /* yen, each by the rate of its own year */
	wide knowing[STAGES][BASES], before[STAGES][BASES], saved_of[STAGES][BASES]; /* of those that know
	                                                                               * what the work took */
	bool unrated;                          /* some year has no rate */
	wide without[STAGES];                  /* projects with no line of the stage */
	wide realised, realised_actual, realised_estimate; /* those with an actual, in the basis asked for */
	LIST(const char *) teams;              /* each once */
};

/* An actual is known: the stage has a line, or the project is completed (domain.md §4). */
bool sums_has_actual(const struct project *project);
void sums_add(struct sums *sums, const struct world *world, const struct project *project, enum basis basis);

#endif
