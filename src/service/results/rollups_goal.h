/* rollups_goal - what hours over the years are to reach, beside them. */
#ifndef SERVICE_RESULTS_ROLLUPS_GOAL_H
#define SERVICE_RESULTS_ROLLUPS_GOAL_H

#include "service/results/rollups.h"

/* Adds a column to the table of a query that asks for the goal, where a year has one: it is one
 * of hours within the year for the whole body: not to be called for a part of it. On failure the table is freed. */
bool rollups_goal_add(struct session *session, const struct pivot_query *query, struct table *table,
	struct error *err);

#endif
