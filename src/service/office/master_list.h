/* master_list - every master, for master.c, and what their files share; private to src/service/. */
#ifndef SERVICE_OFFICE_MASTER_LIST_H
#define SERVICE_OFFICE_MASTER_LIST_H

#include "service/office/master.h"

extern const struct master master_parameters, master_due_dates, master_problem_types, master_tools,
	master_rules, master_targets, master_persons, master_roles, master_leaders, master_courses,
	master_attendance, master_indicators, master_indicator_targets, master_indicator_values;

/* Choices that several have. */
bool master_choose_section(struct session *session, int fiscal_year,
	struct master_choices *choices, struct error *err);
bool master_choose_unit(struct session *session, int fiscal_year, struct master_choices *choices,
	struct error *err);
bool master_choose_person(struct session *session, int fiscal_year,
	struct master_choices *choices, struct error *err);
void master_add_choice(struct master_choices *choices, const char *id, const char *label);

/* The year in a cell; 0 where it is open. */
int master_year(const struct master_row *row, size_t field);

#endif
