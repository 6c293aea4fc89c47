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
	int64_t flow;      /* minutes: in-year savings of the year's new projects */
	int64_t stock;     /* minutes: flow, and the full-year savings of those that still live */
};

/* Fills years[0 … last - first] from counted facts of all years up to `last`. last_years (one per
 * fact; NULL = all live on) is the last fiscal year in which a project's savings count, 0 = still
 * alive. Refuses sums that do not fit. */
bool goal_read(const struct facts *facts, enum stage stage, const int *last_years, int first,
	int last, struct goal_year *years, struct error *err);

/* A row per year: projects, flow and stock in hours; with an indicator of hours (NULL = none) its
 * target of that year and how far each reading reaches it. H as in pivot_context; body may be
 * NULL. */
void goal_table(const struct goal_year *years, size_t count, enum stage stage,
	const struct indicator *indicator, int hours_per_person_year, const char *body,
	struct table *table);

#endif
