/* moved - the projects of a world under the units of another fiscal year, by succession. */
#ifndef AUDIT_MOVED_H
#define AUDIT_MOVED_H

#include "ask.h"

/* A copy of the world in which each project stands under the units of that year; ask's filter, which is about
 * the units it was done under, has been applied. ask becomes one without a filter, of that tree. */
struct world moved_world(struct world *world, struct ask *ask, int units_year);

#endif
