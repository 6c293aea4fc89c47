/* sqlite - the SQLite driver: open, prepare, bind, step, transactions. */
#include "config.h"

#include <assert.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "base/strbuf.h"
#include "db/db_files.h"
#include "db/sqlite_file.h"
#include "db/sqlite_private.h"

enum { BUSY_TIMEOUT_MS = 5000, LOOKASIDE_BYTES = 1200, LOOKASIDE_PIECES = 300 };

struct sqlite_statement {
	struct db_statement statement;
	sqlite3_stmt *handle;
};

static sqlite3_stmt *sqlite_stmt_of(struct db_statement *statement)
{
	return ((struct sqlite_statement *)statement)->handle;
}

/* ---- statements --------------------------------------------------------------------------- */

static struct db_statement *sqlite_prepare(struct db *db, const char *sql, struct error *err)
{
	sqlite3_stmt *handle;
	const int result = sqlite3_prepare_v3(sqlite_handle(db), sql, -1, SQLITE_PREPARE_PERSISTENT,
		&handle, NULL);

	if (result != SQLITE_OK) {
		sqlite_fail(sqlite_handle(db), result, sql, err);
		return NULL;
	}
	struct sqlite_statement *statement = xcalloc(1, sizeof *statement);
	statement->handle = handle;
	return &statement->statement;
}

static void sqlite_finish(struct db_statement *statement)
{
	sqlite3_finalize(sqlite_stmt_of(statement));
	free(statement);
}

static void sqlite_bound(int result)
{
	assert(result == SQLITE_OK);
	(void)result;
}

static void sqlite_bind_int(struct db_statement *statement, int index, int64_t value)
{
	sqlite_bound(sqlite3_bind_int64(sqlite_stmt_of(statement), index, value));
}

static void sqlite_bind_text(struct db_statement *statement, int index, const char *text,
	size_t length)
{
	sqlite_bound(sqlite3_bind_text64(sqlite_stmt_of(statement), index, text, length,
		SQLITE_STATIC, SQLITE_UTF8));
}

static void sqlite_bind_blob(struct db_statement *statement, int index, const void *bytes,
	size_t length)
{
	sqlite_bound(sqlite3_bind_blob64(sqlite_stmt_of(statement), index, bytes, length,
		SQLITE_STATIC));
}

static void sqlite_bind_null(struct db_statement *statement, int index)
{
	sqlite_bound(sqlite3_bind_null(sqlite_stmt_of(statement), index));
}

static enum db_step sqlite_step(struct db_statement *statement, struct error *err)
{
	const int result = sqlite3_step(sqlite_stmt_of(statement));

	if (result == SQLITE_ROW)
		return DB_ROW;
	if (result == SQLITE_DONE)
		return DB_DONE;
	sqlite_refuse(statement->db, result, sqlite3_sql(sqlite_stmt_of(statement)), err);
	return DB_FAILED;
}

static void sqlite_reset(struct db_statement *statement)
{
	/* repeats the result of the last step, reported there */
	sqlite3_reset(sqlite_stmt_of(statement));
}

static int64_t sqlite_column_int(struct db_statement *statement, int index)
{
	return sqlite3_column_int64(sqlite_stmt_of(statement), index);
}

static const char *sqlite_column_text(struct db_statement *statement, int index)
{
	const unsigned char *text = sqlite3_column_text(sqlite_stmt_of(statement), index);

	return text ? (const char *)text : "";
}

static const void *sqlite_column_blob(struct db_statement *statement, int index, size_t *length)
{
	const void *bytes = sqlite3_column_blob(sqlite_stmt_of(statement), index);

	*length = (size_t)sqlite3_column_bytes(sqlite_stmt_of(statement), index);
	return bytes;
}

static size_t sqlite_column_bytes(struct db_statement *statement, int index)
{
	return (size_t)sqlite3_column_bytes(sqlite_stmt_of(statement), index);
}

