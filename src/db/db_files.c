#include "config.h"

#include "db/db_files.h"

#include <stdlib.h>
#include <unistd.h>

#include "base/mem.h"

const char *const db_file_endings[DB_FILE_ENDINGS] = {"", "-wal", "-shm", "-journal", ".lock"};

void db_files_remove(const char *path)
{
	for (int i = 0; i < DB_FILE_ENDINGS; i++) {
		char *file = xasprintf("%s%s", path, db_file_endings[i]);

		unlink(file);
		free(file);
	}
}
