/* assign - the values that add and edit put into a project: --set, --effect, --drop-effect. */
#ifndef CLI_ASSIGN_H
#define CLI_ASSIGN_H

#include "cli/command.h"
#include "model/project.h"

#define ASSIGN_OPTION_ROWS                                                                         \
	{"set", 0, N_("FIELD=VALUE"), N_("sets a field by id or label; can be repeated")},        \
	{"effect", 0, N_("FIELD=VALUE,…"),                                                        \
		N_("sets an effect line, or adds one; can be repeated")}

/* What the two commands say about those options. */
#define ASSIGN_HELP \
	N_("FIELD is an id of the project files (leader, owner, current_issue, approach, qualitative_effect, work, implementation_cost_yen, running_cost_yen, started_on, operating_from, replicable, hours, …) or its label; an empty value takes it away.\nAn effect line is named by line=N and stage=estimate|forecast|actual; without line it is a new one. Its fields: label before_minutes before_cases after_minutes after_cases period (day|week|month|year) periods_in_year periods_full_year direct_hours direct_before_hours direct_after_hours monthly_cases destination.\nFor example: --effect 'label=記録,before_minutes=39.2,before_cases=88'")

/* Everything that --set, --effect and --drop-effect ask for, in this order. */
bool assign_all(struct command_run *run, struct project *project,
	const struct project_context *context, struct error *err);
/* The project's number on a line of stdout. */
void assign_print_number(const struct project *project);

#endif
