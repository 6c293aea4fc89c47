/* headrooms - what wider use of the projects of a year would save. Private to src/service/. */
#ifndef SERVICE_RESULTS_HEADROOMS_H
#define SERVICE_RESULTS_HEADROOMS_H

#include "service/results/rollups.h"

/* The named table "headroom". */
bool headrooms_table(struct session *session, const struct rollups_choice *choice,
	struct table *table, struct error *err);

#endif
