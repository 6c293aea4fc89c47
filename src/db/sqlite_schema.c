/* sqlite_schema - what an SQLite file says of its own tables and triggers. */
#include "config.h"

#include "db/sqlite_private.h"

sqlite3_stmt *sqlite_query(struct db *db, const char *sql, struct error *err)
{
	sqlite3_stmt *query = NULL;
	const int result = sqlite3_prepare_v2(sqlite_handle(db), sql, -1, &query, NULL);

	if (result != SQLITE_OK)
		sqlite_fail(sqlite_handle(db), result, sql, err);
	return query;
}

bool sqlite_end_query(struct db *db, sqlite3_stmt *query, struct error *err)
{
	const int result = sqlite3_reset(query);
	const bool good = result == SQLITE_OK ||
		sqlite_fail(sqlite_handle(db), result, sqlite3_sql(query), err);

	sqlite3_finalize(query);
	return good;
}

static const char *sqlite_schema_text(sqlite3_stmt *query, int column)
{
	const unsigned char *text = sqlite3_column_text(query, column);

	return text ? (const char *)text : "";
}

bool sqlite_each_column(struct db *db,
	void (*each)(const char *table, const char *name, void *data), void *data,
	struct error *err)
{
	sqlite3_stmt *query = sqlite_query(db,
		"SELECT t.name, c.name FROM sqlite_master AS t, pragma_table_info(t.name) AS c "
		"WHERE t.type = 'table'", err);

	if (!query)
		return false;
	while (sqlite3_step(query) == SQLITE_ROW)
		each(sqlite_schema_text(query, 0), sqlite_schema_text(query, 1), data);
	return sqlite_end_query(db, query, err);
}

bool sqlite_each_trigger(struct db *db,
	void (*each)(const char *name, const char *sql, void *data), void *data,
	struct error *err)
{
	sqlite3_stmt *query = sqlite_query(db,
		"SELECT name, sql FROM sqlite_master WHERE type = 'trigger'", err);

	if (!query)
		return false;
	while (sqlite3_step(query) == SQLITE_ROW)
		each(sqlite_schema_text(query, 0), sqlite_schema_text(query, 1), data);
	return sqlite_end_query(db, query, err);
}
