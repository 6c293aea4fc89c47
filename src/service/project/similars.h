/* similars - the projects nearest to one or to a few words: what can be copied (横展開). */
#ifndef SERVICE_PROJECT_SIMILARS_H
#define SERVICE_PROJECT_SIMILARS_H

#include "model/project.h"
#include "model/table.h"
#include "rollup/similar.h"
#include "service/session/session.h"

/* How many there are to choose from; the form asks this before it looks while a title is typed. */
bool similars_count(struct session *session, size_t *count, struct error *err);

/* The nearest projects of all sections and years but cancelled ones, best first, at most `most` of
 * them into hits; *count gets how many. The texts are read once and kept until something changes. */

/* Nearest to a project, stored or still being typed; itself left out. */
bool similars_to_project(struct session *session, const struct project *project,
	struct similar_hit *hits, size_t most, size_t *count, struct error *err);
bool similars_to_text(struct session *session, const char *text, struct similar_hit *hits,
	size_t most, size_t *count, struct error *err);

/* The hits as a table, their project's id as key: likeness, number, status, section, team, title,
 * problem type, tools, hours. title is translated. Into an uninitialised table. */
bool similars_table(struct session *session, const char *title, const struct similar_hit *hits,
	size_t count, struct table *table, struct error *err);

#endif
