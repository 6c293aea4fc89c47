/* rollups_facts - the facts that every figure is made from, in memory while nothing changes. */
#ifndef SERVICE_RESULTS_ROLLUPS_FACTS_H
#define SERVICE_RESULTS_ROLLUPS_FACTS_H

#include "model/facts.h"
#include "rollup/pivot.h"
#include "service/session/session.h"

/* The facts of the year and the one before (0: all years), cached while nothing changes. filter
 * NULL or "" = all; where it names years, these instead (rollups_span.h). Owned by the session. NULL on failure. */
const struct facts *rollups_facts(struct session *session, int fiscal_year, const char *filter,
	struct error *err);
/* Begins to read the facts of a large database beside whatever else is done, for rollups_facts() without
 * a filter; a small one's are read when they are asked for. */
void rollups_prefetch(struct session *session, int fiscal_year);
/* Waits so long for what was begun; false while asking for facts would still take its time. */
bool rollups_ready(struct session *session, int wait_ms);
/* What figures of a year are read against; several years (0) of the facts that were asked for last.
 * Good until the next call. */
bool rollups_context(struct session *session, int fiscal_year, struct pivot_context *context,
	struct error *err);
/* The unit that figures of a year are narrowed to, by code or name: its place in the year's tree, -1 for
 * NULL or "" (everything). ERROR_USAGE where there is none. */
bool rollups_unit(struct session *session, int fiscal_year, const char *unit, int *node,
	struct error *err);

#endif
