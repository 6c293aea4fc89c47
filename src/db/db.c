#include "config.h"

#include "db/db.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "db/driver.h"
#include "db/later.h"

/* What was put off comes before whatever else is asked of the connection. */
static const struct db_driver *db_driver_of(struct db *db)
{
	if (db->later)
		later_settle(db->later);
	return db->driver;
}

/* Where a statement's values go instead when its runs are put off. */
static struct db_later *db_later_of(const struct db_statement *statement)
{
	return statement->is_put_off ? statement->db->later : NULL;
}

void db_close(struct db *db)
{
	if (!db)
		return;
	db_rollback(db);
	char *target = db->target;
	db->driver->close(db);
	free(target);
}

void db_discard(struct db *db)
{
	db_rollback(db);
	char *target = db->target;
	db->driver->discard(db);
	free(target);
}

enum db_engine db_engine_of(const struct db *db)
{
	return db->driver->engine;
}

const char *db_engine_name(const struct db *db)
{
	return db->driver->name;
}

const char *db_target(const struct db *db)
{
	return db->target;
}

void db_set_names(struct db *db, const char *(*name)(const char *table, const char *column))
{
	db->name = name;
}

bool db_is_read_only(const struct db *db)
{
	return db->read_only;
}

bool db_run(struct db *db, const char *sql, struct error *err)
{
	return db_driver_of(db)->run(db, sql, err);
}

struct db_statement *db_prepare(struct db *db, const char *sql, struct error *err)
{
	struct db_statement *statement = db_driver_of(db)->prepare(db, sql, err);

	if (statement)
		statement->db = db;
	return statement;
}

void db_finish(struct db_statement *statement)
{
	if (statement)
		db_driver_of(statement->db)->finish(statement);
}

void db_bind_int(struct db_statement *statement, int index, int64_t value)
{
	struct db_later *later = db_later_of(statement);

	if (later)
		later_bind_int(later, index, value);
	else
		statement->db->driver->bind_int(statement, index, value);
}

void db_bind_text(struct db_statement *statement, int index, const char *text)
{
	if (text)
		db_bind_text_n(statement, index, text, strlen(text));
	else
		db_bind_null(statement, index);
}

void db_bind_text_n(struct db_statement *statement, int index, const char *text, size_t length)
{
	struct db_later *later = db_later_of(statement);

	if (later)
		later_bind_text(later, index, text, length);
	else
		statement->db->driver->bind_text(statement, index, text, length);
}

void db_bind_blob(struct db_statement *statement, int index, const void *bytes, size_t length)
{
	struct db_later *later = db_later_of(statement);

	if (later)
		later_bind_blob(later, index, bytes, length);
	else
		statement->db->driver->bind_blob(statement, index, bytes, length);
}

void db_bind_null(struct db_statement *statement, int index)
{
	struct db_later *later = db_later_of(statement);

	if (later)
		later_bind_null(later, index);
	else
		statement->db->driver->bind_null(statement, index);
}

enum db_step db_step(struct db_statement *statement, struct error *err)
{
	assert(!db_later_of(statement));
	return db_driver_of(statement->db)->step(statement, err);
}

void db_reset(struct db_statement *statement)
{
	if (!db_later_of(statement))
		db_driver_of(statement->db)->reset(statement);
}

bool db_execute(struct db_statement *statement, struct error *err)
{
	struct db_later *later = db_later_of(statement);
	enum db_step step;

	if (later)
		return later_execute(later, statement, err);
	do
		step = db_step(statement, err);
	while (step == DB_ROW);
	db_reset(statement);
	return step == DB_DONE;
}

int64_t db_column_int(struct db_statement *statement, int index)
{
	return statement->db->driver->column_int(statement, index);
}

const char *db_column_text(struct db_statement *statement, int index)
{
	return statement->db->driver->column_text(statement, index);
}

const void *db_column_blob(struct db_statement *statement, int index, size_t *length)
{
	return statement->db->driver->column_blob(statement, index, length);
}

size_t db_column_bytes(struct db_statement *statement, int index)
{
	return statement->db->driver->column_bytes(statement, index);
}

