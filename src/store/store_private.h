/* store_private - the inside of struct store. Private to store/. */
#ifndef STORE_STORE_PRIVATE_H
#define STORE_STORE_PRIVATE_H

#include "store/statement.h"
#include "store/store.h"

struct store {
	struct db *db;
	struct db_statement *statements[STATEMENT_COUNT];
	int64_t change;   /* in progress; 0 outside */
	int change_depth; /* of nested changes */
	bool units_moved; /* a unit that was there has changed: projects may belong elsewhere */
};

/* A counter that triggers raise when rows of that kind change ("unit", "catalogue"). */
int64_t store_generation(struct store *store, const char *name);

#endif
