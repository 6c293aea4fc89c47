/* case_sheet - one project on a page, to hand on to other teams: before, after, issue, savings
 * (screens.md §5). */
#ifndef SERVICE_RESULTS_CASE_SHEET_H
#define SERVICE_RESULTS_CASE_SHEET_H

#include "base/strbuf.h"
#include "service/session/session.h"

/* Appends it as text for people, by the number of the project. */
bool case_sheet_text(struct session *session, const char *number, struct strbuf *out,
	struct error *err);

#endif
