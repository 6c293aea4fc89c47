/* setting - one field of several projects, as one change. */
#ifndef SERVICE_PROJECT_SETTING_H
#define SERVICE_PROJECT_SETTING_H

#include "model/project.h"
#include "service/session/session.h"

/* Sets the field of all of them or of none, as the form would (registering_save()): an error names the
 * project it is about. reason: where a completed one is among them; else NULL. */
bool setting_field(struct session *session, const int64_t *ids, size_t count, enum field field,
	const char *text, const char *reason, struct error *err);

#endif