bool db_column_is_null(struct db_statement *statement, int index)
{
	return statement->db->driver->column_is_null(statement, index);
}

bool db_column_is_integer(struct db_statement *statement, int index)
{
	return statement->db->driver->column_is_integer(statement, index);
}

int db_column_count(struct db_statement *statement)
{
	return statement->db->driver->column_count(statement);
}

const char *db_column_name(struct db_statement *statement, int index)
{
	return statement->db->driver->column_name(statement, index);
}

bool db_each_column(struct db *db,
	void (*each)(const char *table, const char *name, void *data), void *data,
	struct error *err)
{
	return db_driver_of(db)->each_column(db, each, data, err);
}

bool db_each_trigger(struct db *db, void (*each)(const char *name, const char *sql, void *data),
	void *data, struct error *err)
{
	return db_driver_of(db)->each_trigger(db, each, data, err);
}

int64_t db_changes(struct db *db)
{
	return db_driver_of(db)->changes(db);
}

int64_t db_last_id(struct db *db)
{
	return db_driver_of(db)->last_id(db);
}

void db_put_off(struct db_statement *statement)
{
	struct db *db = statement->db;

	assert(db->depth > 0);
	if (!db->later)
		db->later = later_start(db);
	statement->is_put_off = true;
}

/* Everything that was put off is done, and nothing is any more. */
static bool db_end_later(struct db *db, struct error *err)
{
	struct db_later *later = db->later;

	db->later = NULL;
	return later_stop(later, err);
}

bool db_begin(struct db *db, struct error *err)
{
	if (db->read_only)
		return error_set(err, ERROR_DATABASE,
			_("%s can only be read here, so nothing can be saved."), db->target);
	if (db->depth == 0 && !db->driver->begin(db, err))
		return false;
	db->depth++;
	return true;
}

void db_expect_bulk(struct db *db)
{
	if (db->depth == 0 && !db->read_only && db->driver->expect_bulk)
		db->driver->expect_bulk(db);
}

bool db_begin_read(struct db *db, struct error *err)
{
	if (db->depth == 0 && !db->driver->begin_read(db, err))
		return false;
	db->depth++;
	return true;
}

bool db_commit(struct db *db, struct error *err)
{
	if (db->depth == 0)
		return error_set(err, ERROR_DATABASE,
			_("Nothing was saved: a part of this change had failed and was taken back."));
	if (db->depth > 1) {
		db->depth--;
		return true;
	}
	db->depth = 0;
	if (db_end_later(db, err))
		return db->driver->commit(db, err);
	db->driver->rollback(db);
	return false;
}

void db_rollback(struct db *db)
{
	if (db->depth == 0)
		return;
	db->depth = 0;
	db_end_later(db, NULL);
	db->driver->rollback(db);
}

bool db_in_transaction(const struct db *db)
{
	return db->depth > 0;
}

bool db_identity(struct db *db, int64_t *application, int64_t *version, struct error *err)
{
	return db_driver_of(db)->identity(db, application, version, err);
}

bool db_set_identity(struct db *db, int64_t application, int64_t version, struct error *err)
{
	assert(db_in_transaction(db));
	return db_driver_of(db)->set_identity(db, application, version, err);
}

bool db_backup(struct db *db, const char *path, const struct progress *progress, struct error *err)
{
	return db_driver_of(db)->backup(db, path, progress, err);
}

bool db_restore(struct db *db, const char *path, const struct progress *progress,
	struct error *err)
{
	return db_driver_of(db)->restore(db, path, progress, err);
}

bool db_integrity(struct db *db, void (*report)(const char *line, void *data), void *data,
	struct error *err)
{
	return db_driver_of(db)->integrity(db, report, data, err);
}

bool db_changed_elsewhere(struct db *db)
{
	return db_driver_of(db)->changed_elsewhere(db);
}

void db_set_patience(struct db *db, bool (*go_on)(void *data), void *data)
{
	if (db->driver->set_patience)
		db->driver->set_patience(db, go_on, data);
}
