/* scratch - a folder or file of a test's own, in $TMPDIR or /tmp: the build may lie on a network
 * share, where no database is opened. */
#ifndef TESTS_SCRATCH_H
#define TESTS_SCRATCH_H

#include <stdlib.h>
#include <unistd.h>

#include "base/mem.h"

/* "/tmp/uraniwa-NAME.XXXXXX", for mkstemp() and its like. The caller frees. */
static inline char *scratch_template(const char *name)
{
	const char *folder = getenv("TMPDIR");

	return xasprintf("%s/uraniwa-%s.XXXXXX", folder && *folder ? folder : "/tmp", name);
}

/* A new, empty folder of mode 700; NULL where none can be made. The caller removes and frees. */
static inline char *scratch_folder(const char *name)
{
	char *path = scratch_template(name);

	if (mkdtemp(path))
		return path;
	free(path);
	return NULL;
}

/* The same as a file. */
static inline char *scratch_file(const char *name)
{
	char *path = scratch_template(name);
	const int descriptor = mkstemp(path);

	if (descriptor >= 0 && close(descriptor) == 0)
		return path;
	free(path);
	return NULL;
}

#endif
