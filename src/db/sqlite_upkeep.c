/* sqlite_upkeep - backup and integrity check of an SQLite file. */
#include "config.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "db/sqlite_private.h"

static bool copy_pages(struct db *db, const char *path, struct error *err)
{
	sqlite3 *copy;
	int result = sqlite3_open_v2(path, &copy,
		SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, NULL);

	if (result == SQLITE_OK) {
		sqlite3_backup *backup = sqlite3_backup_init(copy, "main", sqlite_handle(db), "main");
		if (backup) {
			sqlite3_backup_step(backup, -1);
			result = sqlite3_backup_finish(backup);
		} else {
			result = sqlite3_errcode(copy);
		}
	}
	const bool ok = result == SQLITE_OK || sqlite_fail(copy, result, path, err);
	sqlite3_close(copy);
	return ok;
}

bool sqlite_backup(struct db *db, const char *path, struct error *err)
{
	struct stat info;

	if (stat(path, &info) == 0)
		return error_set(err, ERROR_FILE,
			_("%s is there already and was left as it is. Choose another name."), path);
	char *temporary = xasprintf("%s.%ld.tmp", path, (long)getpid());
	unlink(temporary);
	bool ok = copy_pages(db, temporary, err);
	if (ok && rename(temporary, path) != 0) {
		error_set(err, ERROR_FILE, _("%s cannot be written."), path);
		ok = error_detail(err, "%s", strerror(errno));
	}
	if (!ok)
		unlink(temporary);
	free(temporary);
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
		struct db_statement *statement = db_prepare(db, checks[i].sql, err);
		enum db_step step;

		if (!statement)
			return false;
		while ((step = db_step(statement, err)) == DB_ROW)
			if (strcmp(db_column_text(statement, 0), checks[i].fine) != 0)
				report(db_column_text(statement, 0), data);
		db_finish(statement);
		if (step == DB_FAILED)
			return false;
	}
	return true;
}
