/* checkup - `uraniwa check`: file integrity, history chain, held totals, 検算 of every named table. */
#ifndef SERVICE_RESULTS_CHECKUP_H
#define SERVICE_RESULTS_CHECKUP_H

#include "service/session/session.h"

/* report() gets a line for each part (ok true) and each fault (ok false). *faults counts them. */
bool checkup_run(struct session *session, bool repair_derived,
	void (*report)(bool ok, const char *line, void *data), void *data, int64_t *faults,
	struct error *err);

#endif
