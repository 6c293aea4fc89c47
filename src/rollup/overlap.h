/* overlap - possible double counting: projects of one year that claim the same 業務 in the same
 * unit (domain.md §4), for an admin to clear.
 */
#ifndef ROLLUP_OVERLAP_H
#define ROLLUP_OVERLAP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"
#include "base/mem.h"
#include "base/strbuf.h"
#include "base/vec.h"
#include "model/table.h"
#include "model/unit.h"

/* A project that claims a piece of work. Which ones are handed in is up to the caller: the counted
 * ones for the list, a draft beside them for its form. Texts are borrowed. */
struct overlap_claim {
	int64_t id;
	int fiscal_year, number;
	const char *title;
	const char *work;      /* 業務 as typed; "" claims nothing */
	const char *unit_code; /* of the section (or team) that is looked at; "" claims nothing */
	int64_t minutes;
};

/* What the store keeps of an admin's word (table overlap_clearance). Texts are borrowed. */
struct overlap_clearance {
	int fiscal_year;
	const char *work_key, *unit_code;
	const char *cleared_by, *reason;
	const char *projects; /* the numbers it was given for: "R7-0023,R7-0175" */
};

struct overlap_group {
	int fiscal_year;
	const char *work;      /* as the first claim spells it */
	const char *work_key;  /* text_key() of it */
	const char *unit_code;
	size_t first, end;     /* of overlap.members; at least two, by number */
	int64_t minutes;       /* of all of them */
	int64_t at_stake;      /* what those that save come to, less the largest of them: counted twice
	                        * at most. What costs time takes nothing from it */
	const struct overlap_clearance *clearance; /* NULL = to be looked at */
	const struct overlap_clearance *outdated;  /* one that was given before another project came */
};

struct overlap {
	VEC(struct overlap_group) groups; /* not cleared ones first, then the most at stake */
	VEC(size_t) members;              /* indexes of claims */
	struct arena arena;
};

/* Groups the claims. Borrows claims and clearances until overlap_free(). Refuses sums that do not
 * fit. */
bool overlap_find(const struct overlap_claim *claims, size_t count,
	const struct overlap_clearance *clearances, size_t clearance_count,
	struct overlap *overlap, struct error *err);
void overlap_free(struct overlap *overlap);
/* Appends the numbers of a group's projects, separated: "R7-0023,R7-0175". */
void overlap_numbers(const struct overlap *overlap, const struct overlap_group *group,
	const struct overlap_claim *claims, const char *separator, struct strbuf *out);

/* One row per group, with its index as key: unit, work, projects with their numbers, minutes, at
 * stake, who cleared it and why, and a clearance that no longer covers all of them. The total counts every group. tree is that of the year; units that are not in it show their
 * code. body may be NULL. Refuses sums that do not fit. */
bool overlap_table(const struct overlap *overlap, const struct overlap_claim *claims,
	const struct unit_tree *tree, const char *body, struct table *table, struct error *err);

#endif
