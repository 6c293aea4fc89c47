#include "config.h"

#include "store/store.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/ambient.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "base/resource.h"
#include "model/fiscal_year.h"
#include "store/facts_pack.h"
#include "store/history_triggers.h"
#include "store/project_held.h"
#include "store/project_store.h"
#include "store/project_units.h"
#include "store/schema.h"
#include "store/snapshot_carry.h"
#include "store/store_private.h"
#include "store/unit_index.h"
#include "store/unit_store.h"

/* After so many new projects in one change their facts are packed. */
enum { MANY = 5000 };

/* ---- opening and making ------------------------------------------------------------------- */

static struct store *wrap(struct db *db)
{
	struct store *store = xcalloc(1, sizeof *store);

	store->db = db;
	return store;
}

/* Everything but the connection. */
static void release(struct store *store)
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

/* Triggers of the history that another program took away or changed come back, and the change that
 * brings them stays on record: check tells of it. */
static bool restore_history(struct store *store, struct error *err)
{
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

/* Tables first, then what stands in them: all of it or nothing. */
static bool upgrade(struct store *store, struct error *err)
{
	if (!db_begin(store->db, err))
		return false;
	if (schema_migrate(store->db, err) && facts_pack_renew(store, err) &&
		snapshot_carry_over(store, err))
		return db_commit(store->db, err);
	store_rollback(store);
	return false;
}

static bool settle(struct store *store, struct error *err)
{
	bool is_older;

	if (!schema_check(store->db, &is_older, err))
		return false;
	if (is_older)
		return upgrade(store, err);
	return db_is_read_only(store->db) || restore_history(store, err);
}

struct store *store_open(const char *target, enum store_mode mode, struct error *err)
{
	struct db *db = db_open(target,
		mode == STORE_READ_ONLY ? DB_READ_ONLY : DB_READ_WRITE, err);

	if (!db)
		return NULL;
	struct store *store = wrap(db);
	if (settle(store, err))
		return store;
	store_close(store);
	return NULL;
}

/* The body itself and its unit, the root of every year's tree. */
static bool insert_body(struct store *store, const char *code, const char *name,
	struct error *err)
{
	const struct unit unit = {
		.code = code,
		.kind = UNIT_BODY,
		.name = name,
		.parent_code = "",
		.first_fiscal_year = FISCAL_YEAR_MIN,
		.successor_code = "",
	};
	struct db_statement *insert = statement_get(store, STATEMENT_BODY_INSERT, err);

	if (!insert)
		return false;
	db_bind_text(insert, 1, code);
	db_bind_text(insert, 2, name);
	return db_execute(insert, err) && unit_store_put(store, &unit, NULL, err);
}

static bool fill(struct store *store, const char *body_code, const char *body_name,
	struct error *err)
{
	const struct resource *r;

	if (!schema_migrate(store->db, err) ||
		!store_begin(store, ambient_user(), "create", NULL, err) ||
		!insert_body(store, body_code, body_name, err))
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
	struct store *store = wrap(db);
	/* One transaction around the migrations: a database is there whole or not at all. */
	bool ok = db_begin(db, err) && fill(store, body_code, body_name, err) &&
		db_commit(db, err);
	if (ok)
		return store;
	release(store);
	db_discard(db);
	return NULL;
}

void store_close(struct store *store)
{
	if (!store)
		return;
	struct db *db = store->db;
	release(store);
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

/* ---- changes ------------------------------------------------------------------------------ */

static bool set_current(struct store *store, int64_t change, struct error *err)
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

static bool open_change(struct store *store, const char *user, const char *what,
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
	return ok && set_current(store, store->change, err);
}

static void forget_change(struct store *store)
{
	store->change = 0;
	store->change_depth = 0;
	store->units_moved = false;
	store->counters.count = 0;
	store->inserted = 0;
	project_store_forget_bulk(store);
	store_masters_changed(store);
}

static bool write_counters(struct store *store, struct error *err)
{
	for (size_t i = 0; i < store->counters.count; i++) {
		struct db_statement *put = statement_get(store, STATEMENT_NUMBER_RESERVE, err);
		if (!put)
			return false;
		db_bind_int(put, 1, store->counters.items[i].fiscal_year);
		db_bind_int(put, 2, store->counters.items[i].last);
		if (!db_execute(put, err))
			return false;
	}
	return true;
}

/* What a save runs is prepared before it takes its turn: others wait while one holds it. */
static bool prepare_save(struct store *store, struct error *err)
{
	static const enum statement of_a_save[] = {
		STATEMENT_CHANGE_OPEN, STATEMENT_CHANGE_SET_CURRENT, STATEMENT_GENERATION,
		STATEMENT_PROJECT_UPDATE, STATEMENT_EFFECTS, STATEMENT_EFFECT_PUT,
	};

	if (db_in_transaction(store->db))
		return true;
	for (size_t i = 0; i < sizeof of_a_save / sizeof of_a_save[0]; i++)
		if (!statement_get(store, of_a_save[i], err))
			return false;
	return true;
}

void store_act_as(struct store *store, const char *role)
{
	store->role = role;
}

bool store_begin(struct store *store, const char *user, const char *what, const char *note,
	struct error *err)
{
	if (!prepare_save(store, err) || !db_begin(store->db, err))
		return false;
	if (store->change_depth == 0 && !open_change(store, user, what, note, err)) {
		store_rollback(store);
		return false;
	}
	store->change_depth++;
	return true;
}

static bool close_change(struct store *store, struct error *err)
{
	if (!project_store_build_indexes(store, err) ||
		(store->units_moved && !project_units_follow(store, err)))
		return false;
	if (store->inserted >= MANY && !facts_pack_all(store, err))
		return false;
	return write_counters(store, err) && (!store->change || set_current(store, 0, err));
}

bool store_commit(struct store *store, struct error *err)
{
	if (store->change_depth > 1) {
		store->change_depth--;
		return db_commit(store->db, err);
	}
	if (!close_change(store, err)) {
		store_rollback(store);
		return false;
	}
	forget_change(store);
	return db_commit(store->db, err);
}

void store_rollback(struct store *store)
{
	db_rollback(store->db);
	forget_change(store);
}

int64_t store_change(const struct store *store)
{
	return store->change;
}

static int64_t first_int(struct db_statement *query)
{
	const int64_t value = db_step(query, NULL) == DB_ROW ? db_column_int(query, 0) : 0;

	db_reset(query);
	return value;
}

int64_t store_last_change(struct store *store)
{
	struct db_statement *query = statement_get(store, STATEMENT_CHANGE_LAST, NULL);

	return query ? first_int(query) : 0;
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

int64_t store_masters(struct store *store)
{
	struct db_statement *query = statement_get(store, STATEMENT_GENERATIONS, NULL);

	return query ? first_int(query) : -1;
}

int64_t store_generation(struct store *store, enum store_master master)
{
	static const char *const names[STORE_MASTERS] = {
		[STORE_UNITS] = "unit",
		[STORE_CATALOGUES] = "catalogue",
	};
	int64_t *known = &store->generations[master];

	if ((store->change || store->masters_held) && *known >= 0)
		return *known;
	struct db_statement *query = statement_get(store, STATEMENT_GENERATION, NULL);
	if (!query)
		return -1;
	db_bind_text(query, 1, names[master]);
	*known = first_int(query);
	return *known;
}

void store_masters_changed(struct store *store)
{
	for (int master = 0; master < STORE_MASTERS; master++)
		store->generations[master] = -1;
}

void store_masters_hold(struct store *store, bool hold)
{
	store->masters_held = hold;
	if (!store->change)
		store_masters_changed(store);
}

/* ---- parameters --------------------------------------------------------------------------- */

bool store_param_int(struct store *store, const char *name, int fiscal_year, int64_t *value)
{
	struct db_statement *query = statement_get(store, STATEMENT_PARAMETER, NULL);
	bool found = false;

	if (!query)
		return false;
	db_bind_text(query, 1, name);
	db_bind_int(query, 2, fiscal_year);
	if (db_step(query, NULL) == DB_ROW) {
		const char *text = db_column_text(query, 0);
		char *end;

		errno = 0;
		*value = strtoll(text, &end, 10);
		found = errno == 0 && end != text && *end == '\0';
	}
	db_reset(query);
	return found;
}

bool store_param_set(struct store *store, const char *name, int fiscal_year, const char *value,
	struct error *err)
{
	struct db_statement *put = statement_get(store, STATEMENT_PARAMETER_PUT, err);

	if (!put)
		return false;
	db_bind_text(put, 1, name);
	db_bind_int(put, 2, fiscal_year);
	db_bind_text(put, 3, value);
	return db_execute(put, err);
}
