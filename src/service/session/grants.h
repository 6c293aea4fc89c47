/* grants - the roles that people hold in a fiscal year (domain.md §1); session and permission stand on it. */
#ifndef SERVICE_SESSION_GRANTS_H
#define SERVICE_SESSION_GRANTS_H

#include "service/session/session.h"
#include "store/unit_store.h"

/* True when the role is held in that year; a last year of 0 has no end. */
bool grants_hold(const struct role_grant *grant, int fiscal_year);

/* Visits every role that somebody holds in that year: those given to people, and that of leader, which
 * whoever is registered as the DX leader of a section has there until the hand-over. */
void grants_each(struct session *session, int fiscal_year,
	void (*each)(const struct role_grant *grant, void *data), void *data);

#endif
