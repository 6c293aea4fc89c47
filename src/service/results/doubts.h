/* doubts - which effect lines of a year are doubtful (model/doubt.h). */
#ifndef SERVICE_RESULTS_DOUBTS_H
#define SERVICE_RESULTS_DOUBTS_H

#include "service/results/rollups.h"

/* The named table "doubts": the lines of the projects that count, at every stage, judged beside all that
 * their team has in the year, whatever the filter leaves of it. */
bool doubts_table(struct session *session, const struct rollups_choice *choice, struct table *table,
	struct error *err);

#endif
