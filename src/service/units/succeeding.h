/* succeeding - past years seen through the units of another year: every project stands under the unit
 * that follows its own there (domain.md §1). Nothing stored changes. */
#ifndef SERVICE_UNITS_SUCCEEDING_H
#define SERVICE_UNITS_SUCCEEDING_H

#include "model/facts.h"
#include "service/session/session.h"

/* Gives each fact the department, section and team of that year that succeed its own: the unit itself
 * where it is still there, else its successor, and the successor's, as far as it takes. What has no
 * successor keeps the unit above it that has one; a project of a unit with none at all stays where it
 * was. */
bool succeeding_apply(struct session *session, int units_year, struct facts *facts,
	struct error *err);

#endif
