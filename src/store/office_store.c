#include "config.h"

#include "store/office_store.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "store/store_masters.h"
#include "store/store_private.h"

static struct db_statement *office_store_prepare(struct store *store, struct strbuf *sql,
	struct error *err)
{
	struct db_statement *statement = db_prepare(store->db, strbuf_text(sql), err);

	strbuf_free(sql);
	return statement;
}

/* Runs what writes, with the search key that was bound to it, which goes. Projects may belong elsewhere
 * once a unit has moved. */
static bool office_store_write(struct store *store, const struct office_table *table,
	struct db_statement *statement, char *key, struct error *err)
{
	const bool done = statement && db_execute(statement, err);

	db_finish(statement);
	free(key);
	store->units_moved |= done && table == &office_units;
	store_masters_changed(store);
	return done;
}

bool office_store_load(struct store *store, const struct office_table *table, bool for_files,
	struct office_rows *rows, struct error *err)
{
	const char *order = for_files && table->file_order ? table->file_order : table->order;
	struct strbuf sql = {0};
	enum db_step step = DB_ROW;

	strbuf_add_text(&sql, "SELECT ");
	for (size_t i = 0; i < table->field_count; i++)
		strbuf_addf(&sql, "%s%s", i ? ", " : "", office_column(table, i));
	strbuf_addf(&sql, " FROM %s ORDER BY %s", table->table, order);
	struct db_statement *query = office_store_prepare(store, &sql, err);
	if (!query)
		return false;
	while ((step = db_step(query, err)) == DB_ROW) {
		struct office_row *row = vec_add(&rows->items);

		for (size_t i = 0; i < table->field_count; i++)
			row->cells[i] = arena_strdup(&rows->arena, db_column_text(query, (int)i));
	}
	db_finish(query);
	return step == DB_DONE;
}

/* The search key of a row's name, where one is held beside it; NULL. Caller frees. */
static char *office_store_key(const struct office_table *table, const struct office_row *row)
{
	return table->search_key ? text_key(row->cells[table->name_field]) : NULL;
}

/* The cells of a row and its search key, which must last until they are stored; the index of the next
 * parameter. */
static int office_store_bind(const struct office_table *table, struct db_statement *statement,
	const struct office_row *row, size_t first, const char *key)
{
	int next = 1;

	for (size_t i = first; i < table->field_count; i++)
		db_bind_text(statement, next++, row->cells[i]);
	if (key)
		db_bind_text(statement, next++, key);
	return next;
}

static void office_store_add_keys(const struct office_table *table, struct strbuf *sql)
{
	for (size_t i = 0; i < table->keys; i++)
		strbuf_addf(sql, "%s%s = ?", i ? " AND " : " WHERE ", office_column(table, i));
}

bool office_store_insert(struct store *store, const struct office_table *table,
	const struct office_row *row, struct error *err)
{
	/* the database gives the number of a row that has none */
	const size_t first = table->numbered && !*row->cells[0] ? 1 : 0;
	struct strbuf sql = {0}, values = {0};

	strbuf_addf(&sql, "INSERT INTO %s (", table->table);
	for (size_t i = first; i < table->field_count; i++) {
		strbuf_addf(&sql, "%s, ", office_column(table, i));
		strbuf_add_text(&values, "?, ");
	}
	if (table->search_key) {
		strbuf_addf(&sql, "%s, ", table->search_key);
		strbuf_add_text(&values, "?, ");
	}
	strbuf_addf(&sql, "created_change) VALUES (%s(SELECT id FROM current_change))",
		strbuf_text(&values));
	strbuf_free(&values);
	struct db_statement *insert = office_store_prepare(store, &sql, err);
	char *key = office_store_key(table, row);
	if (insert)
		office_store_bind(table, insert, row, first, key);
	return office_store_write(store, table, insert, key, err);
}

bool office_store_update(struct store *store, const struct office_table *table,
	const struct office_row *before, const struct office_row *row, struct error *err)
{
	struct strbuf sql = {0};

	strbuf_addf(&sql, "UPDATE %s SET ", table->table);
	for (size_t i = 0; i < table->field_count; i++)
		strbuf_addf(&sql, "%s%s = ?", i ? ", " : "", office_column(table, i));
	if (table->search_key)
		strbuf_addf(&sql, ", %s = ?", table->search_key);
	office_store_add_keys(table, &sql);
	struct db_statement *update = office_store_prepare(store, &sql, err);
	char *key = office_store_key(table, row);
	if (update) {
		const int next = office_store_bind(table, update, row, 0, key);

		for (size_t i = 0; i < table->keys; i++)
			db_bind_text(update, next + (int)i, before->cells[i]);
	}
	if (!office_store_write(store, table, update, key, err))
		return false;
	return db_changes(store->db) > 0 || error_set(err, ERROR_DATA,
		_("Someone has changed or removed this meanwhile. Please read it again."));
}

bool office_store_delete(struct store *store, const struct office_table *table,
	const struct office_row *row, struct error *err)
{
	struct strbuf sql = {0};

	strbuf_addf(&sql, "DELETE FROM %s", table->table);
	office_store_add_keys(table, &sql);
	struct db_statement *statement = office_store_prepare(store, &sql, err);
	for (size_t i = 0; statement && i < table->keys; i++)
		db_bind_text(statement, (int)i + 1, row->cells[i]);
	return office_store_write(store, table, statement, NULL, err);
}
