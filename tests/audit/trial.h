/* trial - the projects of a world as if the rules of a fiscal year said what is standard work (domain.md §5). */
#ifndef AUDIT_TRIAL_H
#define AUDIT_TRIAL_H

#include "world.h"

/* A copy of the world in which each project is excluded, or counts, by those rules. */
struct world trial_world(const struct world *world, int rules_year);

#endif
