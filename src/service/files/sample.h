/* sample - 見本県: the sample prefecture that ships with the program (data/sample/). */
#ifndef SERVICE_FILES_SAMPLE_H
#define SERVICE_FILES_SAMPLE_H

#include <stdbool.h>

#include "base/error.h"
#include "base/progress.h"

/* Where the demo's database lies. Caller frees. */
char *sample_path(void);
/* Makes it from the embedded files through importing.h unless it is there; reset makes it anew.
 * Appears whole or not at all, also when progress stops it. */
bool sample_prepare(const char *path, bool reset, const struct progress *progress,
	struct error *err);

enum { SAMPLE_FISCAL_YEAR = 2025 };

#endif
