/* history_undo - reversing changes row by row; shared by history_undo.c and history_redo.c only. */
#ifndef STORE_HISTORY_UNDO_H
#define STORE_HISTORY_UNDO_H

#include "base/mem.h"
#include "base/strbuf.h"
#include "base/vec.h"
#include "store/history_entity.h"
#include "store/history_store.h"
#include "store/office_whole.h"
#include "store/store_private.h"

/* One row of the history of the change that is reversed. */
struct history_undo_step {
	int64_t id;
	const struct history_entity *entity;
	bool is_delete;
	const char *key, *before;
	int64_t project_id;
};

struct history_undo {
	struct store *store;
	int64_t change; /* being reversed */
	VEC(struct history_undo_step) steps; /* newest first */
	VEC(int64_t) projects;               /* touched by any of the changes */
	bool units;                          /* a unit was */
	struct office_whole whole;           /* of the office's tables, before */
	struct arena arena;
	struct error *err;
};

/* Opens the change that takes others back or does them again. */
bool history_undo_begin(struct history_undo *undo, const char *user, const char *what);
/* Ids of the user's changes that a statement finds, newest first. -1 on failure. */
int history_undo_find(struct history_undo *undo, enum statement which, const char *user,
	int changes, int64_t *ids);
/* Reads what undo->change did. */
bool history_undo_load(struct history_undo *undo);
/* Refuses, naming who and when, where somebody has changed one of its rows since. */
bool history_undo_check(struct history_undo *undo);
/* The same for one row, changed after row id of the history. */
bool history_undo_check_row(struct history_undo *undo, const struct history_entity *entity,
	const char *key, int64_t project_id, int64_t id);
/* Rows that were changed get their values from before, rows that went come back. */
bool history_undo_put_back(struct history_undo *undo);
/* What is held beside these rows is to be set anew. */
void history_undo_touch(struct history_undo *undo, const struct history_entity *entity,
	int64_t project_id);
/* Says that the change in progress has reversed undo->change. */
bool history_undo_mark(struct history_undo *undo);
/* Sets what is held anew and commits, or gives everything up; undo->projects stays to be named. */
bool history_undo_end(struct history_undo *undo, bool good);
/* Appends ": R7-0001, R7-0002", the projects touched. */
void history_undo_names(struct history_undo *undo, struct strbuf *summary);

#endif
