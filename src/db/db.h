/* db - a thin driver over a database engine: open, prepare, bind, step, column, transactions.
 *
 * SQL uses ?1 ?2 … for parameters on every engine, or ? for the one after the highest so far. SQL
 * also knows text_key(x), the key by which words are found (base/text.h). Texts given and got are UTF-8. A connection and
 * its statements belong to one thread.
 */
#ifndef DB_DB_H
#define DB_DB_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"
#include "base/progress.h"

struct db;
struct db_statement;

enum db_engine { DB_SQLITE, DB_POSTGRES };

enum db_mode {
	DB_READ_WRITE,
	DB_READ_ONLY,
	DB_CREATE, /* the file must not be there yet, or be empty */
};

/* Opens a file path (SQLite) or a postgresql:// URL. The message tells apart: missing (error detail
 * "missing"), a directory, not a database, not readable, read-only, on a network share, an engine
 * not built in. NULL on failure; db_close() frees. */
struct db *db_open(const char *target, enum db_mode mode, struct error *err);
/* Could DB_CREATE make one there? */
bool db_may_create(const char *target, struct error *err);
/* True where the target is a file (db_files.h), not a URL. */
bool db_is_file(const char *target);
void db_close(struct db *db); /* NULL is fine */
/* Closes what DB_CREATE opened and takes it away again. */
void db_discard(struct db *db);
enum db_engine db_engine_of(const struct db *db);
/* "sqlite", "postgres": the folder below data/schema/. */
const char *db_engine_name(const struct db *db);
const char *db_target(const struct db *db);
/* True when writing is refused (mode, file permissions). */
bool db_is_read_only(const struct db *db);

/* How what the rules of the tables refuse is told: what people call a column, or its table where column is
 * NULL; NULL for what they have no word for. Any thread may ask. */
void db_set_names(struct db *db, const char *(*name)(const char *table, const char *column));

/* Runs one or more statements without parameters or results. */
bool db_run(struct db *db, const char *sql, struct error *err);

/* NULL on failure (the log has the SQL); db_finish() frees. */
struct db_statement *db_prepare(struct db *db, const char *sql, struct error *err);
void db_finish(struct db_statement *statement);
/* Parameters count from 1 and stay bound until bound again. Text is not copied: it must live
 * until the next reset. NULL text binds SQL NULL. */
void db_bind_int(struct db_statement *statement, int index, int64_t value);
void db_bind_text(struct db_statement *statement, int index, const char *text);
void db_bind_text_n(struct db_statement *statement, int index, const char *text, size_t length);
/* Like text, but bytes of any value. */
void db_bind_blob(struct db_statement *statement, int index, const void *bytes, size_t length);
void db_bind_null(struct db_statement *statement, int index);

enum db_step { DB_ROW, DB_DONE, DB_FAILED };
enum db_step db_step(struct db_statement *statement, struct error *err);
/* Ends a run so that the statement can be bound and stepped again. Safe at any time. */
void db_reset(struct db_statement *statement);
/* Steps to the end and resets; for statements without results. */
bool db_execute(struct db_statement *statement, struct error *err);

/* From here to the end of the transaction db_execute() of that statement, which has no results, only
 * takes note of the values, all of which are bound anew each time, and runs it beside the caller, in
 * the order of the calls. Every other call on the connection waits for them first, and does best not
 * to come often; nothing is executed between a step and its columns. Where one fails, none after it
 * is run, and db_commit(), if not an earlier db_execute(), fails as it did. */
void db_put_off(struct db_statement *statement);

/* Columns count from 0; valid until the next step or reset. NULL reads as 0 and "". */
int64_t db_column_int(struct db_statement *statement, int index);
const char *db_column_text(struct db_statement *statement, int index);
/* Bytes of a BLOB; *length gets how many. NULL for none. */
const void *db_column_blob(struct db_statement *statement, int index, size_t *length);
size_t db_column_bytes(struct db_statement *statement, int index);
bool db_column_is_null(struct db_statement *statement, int index);
bool db_column_is_integer(struct db_statement *statement, int index);
int db_column_count(struct db_statement *statement);
const char *db_column_name(struct db_statement *statement, int index);

/* The columns of every table, table by table, in their order. each() must not use db. */
bool db_each_column(struct db *db,
	void (*each)(const char *table, const char *name, void *data), void *data,
	struct error *err);
/* The triggers there are, each with the SQL that made it. */
bool db_each_trigger(struct db *db, void (*each)(const char *name, const char *sql, void *data),
	void *data, struct error *err);

int64_t db_changes(struct db *db); /* rows changed by the last statement */
int64_t db_last_id(struct db *db); /* id of the row last inserted */

/* While statements run, asks now and then whether to go on: once go_on() is false, the step fails
 * with ERROR_CANCELLED. NULL: they run to their end. An engine may take no notice. */
void db_set_patience(struct db *db, bool (*go_on)(void *data), void *data);

/* A write transaction. Writers of one host queue fairly on FILE.lock before BEGIN IMMEDIATE
 * (measures.md). Begin inside begin nests: only the outermost commits. After a rollback every
 * level is rolled back. */
bool db_begin(struct db *db, struct error *err);
/* The next write transaction puts much into a database that holds next to nothing. Where nobody else
 * has it open, that goes straight into the file instead of twice over a log; others then wait with
 * reading, too, until it ends. All or nothing and durable as ever. */
void db_expect_bulk(struct db *db);
/* A read transaction: everything read until db_commit() is as of one moment, whoever writes
 * meanwhile. Nothing may be written in it. Nests in a transaction of either kind. */
bool db_begin_read(struct db *db, struct error *err);
bool db_commit(struct db *db, struct error *err);
void db_rollback(struct db *db);
bool db_in_transaction(const struct db *db);

/* What the file says it is: the application it belongs to (0 = none yet) and the version of its
 * schema, the number of the last migration. Set inside a transaction. */
bool db_identity(struct db *db, int64_t *application, int64_t *version, struct error *err);
bool db_set_identity(struct db *db, int64_t application, int64_t version, struct error *err);

/* A consistent copy while others write. Refuses a path that is there already; appears whole or
 * not at all. progress (NULL = none) is told of the pages. */
bool db_backup(struct db *db, const char *path, const struct progress *progress,
	struct error *err);
/* Everything in db becomes what stands in such a copy, in one change: others see the one or the
 * other. */
bool db_restore(struct db *db, const char *path, const struct progress *progress,
	struct error *err);
/* The engine's own integrity and foreign-key checks; report() gets one line for each fault. */
bool db_integrity(struct db *db, void (*report)(const char *line, void *data), void *data,
	struct error *err);
/* True when another connection committed since the last call (PRAGMA data_version). */
bool db_changed_elsewhere(struct db *db);

#endif
