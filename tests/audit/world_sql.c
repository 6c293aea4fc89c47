#include "world_sql.h"

void rows_begin(struct rows *rows, const char *sql)
{
	rows->sql = sql;
	if (rows->failed)
		return;
	if (sqlite3_prepare_v2(rows->database, sql, -1, &rows->query, NULL) != SQLITE_OK) {
		*rows->fault = pool_print(rows->world->pool, "%s: %s", sqlite3_errmsg(rows->database), sql);
		rows->failed = true;
	}
}

bool rows_next(struct rows *rows)
{
	if (rows->failed)
		return false;
	const int step = sqlite3_step(rows->query);
	rows->column = 0;
	if (step == SQLITE_ROW)
		return true;
	if (step != SQLITE_DONE) {
		*rows->fault = pool_print(rows->world->pool, "%s: %s", sqlite3_errmsg(rows->database),
			rows->sql);
		rows->failed = true;
	}
	sqlite3_finalize(rows->query);
	rows->query = NULL;
	return false;
}

const char *rows_text(struct rows *rows)
{
	const char *const text = (const char *)sqlite3_column_text(rows->query, rows->column);
	const int length = sqlite3_column_bytes(rows->query, rows->column++);

	return text ? pool_copy(rows->world->pool, text, (size_t)length) : "";
}

int64_t rows_number(struct rows *rows)
{
	return sqlite3_column_int64(rows->query, rows->column++);
}
