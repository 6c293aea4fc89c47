/* overwriting - the judge of where commands and screens may write: never over the database, what belongs
 * to it, or what they read. */
#ifndef SERVICE_FILES_OVERWRITING_H
#define SERVICE_FILES_OVERWRITING_H

#include "base/file_target.h"

/* database: file or URL, NULL = the default one; inputs: files that are being read. Where the target is
 * taken, whoever may say so sets replace. */
bool overwriting_judge(struct file_target *target, const char *path, const char *database,
	const char *const *inputs, size_t count, struct error *err);

#endif
