/* history_entity - the tables whose rows have a history, and what the history says of one row.
 * Private to store/. */
#ifndef STORE_HISTORY_ENTITY_H
#define STORE_HISTORY_ENTITY_H

#include <jansson.h>

#include "base/strbuf.h"
#include "model/office/office_table.h"
#include "store/store.h"

enum { HISTORY_KEYS_MAX = 4 };

struct history_entity {
	const char *table;
	const char *keys[HISTORY_KEYS_MAX]; /* key columns, NULL after the last */
	const char *label;   /* the column that names a row to people */
	const char *project; /* the column with the project's id, or NULL */
};

enum { HISTORY_ENTITY_COUNT = OFFICE_TABLE_COUNT + 5 /* body, project, effect line, cleared overlap, snapshot */ };
/* Rows of a table may refer to rows of tables before it. */
const struct history_entity *history_entity_at(size_t number);

/* NULL with a message for a table that has no history. */
const struct history_entity *history_entity_find(const char *table, struct error *err);
/* "SELECT project, label, keys… FROM table WHERE created_change = ?1", of one project (?2) or all.
 * Lines that came with their project are left out. Caller frees. */
char *history_entity_created_sql(const struct history_entity *entity, bool of_project);
/* The history's form of the key of a row whose key columns begin at column. */
void history_entity_key(const struct history_entity *entity, struct db_statement *row, int column,
	struct strbuf *key);
/* Appends " WHERE key = ?N AND …": the row whose key is given as parameters from index on. */
void history_entity_where(const struct history_entity *entity, int index, struct strbuf *sql);
/* Binds these. The key must live until the statement is reset. */
void history_entity_bind(const struct history_entity *entity, struct db_statement *statement,
	int index, const json_t *key);

/* Reads an object the triggers wrote; NULL with a message when another program spoilt it. The
 * caller gives it back with json_decref(). Only columns: names of letters, digits and '_'. */
json_t *history_json_read(const char *text, struct error *err);
/* A value as text; numbers in digits, null as "". */
void history_json_text(const json_t *value, struct strbuf *out);
void history_json_bind(struct db_statement *statement, int index, const json_t *value);

/* "R7-0001", also for a project that is gone; "" when nothing is known. */
bool history_project_number(struct store *store, int64_t project_id, struct strbuf *number,
	struct error *err);

#endif
