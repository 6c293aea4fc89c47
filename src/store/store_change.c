/* store_change - write transactions: each is a row of table change, which history hangs on. */
#include "config.h"

#include "store/store.h"

#include <stdlib.h>

#include "base/ambient.h"
#include "base/mem.h"
#include "store/facts_pack.h"
#include "store/project_store.h"
#include "store/project_units.h"
#include "store/store_masters.h"
#include "store/store_private.h"

/* After so many new projects in one change their facts are packed. */
enum { CHANGE_MANY = 5000 };

static bool change_set_current(struct store *store, int64_t change, struct error *err)
{
	struct db_statement *update = statement_get(store, STATEMENT_CHANGE_SET_CURRENT, err);

	if (!update)
		return false;
	if (change)
		db_bind_int(update, 1, change);
	else
		db_bind_null(update, 1);
	return db_execute(update, err);
}

static bool change_open(struct store *store, const char *user, const char *what,
	const char *note, struct error *err)
{
	struct db_statement *insert = statement_get(store, STATEMENT_CHANGE_OPEN, err);

	if (!insert)
		return false;
	store_masters_changed(store);
	ambient_now(store->change_at);
	free(store->change_user);
	store->change_user = xstrdup(user);
	db_bind_text(insert, 1, store->change_at);
	db_bind_text(insert, 2, store->change_user);
	db_bind_text(insert, 3, what);
	db_bind_text(insert, 4, note ? note : "");
	db_bind_text(insert, 5, store->role ? store->role : "");
	const bool ok = db_step(insert, err) == DB_ROW;
	store->change = ok ? db_column_int(insert, 0) : 0;
	db_reset(insert);
	return ok && change_set_current(store, store->change, err);
}

static void change_forget(struct store *store)
{
	store->change = 0;
	store->change_depth = 0;
	store->units_moved = false;
	store->counters.count = 0;
	store->inserted = 0;
	project_store_forget_bulk(store);
	store_masters_changed(store);
}

void store_act_as(struct store *store, const char *role)
{
	store->role = role;
}

bool store_begin(struct store *store, const char *user, const char *what, const char *note,
	struct error *err)
{
	static const enum statement of_a_save[] = {
		STATEMENT_CHANGE_OPEN, STATEMENT_CHANGE_SET_CURRENT, STATEMENT_GENERATION,
		STATEMENT_PROJECT_UPDATE, STATEMENT_EFFECTS, STATEMENT_EFFECT_PUT,
	};
	const size_t count = sizeof of_a_save / sizeof of_a_save[0];

	/* What a save runs is prepared before it takes its turn: others wait while one holds it. */
	for (size_t i = 0; !db_in_transaction(store->db) && i < count; i++)
		if (!statement_get(store, of_a_save[i], err))
			return false;
	if (!db_begin(store->db, err))
		return false;
	if (store->change_depth == 0 && !change_open(store, user, what, note, err)) {
		store_rollback(store);
		return false;
	}
	store->change_depth++;
	return true;
}

static bool change_close(struct store *store, struct error *err)
{
	if (!project_store_build_indexes(store, err) ||
		(store->units_moved && !project_units_follow(store, err)))
		return false;
	if (store->inserted >= CHANGE_MANY && !facts_pack_all(store, err))
		return false;
	for (size_t i = 0; i < store->counters.count; i++) {
		struct db_statement *put = statement_get(store, STATEMENT_NUMBER_RESERVE, err);
		if (!put)
			return false;
		db_bind_int(put, 1, store->counters.items[i].fiscal_year);
		db_bind_int(put, 2, store->counters.items[i].last);
		if (!db_execute(put, err))
			return false;
	}
	return !store->change || change_set_current(store, 0, err);
}

bool store_commit(struct store *store, struct error *err)
{
	if (store->change_depth > 1) {
		store->change_depth--;
		return db_commit(store->db, err);
	}
	if (!change_close(store, err)) {
		store_rollback(store);
		return false;
	}
	change_forget(store);
	return db_commit(store->db, err);
}

void store_rollback(struct store *store)
{
	db_rollback(store->db);
	change_forget(store);
}

bool store_end(struct store *store, bool good, struct error *err)
{
	if (good)
		return store_commit(store, err);
	store_rollback(store);
	return false;
}

int64_t store_change(const struct store *store)
{
	return store->change;
}

int64_t store_last_change(struct store *store)
{
	struct db_statement *query = statement_get(store, STATEMENT_CHANGE_LAST, NULL);

	if (!query)
		return 0;
	const int64_t last = db_step(query, NULL) == DB_ROW ? db_column_int(query, 0) : 0;
	db_reset(query);
	return last;
}

bool store_last_history(struct store *store, int64_t *row, struct error *err)
{
	struct db_statement *query = statement_get(store, STATEMENT_HISTORY_LAST, err);

	if (!query)
		return false;
	const bool ok = db_step(query, err) == DB_ROW;
	*row = db_column_int(query, 0);
	db_reset(query);
	return ok;
}

bool store_run_alone(struct store *store, struct db_statement *statement, struct error *err)
{
	if (!db_begin(store->db, err))
		return false;
	if (db_execute(statement, err))
		return db_commit(store->db, err);
	db_rollback(store->db);
	return false;
}
