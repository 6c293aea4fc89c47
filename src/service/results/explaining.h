/* explaining - from any total down to a line's minutes (domain.md §4, 'every figure explains itself'). */
#ifndef SERVICE_RESULTS_EXPLAINING_H
#define SERVICE_RESULTS_EXPLAINING_H

#include "base/strbuf.h"
#include "rollup/pivot.h"
#include "service/session/session.h"

/* One project: each stage, each line with its formula, the sums, hours and person-years. */
bool explaining_project(struct session *session, const struct project *project,
	struct strbuf *out, struct error *err);
/* The same without the line that names the project. */
void explaining_effects(struct session *session, const struct project *project,
	struct strbuf *out);
/* A named table: its total → departments → sections → projects → lines, each level summing to the
 * one above; filter narrows it. */
bool explaining_table(struct session *session, const char *name, int fiscal_year,
	const char *filter, struct strbuf *out, struct error *err);
/* What a pivot counts (its year, stage, basis and drill) in the same way, under that title. */
bool explaining_pivot(struct session *session, const struct pivot_query *query, const char *title,
	const char *filter, struct strbuf *out, struct error *err);

#endif
