/* history_verify - checking the chain of history rows. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "store/history_entity.h"
#include "store/history_store.h"
#include "store/history_triggers.h"
#include "store/store_private.h"

struct verifier {
	struct store *store;
	void (*report)(const char *line, void *data);
	void *data;
	struct error *err;
};

/* Says which project, or which row, does what. */
static bool verify_fault(struct verifier *verifier, int64_t project_id, const char *row,
	const char *what)
{
	struct strbuf number = {0};
	const bool ok = history_project_number(verifier->store, project_id, &number,
		verifier->err);
	char *line = xasprintf("%s%s%s: %s", strbuf_text(&number),
		*row && number.length > 0 ? " " : "", row, what);

	if (ok)
		verifier->report(line, verifier->data);
	free(line);
	strbuf_free(&number);
	return ok;
}

/* Every row of a query in turn. */
static bool verify_each(struct verifier *verifier, enum statement which,
	bool (*each)(struct verifier *verifier, struct db_statement *row, void *data), void *data)
{
	struct db_statement *query = statement_get(verifier->store, which, verifier->err);
	enum db_step step = DB_DONE;
	bool ok = query != NULL;

	if (!ok)
		return false;
	while (ok && (step = db_step(query, verifier->err)) == DB_ROW)
		ok = each(verifier, query, data);
	db_reset(query);
	return ok && step == DB_DONE;
}

/* ---- versions run without a gap ---------------------------------------------------------------- */

struct version_chain {
	int64_t project_id;
	int64_t expected; /* the version the next row must start from */
	int64_t current;  /* that of the stored project; 0 = gone */
	bool deleted;
};

static bool verify_end_chain(struct verifier *verifier, const struct version_chain *chain)
{
	if (chain->project_id == 0 || (chain->deleted && chain->current == 0) ||
		chain->current == chain->expected)
		return true;
	return verify_fault(verifier, chain->project_id, "",
		_("its version is not the last one of its history"));
}

static bool verify_version(struct verifier *verifier, struct db_statement *row, void *data)
{
	struct version_chain *chain = data;
	const int64_t before = db_column_int(row, 2);
	const int64_t after = db_column_int(row, 3);

	if (db_column_int(row, 0) != chain->project_id) {
		if (!verify_end_chain(verifier, chain))
			return false;
		*chain = (struct version_chain){db_column_int(row, 0), 1,
			db_column_int(row, 5), false};
	}
	const bool gap = before != chain->expected;
	chain->deleted = strcmp(db_column_text(row, 1), "delete") == 0;
	chain->expected = chain->deleted ? before : after;
	if (db_column_int(row, 4) == 0)
		return verify_fault(verifier, chain->project_id, "",
			_("another program has changed it"));
	/* A repair of held columns leaves the version. */
	if (gap || (!chain->deleted && after != before && after != before + 1))
		return verify_fault(verifier, chain->project_id, "",
			_("its versions do not follow one another"));
	return true;
}

static bool verify_unexplained(struct verifier *verifier, struct db_statement *row, void *data)
{
	(void)data;
	return verify_fault(verifier, db_column_int(row, 0), "",
		_("its version is not the last one of its history"));
}

/* ---- values follow one another ------------------------------------------------------------------ */

/* What the history says the row of the moment looks like, as far as it speaks of it. */
struct value_chain {
	const struct history_entity *entity;
	struct strbuf key;
	int64_t project_id;
	json_t *state; /* NULL when the row is gone */
	bool faulty;
};

static bool verify_chain_fault(struct verifier *verifier, struct value_chain *chain,
	const char *what)
{
	if (chain->faulty) /* once is enough */
		return true;
	char *name = xasprintf("%s %s", chain->entity->table, strbuf_text(&chain->key));
	chain->faulty = true;
	const bool ok = verify_fault(verifier, chain->project_id, name, what);
	free(name);
	return ok;
}

/* The stored row must be what its history ends with. */
static bool verify_end_values(struct verifier *verifier, struct value_chain *chain)
{
	if (!chain->entity || !chain->state || json_object_size(chain->state) == 0)
		return true;
	json_t *key = history_json_read(strbuf_text(&chain->key), verifier->err);
	if (!key)
		return false;

	struct strbuf sql = {0};
	const char *name;
	json_t *value;

	json_object_foreach(chain->state, name, value)
		strbuf_addf(&sql, "%s %s", sql.length > 0 ? "," : "SELECT", name);
	strbuf_addf(&sql, " FROM %s", chain->entity->table);
	history_entity_where(chain->entity, 1, &sql);
	struct db_statement *query =
		db_prepare(verifier->store->db, strbuf_text(&sql), verifier->err);
	strbuf_free(&sql);
	if (query)
		history_entity_bind(chain->entity, query, 1, key);
	const enum db_step step = query ? db_step(query, verifier->err) : DB_FAILED;

	struct strbuf text = {0};
	bool same = step == DB_ROW;
	int column = 0;

	json_object_foreach(chain->state, name, value) {
		strbuf_clear(&text);
		history_json_text(value, &text);
		same = same && db_column_is_null(query, column) == json_is_null(value) &&
			strcmp(db_column_text(query, column), strbuf_text(&text)) == 0;
		column++;
	}
	strbuf_free(&text);
	db_finish(query);
	json_decref(key);

	if (step == DB_FAILED)
		return false;
	return same ||
		verify_chain_fault(verifier, chain, _("it is not what its history ends with"));
}

