/* backups - a copy of the database, and the database as it was in one. */
#ifndef SERVICE_FILES_BACKUPS_H
#define SERVICE_FILES_BACKUPS_H

#include "service/session/session.h"

/* A consistent copy while others write; refuses a path that is there already. */
bool backups_write(struct session *session, const char *path, struct error *err);

/* Makes the database of the options (NULL target = the default one) what it is in the backup at
 * path, after that has been proved sound. What was there is kept beside it: *kept is its path (caller
 * frees), NULL when there was no database. Only the office may. */
bool backups_restore(const struct session_options *options, const char *path,
	const struct progress *progress, char **kept, struct error *err);

#endif
