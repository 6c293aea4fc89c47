/* project_bulk - the first import of many projects: indexes built at the end. */
#include "config.h"

#include "store/project_store.h"

#include <assert.h>

#include "store/facts_gather.h"
#include "store/store_private.h"

bool project_store_is_empty(struct store *store, bool *empty, struct error *err)
{
	struct db_statement *query = statement_get(store, STATEMENT_PROJECT_ANY, err);

	if (!query)
		return false;
	const enum db_step step = db_step(query, err);
	*empty = step == DB_DONE;
	db_reset(query);
	return step != DB_FAILED;
}

void project_store_expect_many(struct store *store)
{
	bool empty;

	if (!store->change && project_store_is_empty(store, &empty, NULL) && empty)
		db_expect_bulk(store->db);
}

bool project_store_defer_indexes(struct store *store, struct error *err)
{
	static const enum statement inserts[] = {STATEMENT_PROJECT_INSERT, STATEMENT_EFFECT_INSERT,
		STATEMENT_FACTS_BLOCK_PUT};
	struct strbuf drop = {0};

	assert(store->change);
	if (db_engine_of(store->db) != DB_SQLITE || store->late_indexes.length > 0)
		return true;

	/* An index is worth it only where keys come in no order. Triggers that drop packed facts,
	 * of which there are none, make SQLite copy every page a row touches. How all of them are
	 * made stands in the database itself. */
	struct db_statement *query = statement_get(store, STATEMENT_PROJECT_LATE, err);
	enum db_step step;
	if (!query)
		return false;
	while ((step = db_step(query, err)) == DB_ROW) {
		strbuf_addf(&drop, "DROP %s %s;", db_column_text(query, 2),
			db_column_text(query, 0));
		strbuf_addf(&store->late_indexes, "%s;", db_column_text(query, 1));
	}
	db_reset(query);
	const bool ok = step == DB_DONE && db_run(store->db, strbuf_text(&drop), err);
	strbuf_free(&drop);
	if (!ok)
		return false;

	/* Rows are stored beside reading and checking the next ones. */
	for (size_t i = 0; i < sizeof inserts / sizeof inserts[0]; i++) {
		struct db_statement *insert = statement_get(store, inserts[i], err);
		if (!insert)
			return false;
		db_put_off(insert);
	}
	store->gather = facts_gather_new(store->last_id);
	return true;
}

void project_store_forget_bulk(struct store *store)
{
	facts_gather_free(store->gather);
	store->gather = NULL;
	strbuf_clear(&store->late_indexes);
}

bool project_store_build_indexes(struct store *store, struct error *err)
{
	struct strbuf sql = store->late_indexes;

	if (sql.length == 0)
		return true;
	store->late_indexes = (struct strbuf){0};

	/* Back to storing each project as it comes, with its facts packed. */
	const bool gathered = !store->gather || facts_gather_finish(store->gather, store, err);
	project_store_forget_bulk(store);
	const bool ok = gathered && db_run(store->db, strbuf_text(&sql), err);
	strbuf_free(&sql);
	return ok;
}
