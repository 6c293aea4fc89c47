/* indicators - the register of KPIs with what can be computed filled in (domain.md §7). */
#ifndef SERVICE_INDICATORS_H
#define SERVICE_INDICATORS_H

#include "model/indicator.h"
#include "service/rollups.h"

/* The register; computed indicators have a value for each fiscal year with projects or leaders.
 * indicator_register_free() frees. */
bool indicators_load(struct session *session, struct indicator_register *indicators,
	struct error *err);

/* The goal of a fiscal year in minutes: the parameter target_hours, else the target of the indicator
 * that is computed from the hours saved; 0 = none. */
bool indicators_goal(struct session *session, int fiscal_year, int64_t *minutes, struct error *err);

/* Named tables: every indicator with its value of the year, target and attainment, and what tools
 * tell beside what is reported; and the goal over the years, as flow and as stock. */
bool indicators_table(struct session *session, const struct rollups_choice *choice,
	struct table *table, struct error *err);
bool indicators_goal_table(struct session *session, const struct rollups_choice *choice,
	struct table *table, struct error *err);

#endif
