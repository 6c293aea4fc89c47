/* history_store - who changed what, when: rows written by triggers in the schema. */
#ifndef STORE_HISTORY_STORE_H
#define STORE_HISTORY_STORE_H

#include "model/project.h"
#include "store/store.h"

struct history_entry {
	int64_t change;
	const char *at;
	const char *user;
	const char *what;   /* "edit", "move", "import", … */
	const char *note;   /* reason, file name */
	const char *entity; /* "project", "effect_line", "project_tool", "unit", … */
	int64_t project_id; /* 0 = not about a project */
	const char *number; /* R7-0001, "" */
	const char *field;  /* column or effect field id; "" for a row that came or went */
	const char *before, *after;
};
/* Newest first. project_id 0: everything. limit < 0: all. Entry valid during the call. */
bool history_store_each(struct store *store, int64_t project_id, int64_t limit,
	bool (*each)(const struct history_entry *entry, void *data), void *data, struct error *err);

/* Proves the chain: each project's versions run 1…n without a gap, each history row follows the
 * one before, and no row changed outside a change. report() gets one line for each fault. */
bool history_store_verify(struct store *store, void (*report)(const char *line, void *data),
	void *data, struct error *err);

/* Takes back the last `changes` changes of this user as one new change, newest first. Refuses when
 * someone has changed the same rows since. *summary (caller frees) says what was undone. */
bool history_store_undo(struct store *store, const char *user, int changes, char **summary,
	struct error *err);

#endif
