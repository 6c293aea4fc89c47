/* links - where a project was copied from, and who took it over (横展開). */
#ifndef SERVICE_LINKS_H
#define SERVICE_LINKS_H

#include "model/project.h"
#include "service/session.h"

/* Appends a line for each: "Copied from: R7-0001 title (section)", "Copied by: …"; nothing where there
 * is none. What cannot be read is left out. */
void links_add(struct session *session, const struct project *project, struct strbuf *out);

#endif
