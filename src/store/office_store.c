#include "config.h"

#include "store/office_store.h"

#include "base/i18n.h"
#include "store/store_masters.h"
#include "store/store_private.h"

static size_t office_column_count(const struct office_source *source)
{
	size_t count = 0;

	while (source->columns[count])
		count++;
	return count;
}

/* "a = ?1 AND b = ?2", or with commas; parameters count from first + 1. */
static void office_add_pairs(const struct office_source *source, size_t count, size_t first,
	const char *between, struct strbuf *sql)
{
	for (size_t i = 0; i < count; i++)
		strbuf_addf(sql, "%s%s = ?%zu", i ? between : "", source->columns[i],
			first + i + 1);
}

static struct db_statement *office_prepare(struct store *store, struct strbuf *sql,
	struct error *err)
{
	struct db_statement *statement = db_prepare(store->db, strbuf_text(sql), err);

	strbuf_free(sql);
	return statement;
}

static void office_bind(struct db_statement *statement, const struct office_row *row, size_t count,
	size_t first)
{
	for (size_t i = 0; i < count; i++)
		db_bind_text(statement, (int)(first + i + 1), row->cells[i]);
}

/* Runs what writes and says how many rows it found. */
static bool office_run(struct store *store, struct db_statement *statement, struct error *err)
{
	const bool done = statement && db_execute(statement, err);

	db_finish(statement);
	store_masters_changed(store);
	return done;
}

bool office_store_load(struct store *store, const struct office_source *source,
	struct office_rows *rows, struct error *err)
{
	const size_t count = office_column_count(source);
	struct strbuf sql = {0};
	enum db_step step = DB_ROW;

	strbuf_add_text(&sql, "SELECT ");
	for (size_t i = 0; i < count; i++)
		strbuf_addf(&sql, "%s%s", i ? ", " : "", source->columns[i]);
	strbuf_addf(&sql, " FROM %s ORDER BY %s", source->table, source->order);
	struct db_statement *query = office_prepare(store, &sql, err);
	if (!query)
		return false;
	while ((step = db_step(query, err)) == DB_ROW) {
		struct office_row *row = vec_add(&rows->items);

		for (size_t i = 0; i < count; i++)
			row->cells[i] = arena_strdup(&rows->arena, db_column_text(query, (int)i));
	}
	db_finish(query);
	return step == DB_DONE;
}

void office_store_free(struct office_rows *rows)
{
	vec_free(&rows->items);
	arena_free(&rows->arena);
}

bool office_store_insert(struct store *store, const struct office_source *source,
	const struct office_row *row, struct error *err)
{
	const size_t count = office_column_count(source);
	const size_t first = source->numbered ? 1 : 0;
	struct strbuf sql = {0};

	strbuf_addf(&sql, "INSERT INTO %s (", source->table);
	for (size_t i = first; i < count; i++)
		strbuf_addf(&sql, "%s, ", source->columns[i]);
	strbuf_add_text(&sql, "created_change) VALUES (");
	for (size_t i = first; i < count; i++)
		strbuf_addf(&sql, "?%zu, ", i + 1 - first);
	strbuf_add_text(&sql, "(SELECT id FROM current_change))");
	struct db_statement *insert = office_prepare(store, &sql, err);
	if (insert)
		for (size_t i = first; i < count; i++)
			db_bind_text(insert, (int)(i + 1 - first), row->cells[i]);
	return office_run(store, insert, err);
}

bool office_store_update(struct store *store, const struct office_source *source,
	const struct office_row *before, const struct office_row *row, struct error *err)
{
	const size_t count = office_column_count(source);
	struct strbuf sql = {0};

	strbuf_addf(&sql, "UPDATE %s SET ", source->table);
	office_add_pairs(source, count, 0, ", ", &sql);
	strbuf_add_text(&sql, " WHERE ");
	office_add_pairs(source, source->keys, count, " AND ", &sql);
	struct db_statement *update = office_prepare(store, &sql, err);
	if (update) {
		office_bind(update, row, count, 0);
		office_bind(update, before, source->keys, count);
	}
	if (!office_run(store, update, err))
		return false;
	return db_changes(store->db) > 0 || error_set(err, ERROR_DATA,
		_("Someone has changed or removed this meanwhile. Please read it again."));
}

bool office_store_delete(struct store *store, const struct office_source *source,
	const struct office_row *row, struct error *err)
{
	struct strbuf sql = {0};

	strbuf_addf(&sql, "DELETE FROM %s WHERE ", source->table);
	office_add_pairs(source, source->keys, 0, " AND ", &sql);
	struct db_statement *statement = office_prepare(store, &sql, err);
	if (statement)
		office_bind(statement, row, source->keys, 0);
	return office_run(store, statement, err);
}
