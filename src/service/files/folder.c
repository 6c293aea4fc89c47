#include "config.h"

#include "service/files/folder.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>

#include "base/i18n.h"
#include "base/mem.h"

enum { FOLDER_DEPTH_MAX = 8 };

bool folder_is_one(const char *path)
{
	struct stat status;

	return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

/* An old workbook is none that can be read, but its remedy is told by whoever opens it. */
static bool folder_is_sheet(const char *name)
{
	static const char *const endings[] = {".xlsx", ".xlsm", ".xls", ".ods", ".csv", ".tsv", ".txt"};
	const char *const ending = strrchr(name, '.');

	for (size_t i = 0; ending && i < sizeof endings / sizeof endings[0]; i++)
		if (strcasecmp(ending, endings[i]) == 0)
			return true;
	return false;
}

static int folder_by_name(const struct dirent **a, const struct dirent **b)
{
	return strcmp((*a)->d_name, (*b)->d_name);
}

static int folder_is_looked_at(const struct dirent *entry)
{
	return entry->d_name[0] != '.' && strncmp(entry->d_name, "~$", 2) != 0;
}

static bool folder_read_at(const char *path, int depth, struct folder_files *files, struct error *err)
{
	const size_t length = strlen(path);
	struct dirent **entries;
	const int count = scandir(path, &entries, folder_is_looked_at, folder_by_name);
	bool read = true;

	if (count < 0)
		return error_set(err, ERROR_FILE, _("%s cannot be read: %s"), path, strerror(errno));
	for (int i = 0; i < count; i++) {
		char *const name = xasprintf("%s%s%s", path, length && path[length - 1] == '/' ? "" : "/",
			entries[i]->d_name);
		struct stat status;

		free(entries[i]);
		/* not where a link leads: it could lead back here */
		if (read && lstat(name, &status) == 0 && S_ISDIR(status.st_mode)) {
			read = depth < FOLDER_DEPTH_MAX ? folder_read_at(name, depth + 1, files, err) :
				error_set(err, ERROR_FILE, _("%s: the folders go too deep."), name);
			free(name);
		} else if (folder_is_sheet(name) && !folder_is_one(name)) {
			*vec_add(&files->sheets) = name;
		} else {
			*vec_add(&files->others) = name;
		}
	}
	free(entries);
	return read;
}

bool folder_read(const char *path, struct folder_files *files, struct error *err)
{
	return folder_read_at(path, 1, files, err);
}

void folder_free(struct folder_files *files)
{
	for (size_t i = 0; i < files->sheets.count; i++)
		free(files->sheets.items[i]);
	for (size_t i = 0; i < files->others.count; i++)
		free(files->others.items[i]);
	vec_free(&files->sheets);
	vec_free(&files->others);
}
