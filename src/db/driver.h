/* driver - what an engine brings to db.c. Only the files of src/db include this.
 *
 * An engine embeds struct db as the first member of its connection and struct db_statement as the
 * first member of its statement. db.c counts nested transactions; an engine sees the outermost.
 */
#ifndef DB_DRIVER_H
#define DB_DRIVER_H

#include "db/db.h"

struct db_driver {
	enum db_engine engine;
	const char *name;
	/* Sets db->read_only; target and driver are filled by db_open.c. NULL on failure. */
	struct db *(*open)(const char *target, enum db_mode mode, struct error *err);
	bool (*may_create)(const char *target, struct error *err);
	void (*close)(struct db *db);
	void (*discard)(struct db *db);
	bool (*run)(struct db *db, const char *sql, struct error *err);

	struct db_statement *(*prepare)(struct db *db, const char *sql, struct error *err);
	void (*finish)(struct db_statement *statement);
	void (*bind_int)(struct db_statement *statement, int index, int64_t value);
	void (*bind_text)(struct db_statement *statement, int index, const char *text,
		size_t length);
	void (*bind_blob)(struct db_statement *statement, int index, const void *bytes,
		size_t length);
	void (*bind_null)(struct db_statement *statement, int index);
	enum db_step (*step)(struct db_statement *statement, struct error *err);
	void (*reset)(struct db_statement *statement);
	int64_t (*column_int)(struct db_statement *statement, int index);
	const char *(*column_text)(struct db_statement *statement, int index);
	const void *(*column_blob)(struct db_statement *statement, int index, size_t *length);
	size_t (*column_bytes)(struct db_statement *statement, int index);
	bool (*column_is_null)(struct db_statement *statement, int index);
	bool (*column_is_integer)(struct db_statement *statement, int index);
	int (*column_count)(struct db_statement *statement);
	const char *(*column_name)(struct db_statement *statement, int index);
	bool (*each_column)(struct db *db,
		void (*each)(const char *table, const char *name, void *data), void *data,
		struct error *err);
	bool (*each_trigger)(struct db *db,
		void (*each)(const char *name, const char *sql, void *data), void *data,
		struct error *err);
	int64_t (*changes)(struct db *db);
	int64_t (*last_id)(struct db *db);

	bool (*begin)(struct db *db, struct error *err);
	void (*expect_bulk)(struct db *db); /* or NULL */
	bool (*begin_read)(struct db *db, struct error *err);
	bool (*commit)(struct db *db, struct error *err); /* on failure nothing stays open */
	void (*rollback)(struct db *db);

	bool (*identity)(struct db *db, int64_t *application, int64_t *version,
		struct error *err);
	bool (*set_identity)(struct db *db, int64_t application, int64_t version,
		struct error *err);
	bool (*backup)(struct db *db, const char *path, const struct progress *progress,
		struct error *err);
	bool (*restore)(struct db *db, const char *path, const struct progress *progress,
		struct error *err);
	bool (*integrity)(struct db *db, void (*report)(const char *line, void *data),
		void *data, struct error *err);
	bool (*changed_elsewhere)(struct db *db);
	void (*set_patience)(struct db *db, bool (*go_on)(void *data), void *data); /* or NULL */
};

struct db {
	const struct db_driver *driver;
	char *target;
	bool read_only;
	const char *(*name)(const char *table, const char *column); /* db_set_names(), or NULL */
	int depth; /* of nested transactions */
	struct db_later *later; /* runs what is put off; NULL = nothing is */
};

struct db_statement {
	struct db *db;
	bool is_put_off; /* while the connection has a later */
};

extern const struct db_driver sqlite_driver;

#endif
