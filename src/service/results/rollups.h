/* rollups - pivots and named tables, with the tie-out done. */
#ifndef SERVICE_RESULTS_ROLLUPS_H
#define SERVICE_RESULTS_ROLLUPS_H

#include "model/table.h"
#include "rollup/named.h"
#include "rollup/pivot.h"
#include "service/results/rollups_facts.h"
#include "service/results/rollups_summary.h"

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
	const char *unit;   /* code or name of the unit to show; NULL = all */
	int step;           /* coverage, reminders: only teams that lack this enum coverage_step; -1 */
	int days_ahead;     /* reminders: also what falls due in so many days */
};
/* Everything of a year: estimate, in-year, the table's own rows. */
struct rollups_choice rollups_choice(int fiscal_year);
/* Appends the filter of a choice and its unit as a part of it: "section:=0201". */
bool rollups_unit_filter(struct session *session, const struct rollups_choice *choice,
	struct strbuf *filter, struct error *err);
bool rollups_table(struct session *session, const char *name, const struct rollups_choice *choice,
	struct table *table, struct error *err);
bool rollups_named(struct session *session, const char *name, int fiscal_year, enum stage stage,
	enum basis basis, const char *filter, struct table *table, struct error *err);

#endif
