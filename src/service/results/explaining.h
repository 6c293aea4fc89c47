/* explaining - from any figure down to a line's minutes (domain.md §4, 'every figure explains itself'). */
#ifndef SERVICE_RESULTS_EXPLAINING_H
#define SERVICE_RESULTS_EXPLAINING_H

#include "base/strbuf.h"
#include "rollup/pivot.h"
#include "service/results/rollups.h"
#include "service/session/session.h"

/* Projects that are explained at once on a screen: more than anyone reads, and than is read in a moment. */
enum { EXPLAINING_MAX = 5000 };

/* One project: each stage, each line with its formula, the sums, hours and person-years. */
bool explaining_project(struct session *session, const struct project *project,
	struct strbuf *out, struct error *err);
/* The same without the line that names the project. */
void explaining_effects(struct session *session, const struct project *project,
	struct strbuf *out);
/* One stage and basis of a project. */
void explaining_stage(struct session *session, const struct project *project, enum stage stage,
	enum basis basis, struct strbuf *out);

/* A named table as it is asked for: from its total down to projects and lines, each level summing to
 * the one above. A unit (code or name) narrows every table to it. */
bool explaining_table(struct session *session, const char *name,
	const struct rollups_choice *choice, struct strbuf *out, struct error *err);
/* The same of a table as it was frozen. Lines are told where they still come to what was frozen. */
bool explaining_frozen(struct session *session, const char *snapshot, const char *name,
	const struct rollups_choice *choice, struct strbuf *out, struct error *err);
/* One row of a named table that was made for that choice; -1 = all of it. */
bool explaining_shown(struct session *session, const char *name,
	const struct rollups_choice *choice, const struct table *table, int row,
	struct strbuf *out, struct error *err);
/* The hours of a unit, by code or name; ERROR_USAGE where there is none. */
bool explaining_unit(struct session *session, const char *unit,
	const struct rollups_choice *choice, struct strbuf *out, struct error *err);
/* What a pivot counts (its year, stage, basis and drill) in the same way, under that title. */
bool explaining_pivot(struct session *session, const struct pivot_query *query, const char *title,
	const char *filter, struct strbuf *out, struct error *err);

#endif
