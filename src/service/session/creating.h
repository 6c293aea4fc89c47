/* creating - a new database, which appears whole or not at all. */
#ifndef SERVICE_SESSION_CREATING_H
#define SERVICE_SESSION_CREATING_H

#include <stdbool.h>

#include "base/error.h"
#include "store/store.h"

/* Where the program looks for a database when none is named. Caller frees. */
char *creating_default_target(void);

/* Makes a new database there (NULL = the default target, with its folder), with the catalogues,
 * parameters and rules that ship with the program. Never overwrites. The code may be typed in full
 * width; *made gets code and name as they are stored. */
bool creating_database(const char *target, const char *code, const char *name,
	struct store_body *made, struct error *err);

/* Has fill() make a database at another path, and puts that in the place of path at the end; a run that
 * was killed or met a full disk leaves nothing in the way of the next. replace: whatever database is
 * there goes; else a file that is there is refused. */
bool creating_whole(const char *path, bool replace,
	bool (*fill)(const char *fresh, void *data, struct error *err), void *data,
	struct error *err);

#endif
