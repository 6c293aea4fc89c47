/* rollups_summary - the figures of a year in a few numbers. */
#ifndef SERVICE_RESULTS_ROLLUPS_SUMMARY_H
#define SERVICE_RESULTS_ROLLUPS_SUMMARY_H

#include "service/session/session.h"

/* What stands behind the home screen. */
struct rollups_summary {
	int64_t projects, minutes, teams_with_project, teams;
	int64_t projects_before, minutes_before; /* the year before */
	int64_t target_minutes; /* yearly goal; 0 = none */
};
bool rollups_summary(struct session *session, int fiscal_year, struct rollups_summary *summary,
	struct error *err);

#endif
