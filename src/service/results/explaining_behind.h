/* explaining_behind - what stands behind a row that is no group of whole projects: a destination, a year
 * of the goal, an indicator, a course. Each is a `behind` of explaining_rows.h. Private to src/service/.
 */
#ifndef SERVICE_RESULTS_EXPLAINING_BEHIND_H
#define SERVICE_RESULTS_EXPLAINING_BEHIND_H

#include "service/results/explaining_rows.h"

/* Each project's part that goes there, down to its lines. */
bool explaining_behind_destination(const struct explaining_page *page, size_t row,
	struct error *err);
/* The year's new projects (flow), and those of earlier years that still count (stock). */
bool explaining_behind_goal(const struct explaining_page *page, size_t row, struct error *err);
/* Hours: the projects that they are of. Leaders: who they are. Typed: the months. */
bool explaining_behind_indicator(const struct explaining_page *page, size_t row, struct error *err);
/* Who has attended, and which of those it is for has not. */
bool explaining_behind_course(const struct explaining_page *page, size_t row, struct error *err);

#endif
