/* history_dialect - how an engine is told to keep the history: what history_triggers writes, in the
 * engine's own SQL. One file for each engine. Private to store/. */
#ifndef STORE_HISTORY_DIALECT_H
#define STORE_HISTORY_DIALECT_H

#include "base/strbuf.h"
#include "store/history_columns.h"

/* Both write a whole statement that makes the trigger TABLE_updated or TABLE_deleted. What such a
 * trigger leaves in table history is the same on every engine. A text once released changes only
 * with a migration: see history_columns.c. */
struct history_dialect {
	enum db_engine engine;
	void (*updated)(const struct history_columns *columns, struct strbuf *sql);
	void (*deleted)(const struct history_columns *columns, struct strbuf *sql);
};

extern const struct history_dialect history_sqlite;

#endif
