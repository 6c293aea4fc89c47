/* indicators - the register of KPIs with what can be computed filled in (domain.md §7). */
#ifndef SERVICE_RESULTS_INDICATORS_H
#define SERVICE_RESULTS_INDICATORS_H

#include "model/indicator.h"
#include "service/results/rollups.h"

/* The register; computed indicators have a value for each fiscal year with projects or leaders.
 * indicator_register_free() frees. */
bool indicators_load(struct session *session, struct indicator_register *indicators,
	struct error *err);

/* The goal of a fiscal year in minutes: the target of the indicator that is computed from the
 * hours saved, the one of its kind; 0 = none. */
bool indicators_goal(struct session *session, int fiscal_year, int64_t *minutes, struct error *err);

/* Named tables: every indicator with its value of the year, target and attainment, and what tools
 * tell beside what is reported; and the goal over the years, as flow and as stock. */
bool indicators_table(struct session *session, const struct rollups_choice *choice,
	struct table *table, struct error *err);
bool indicators_goal_table(struct session *session, const struct rollups_choice *choice,
	struct table *table, struct error *err);

/* Notes how an indicator counts people, where it does. */
void indicators_note_counting(const struct indicator *indicator, struct table *table);

/* One indicator over its years, without gaps from the first year with a value or a target to the
 * last one. Figures are thousandths of its unit. Zero-initialise to use. */
struct indicator_year {
	int fiscal_year;
	int64_t value, target;
	int64_t stock; /* of a goal in hours, whose value is the flow */
	bool has_value, has_target, has_stock;
};
struct indicator_course {
	struct indicator_register all;
	const struct indicator *indicator; /* in all */
	VEC(struct indicator_year) years;
	bool goal;   /* read as flow and as stock (domain.md §5) */
	bool months; /* there are monthly values */
};
/* False for a code that is not there (any more), too. */
bool indicators_course(struct session *session, const char *code, struct indicator_course *course,
	struct error *err);
void indicators_course_free(struct indicator_course *course);
/* A row a year: value (flow and stock of a goal), target, attainment, and the months where there are
 * any. row->key[0] is the fiscal year. */
void indicators_course_table(const struct session *session, const struct indicator_course *course,
	struct table *table);
/* The value of a month (1–12) of a fiscal year; false when there is none. */
bool indicators_month(const struct indicator *indicator, int fiscal_year, int month,
	int64_t *value);

#endif
