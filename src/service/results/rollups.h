/* rollups - pivots and named tables, with the tie-out done. */
#ifndef SERVICE_RESULTS_ROLLUPS_H
#define SERVICE_RESULTS_ROLLUPS_H

#include "model/facts.h"
#include "model/filter.h"
#include "model/table.h"
#include "rollup/named.h"
#include "rollup/pivot.h"
#include "service/session/session.h"

/* The facts of the year and the one before (0: all years), cached while nothing changes. filter
 * NULL or "" = all. Owned by the session. NULL on failure. */
const struct facts *rollups_facts(struct session *session, int fiscal_year, const char *filter,
	struct error *err);
/* Begins to read the facts of a large database beside whatever else is done, for rollups_facts() without
 * a filter; a small one's are read when they are asked for. */
void rollups_prefetch(struct session *session, int fiscal_year);
/* Waits so long for what was begun; false while asking for facts would still take its time. */
bool rollups_ready(struct session *session, int wait_ms);
/* Runs the pivot and ties it out against the stored lines. A table that does not tie comes back
 * with table->ties false and its note; whoever writes it decides (exporting.h refuses). */
bool rollups_pivot(struct session *session, const struct pivot_query *query, const char *filter,
	struct table *table, struct error *err);
enum { ROLLUPS_PROJECTS = DIMENSION_COUNT }; /* a row for each project */
/* A named table of any kind, as it is asked for. */
struct rollups_choice {
	int fiscal_year;
	enum stage stage;
	enum basis basis;
	const char *filter; /* NULL or "" = all */
	int rows;           /* enum dimension for a table with any_rows; -1 = its own;
	                     * ROLLUPS_PROJECTS for realisation */
	const char *unit;   /* programme's tables: code or name of the unit to show; NULL = all */
	int step;           /* coverage, reminders: only teams that lack this enum coverage_step; -1 */
	int days_ahead;     /* reminders: also what falls due in so many days */
};
/* Everything of a year: estimate, in-year, the table's own rows. */
struct rollups_choice rollups_choice(int fiscal_year);
bool rollups_table(struct session *session, const char *name, const struct rollups_choice *choice,
	struct table *table, struct error *err);
bool rollups_named(struct session *session, const char *name, int fiscal_year, enum stage stage,
	enum basis basis, const char *filter, struct table *table, struct error *err);

/* What figures of a year are read against. */
bool rollups_context(struct session *session, int fiscal_year, struct pivot_context *context,
	struct error *err);

/* What stands behind the home screen. */
struct rollups_summary {
	int64_t projects, minutes, teams_with_project, teams;
	int64_t projects_before, minutes_before; /* the year before */
	int64_t target_minutes; /* yearly goal; 0 = none */
};
bool rollups_summary(struct session *session, int fiscal_year, struct rollups_summary *summary,
	struct error *err);

#endif