static bool sqlite_column_is_null(struct db_statement *statement, int index)
{
	return sqlite3_column_type(sqlite_stmt_of(statement), index) == SQLITE_NULL;
}

static bool sqlite_column_is_integer(struct db_statement *statement, int index)
{
	return sqlite3_column_type(sqlite_stmt_of(statement), index) == SQLITE_INTEGER;
}

static int sqlite_column_count(struct db_statement *statement)
{
	return sqlite3_column_count(sqlite_stmt_of(statement));
}

static const char *sqlite_column_name(struct db_statement *statement, int index)
{
	return sqlite3_column_name(sqlite_stmt_of(statement), index);
}

static int64_t sqlite_changes(struct db *db)
{
	return sqlite3_changes64(sqlite_handle(db));
}

static int64_t sqlite_last_id(struct db *db)
{
	return sqlite3_last_insert_rowid(sqlite_handle(db));
}

static bool sqlite_run(struct db *db, const char *sql, struct error *err)
{
	const int result = sqlite3_exec(sqlite_handle(db), sql, NULL, NULL, NULL);

	return result == SQLITE_OK || sqlite_refuse(db, result, sql, err);
}

/* The single number a statement gives. */
static bool sqlite_read_number(struct db *db, const char *sql, int64_t *value, struct error *err)
{
	struct db_statement *statement = sqlite_prepare(db, sql, err);

	if (!statement)
		return false;
	statement->db = db;
	const enum db_step step = sqlite_step(statement, err);
	*value = step == DB_ROW ? sqlite_column_int(statement, 0) : 0;
	sqlite_finish(statement);
	return step != DB_FAILED;
}

/* ---- opening ------------------------------------------------------------------------------ */

static void sqlite_close(struct db *db)
{
	struct sqlite_db *self = (struct sqlite_db *)db;

	if (self->data_version)
		sqlite_finish(self->data_version);
	sqlite3_close_v2(self->handle);
	write_queue_free(&self->queue);
	free(self);
}

static void sqlite_discard(struct db *db)
{
	char *target = xstrdup(db->target);

	sqlite_close(db);
	db_files_remove(target);
	free(target);
}

/* By a URI, which can carry options. */
static int sqlite_open_handle(struct sqlite_db *self, const char *path, enum db_mode mode,
	const struct sqlite_file *file)
{
	const int access_flags = self->db.read_only ? SQLITE_OPEN_READONLY :
		mode == DB_CREATE ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE :
		SQLITE_OPEN_READWRITE;
	struct strbuf uri = {0};

	strbuf_add_text(&uri, "file:");
	for (const char *p = path; *p; p++) {
		if (strchr("?#%", *p))
			strbuf_addf(&uri, "%%%02X", (unsigned)*p);
		else
			strbuf_add_char(&uri, *p);
	}
	if (file->immutable)
		strbuf_add_text(&uri, "?immutable=1");
	const int result = sqlite3_open_v2(strbuf_text(&uri), &self->handle,
		access_flags | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX, NULL);
	strbuf_free(&uri);
	return result;
}

/* Settings of every connection; those that can silently fail are read back. */
static bool sqlite_configure(struct sqlite_db *self, enum db_mode mode, struct error *err)
{
	struct db *db = &self->db;
	int64_t foreign_keys;

	sqlite3_extended_result_codes(self->handle, 1);
	sqlite3_busy_timeout(self->handle, BUSY_TIMEOUT_MS);
	if (!sqlite_run(db,
		"PRAGMA foreign_keys=ON;"
		"PRAGMA temp_store=MEMORY;"
		"PRAGMA threads=1;" /* one more than our own sorts for large indexes and lists */
		"PRAGMA cache_size=-32768;"
		"PRAGMA mmap_size=1073741824", err))
		return false;
	/* The journal mode stays in the file: a file that may not be ours is not to be touched. */
	if ((mode == DB_CREATE && !sqlite_run(db, "PRAGMA journal_mode=WAL", err)) ||
		(!db->read_only && !sqlite_run(db, "PRAGMA synchronous=FULL", err)))
		return false;
	if (!sqlite_read_number(db, "PRAGMA foreign_keys", &foreign_keys, err))
		return false;
	if (!foreign_keys)
		return error_set(err, ERROR_DATABASE,
			_("This SQLite library does not check foreign keys. Install the one of the system."));
	return true;
}

