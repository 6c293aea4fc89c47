/* sqlite_file - what kind of thing lies at a path, found out before SQLite sees it, so that every
 * refusal can say in words what is wrong. */
#ifndef DB_SQLITE_FILE_H
#define DB_SQLITE_FILE_H

#include <stdbool.h>

#include "db/db.h"

struct sqlite_file {
	bool writable;  /* the file and its folder */
	bool immutable; /* the folder is read-only and nobody has the database open */
};

/* False with a message when the path cannot be opened in that mode. */
bool sqlite_file_check(const char *path, enum db_mode mode, struct sqlite_file *file,
	struct error *err);

#endif
