/* undoing - taking changes back and doing them again, and the list of what each step would do. */
#ifndef SERVICE_SESSION_UNDOING_H
#define SERVICE_SESSION_UNDOING_H

#include "model/table.h"
#include "service/session/session.h"
#include "store/history_store.h"

enum { UNDOING_LISTED = 50 }; /* as many are listed each way */

struct undoing_step {
	enum history_way way;
	int count;        /* undo or redo this many to get there, from 1 */
	char at[20];      /* when it was done, or taken back */
	const char *what; /* what was done: 変更, 状態の変更 … */
	const char *does; /* what the step does: "R7-0001 状態: 決定 → 登録" */
	const char *note; /* reason, file name; "" = none */
};
/* Zero-initialise to use. */
struct undoing {
	VEC(struct undoing_step) steps; /* to be done again, the farthest first; then to be taken
	                                 * back, the next first */
	size_t redos;                   /* how many are to be done again */
	struct arena arena;
};
/* The user's own steps. */
bool undoing_list(struct session *session, struct undoing *undoing, struct error *err);
void undoing_free(struct undoing *undoing);
/* The same as a table with the columns step ("undo 2"), at, what, does, note; the key of a row is its
 * way and its count. */
bool undoing_table(struct session *session, struct table *table, struct error *err);
/* The next step of one way; false with a message when there is none. Free with undoing_free(). */
bool undoing_next(struct session *session, enum history_way way, struct undoing *undoing,
	struct error *err);

/* Takes back the last `count` changes, or does again what the last `count` undos took back; all or
 * nothing. reason (may be NULL) is kept with the change; where figures that are fixed would change without one it fails,
 * and *wants_reason is true. *summary (caller frees) says what was done; only where it is true. */
bool undoing_go(struct session *session, enum history_way way, int count, const char *reason, char **summary,
	bool *wants_reason, struct error *err);

#endif
