#include "config.h"

#include "base/file_beside.h"

#include <assert.h>
#include <ctype.h>
#include <dirent.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/mem.h"

static const char beside_ending[] = ".part";
enum { BESIDE_NAMES = 100, BESIDE_STALE_SECONDS = 3600 };

/* "NAME.4711-0.part…" */
static bool beside_is_ours(const char *entry, const char *name)
{
	const size_t length = strlen(name);
	const char *at = entry + length;

	if (strncmp(entry, name, length) != 0 || *at++ != '.' || !isdigit((unsigned char)*at))
		return false;
	at += strspn(at, "0123456789");
	if (*at++ != '-' || !isdigit((unsigned char)*at))
		return false;
	at += strspn(at, "0123456789");
	return strncmp(at, beside_ending, sizeof beside_ending - 1) == 0;
}

/* By the clock of the machine, as the times of files are; no result depends on it. */
static void beside_sweep(const char *path)
{
	const char *slash = strrchr(path, '/');
	const char *name = slash ? slash + 1 : path;
	char *folder = slash ? xstrndup(path, (size_t)(slash - path) + 1) : xstrdup("./");
	const time_t stale = time(NULL) - BESIDE_STALE_SECONDS;
	DIR *entries = opendir(folder);

	for (const struct dirent *entry; entries && (entry = readdir(entries));) {
		struct stat status;

		if (!beside_is_ours(entry->d_name, name))
			continue;
		char *left = xasprintf("%s%s", folder, entry->d_name);
		if (lstat(left, &status) == 0 && S_ISREG(status.st_mode) && status.st_mtime < stale)
			unlink(left);
		free(left);
	}
	if (entries)
		closedir(entries);
	free(folder);
}

char *file_beside(const char *path)
{
	struct stat status;

	assert(path);
	beside_sweep(path);
	for (int i = 0; i < BESIDE_NAMES; i++) {
		char *name = xasprintf("%s.%ld-%d%s", path, (long)getpid(), i, beside_ending);

		if (lstat(name, &status) != 0)
			return name;
		free(name);
	}
	return NULL;
}
