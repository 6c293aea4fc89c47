/* project_text - where the texts of a project record lie; shared by the files of project.h only. */
#ifndef MODEL_PROJECT_TEXT_H
#define MODEL_PROJECT_TEXT_H

#include "model/project.h"

/* The text member behind a field; NULL for a field that is no plain text of the record. */
const char **project_text_slot(struct project *project, enum field field);
/* What stands there; "" for a field that is no plain text. */
const char *project_text_value(const struct project *project, enum field field);

#endif
