/* tables - the rule of every ready-made table: what it must show. A table of the program that has none here
 * fails the audit. */
#ifndef AUDIT_TABLES_H
#define AUDIT_TABLES_H

#include "pivot.h"

struct table_rule {
	const char *id;
	void (*make)(struct world *world, const struct ask *ask, struct wanted *wanted);
	bool by_stage, by_basis; /* it changes with them */
	bool filtered;           /* it can be narrowed by a filter */
};
extern const struct table_rule table_rules[];
extern const size_t table_rule_count;
const struct table_rule *table_rule_find(const char *id); /* NULL = no rule */

/* The projects of the year asked for that count and match the filter. */
bool tables_takes(const struct ask *ask, const struct project *project);
/* Columns of a unit and those it lies in; its cells, or a word in the place of a name. */
void tables_unit_columns(struct wanted *wanted, enum kind down_to);
void tables_unit(struct wanted *wanted, const struct tree *tree, int node);
void tables_unit_word(struct wanted *wanted, const char *word);

/* ---- the rules, by file ---- */
typedef void table_maker(struct world *world, const struct ask *ask, struct wanted *wanted);
/* tables_pivot.c */
table_maker tables_types, tables_tools, tables_departments, tables_sections, tables_teams, tables_matrix,
	tables_trend, tables_realisation;
/* tables_lines.c */
table_maker tables_destinations, tables_fractions, tables_headroom, tables_overlaps;
/* tables_programme.c */
table_maker tables_coverage, tables_reminders, tables_training;
/* tables_review.c */
table_maker tables_review, tables_review_first, tables_review_second;
/* tables_goal.c */
table_maker tables_goal, tables_indicators;

/* What a section is to be told of besides its projects. */
struct section_record {
	const char *head, *leader; /* NULL = none */
	int64_t training;          /* units taken by its leaders; -1 = not known */
	int64_t target;            /* minutes of the period: "year", "first-half" … ; -1 = none */
};
struct section_record tables_section(const struct world *world, int fiscal_year, const char *section,
	const char *period);

#endif
