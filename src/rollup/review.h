/* review - the review sheet (業績評価): one row per section for a half or the whole year
 * (domain.md §6).
 */
#ifndef ROLLUP_REVIEW_H
#define ROLLUP_REVIEW_H

#include "base/error.h"
#include "model/facts.h"
#include "model/fiscal_year.h"
#include "model/table.h"
#include "rollup/pivot.h"
#include "rollup/section_record.h"

struct review_query {
	/* HALF_NONE = the whole year; a half has the projects that start in it (facts' half year),
	 * and a note says how many start in neither. */
	enum half half;
	enum basis basis;
	enum stage stage; /* whose person-years, and what is held against the target */
	int below;        /* only sections in the subtree of this unit; -1 = everywhere */
	const struct section_record *sections; /* heads, leaders, training, targets of that period */
	size_t section_count;
};

/* Fills an uninitialised table, for the fiscal year of context->units (which must be there):
 * section head, teams, teams with a project, rate, projects, estimate and actual hours, 人役, leader,
 * training units, interim reports handed in, target and attainment. Projects of no section have a row of
 * their own when below is -1. Teams and targets add up; the attainment of the total is that of all
 * hours against all targets. Refuses sums that do not fit. */
bool review_run(const struct facts *facts, const struct pivot_context *context,
	const struct review_query *query, struct table *table, struct error *err);

/* "review", "review-first-half", "review-second-half" */
const char *review_id(enum half half);

#endif
