/* goal - a multi-year goal in hours, read as flow and as stock (domain.md §5). Both are shown. */
#ifndef ROLLUP_GOAL_H
#define ROLLUP_GOAL_H

#include "base/error.h"
#include "model/facts.h"
#include "model/indicator.h"
#include "model/table.h"

struct goal_year {
	int fiscal_year;
	int64_t projects;  /* new ones */
	int64_t living;    /* those of earlier years that still count */
	int64_t flow;      /* minutes: savings of the year's new projects, of the basis asked for */
	int64_t stock;     /* minutes: flow, and the full-year savings of those that still live */
};

/* Fills years[0 … last - first] from counted facts of all years up to `last`. The basis is that of new
 * projects; those of earlier years count in full. last_years (one per fact; NULL = all live on) is the
 * last fiscal year in which a project's savings count, 0 = still alive. Refuses sums that do not fit. */
bool goal_read(const struct facts *facts, enum stage stage, enum basis basis, const int *last_years,
	int first, int last, struct goal_year *years, struct error *err);

/* A row per year: projects, flow and stock in hours; with an indicator of hours (NULL = none) its
 * target of that year and how far each reading reaches it. terms says what each of the years reckons
 * with; body may be NULL. */
void goal_table(const struct goal_year *years, const struct year_terms *terms, size_t count,
	enum stage stage, enum basis basis, const struct indicator *indicator, const char *body,
	struct table *table);

#endif
