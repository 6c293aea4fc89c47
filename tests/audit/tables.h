/* tables - the rule of every ready-made table: what it must show. A table of the program that has none here
 * fails the audit. */
#ifndef AUDIT_TABLES_H
#define AUDIT_TABLES_H

#include "pivot.h"

/* What changes a table. */
enum { BY_STAGE = 1, BY_BASIS = 2, FILTERED = 4, OF_UNIT = 8, OF_STEP = 16, OF_DAYS = 32,
	NARROWED = 64 /* by a unit as by a filter */, FIGURES_OF = BY_STAGE | BY_BASIS | FILTERED };

extern const char *const table_steps[]; /* what a team hands in, in order: registered, interim, actual */
struct table_rule {
	const char *id;
	unsigned takes; /* bits of what changes it */
	void (*make)(struct world *world, const struct ask *ask, struct wanted *wanted);
	/* its rows may be by any other dimension; NULL = they are fixed */
	void (*by)(struct world *world, const struct ask *ask, enum dimension rows, struct wanted *wanted);
};
extern const struct table_rule table_rules[];
extern const size_t table_rule_count;
const struct table_rule *table_rule_find(const char *id); /* NULL = no rule */

/* The projects of the year asked for that count and match the filter. */
bool tables_takes(const struct ask *ask, const struct project *project);
/* The node of the unit asked for; -1 for everything. Whether a node lies in it. */
int tables_below(const struct ask *ask, const struct tree *tree);
bool tables_in_unit(const struct ask *ask, const struct tree *tree, int node);
/* Columns of a unit and those it lies in; its cells, or a word in the place of a name. */
void tables_unit_columns(struct wanted *wanted, enum kind down_to);
void tables_unit(struct wanted *wanted, const struct tree *tree, int node);
void tables_unit_word(struct wanted *wanted, const char *word);

typedef void table_maker(struct world *world, const struct ask *ask, struct wanted *wanted);
typedef void table_by(struct world *world, const struct ask *ask, enum dimension rows, struct wanted *wanted);
/* tables_pivot.c */
table_maker tables_types, tables_tools, tables_departments, tables_sections, tables_teams, tables_matrix,
	tables_trend, tables_realisation;
table_by tables_trend_by, tables_realisation_by;
/* tables_lines.c */
table_maker tables_destinations, tables_fractions, tables_headroom, tables_overlaps;
table_by tables_destinations_by;
/* tables_doubts.c */
table_maker tables_doubts;
/* tables_list.c: no named tables, `list` and realisation by project */
table_maker tables_list, tables_realisation_projects;
extern const char *const tables_list_columns[];
extern const size_t tables_list_count;
/* tables_programme.c */
table_maker tables_coverage, tables_reminders, tables_training;
table_by tables_coverage_by;
/* tables_review.c */
table_maker tables_review, tables_review_first, tables_review_second;
/* tables_goal.c */
table_maker tables_goal, tables_indicators;

/* What is to be saved in a year, in minutes: the target of the indicator computed from hours; 0 = none. */
wide tables_goal_minutes(const struct world *world, int fiscal_year);

/* What a section is to be told of besides its projects. */
struct section_record {
	const char *head, *leader; /* NULL = none */
	int64_t training;          /* units taken by its leaders; -1 = not known */
	int64_t target;            /* minutes of the period: "year", "first-half" … ; -1 = none */
};
struct section_record tables_section(const struct world *world, int fiscal_year, const char *section,
	const char *period);

#endif
