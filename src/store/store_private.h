/* store_private - the inside of struct store. Private to store/. */
#ifndef STORE_STORE_PRIVATE_H
#define STORE_STORE_PRIVATE_H

#include "base/strbuf.h"
#include "base/vec.h"
#include "store/statement.h"
#include "store/store.h"

struct facts_gather;
struct project_held;
struct unit_index;
struct tool_keys;

/* The last number given in a fiscal year. */
struct number_counter {
	int fiscal_year;
	int last;
};

enum store_master { STORE_UNITS, STORE_CATALOGUES, STORE_MASTERS };

struct store {
	struct db *db;
	struct db_statement *statements[STATEMENT_COUNT];
	int64_t change;   /* in progress; 0 outside */
	int change_depth; /* of nested changes */
	char change_at[20];
	char *change_user; /* NULL outside a change */
	const char *role;  /* that changes are made in; NULL = not known */
	struct unit_index *units; /* every version of every unit; see unit_index.h */
	struct tool_keys *tools;  /* see project_held.c */
	struct project_held *held; /* of the project being stored, kept for its memory; or NULL */
	VEC(struct number_counter) counters; /* used by the change in progress */
	int64_t generations[STORE_MASTERS];  /* as read in the change in progress, -1 = not yet */
	bool masters_held; /* a read transaction in which those stay as they were read */
	struct strbuf late_indexes; /* SQL that builds the indexes an import has put off; "" = none */
	int64_t inserted; /* projects in the change in progress */
	int64_t last_id;  /* of the project inserted last */
	struct facts_gather *gather; /* NULL unless inserts are put off: see project_bulk.c */
	struct {
		bool known;
		int first, last;         /* fiscal years */
		int64_t change, history; /* as of which */
	} tied; /* what tie_store_prove() found to tie last */
	bool units_moved; /* a unit that was there has changed: projects may belong elsewhere */
};

/* The last row of the history; 0 = none. */
bool store_last_history(struct store *store, int64_t *row, struct error *err);

/* Runs a statement that is no change of its own: drafts and kept mappings leave no history. */
bool store_run_alone(struct store *store, struct db_statement *statement, struct error *err);

#endif
