/* progress - how far long work has come: told by what works, shown by whoever waits for it, who may
 * stop it. */
#ifndef BASE_PROGRESS_H
#define BASE_PROGRESS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/error.h"
#include "base/strbuf.h"

enum {
	PROGRESS_AFTER_MS = 300, /* what is done sooner need not be shown */
	PROGRESS_EVERY_MS = 100,
};

/* Zero-initialised: nobody waits. */
struct progress {
	/* done of total things (total 0 = not known; both 0 = it goes on). False: stop. label says what
	 * is done, and is valid during the call. Called as often as the work likes. */
	bool (*step)(void *data, const char *label, int64_t done, int64_t total);
	/* Something else will be shown now. */
	void (*end)(void *data);
	void *data;
};

/* True where work may go on; else false with ERROR_CANCELLED. progress NULL: nobody waits. */
bool progress_step(const struct progress *progress, const char *label, int64_t done, int64_t total,
	struct error *err);
void progress_end(const struct progress *progress);

/* When the work of that label began, for its rate: what came before it took its own time. Zero-
 * initialise. What only goes on (done 0) belongs to the work that is counted. */
struct progress_phase {
	const char *label;
	int64_t started_ms, done;
};
int64_t progress_elapsed(struct progress_phase *phase, const char *label, int64_t done,
	int64_t now_ms);

/* Appends "Import  12,000 / 1,000,000  40,000/s  25 s left": rate and time left as soon as they mean
 * something; the seconds so far where nothing is counted. */
void progress_text(const char *label, int64_t done, int64_t total, int64_t elapsed_ms,
	struct strbuf *out);

#endif
