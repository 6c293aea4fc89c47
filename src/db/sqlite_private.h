/* sqlite_private - what the files of the SQLite engine share. Private to them. */
#ifndef DB_SQLITE_PRIVATE_H
#define DB_SQLITE_PRIVATE_H

#include <sqlite3.h>

#include "db/driver.h"
#include "db/write_queue.h"

struct sqlite_db {
	struct db db;
	sqlite3 *handle;
	struct write_queue queue;
	struct db_statement *data_version;
	int64_t seen_version;
	bool bulk;       /* the next transaction, or the one in progress, see db_expect_bulk() */
	bool log_is_set; /* the journal mode is known to be WAL */
	bool (*go_on)(void *data); /* db_set_patience() */
	void *go_on_data;
};

static inline sqlite3 *sqlite_handle(struct db *db)
{
	return ((struct sqlite_db *)db)->handle;
}

/* Says in words what a result means. SQLite's own words, and sql (or a path), go into the log: they are
 * nothing for people. Returns false. */
bool sqlite_fail(sqlite3 *handle, int result, const char *sql, struct error *err);
/* The same of a statement that writes: names what a rule of the tables refuses. */
bool sqlite_refuse(struct db *db, int result, const char *sql, struct error *err);

/* A statement that asks, outside of what db.h counts; NULL on failure. The caller steps it, until it
 * is ended, which says whether every step went well. */
sqlite3_stmt *sqlite_query(struct db *db, const char *sql, struct error *err);
bool sqlite_end_query(struct db *db, sqlite3_stmt *query, struct error *err);
/* Makes text_key() known to SQL. */
bool sqlite_add_functions(sqlite3 *handle, struct error *err);

/* For the driver's table. */
bool sqlite_each_column(struct db *db,
	void (*each)(const char *table, const char *name, void *data), void *data,
	struct error *err);
bool sqlite_each_trigger(struct db *db,
	void (*each)(const char *name, const char *sql, void *data), void *data,
	struct error *err);
bool sqlite_backup(struct db *db, const char *path, const struct progress *progress,
	struct error *err);
bool sqlite_restore(struct db *db, const char *path, const struct progress *progress,
	struct error *err);
bool sqlite_integrity(struct db *db, void (*report)(const char *line, void *data), void *data,
	struct error *err);

#endif
