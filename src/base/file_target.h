/* file_target - may a file be written there? Judged once, and a file_writer takes nothing but what
 * was judged, so that no way out can write over what is to be kept. */
#ifndef BASE_FILE_TARGET_H
#define BASE_FILE_TARGET_H

#include <limits.h>
#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

#include "base/error.h"

/* A file, there or yet to be, that nothing is written over. */
struct file_kept {
	const char *path;
	const char *what; /* translated: "the database" */
};

/* A place that was judged. Zeroed: standard output. Owns nothing. */
struct file_target {
	char path[PATH_MAX]; /* links followed; "" = standard output */
	const char *given;   /* as the user wrote it, for messages; the caller's */
	bool direct;         /* a device or a pipe, which is written as it is */
	bool taken;          /* a file is there already: */
	bool replace;        /* … and may be replaced: file_target_may_replace() */
	mode_t mode;         /* … of that file, which is kept */
};

/* Judges path (NULL, "-": standard output). Refused are folders, links to nowhere, and whatever is one
 * of the kept files, be it by another path, a link or a descriptor (/proc/self/fd/3). What is taken
 * can be written only once it may be replaced. The target remembers path by its pointer. */
bool file_target_judge(struct file_target *target, const char *path, const struct file_kept *kept,
	size_t count, struct error *err);
/* Whoever may say so, a person or --force, says that what is there is replaced. Refused for a file that
 * holds an SQLite database, whosever it is. */
bool file_target_may_replace(struct file_target *target, struct error *err);
/* A file of the program's own, such as its settings, which is replaced without asking. */
bool file_target_own(struct file_target *target, const char *path, struct error *err);
/* The refusal of a folder where a file is wanted. Returns false. */
bool file_refuse_folder(const char *path, struct error *err);

/* The first bytes of every SQLite database, with their terminator. */
#define FILE_SQLITE_MAGIC "SQLite format 3"

#endif
