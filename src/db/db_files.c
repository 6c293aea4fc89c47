#include "config.h"

#include "db/db_files.h"

#include <stdlib.h>
#include <unistd.h>

#include "base/mem.h"

const char *const db_file_endings[DB_FILE_ENDINGS] = {"", "-wal", "-shm", "-journal", ".lock"};

static void db_files_remove_from(const char *path, int first)
{
	for (int i = first; i < DB_FILE_ENDINGS; i++) {
		char *file = xasprintf("%s%s", path, db_file_endings[i]);

		unlink(file);
		free(file);
	}
}

void db_files_remove(const char *path)
{
	db_files_remove_from(path, 0);
}

void db_files_remove_beside(const char *path)
{
	db_files_remove_from(path, 1);
}
