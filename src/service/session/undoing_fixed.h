/* undoing_fixed - the projects whose fixed figures a step back or forth may change: it wants a reason as any other
 * change of them does (domain.md §3). Private to src/service/session/. */
#ifndef SERVICE_SESSION_UNDOING_FIXED_H
#define SERVICE_SESSION_UNDOING_FIXED_H

#include "model/project.h"
#include "service/session/session.h"
#include "store/history_store.h"

/* Zero-initialise. */
struct undoing_fixed {
	VEC(struct project) before; /* those that are told of in the steps, as they were, where a stage is closed */
};

/* Reads what the next `count` steps of that way would touch, before they are gone. */
bool undoing_fixed_read(struct session *session, enum history_way way, int count,
	struct undoing_fixed *fixed, struct error *err);
/* After the steps, before they are stored: true where none of the projects is other than it was in what is fixed.
 * Moving a project is no such change, for the status says what is fixed. Else false; the error says why a reason
 * is wanted, and of which project. */
bool undoing_fixed_same(struct session *session, const struct undoing_fixed *fixed, struct error *err);
void undoing_fixed_free(struct undoing_fixed *fixed);

#endif
