/* sqlite_upkeep - backup and integrity check of an SQLite file. */
#include "config.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/file_beside.h"
#include "base/i18n.h"
#include "db/db_files.h"
#include "db/sqlite_private.h"

enum { PAGES_A_STEP = 256, WAIT_MS = 20, WAITS_MAX = 500 };

/* Page by page, so that it can be told how far it is. What is copied is a snapshot that the caller
 * holds: others may go on writing. */
static bool upkeep_copy_pages(sqlite3 *to, sqlite3 *from, const char *path,
	const struct progress *progress, struct error *err)
{
	sqlite3_backup *copying = sqlite3_backup_init(to, "main", from, "main");
	int result = copying ? SQLITE_OK : sqlite3_errcode(to), waits = 0;
	bool goes_on = true;

	while (goes_on &&
		(result == SQLITE_OK || ((result == SQLITE_BUSY || result == SQLITE_LOCKED) &&
						waits++ < WAITS_MAX))) {
		if (result != SQLITE_OK)
			sqlite3_sleep(WAIT_MS);
		result = sqlite3_backup_step(copying, PAGES_A_STEP);
		goes_on = progress_step(progress, _("Copy of the database"),
			sqlite3_backup_pagecount(copying) - sqlite3_backup_remaining(copying),
			sqlite3_backup_pagecount(copying), err);
	}
	if (copying)
		sqlite3_backup_finish(copying);
	return goes_on && (result == SQLITE_DONE || sqlite_fail(to, result, path, err));
}

static bool upkeep_copy_out(struct db *db, const char *path, const struct progress *progress,
	struct error *err)
{
	sqlite3 *copy;
	const int result = sqlite3_open_v2(path, &copy,
		SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, NULL);
	bool ok;

	if (result != SQLITE_OK)
		ok = sqlite_fail(copy, result, path, err);
	else if (sqlite3_exec(sqlite_handle(db), "BEGIN; SELECT 1 FROM sqlite_master LIMIT 1",
			 NULL, NULL, NULL) != SQLITE_OK)
		ok = sqlite_fail(sqlite_handle(db), sqlite3_errcode(sqlite_handle(db)), path, err);
	else
		ok = upkeep_copy_pages(copy, sqlite_handle(db), path, progress, err);
	if (!sqlite3_get_autocommit(sqlite_handle(db)))
		sqlite3_exec(sqlite_handle(db), "COMMIT", NULL, NULL, NULL);
	sqlite3_close(copy);
	return ok;
}

bool sqlite_backup(struct db *db, const char *path, const struct progress *progress,
	struct error *err)
{
	struct stat info;

	if (stat(path, &info) == 0)
		return file_refuse_taken(path, err);
	char *temporary = file_beside(path);
	bool ok = temporary ? upkeep_copy_out(db, temporary, progress, err) :
			      error_set(err, ERROR_FILE, _("%s cannot be written."), path);
	if (ok && !file_rename_new(temporary, path)) {
		error_set(err, ERROR_FILE, _("%s cannot be written."), path);
		ok = error_detail(err, "%s", strerror(errno));
	}
	if (!ok && temporary)
		db_files_remove(temporary);
	free(temporary);
	return ok;
}

bool sqlite_restore(struct db *db, const char *path, const struct progress *progress,
	struct error *err)
{
	sqlite3 *copy;
	const int result = sqlite3_open_v2(path, &copy,
		SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, NULL);
	const bool ok = result == SQLITE_OK ?
		upkeep_copy_pages(sqlite_handle(db), copy, path, progress, err) :
		sqlite_fail(copy, result, path, err);

	sqlite3_close(copy);
	return ok;
}

bool sqlite_integrity(struct db *db, void (*report)(const char *line, void *data),
	void *data, struct error *err)
{
	static const struct {
		const char *sql;
		const char *fine; /* the line that is no fault */
	} checks[] = {
		{"PRAGMA integrity_check", "ok"},
		{"SELECT \"table\" || ' ' || COALESCE(rowid, '') || ' → ' || parent "
		 "FROM pragma_foreign_key_check", ""},
	};
	for (size_t i = 0; i < sizeof checks / sizeof checks[0]; i++) {
		sqlite3_stmt *query = sqlite_query(db, checks[i].sql, err);

		if (!query)
			return false;
		while (sqlite3_step(query) == SQLITE_ROW) {
			const char *line = (const char *)sqlite3_column_text(query, 0);
			if (line && strcmp(line, checks[i].fine) != 0)
				report(line, data);
		}
		if (!sqlite_end_query(db, query, err))
			return false;
	}
	return true;
}
