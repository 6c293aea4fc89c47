#include "config.h"

#include "base/file.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file_beside.h"
#include "base/i18n.h"
#include "base/mem.h"

static bool file_fail_write(struct error *err, const char *path, int cause)
{
	error_set(err, ERROR_FILE, _("%s cannot be written: %s"), path, strerror(cause));
	return error_detail(err, "errno %d", cause);
}

bool file_refuse_taken(const char *path, struct error *err)
{
	return error_set(err, ERROR_FILE,
		_("%s is there already and was left as it is. Choose another name."), path);
}

FILE *file_open_read(const char *path, struct error *err)
{
	struct stat status;

	if (!path || strcmp(path, "-") == 0)
		return stdin;
	FILE *stream = fopen(path, "re");
	if (!stream) {
		error_set(err, ERROR_FILE, _("%s cannot be read: %s"), path, strerror(errno));
		return NULL;
	}
	if (fstat(fileno(stream), &status) == 0 && S_ISDIR(status.st_mode)) {
		fclose(stream);
		file_refuse_folder(path, err);
		return NULL;
	}
	return stream;
}

static void writer_release(struct file_writer *writer)
{
	free(writer->path);
	free(writer->given);
	free(writer->temporary);
	*writer = (struct file_writer){0};
}

bool file_writer_open(struct file_writer *writer, const struct file_target *target,
	struct error *err)
{
	*writer = (struct file_writer){0};
	if (!*target->path) {
		writer->stream = stdout;
		return true;
	}
	if (target->taken && !target->replace)
		return file_refuse_taken(target->given, err);
	writer->path = xstrdup(target->path);
	writer->given = xstrdup(target->given);
	writer->replace = target->replace;

	int file = -1;
	if (target->direct) {
		file = open(writer->path, O_WRONLY | O_CLOEXEC);
	} else {
		writer->temporary = file_beside(writer->path);
		errno = EEXIST;
		if (writer->temporary)
			file = open(writer->temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC,
				0666);
	}
	if (file < 0) {
		file_fail_write(err, target->given, errno);
		writer_release(writer);
		return false;
	}
	if (target->taken)
		fchmod(file, target->mode);
	writer->stream = fdopen(file, "w");
	return true;
}

bool file_writer_open_own(struct file_writer *writer, const char *path, struct error *err)
{
	struct file_target target;

	return file_make_folder_of(path, err) && file_target_own(&target, path, err) &&
		file_writer_open(writer, &target, err);
}

/* Fails with EEXIST where somebody else was quicker. Where the file system cannot promise that, the
 * look before has to do. */
bool file_rename_new(const char *from, const char *to)
{
	assert(strcmp(from, to) != 0);
	if (renameat2(AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE) == 0)
		return true;
	if (errno != EINVAL && errno != ENOSYS)
		return false;
	errno = EEXIST;
	return access(to, F_OK) != 0 && rename(from, to) == 0;
}

/* A renamed file is safe only when its folder's new entry has reached the disk. */
void file_sync_folder_of(const char *path)
{
	const char *slash = strrchr(path, '/');
	const size_t length = !slash ? 0 : slash == path ? 1 : (size_t)(slash - path);
	char *folder = slash ? xstrndup(path, length) : xstrdup(".");
	const int file = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

	if (file >= 0) {
		fsync(file);
		close(file);
	}
	free(folder);
}

/* 0 or the errno of the first thing that failed. */
static int writer_finish(struct file_writer *writer)
{
	int cause = 0;

	errno = EIO; /* for an earlier write that failed without telling why */
	if (ferror(writer->stream) || fflush(writer->stream) != 0)
		cause = errno;
	if (writer->stream == stdout)
		return cause;
	if (cause == 0 && writer->temporary && fsync(fileno(writer->stream)) != 0)
		cause = errno;
	if (fclose(writer->stream) != 0 && cause == 0)
		cause = errno;
	writer->stream = NULL;
	if (cause != 0 || !writer->temporary)
		return cause;
	const bool there = writer->replace ? rename(writer->temporary, writer->path) == 0 :
					     file_rename_new(writer->temporary, writer->path);
	return there ? 0 : errno;
}

bool file_writer_commit(struct file_writer *writer, struct error *err)
{
	assert(writer->stream);

	const int cause = writer_finish(writer);

	if (cause != 0) {
		file_fail_write(err, writer->given ? writer->given : _("standard output"), cause);
		file_writer_abandon(writer);
		return false;
	}
	if (writer->temporary)
		file_sync_folder_of(writer->path);
	writer_release(writer);
	return true;
}

void file_writer_abandon(struct file_writer *writer)
{
	if (writer->stream && writer->stream != stdout)
		fclose(writer->stream);
	if (writer->temporary)
		unlink(writer->temporary);
	writer_release(writer);
}

bool file_make_folder(const char *path, struct error *err)
{
	char *part = xstrdup(path);
	struct stat status;

	for (char *at = part; *at; at++) {
		if (*at != '/' || at == part)
			continue;
		*at = '\0';
		mkdir(part, 0700); /* what matters is whether the last one is there */
		*at = '/';
	}
	const int cause = mkdir(part, 0700) == 0 ? 0 : errno;
	free(part);
	if (cause == 0 || (stat(path, &status) == 0 && S_ISDIR(status.st_mode)))
		return true;
	return error_set(
		err, ERROR_FILE, _("The folder %s cannot be made: %s"), path, strerror(cause));
}

bool file_make_folder_of(const char *path, struct error *err)
{
	assert(path);

	const char *slash = strrchr(path, '/');
	char *folder = xstrndup(path, slash ? (size_t)(slash - path) : 0);
	const bool made = !*folder || file_make_folder(folder, err);

	free(folder);
	return made;
}

int64_t file_size(const char *path)
{
	struct stat status;

	return stat(path, &status) == 0 && S_ISREG(status.st_mode) ? (int64_t)status.st_size : 0;
}
