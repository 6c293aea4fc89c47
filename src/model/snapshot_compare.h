/* snapshot_compare - why a total became another one, project by project ('why did 4,785 become
 * 4,801?', domain.md §5).
 */
#ifndef MODEL_SNAPSHOT_COMPARE_H
#define MODEL_SNAPSHOT_COMPARE_H

#include "base/error.h"
#include "model/snapshot.h"
#include "model/table.h"

/* Which total is asked for. Codes: NULL = any, "" = none. */
struct snapshot_scope {
	enum stage stage;
	enum basis basis;
	const char *department_code, *section_code, *problem_type;
	const char *tool; /* the primary one */
};

enum snapshot_reason {
	SNAPSHOT_ADDED = 1 << 0,
	SNAPSHOT_GONE = 1 << 1,
	SNAPSHOT_FIGURES = 1 << 2,      /* minutes of the stage and basis asked for */
	SNAPSHOT_UNIT = 1 << 3,
	SNAPSHOT_STATUS = 1 << 4,
	SNAPSHOT_EXCLUSION = 1 << 5,
	SNAPSHOT_PROBLEM_TYPE = 1 << 6,
	SNAPSHOT_TOOLS = 1 << 7,
	SNAPSHOT_TITLE = 1 << 8,
};

/* A project that is not the same on both sides. */
struct snapshot_difference {
	const struct snapshot_project *before, *after; /* NULL where it is not there */
	unsigned reasons;
	/* What it adds to the total asked for: 0 where it does not count or is out of scope. */
	int64_t minutes_before, minutes_after;
	int projects_before, projects_after; /* 0 or 1 */
};

struct snapshot_totals {
	int64_t projects, minutes;
};

struct snapshot_comparison {
	struct snapshot_scope scope;
	VEC(struct snapshot_difference) differences; /* the largest change first, then by number */
	struct snapshot_totals before, after; /* after - before = the sum of the differences */
	struct snapshot_totals unchanged;     /* what no difference touches */
	bool rules_changed, units_changed, hours_changed; /* H */
};

/* Compares two sorted snapshots, which must outlive the comparison. Projects that are out of scope
 * on both sides are passed over. Refuses sums that do not fit. */
bool snapshot_compare(const struct snapshot *before, const struct snapshot *after,
	const struct snapshot_scope *scope, struct snapshot_comparison *comparison,
	struct error *err);
void snapshot_comparison_free(struct snapshot_comparison *comparison);

/* Appends the reasons in words, joined by commas. */
void snapshot_reasons(unsigned reasons, struct strbuf *out);
/* A row per difference (number, title, why, hours before and after, change), one for all that did
 * not change, and the totals; notes say when rules, units or H changed. It ties. hours before and
 * after are read at `after`'s H, which must be given. Refuses changes that do not fit. */
bool snapshot_compare_table(const struct snapshot_comparison *comparison, int fiscal_year,
	int hours_per_person_year, const char *body, struct table *table, struct error *err);

#endif