static bool sqlite_changed_elsewhere(struct db *db)
{
	struct sqlite_db *self = (struct sqlite_db *)db;
	const int64_t before = self->seen_version;

	if (sqlite_step(self->data_version, NULL) == DB_ROW)
		self->seen_version = sqlite_column_int(self->data_version, 0);
	sqlite_reset(self->data_version);
	return before != 0 && before != self->seen_version;
}

static bool sqlite_may_create(const char *path, struct error *err)
{
	struct sqlite_file file;

	return sqlite_file_check(path, DB_CREATE, &file, err);
}

static struct db *sqlite_open(const char *path, enum db_mode mode, struct error *err)
{
	struct sqlite_file file;

	/* For the whole program, before SQLite starts: nobody asks how much memory it has, and to
	 * keep count of it takes a lock at each piece. Refused, harmlessly, once it has started. */
	sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
	sqlite3_config(SQLITE_CONFIG_LOOKASIDE, LOOKASIDE_BYTES, LOOKASIDE_PIECES);

	if (!sqlite_file_check(path, mode, &file, err))
		return NULL;
	struct sqlite_db *self = xcalloc(1, sizeof *self);
	self->db.read_only = mode == DB_READ_ONLY || !file.writable;
	write_queue_init(&self->queue, path);
	const int result = sqlite_open_handle(self, path, mode, &file);
	bool ok = result == SQLITE_OK || sqlite_fail(self->handle, result, path, err);
	ok = ok && sqlite_add_functions(self->handle, err) && sqlite_configure(self, mode, err);
	if (ok) {
		self->data_version = sqlite_prepare(&self->db, "PRAGMA data_version", err);
		ok = self->data_version != NULL;
	}
	if (!ok) {
		sqlite_close(&self->db);
		return NULL;
	}
	self->data_version->db = &self->db;
	sqlite_changed_elsewhere(&self->db);
	return &self->db;
}

/* ---- transactions ------------------------------------------------------------------------- */

static void sqlite_expect_bulk(struct db *db)
{
	((struct sqlite_db *)db)->bulk = true;
}

/* Without a log only when nobody else has the file open, which is not waited for. A program that
 * died in between has left the file without one: the next to write sets it again. */
static void sqlite_choose_log(struct sqlite_db *self)
{
	if (self->bulk) {
		sqlite3_busy_timeout(self->handle, 0);
		/* what is sorted for the indexes does not fill the memory */
		sqlite_run(&self->db, "PRAGMA temp_store=FILE; PRAGMA mmap_size=0", NULL);
		sqlite_run(&self->db, "PRAGMA journal_mode=DELETE", NULL);
		sqlite3_busy_timeout(self->handle, BUSY_TIMEOUT_MS);
	} else if (!self->log_is_set) {
		sqlite_run(&self->db, "PRAGMA journal_mode=WAL", NULL);
	}
	self->log_is_set = !self->bulk;
}

static void sqlite_leave_queue(struct sqlite_db *self)
{
	if (self->bulk) {
		self->bulk = false;
		sqlite_run(&self->db, "PRAGMA temp_store=MEMORY; PRAGMA mmap_size=1073741824",
			NULL);
		sqlite_choose_log(self);
	}
	write_queue_leave(&self->queue);
}

static bool sqlite_begin(struct db *db, struct error *err)
{
	struct sqlite_db *self = (struct sqlite_db *)db;

	if (!write_queue_enter(&self->queue, err))
		return false;
	sqlite_choose_log(self);
	if (sqlite_run(db, "BEGIN IMMEDIATE", err))
		return true;
	sqlite_leave_queue(self);
	return false;
}

