/* project_member - where the members of a project record lie, by field; shared by the files of project.h only. */
#ifndef MODEL_PROJECT_MEMBER_H
#define MODEL_PROJECT_MEMBER_H

#include "model/project.h"

/* What can be read and set by its kind alone; everything else is MEMBER_OWN. */
enum member_kind { MEMBER_OWN, MEMBER_TEXT, MEMBER_YEN, MEMBER_DATE, MEMBER_FLAG, MEMBER_EXCLUSION };
enum member_kind project_member_kind(enum field field);

/* The member behind a field of the kind that stands beside; any other field is a fault. */
const char **project_member_text(struct project *project, enum field field);
int64_t *project_member_yen(struct project *project, enum field field);
struct date *project_member_date(struct project *project, enum field field);
bool *project_member_flag(struct project *project, enum field field);

#endif
