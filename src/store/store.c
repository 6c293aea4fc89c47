#include "config.h"

#include "store/store.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/ambient.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "base/resource.h"
#include "model/fiscal_year.h"
#include "store/column_names.h"
#include "store/facts_pack.h"
#include "store/history_triggers.h"
#include "store/office_upgrade.h"
#include "store/project_held.h"
#include "store/project_store.h"
#include "store/schema.h"
#include "store/snapshot_carry.h"
#include "store/store_private.h"
#include "store/unit_index.h"
#include "store/unit_store.h"

/* ---- opening and making ------------------------------------------------------------------- */

static struct store *store_wrap(struct db *db)
{
	struct store *store = xcalloc(1, sizeof *store);

	store->db = db;
	db_set_names(db, column_names_find);
	return store;
}

/* Everything but the connection. */
static void store_release(struct store *store)
{
	statement_finish_all(store);
	unit_index_free(store->units);
	tool_keys_free(store->tools);
	if (store->held)
		project_held_free(store->held);
	free(store->held);
	vec_free(&store->counters);
	project_store_forget_bulk(store);
	strbuf_free(&store->late_indexes);
	free(store->change_user);
	free(store);
}

static bool store_settle(struct store *store, struct error *err)
{
	bool is_older;

	if (!schema_check(store->db, &is_older, err))
		return false;
	if (is_older) {
		/* Tables first, then what stands in them: all of it or nothing. */
		if (!db_begin(store->db, err))
			return false;
		if (schema_migrate(store->db, err) && facts_pack_renew(store, err) &&
			snapshot_carry_over(store, err) && office_upgrade(store, err))
			return db_commit(store->db, err);
		store_rollback(store);
		return false;
	}
	if (db_is_read_only(store->db))
		return true;

	/* Triggers of the history that another program took away or changed come back, and the
	 * change that brings them stays on record: check tells of it. */
	struct strbuf names = {0};
	bool good = history_triggers_compare(store->db, &names, err);

	if (good && names.length) {
		good = store_begin(store, ambient_user(), "history", strbuf_text(&names), err) &&
			history_triggers_put(store->db, err) && store_commit(store, err);
		if (!good)
			store_rollback(store);
	}
	strbuf_free(&names);
	return good;
}

struct store *store_open(const char *target, enum store_mode mode, struct error *err)
{
	struct db *db = db_open(target,
		mode == STORE_READ_ONLY ? DB_READ_ONLY : DB_READ_WRITE, err);

	if (!db)
		return NULL;
	struct store *store = store_wrap(db);
	if (store_settle(store, err))
		return store;
	store_close(store);
	return NULL;
}

static bool store_fill(struct store *store, const char *body_code, const char *body_name,
	struct error *err)
{
	const struct unit unit = {
		.code = body_code,
		.kind = UNIT_BODY,
		.name = body_name,
		.parent_code = "",
		.first_fiscal_year = FISCAL_YEAR_MIN,
		.successor_code = "",
	};
	const struct resource *r;

	if (!schema_migrate(store->db, err) ||
		!store_begin(store, ambient_user(), "create", NULL, err))
		return false;

	/* The body itself and its unit, the root of every year's tree. */
	struct db_statement *insert = statement_get(store, STATEMENT_BODY_INSERT, err);
	if (!insert)
		return false;
	db_bind_text(insert, 1, body_code);
	db_bind_text(insert, 2, body_name);
	if (!db_execute(insert, err) || !unit_store_put(store, &unit, NULL, err))
		return false;

	for (size_t i = 0; (r = resource_nth("catalogue/", i)); i++)
		if (!db_run(store->db, r->start, err))
			return false;
	return store_commit(store, err);
}

struct store *store_create(const char *target, const char *body_code, const char *body_name,
	struct error *err)
{
	struct db *db = db_open(target, DB_CREATE, err);

	if (!db)
		return NULL;
	struct store *store = store_wrap(db);
	/* One transaction around the migrations: a database is there whole or not at all. */
	bool ok = db_begin(db, err) && store_fill(store, body_code, body_name, err) &&
		db_commit(db, err);
	if (ok)
		return store;
	store_release(store);
	db_discard(db);
	return NULL;
}

void store_close(struct store *store)
{
	if (!store)
		return;
	struct db *db = store->db;
	store_release(store);
	db_close(db);
}

struct db *store_db(struct store *store)
{
	return store->db;
}

bool store_is_read_only(const struct store *store)
{
	return db_is_read_only(store->db);
}

bool store_body(struct store *store, struct store_body *body, struct error *err)
{
	struct db_statement *query = statement_get(store, STATEMENT_BODY, err);

	if (!query)
		return false;
	const enum db_step step = db_step(query, err);
	if (step == DB_ROW) {
		snprintf(body->code, sizeof body->code, "%s", db_column_text(query, 0));
		snprintf(body->name, sizeof body->name, "%s", db_column_text(query, 1));
	}
	db_reset(query);
	if (step == DB_DONE)
		return error_set(err, ERROR_DATABASE,
			_("%s names no body. Restore a backup, or make a new database with 'uraniwa init'."),
			db_target(store->db));
	return step == DB_ROW;
}
