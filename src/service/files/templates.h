/* templates - workbooks to be filled in, made for the units and catalogues of a fiscal year. */
#ifndef SERVICE_FILES_TEMPLATES_H
#define SERVICE_FILES_TEMPLATES_H

#include <stdio.h>

#include "service/session/session.h"

/* The workbook in which projects of the session's year are registered: filled in, it is imported as it is. section is the
 * node of the tree of that year whose teams it is for, with its projects of the year before filled in, each by its number;
 * -1 = all, and nothing. */
bool templates_projects(struct session *session, int section, FILE *stream, struct error *err);
/* How the workbook of a section is called: its code and name, without what no file name may hold. Caller frees. */
char *templates_file_name(const struct unit *section);

#endif
