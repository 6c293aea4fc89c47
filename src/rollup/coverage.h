/* coverage - which teams have registered, reported at the half and closed the year (班実施率,
 * 提出率, domain.md §5 and §6). Who is to be reminded stands in reminders.h.
 */
#ifndef ROLLUP_COVERAGE_H
#define ROLLUP_COVERAGE_H

#include "base/error.h"
#include "base/vec.h"
#include "model/facts.h"
#include "model/table.h"
#include "model/unit.h"
#include "model/workflow.h"

enum coverage_step {
	COVERAGE_REGISTERED, /* 登録: there is a counted project */
	COVERAGE_INTERIM,    /* 中間: reported at the half, or completed */
	COVERAGE_ACTUAL,     /* 実績: completed */
	COVERAGE_STEP_COUNT,
};

enum coverage_state { COVERAGE_MISSING, COVERAGE_PARTLY, COVERAGE_DONE };

/* Projects of a unit. A step holds how many counted ones came that far. */
struct coverage_counts {
	int64_t projects[COVERAGE_STEP_COUNT];
	int64_t drafts; /* drafts and returned ones, which do not count */
};

struct coverage_team {
	int node; /* in the tree; in tree order */
	struct coverage_counts counts;
};

struct coverage {
	const struct unit_tree *tree; /* borrowed */
	int fiscal_year;
	VEC(struct coverage_team) teams;
	struct coverage_counts elsewhere; /* of projects without a team of that year's tree */
};

/* Counts the facts of the tree's fiscal year; facts of other years are passed over. Fails when a
 * status is none of model/workflow.h. */
bool coverage_count(const struct facts *facts, const struct unit_tree *tree,
	struct coverage *coverage, struct error *err);
void coverage_free(struct coverage *coverage);

/* Whether a project of that status, which counts, came that far: reports are handed in by moving on. */
bool coverage_taken(enum status status, enum coverage_step step);
/* Missing when no project came that far, done when every counted one did. */
enum coverage_state coverage_state(const struct coverage_counts *counts, enum coverage_step step);

/* The teams in the subtree of a unit (-1 = everywhere). */
struct coverage_rates {
	int64_t teams;
	int64_t with[COVERAGE_STEP_COUNT]; /* teams with at least one project that came so far */
	int64_t partly[COVERAGE_STEP_COUNT]; /* of these, teams with a project that did not */
	struct coverage_counts counts;
};
struct coverage_rates coverage_rates(const struct coverage *coverage, int below);

const char *coverage_step_id(enum coverage_step step); /* "registered", "interim", "actual" */
const char *coverage_step_label(enum coverage_step step);
const char *coverage_state_label(enum coverage_state state);

/* ---- tables ---------------------------------------------------------------------------------- */

struct coverage_filter {
	int below;       /* a unit of the tree; -1 = everywhere */
	int step;        /* board: only teams of which this step is not done; reminders: only
	                  * of this step; -1 = all */
	const char *body; /* for headings; may be NULL */
};

/* The board: one row per team, with counts and states; the total counts what is shown. */
void coverage_board(const struct coverage *coverage, const struct coverage_filter *filter,
	struct table *table);
/* Rates by unit: one row per department or section (level), in the subtree of below (-1 = all). */
void coverage_table(const struct coverage *coverage, enum unit_kind level, int below,
	const char *body, struct table *table);

/* Begins a table whose rows are units down to a kind, of the coverage's fiscal year. */
void coverage_table_begin(const struct coverage *coverage, const char *id, const char *title,
	const char *body, enum unit_kind down_to, struct table *table);

#endif
