#include "config.h"

#include "service/session/creating.h"

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/ambient.h"
#include "base/file.h"
#include "base/file_beside.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "base/text.h"
#include "db/db.h"
#include "db/db_files.h"

char *creating_default_target(void)
{
	const char *set = getenv("URANIWA_DB");

	return set && *set ? xstrdup(set) : ambient_data_path("uraniwa.db");
}

/* ---- what it is of ---------------------------------------------------------------------------- */

/* A code of a body goes into file names and headings: no blanks, no control characters. */
static bool creating_read_code(const char *typed, struct store_body *body, struct error *err)
{
	size_t length;
	const bool valid = text_valid(typed, strlen(typed), NULL);
	char *plain = valid ? text_nfkc(typed) : xstrdup("?");
	const char *code = text_trim(plain, &length);
	const bool fits = length > 0 && length < sizeof body->code;

	if (fits) {
		memcpy(body->code, code, length);
		body->code[length] = '\0';
	}
	free(plain);
	if (length == 0)
		return error_set(err, ERROR_USAGE,
			_("The code of the body is empty; it is up to %zu characters without blanks."),
			sizeof body->code - 1);
	if (valid && fits && !strpbrk(body->code, " \t\r\n\"',/"))
		return true;
	return error_set(err, ERROR_USAGE,
		_("“%s” is no code of a body; it is up to %zu characters without blanks."), typed,
		sizeof body->code - 1);
}

/* ---- whole or not at all ------------------------------------------------------------------------ */

/* What lies beside the old one goes first: the log of another database would be taken for the new
 * one's. */
static bool creating_put(const char *fresh, const char *path, bool replace, struct error *err)
{
	struct stat status;

	if (replace)
		db_files_remove_beside(path);
	/* mktemp(1) and the like make empty files to be filled. */
	const bool is_empty = stat(path, &status) == 0 && S_ISREG(status.st_mode) &&
		status.st_size == 0;
	const bool put = replace || is_empty ? rename(fresh, path) == 0 :
					       file_rename_new(fresh, path);
	if (put) {
		file_sync_folder_of(path);
		return true;
	}
	if (errno == EEXIST)
		return file_refuse_taken(path, err);
	error_set(err, ERROR_FILE, _("%s cannot be written."), path);
	return error_detail(err, "%s", strerror(errno));
}

bool creating_whole(const char *path, bool replace,
	bool (*fill)(const char *fresh, void *data, struct error *err), void *data,
	struct error *err)
{
	char real[PATH_MAX];
	const char *place = realpath(path, real) ? real : path;

	if (!db_is_file(path))
		return fill(path, data, err);
	if (!replace && !db_may_create(path, err))
		return false;
	char *fresh = file_beside(place);
	const bool made = fresh ? fill(fresh, data, err) && creating_put(fresh, place, replace, err) :
				  error_set(err, ERROR_FILE, _("%s cannot be written."), path);
	if (fresh)
		db_files_remove(fresh);
	free(fresh);
	return made;
}

/* ---- a database with what ships with the program ------------------------------------------------- */

static bool creating_fill(const char *fresh, void *data, struct error *err)
{
	const struct store_body *body = data;
	struct store *store = store_create(fresh, body->code, body->name, err);

	store_close(store);
	return store != NULL;
}

bool creating_database(const char *target, const char *code, const char *name,
	struct store_body *made, struct error *err)
{
	size_t length;

	if (!creating_read_code(code, made, err))
		return false;
	text_trim(name, &length);
	if (length == 0 || strlen(name) >= sizeof made->name || strpbrk(name, "\r\n\t") ||
		!text_valid(name, strlen(name), NULL))
		return error_set(err, ERROR_USAGE,
			_("The name of the body is empty, too long or broken."));
	text_copy(made->name, sizeof made->name, name);

	char *usual = creating_default_target();
	const char *place = target ? target : usual;
	/* Only the usual place may lack its folder: elsewhere that is a slip of the pen. */
	const bool done = (strcmp(place, usual) != 0 || file_make_folder_of(place, err)) &&
		creating_whole(place, false, creating_fill, made, err);

	free(usual);
	return done;
}
