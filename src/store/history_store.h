/* history_store - who changed what, when: rows written by triggers in the schema. */
#ifndef STORE_HISTORY_STORE_H
#define STORE_HISTORY_STORE_H

#include "model/project.h"
#include "store/store.h"

struct history_entry {
	int64_t change;     /* 0 = by another program */
	const char *at;
	const char *user;
	const char *role;   /* that it was done in (model/role.h); "" = not known */
	const char *what;   /* "edit", "move", "import", … */
	const char *note;   /* reason, file name */
	const char *entity; /* the table: "project", "effect_line", "unit", … */
	const char *key;    /* which row: "2 estimate" (line, stage), "T111 2025" (code, first year),
	                     * "" for a project itself */
	int64_t project_id; /* 0 = not about a project */
	const char *number; /* R7-0001, "" */
	const char *field;  /* column; "" for a row that came or went */
	const char *before, *after; /* as stored; for a row that came or went the title or
	                             * name it has, or had */
};
/* Newest first, a project with its effect lines. project_id 0: everything. limit < 0: all. Entry valid during the call. */
bool history_store_each(struct store *store, int64_t project_id, int64_t limit,
	bool (*each)(const struct history_entry *entry, void *data), void *data, struct error *err);

/* Proves the chain: each project's versions run 1…n without a gap, each history row follows the
 * one before, and no row changed outside a change. report() gets one line for each fault. */
bool history_store_verify(struct store *store, void (*report)(const char *line, void *data),
	void *data, struct error *err);

/* What a user may take back, or do again, the next one first. */
struct history_change {
	int64_t id;
	char at[20];   /* 2025-11-20T10:02:00 */
	char what[16]; /* as in history_entry; for HISTORY_REDO of the last change taken back */
	char note[200];
};
enum history_way { HISTORY_UNDO, HISTORY_REDO };
/* At most `limit` of them. For HISTORY_REDO each stands for all that one undo took back. */
bool history_store_steps(struct store *store, const char *user, enum history_way way, int limit,
	bool (*each)(const struct history_change *change, void *data), void *data,
	struct error *err);
/* What a step changes, at most `limit` entries of what was done then: for HISTORY_REDO that of all
 * the changes that step `id` took back, and the rows that went with it (what is "undo"). */
bool history_store_of_step(struct store *store, enum history_way way, int64_t id, int64_t limit,
	bool (*each)(const struct history_entry *entry, void *data), void *data, struct error *err);

/* Takes back the last `changes` changes of this user as one new change, newest first. Refuses when
 * someone has changed the same rows since, and when there are not so many. *summary (caller frees) says what was undone. */
bool history_store_undo(struct store *store, const char *user, int changes, char **summary,
	struct error *err);
/* Does again what the last `times` undos of this user took back: it is in effect as if it never had
 * been taken back. Refuses likewise, and where the user has changed anything since. */
bool history_store_redo(struct store *store, const char *user, int times, char **summary,
	struct error *err);

#endif