static bool verify_follows(const json_t *state, const json_t *before)
{
	const char *name;
	json_t *value;

	json_object_foreach((json_t *)before, name, value) {
		const json_t *known = json_object_get(state, name);
		if (known && !json_equal(known, value))
			return false;
	}
	return true;
}

static bool verify_value(struct verifier *verifier, struct db_statement *row, void *data)
{
	struct value_chain *chain = data;
	const char *table = db_column_text(row, 0);
	const char *key = db_column_text(row, 1);
	const bool is_delete = strcmp(db_column_text(row, 2), "delete") == 0;

	if (!chain->entity || strcmp(chain->entity->table, table) != 0 ||
		strcmp(strbuf_text(&chain->key), key) != 0) {
		if (!verify_end_values(verifier, chain))
			return false;
		json_decref(chain->state);
		chain->state = NULL;
		chain->faulty = false;
		chain->project_id = db_column_int(row, 5);
		chain->entity = history_entity_find(table, verifier->err);
		strbuf_clear(&chain->key);
		strbuf_add_text(&chain->key, key);
		if (!chain->entity)
			return false;
	}

	json_t *before = history_json_read(db_column_text(row, 3), verifier->err);
	json_t *after = is_delete ? NULL : history_json_read(db_column_text(row, 4), verifier->err);
	bool ok = before && (after || is_delete);

	if (ok && chain->state && !verify_follows(chain->state, before))
		ok = verify_chain_fault(verifier, chain,
			_("a row of its history is missing or changed"));
	if (ok && is_delete) {
		json_decref(chain->state);
		chain->state = NULL;
	} else if (ok) {
		if (!chain->state)
			chain->state = json_object();
		json_object_update(chain->state, after);
	}
	json_decref(before);
	json_decref(after);
	return ok;
}

/* ---- rows that another program put in or changed -------------------------------------------------- */

/* Those of projects themselves are known from their versions. */
static bool verify_changed(struct verifier *verifier, struct db_statement *row, void *data)
{
	char *name = xasprintf("%s %s", db_column_text(row, 0), db_column_text(row, 1));
	const bool ok = verify_fault(verifier, db_column_int(row, 2), name,
		_("another program has changed it"));

	(void)data;
	free(name);
	return ok;
}

static bool verify_inserted(struct verifier *verifier, const struct history_entity *entity)
{
	struct strbuf sql = {0};
	enum db_step step = DB_DONE;
	bool ok;

	strbuf_addf(&sql, "SELECT %s, %s FROM %s WHERE created_change IS NULL",
		entity->project ? entity->project : "0", entity->keys[0], entity->table);
	struct db_statement *query =
		db_prepare(verifier->store->db, strbuf_text(&sql), verifier->err);
	ok = query != NULL;
	while (ok && (step = db_step(query, verifier->err)) == DB_ROW) {
		char *name = xasprintf("%s %s", entity->table, db_column_text(query, 1));
		ok = verify_fault(verifier, db_column_int(query, 0), name,
			_("another program has put it in"));
		free(name);
	}
	db_finish(query);
	strbuf_free(&sql);
	return ok && step == DB_DONE;
}

/* ---- triggers that were not there --------------------------------------------------------------- */

/* Since the database was opened, or where it can only be read; store_open() brings them back. */
static bool verify_triggers(struct verifier *verifier)
{
	struct strbuf names = {0};
	const bool compared = history_triggers_compare(verifier->store->db, &names, verifier->err);

	if (compared && names.length) {
		char *line = xasprintf(_("changes leave no history: %s is not in force"),
			strbuf_text(&names));
		verifier->report(line, verifier->data);
		free(line);
	}
	strbuf_free(&names);
	return compared;
}

static bool verify_restored(struct verifier *verifier, struct db_statement *row, void *data)
{
	/* a time, names of triggers */
	char *line = xasprintf(_("until %s changes left no history (%s was not in force)"),
		db_column_text(row, 0), db_column_text(row, 1));

	(void)data;
	verifier->report(line, verifier->data);
	free(line);
	return true;
}

bool history_store_verify(struct store *store, void (*report)(const char *line, void *data),
	void *data, struct error *err)
{
	struct verifier verifier = {store, report, data, err};
	struct version_chain versions = {0};
	struct value_chain values = {0};

	bool good = verify_each(&verifier, STATEMENT_VERSION_CHAIN, verify_version, &versions) &&
		verify_end_chain(&verifier, &versions) &&
		verify_each(&verifier, STATEMENT_VERSION_UNEXPLAINED, verify_unexplained, NULL) &&
		verify_each(&verifier, STATEMENT_VALUE_CHAIN, verify_value, &values) &&
		verify_end_values(&verifier, &values);
	json_decref(values.state);
	strbuf_free(&values.key);

	for (size_t i = 0; good && i < HISTORY_ENTITY_COUNT; i++)
		if (strcmp(history_entity_at(i)->table, "body") != 0)
			good = verify_inserted(&verifier, history_entity_at(i));
	return good && verify_each(&verifier, STATEMENT_HISTORY_BY_OTHERS, verify_changed, NULL) &&
		verify_triggers(&verifier) &&
		verify_each(&verifier, STATEMENT_HISTORY_RESTORED, verify_restored, NULL);
}
