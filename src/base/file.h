/* file - reading and replacing whole files safely. */
#ifndef BASE_FILE_H
#define BASE_FILE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include "base/error.h"
#include "base/file_target.h"

/* Opens for reading; "-" is standard input. Refuses a directory and what cannot be read with a
 * message that names the path. NULL on failure; caller closes (fclose) unless it is stdin. */
FILE *file_open_read(const char *path, struct error *err);

/* A file that appears whole or not at all: written beside its place, then renamed. */
struct file_writer {
	FILE *stream;
	char *path, *given; /* as it is, and as it was named */
	char *temporary;
	bool replace;
};
/* Takes only what was judged. Refuses a place that is taken unless it is to be replaced; a device or
 * a pipe is written directly. The mode of a file that is replaced is kept, and a symbolic link stays
 * one. */
bool file_writer_open(struct file_writer *writer, const struct file_target *target,
	struct error *err);
/* A file of the program's own, such as its settings: makes its folder, and replaces what is there. */
bool file_writer_open_own(struct file_writer *writer, const char *path, struct error *err);
/* Flushes, syncs and renames; on failure nothing is left behind. */
bool file_writer_commit(struct file_writer *writer, struct error *err);
void file_writer_abandon(struct file_writer *writer);
/* The refusal of a place that is taken. Returns false. */
bool file_refuse_taken(const char *path, struct error *err);

/* Renames to a name that is free; false, with errno, where that is not (EEXIST). */
bool file_rename_new(const char *from, const char *to);
/* Has the folder's entry for a renamed file reach the disk. */
void file_sync_folder_of(const char *path);

/* Makes the folder and its parents (mode 0700). */
bool file_make_folder(const char *path, struct error *err);
/* The same for the folder that the file at path is to lie in. */
bool file_make_folder_of(const char *path, struct error *err);
/* True where path lies on a network file system (NFS, SMB, …), where a WAL database must not. */
bool file_on_network(const char *path);
/* The rule behind it: magic is statfs(2)'s f_type; type, for FUSE only, the file system's name as
 * in /proc/self/mountinfo ("fuse.sshfs", may be NULL). */
bool file_type_is_network(uint32_t magic, const char *type);

/* Bytes of a file; 0 for what is none or cannot be looked at. */
int64_t file_size(const char *path);

#endif
