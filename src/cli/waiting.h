/* waiting - how far a command has come, on the last line of a terminal: on stderr, and only when
 * somebody looks at it. Ctrl-C stops the work in good order; pressed twice, at once. */
#ifndef CLI_WAITING_H
#define CLI_WAITING_H

#include <stdbool.h>
#include <stdint.h>

#include "service/session/session.h"

/* Zero-initialise. */
struct waiting {
	int64_t started_ms, drawn_ms;
	struct progress_phase phase;
	int columns; /* that the line takes now; 0 = not shown */
	bool on;
};

/* What work is to tell: nothing where stderr is no terminal. Ctrl-C is caught until waiting_end(). */
struct progress waiting_progress(struct waiting *waiting);
/* From here on what the session does is told; nothing where stderr is no terminal. */
void waiting_begin(struct waiting *waiting, struct session *session);
/* Takes the line away, because something else is written to the terminal. */
void waiting_hide(struct waiting *waiting);
/* Before the session (NULL = none was given) is closed. */
void waiting_end(struct waiting *waiting, struct session *session);

#endif
