/* backups - a copy of the database, and the database as it was in one. */
#ifndef SERVICE_FILES_BACKUPS_H
#define SERVICE_FILES_BACKUPS_H

#include "base/file_target.h"
#include "service/session/session.h"

/* A consistent copy while others write, to where overwriting.h said it may go; refuses a place that is
 * taken, whoever says to replace it. */
bool backups_write(struct session *session, const struct file_target *target, struct error *err);

/* Makes the database of the options (NULL target = the default one) what it is in the backup at
 * path, after that has been proved sound. What was there is kept beside it: *kept is its path (caller
 * frees), NULL when there was no database. Only the office may. */
bool backups_restore(const struct session_options *options, const char *path,
	const struct progress *progress, char **kept, struct error *err);

#endif
