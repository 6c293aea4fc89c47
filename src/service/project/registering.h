/* registering - use cases on projects: new, save, move, copy. */
#ifndef SERVICE_PROJECT_REGISTERING_H
#define SERVICE_PROJECT_REGISTERING_H

#include "model/project.h"
#include "service/session/session.h"

/* An unsaved draft of the session's fiscal year: UUID given; team set when the user's unit has
 * just one, leader when the user is one. Initialises project. */
bool registering_new(struct session *session, struct project *project, struct error *err);
/* Loads by number in any form ("R7-0001", "Ｒ７－１") or by UUID; says so when there is none. */
bool registering_load(struct session *session, const char *number, struct project *project,
	struct error *err);
/* Inserts or updates. Checks permission, texts' lengths, team in its year, effect lines; an
 * incomplete draft is fine. Where registering_needs_reason() says so there must be a reason, which
 * the history keeps as the change's note (else NULL). ERROR_CONFLICT when someone else saved first: load again and compare. */
bool registering_save(struct session *session, struct project *project, const char *reason,
	struct error *err);
/* Fills why with what keeps the project from being saved without a reason: it is completed, or lines
 * of a stage that is fixed were changed (model/lock.h); empties it where none is needed. */
bool registering_needs_reason(struct session *session, const struct project *project,
	struct strbuf *why, struct error *err);
/* The unit that a project's permission hangs on: its team, or for a draft without one the user's. */
const char *registering_owning_unit(const struct session *session, const struct project *project);
/* Who may make the usual next move of a project, as a sentence; nothing where none follows. */
void registering_who_may(struct session *session, const struct project *project, struct strbuf *out);
/* The moves from the project's status that one of the user's roles permits for its unit, in the
 * order of the table; room for REGISTERING_MOVES_MAX. Returns how many. */
enum { REGISTERING_MOVES_MAX = 8 };
size_t registering_moves(struct session *session, const struct project *project,
	const struct workflow_move *moves[REGISTERING_MOVES_MAX]);
/* Appends, for a question, what is doubtful in the figures that moving the projects there hands in
 * (model/doubt.h, those that need a yes); nothing where nothing is. */
bool registering_doubts(struct session *session, const int64_t *ids, size_t count,
	enum status to, struct strbuf *out, struct error *err);
/* Moves every project or none, as one change; refused moves say who may do it and which moves
 * there are. Doubtful figures are handed in only by who is sure of them. Where figures of a project that
 * is to be completed are missing, the reason becomes its word on why there is no result. */
bool registering_move(struct session *session, const int64_t *ids, size_t count,
	enum status to, const char *reason, bool sure, struct error *err);
/* A new draft for a team from another project: texts, tools and effect formula (minutes a case of the
 * estimate), linked back. The cases are the team's own, and so still to be counted: a copy counts its
 * own hours only. */
bool registering_copy(struct session *session, const struct project *from, const char *team_code,
	struct project *copy, struct error *err);

#endif
