/* world_sql - rows of a query, column by column. */
#ifndef AUDIT_WORLD_SQL_H
#define AUDIT_WORLD_SQL_H

#include <sqlite3.h>

#include "world.h"

struct rows {
	struct world *world;
	sqlite3 *database;
	sqlite3_stmt *query;
	const char *sql;
	const char **fault;
	bool failed;
	int column; /* the next to be taken */
};

/* Begins a query; rows_next() is false after the last row and where it failed (then fault is set). */
void rows_begin(struct rows *rows, const char *sql);
bool rows_next(struct rows *rows);
/* The next column of the row. */
const char *rows_text(struct rows *rows);
int64_t rows_number(struct rows *rows);

#endif