static bool sqlite_begin_read(struct db *db, struct error *err)
{
	return sqlite_run(db, "BEGIN", err);
}

static void sqlite_rollback(struct db *db)
{
	struct sqlite_db *self = (struct sqlite_db *)db;

	if (!sqlite3_get_autocommit(self->handle))
		sqlite_run(db, "ROLLBACK", NULL);
	sqlite_leave_queue(self);
}

static bool sqlite_commit(struct db *db, struct error *err)
{
	struct sqlite_db *self = (struct sqlite_db *)db;

	/* A full disk, for one, makes SQLite roll back by itself. */
	const bool ok = sqlite3_get_autocommit(self->handle)
		? error_set(err, ERROR_DATABASE,
			_("Nothing was saved: a part of this change had failed and was taken back."))
		: sqlite_run(db, "COMMIT", err);

	if (ok)
		sqlite_leave_queue(self);
	else
		sqlite_rollback(db);
	return ok;
}

/* ---- the rest ----------------------------------------------------------------------------- */

static bool sqlite_identity(struct db *db, int64_t *application, int64_t *version,
	struct error *err)
{
	return sqlite_read_number(db, "PRAGMA application_id", application, err) &&
		sqlite_read_number(db, "PRAGMA user_version", version, err);
}

static bool sqlite_set_identity(struct db *db, int64_t application, int64_t version,
	struct error *err)
{
	char sql[100]; /* a PRAGMA takes no parameters */

	snprintf(sql, sizeof sql, "PRAGMA application_id=%lld; PRAGMA user_version=%lld",
		(long long)application, (long long)version);
	return sqlite_run(db, sql, err);
}

/* ---- patience ----------------------------------------------------------------------------- */

enum { STEPS_BETWEEN_QUESTIONS = 1000 };

static int sqlite_lost_patience(void *data)
{
	const struct sqlite_db *self = data;

	return !self->go_on(self->go_on_data);
}

static void sqlite_set_patience(struct db *db, bool (*go_on)(void *data), void *data)
{
	struct sqlite_db *self = (struct sqlite_db *)db;

	self->go_on = go_on;
	self->go_on_data = data;
	sqlite3_progress_handler(self->handle, STEPS_BETWEEN_QUESTIONS,
		go_on ? sqlite_lost_patience : NULL, self);
}

const struct db_driver sqlite_driver = {
	.engine = DB_SQLITE,
	.name = "sqlite",
	.open = sqlite_open,
	.may_create = sqlite_may_create,
	.close = sqlite_close,
	.discard = sqlite_discard,
	.run = sqlite_run,
	.prepare = sqlite_prepare,
	.finish = sqlite_finish,
	.bind_int = sqlite_bind_int,
	.bind_text = sqlite_bind_text,
	.bind_blob = sqlite_bind_blob,
	.bind_null = sqlite_bind_null,
	.step = sqlite_step,
	.reset = sqlite_reset,
	.column_int = sqlite_column_int,
	.column_text = sqlite_column_text,
	.column_blob = sqlite_column_blob,
	.column_bytes = sqlite_column_bytes,
	.column_is_null = sqlite_column_is_null,
	.column_is_integer = sqlite_column_is_integer,
	.column_count = sqlite_column_count,
	.column_name = sqlite_column_name,
	.each_column = sqlite_each_column,
	.each_trigger = sqlite_each_trigger,
	.changes = sqlite_changes,
	.last_id = sqlite_last_id,
	.begin = sqlite_begin,
	.expect_bulk = sqlite_expect_bulk,
	.begin_read = sqlite_begin_read,
	.commit = sqlite_commit,
	.rollback = sqlite_rollback,
	.identity = sqlite_identity,
	.set_identity = sqlite_set_identity,
	.backup = sqlite_backup,
	.restore = sqlite_restore,
	.integrity = sqlite_integrity,
	.changed_elsewhere = sqlite_changed_elsewhere,
	.set_patience = sqlite_set_patience,
};
