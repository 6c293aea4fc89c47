/* sqlite_error - SQLite's result codes in words a user can act on. */
#include "config.h"

#include <stddef.h>

#include "base/i18n.h"
#include "base/log.h"
#include "db/sqlite_private.h"

/* What an engine's result means to a person. */
static const struct {
	int result;
	enum error_code code;
	const char *message;
} meanings[] = {
	{SQLITE_BUSY, ERROR_DATABASE,
		N_("The database is in use by someone else, so nothing was saved. Please try again in a moment.")},
	{SQLITE_LOCKED, ERROR_DATABASE,
		N_("The database is in use by someone else, so nothing was saved. Please try again in a moment.")},
	{SQLITE_READONLY, ERROR_DATABASE,
		N_("The database can only be read, so nothing was saved. Check the permissions of the file and its folder.")},
	{SQLITE_FULL, ERROR_DATABASE,
		N_("The disk is full, so nothing was saved. Make room and try again.")},
	{SQLITE_IOERR, ERROR_DATABASE,
		N_("The disk reports a fault while reading or writing the database. Look after the disk, then run 'uraniwa check'.")},
	{SQLITE_CORRUPT, ERROR_DATABASE,
		N_("The database file is damaged. Run 'uraniwa check', and restore the last backup if it confirms this.")},
	{SQLITE_NOTADB, ERROR_DATABASE,
		N_("The file is not a database of this program, or it is damaged.")},
	{SQLITE_CANTOPEN, ERROR_DATABASE,
		N_("The database cannot be opened. Check the permissions of the file and its folder.")},
	{SQLITE_CONSTRAINT, ERROR_DATA,
		N_("The database refuses a record that breaks its rules, so nothing was saved.")},
	{SQLITE_INTERRUPT, ERROR_CANCELLED, N_("Stopped.")},
	{SQLITE_TOOBIG, ERROR_DATA,
		N_("A text is too long to be stored, so nothing was saved.")},
};

bool sqlite_fail(sqlite3 *handle, int result, const char *sql, struct error *err)
{
	enum error_code code = ERROR_DATABASE;
	const char *message = N_("The database gave an unexpected answer. Please report this with the detail.");

	for (size_t i = 0; i < sizeof meanings / sizeof meanings[0]; i++) {
		if (meanings[i].result != (result & 0xFF))
			continue;
		code = meanings[i].code;
		message = meanings[i].message;
		break;
	}
	log_line("sqlite %d: %s: %s", sqlite3_extended_errcode(handle), sqlite3_errmsg(handle), sql);
	error_set(err, code, "%s", _(message));
	return error_detail(err, "sqlite %d", sqlite3_extended_errcode(handle));
}
