/* lock - which effect lines of a project are fixed: those of a stage that the workflow has passed
 * (domain.md §4; the table is in workflow.c). */
#ifndef MODEL_LOCK_H
#define MODEL_LOCK_H

#include "model/project.h"

/* The first stage that is closed at the stored status and whose lines are other ones in project;
 * -1 when there is none, so that the project may be saved without a reason. Both with lines. */
int lock_broken(const struct project *stored, const struct project *project);
/* Appends why a change of what is stored wants a reason, in the words of every way in; false and nothing where it wants
 * none. */
bool lock_wants_reason(const struct project *stored, const struct project *project, struct strbuf *why);

#endif
