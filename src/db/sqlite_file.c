#include "config.h"

#include "db/sqlite_file.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/i18n.h"
#include "base/mem.h"

static const char magic[] = FILE_SQLITE_MAGIC;

static bool sqlite_file_check_folder(const char *path, enum db_mode mode, bool *writable,
	struct error *err)
{
	const char *slash = strrchr(path, '/');
	char *folder = slash ?
		xstrndup(path, slash == path ? 1 : (size_t)(slash - path)) : xstrdup(".");
	struct stat info;
	bool ok = true;

	*writable = access(folder, W_OK | X_OK) == 0;
	if (file_on_network(folder))
		ok = error_set(err, ERROR_DATABASE,
			_("%s lies on a network share, where several people writing at once would damage it. Put it on a local disk, or use the shared server (--db)."),
			path);
	else if (mode == DB_CREATE && stat(folder, &info) != 0)
		ok = error_set(err, ERROR_DATABASE,
			_("The folder %s is not there. Make it first."), folder);
	else if (mode == DB_CREATE && !*writable)
		ok = error_set(err, ERROR_DATABASE,
			_("A new database cannot be made in %s: the folder cannot be written."),
			folder);
	free(folder);
	return ok;
}

static bool sqlite_file_check_header(const char *path, struct error *err)
{
	char header[sizeof magic];
	FILE *stream = fopen(path, "rb");

	if (!stream) {
		error_set(err, ERROR_DATABASE,
			_("%s cannot be read. Check its permissions."), path);
		return error_detail(err, "%s", strerror(errno));
	}
	const size_t got = fread(header, 1, sizeof header, stream);
	fclose(stream);
	if (got == sizeof header && memcmp(header, magic, sizeof magic) == 0)
		return true;
	error_set(err, ERROR_DATABASE,
		_("%s is not a database of this program. It was left as it is. Give another file, or make a new one with 'uraniwa init'."),
		path);
	return error_detail(err, "not a database");
}

bool sqlite_file_check(const char *path, enum db_mode mode, struct sqlite_file *file,
	struct error *err)
{
	struct stat info;
	bool folder_writable;
	const bool there = stat(path, &info) == 0;

	if (!there && errno != ENOENT) {
		const int reason = errno;

		error_set(err, ERROR_DATABASE,
			_("%s cannot be read. Check its permissions."), path);
		return error_detail(err, "%s", strerror(reason));
	}
	if (!there && mode != DB_CREATE) {
		error_set(err, ERROR_DATABASE,
			_("There is no database at %s. Make one with 'uraniwa init', or try 'uraniwa demo'."),
			path);
		return error_detail(err, "missing");
	}
	if (there && !S_ISREG(info.st_mode))
		return error_set(err, ERROR_DATABASE, S_ISDIR(info.st_mode)
			? _("%s is a folder. Give the file of the database.")
			: _("%s is not a regular file. Give the file of the database."), path);
	if (!sqlite_file_check_folder(path, mode, &folder_writable, err))
		return false;
	if (mode == DB_CREATE && there && info.st_size > 0)
		return error_set(err, ERROR_DATABASE,
			_("%s is there already and was left as it is. Choose another name."), path);
	if (mode != DB_CREATE && !sqlite_file_check_header(path, err))
		return false;
	file->writable = folder_writable && (!there || access(path, W_OK) == 0);
	file->immutable = false;
	if (!folder_writable) {
		/* The write-ahead log is there while anyone has the database open. */
		char *log = xasprintf("%s-wal", path);

		file->immutable = stat(log, &info) != 0;
		free(log);
	}
	return true;
}
