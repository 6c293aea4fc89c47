/* history_columns - which columns of a table the history tells of: all that the table has, but for
 * the few that are named here. Private to store/. */
#ifndef STORE_HISTORY_COLUMNS_H
#define STORE_HISTORY_COLUMNS_H

#include "base/mem.h"
#include "base/vec.h"
#include "db/db.h"
#include "store/history_entity.h"

enum history_column {
	HISTORY_TOLD,    /* what people enter: to change it leaves a row */
	HISTORY_STAMP,   /* who made or changed the row, when: kept of a row that goes */
	HISTORY_VERSION, /* a stamp whose rising leaves a row, be nothing else different */
	HISTORY_HELD,    /* computed from the rest: never told, never kept */
};

/* Where no rule names the column: HISTORY_TOLD. */
enum history_column history_column_of(const char *table, const char *column);

/* The columns of one table. */
struct history_columns {
	const struct history_entity *entity;
	VEC(const char *) told; /* of an update */
	VEC(const char *) kept; /* of a delete: those and the stamps */
	const char *version;    /* NULL when the table has none */
};
/* Those of every entity, in the order of history_entity_at(); zero-initialise. */
struct history_schema {
	VEC(struct history_columns) tables;
	struct arena arena;
};

/* Asks the database; an entity whose table is not there is a failure. history_schema_free() even after
 * a failure. */
bool history_schema_read(struct db *db, struct history_schema *schema, struct error *err);
void history_schema_free(struct history_schema *schema);

#endif
