/* templates - workbooks to be filled in, made for the units and catalogues of a fiscal year. */
#ifndef SERVICE_FILES_TEMPLATES_H
#define SERVICE_FILES_TEMPLATES_H

#include <stdio.h>

#include "service/session/session.h"

/* The workbook in which projects of the session's year are registered: filled in, it is imported as it is. */
bool templates_projects(struct session *session, FILE *stream, struct error *err);

#endif
