/* remarks - what is told of a project besides its fields: copies (横展開), standard work, and what its
 * hours are worth beside its costs. */
#ifndef SERVICE_PROJECT_REMARKS_H
#define SERVICE_PROJECT_REMARKS_H

#include "model/project.h"
#include "service/session/session.h"

/* Appends a line for each: "Copied from: R7-0001 title (section)", "Copied by: …", "Perhaps standard
 * work: …", "Labour value …"; nothing where there is none. What cannot be read is left out. */
void remarks_add(struct session *session, const struct project *project, struct strbuf *out);

#endif
