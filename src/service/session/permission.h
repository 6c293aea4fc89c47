/* permission - which roles somebody holds for a unit and fiscal year, and who else holds them (domain.md §1). */
#ifndef SERVICE_SESSION_PERMISSION_H
#define SERVICE_SESSION_PERMISSION_H

#include "base/strbuf.h"
#include "service/session/session.h"

/* The ROLE_BITs that the user holds in that year for the unit or one above it (NULL: for any unit).
 * An admin holds it everywhere. --readonly takes nothing away here. */
unsigned permission_roles(struct session *session, int fiscal_year, const char *unit_code);

/* Appends who holds one of the roles there, by role and name, as a refusal tells it: "Section head
 * (Abe Natsumi), Programme office (…)". A role that nobody holds, or more than
 * three people, is named alone. */
void permission_holders(struct session *session, unsigned roles, int fiscal_year,
	const char *unit_code, struct strbuf *out);

#endif
