/* project_set - how texts become fields, by kind of field; shared by the files of project.h only.
 *
 * Each reads text as project_field_set() promises: on failure nothing has changed. */
#ifndef MODEL_PROJECT_SET_H
#define MODEL_PROJECT_SET_H

#include "model/project.h"

/* project_refuse.c: refuses text for the field, quoting both: 導入経費「-5」: reason. Returns false. */
bool project_refuse(struct error *err, enum field field, const char *text, const char *reason);
/* The same where the reason quotes the text itself. */
bool project_refuse_as(struct error *err, enum field field, const struct error *reason);

/* project_unit.c: department, section, team, by code or by name. */
bool project_set_unit(struct project *project, enum field field, const char *text,
	const struct unit_tree *units, struct error *err);
/* project_tools.c: problem type, tools, primary tool. */
bool project_set_problem_type(struct project *project, enum field field, const char *text,
	const struct catalogue *problem_types, struct error *err);
bool project_set_tools(struct project *project, const char *text, const struct catalogue *tools,
	struct error *err);
bool project_set_primary_tool(struct project *project, const char *text,
	const struct catalogue *tools, struct error *err);
/* project_saving.c: stage, hours, saved minutes. */
bool project_set_saving(struct project *project, enum field field, const char *text,
	struct error *err);

#endif
