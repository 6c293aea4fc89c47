#include "config.h"

#include "service/files/backups.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/ambient.h"
#include "base/file.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "service/session/creating.h"

bool backups_write(struct session *session, const struct file_target *target, struct error *err)
{
	if (target->taken || target->direct)
		return file_refuse_taken(target->given, err);
	if (!*target->path)
		return error_set(err, ERROR_USAGE, _("A backup needs the name of a file."));
	return file_make_folder_of(target->path, err) &&
		db_backup(store_db(session->store), target->path, &session->progress, err);
}

static void count_fault(const char *line, void *data)
{
	(void)line;
	++*(int64_t *)data;
}

/* Opens the backup and proves it: a database of this program, of a version it can read, sound. NULL
 * on failure. */
static struct store *open_backup(const char *path, struct error *err)
{
	struct store *backup = store_open(path, STORE_READ_ONLY, err);
	int64_t faults = 0;

	if (!backup)
		return NULL;
	if (db_integrity(store_db(backup), count_fault, &faults, err) && faults == 0)
		return backup;
	if (faults > 0)
		error_set(err, ERROR_DATA, _("%s is damaged (%lld faults); nothing was restored."), path,
			(long long)faults);
	store_close(backup);
	return NULL;
}

static bool backups_replace(const struct session_options *options, const char *target,
	const char *path, const struct progress *progress, char **kept, struct error *err)
{
	struct session session;
	bool done;

	if (!session_open(&session, options, err))
		return false;

	/* "uraniwa.db.before-2025-11-20T10-02-00": no colons, for file shares. */
	char now[20];

	ambient_now(now);
	for (char *at = now; *at; at++)
		*at = *at == ':' ? '-' : *at;
	*kept = xasprintf("%s.before-%s", target, now);
	done = session_permits(&session, PERMISSION_EDIT_MASTERS, session.fiscal_year, NULL, err) &&
		db_backup(store_db(session.store), *kept, progress, err) &&
		db_restore(store_db(session.store), path, progress, err);
	session_close(&session);
	if (!done) {
		free(*kept);
		*kept = NULL;
	}
	return done;
}

bool backups_restore(const struct session_options *options, const char *path,
	const struct progress *progress, char **kept, struct error *err)
{
	char *target = options->target ? xstrdup(options->target) : creating_default_target();
	struct store *backup = open_backup(path, err);
	const struct file_kept own = {target, _("the database")};
	struct file_target from;
	bool done = false;

	*kept = NULL;
	if (backup && !file_target_judge(&from, path, &own, 1, NULL))
		error_set(err, ERROR_USAGE, _("%s is the database itself; name a backup of it."), path);
	else if (backup && access(target, F_OK) == 0)
		done = backups_replace(options, target, path, progress, kept, err);
	else if (backup && options->readonly)
		error_set(err, ERROR_PERMISSION, _("Nothing is restored with --readonly."));
	else if (backup)
		done = file_make_folder_of(target, err) &&
			db_backup(store_db(backup), target, progress, err);
	if (backup)
		store_close(backup);
	free(target);
	return done;
}
