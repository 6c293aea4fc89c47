/* store_private - the inside of struct store. Private to store/. */
#ifndef STORE_STORE_PRIVATE_H
#define STORE_STORE_PRIVATE_H

#include "store/statement.h"
#include "store/store.h"

struct unit_index;
struct tool_keys;

struct store {
	struct db *db;
	struct db_statement *statements[STATEMENT_COUNT];
	int64_t change;   /* in progress; 0 outside */
	int change_depth; /* of nested changes */
	char change_at[20];
	char *change_user; /* NULL outside a change */
	struct unit_index *units; /* every version of every unit; see unit_index.h */
	struct tool_keys *tools;  /* see project_held.c */
	bool units_moved; /* a unit that was there has changed: projects may belong elsewhere */
};

/* A counter that triggers raise when rows of that kind change ("unit", "catalogue"). */
int64_t store_generation(struct store *store, const char *name);

#endif
