#include "config.h"

#include "base/file_target.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "base/text.h"

/* What a path names: a file, if it is there, and an entry of a folder, be it there or not. */
struct place {
	bool is_there, has_folder;
	struct stat file, folder;
	const char *entry; /* part of the path */
};

static bool target_same_file(const struct stat *a, const struct stat *b)
{
	return a->st_dev == b->st_dev && a->st_ino == b->st_ino;
}

static void target_look(const char *path, struct place *place)
{
	const char *slash = strrchr(path, '/');
	char *folder = slash ? xstrndup(path, (size_t)(slash - path) + 1) : xstrdup(".");

	place->is_there = stat(path, &place->file) == 0;
	place->has_folder = stat(folder, &place->folder) == 0;
	place->entry = slash ? slash + 1 : path;
	free(folder);
}

static bool target_refuse(struct error *err, const char *path, const char *what)
{
	return error_set(err, ERROR_USAGE,
		_("%s is %s; nothing is written over it. Choose another name."), path, what);
}

static bool target_spares_kept(const struct place *place, const char *given,
	const struct file_kept *kept, size_t count, struct error *err)
{
	for (size_t i = 0; i < count; i++) {
		struct place other;

		target_look(kept[i].path, &other);
		const bool same_file = place->is_there && other.is_there &&
			target_same_file(&place->file, &other.file);
		const bool same_entry = place->has_folder && other.has_folder &&
			target_same_file(&place->folder, &other.folder) &&
			strcmp(place->entry, other.entry) == 0;
		if (same_file || same_entry)
			return target_refuse(err, given, kept[i].what);
	}
	return true;
}

bool file_refuse_folder(const char *path, struct error *err)
{
	return error_set(err, ERROR_FILE, _("%s is a folder; name a file in it"), path);
}

/* Follows links as far as there are files. False for a link to nowhere and for a path too long. */
static bool target_resolve(struct file_target *target, struct error *err)
{
	const char *given = target->given;
	struct stat entry;

	if (strlen(given) >= sizeof target->path)
		return error_set(err, ERROR_FILE, _("%s cannot be written: %s"), given,
			strerror(ENAMETOOLONG));
	if (realpath(given, target->path))
		return true;
	text_copy(target->path, sizeof target->path, given); /* not there yet, or a pipe */
	if (stat(given, &entry) == 0 || lstat(given, &entry) != 0)
		return true;
	return error_set(err, ERROR_FILE, _("%s is a link to a file that is not there."), given);
}

bool file_target_judge(struct file_target *target, const char *path, const struct file_kept *kept,
	size_t count, struct error *err)
{
	struct place place = {.entry = ""};

	*target = (struct file_target){.given = path};
	if (!path || strcmp(path, "-") == 0) {
		/* Standard output may have been sent to the end of a file. */
		place.is_there = fstat(STDOUT_FILENO, &place.file) == 0 &&
			S_ISREG(place.file.st_mode);
		return target_spares_kept(&place, _("standard output"), kept, count, err);
	}
	if (!*path)
		return error_set(err, ERROR_USAGE, _("The name of the file is empty."));
	if (!target_resolve(target, err))
		return false;
	target_look(target->path, &place);
	if (place.is_there && S_ISDIR(place.file.st_mode))
		return file_refuse_folder(path, err);
	if (!target_spares_kept(&place, path, kept, count, err))
		return false;
	target->direct = place.is_there && !S_ISREG(place.file.st_mode);
	target->taken = place.is_there && !target->direct;
	target->mode = place.is_there ? place.file.st_mode & 0777 : 0;
	return true;
}

bool file_target_may_replace(struct file_target *target, struct error *err)
{
	char start[sizeof FILE_SQLITE_MAGIC];
	FILE *stream = target->taken ? fopen(target->path, "re") : NULL;
	const bool is_database = stream && fread(start, 1, sizeof start, stream) == sizeof start &&
		memcmp(start, FILE_SQLITE_MAGIC, sizeof start) == 0;

	if (stream)
		fclose(stream);
	if (is_database)
		return target_refuse(err, target->given, _("a database"));
	target->replace = true;
	return true;
}

bool file_target_own(struct file_target *target, const char *path, struct error *err)
{
	return file_target_judge(target, path, NULL, 0, err) &&
		file_target_may_replace(target, err);
}
