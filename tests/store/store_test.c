#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <cmocka.h>

#include "base/resource.h"
#include "store/statement.h"
#include "store_fixture.h"
#include "../effort.h"

static struct store *store_of(void **state)
{
	return ((struct store_fixture *)*state)->store;
}

static void every_statement_fits_the_schema(void **state)
{
	struct error err = {0};

	if (!statement_prepare_all(store_of(state), &err))
		fail_msg("%s", err.detail);
}

static void new_database_knows_its_body(void **state)
{
	struct store_body body;
	struct error err = {0};
	int64_t value;

	assert_true(store_body(store_of(state), &body, &err));
	assert_string_equal(body.code, "90000");
	assert_string_equal(body.name, "見本県");
	assert_true(store_param_int(store_of(state), "hours_per_person_year", 2025, &value));
	assert_int_equal(value, 1860);
	assert_true(store_param_int(store_of(state), "working_days", 2025, &value));
	assert_int_equal(value, 240);
	assert_false(store_param_int(store_of(state), "hourly_rate_yen", 2025, &value));
}

static void parameters_of_a_year_win(void **state)
{
	struct store *store = store_of(state);
	struct error err = {0};
	int64_t value;

	assert_true(store_begin(store, "tester", "param", NULL, &err));
	assert_true(store_param_set(store, "hours_per_person_year", 2026, "1920", &err));
	assert_true(store_param_set(store, "odd", 0, "12x", &err));
	assert_true(store_commit(store, &err));
	assert_true(store_param_int(store, "hours_per_person_year", 2026, &value));
	assert_int_equal(value, 1920);
	assert_true(store_param_int(store, "hours_per_person_year", 2027, &value));
	assert_int_equal(value, 1860);
	assert_false(store_param_int(store, "odd", 2025, &value));
}

static void nothing_is_overwritten(void **state)
{
	const struct store_fixture *fixture = *state;
	struct error err = {0};

	assert_null(store_create(fixture->path, "1", "別の県", &err));
	assert_int_equal(err.code, ERROR_DATABASE);
	struct store_body body;
	assert_true(store_body(fixture->store, &body, &err));
	assert_string_equal(body.code, "90000");
}

static void failed_creation_leaves_no_file(void **state)
{
	struct error err = {0};

	(void)state;
	assert_null(store_create("half.db", "", "名のない団体", &err)); /* no unit without a code */
	assert_int_not_equal(access("half.db", F_OK), 0);
	assert_int_not_equal(access("half.db.lock", F_OK), 0);
}

/* A database of the current format with its identity changed. */
static void put_identity(void **state, int64_t application, int64_t version)
{
	struct store_fixture *fixture = *state;
	struct db *db = store_db(fixture->store);

	assert_true(db_begin(db, NULL));
	assert_true(db_set_identity(db, application, version, NULL));
	assert_true(db_commit(db, NULL));
	store_close(fixture->store);
	fixture->store = NULL;
}

static void assert_refused(const char *path, const char *word)
{
	struct error err = {0};

	assert_null(store_open(path, STORE_READ_ONLY, &err));
	assert_int_equal(err.code, ERROR_DATABASE);
	if (!strstr(err.message, word))
		fail_msg("no '%s' in: %s", word, err.message);
	assert_null(store_open(path, STORE_READ_WRITE, &err));
	assert_int_equal(err.code, ERROR_DATABASE);
}

static void database_of_another_program_is_refused(void **state)
{
	put_identity(state, 7, 1);
	assert_refused(((struct store_fixture *)*state)->path, "別のプログラム");
}

static void newer_database_is_refused(void **state)
{
	put_identity(state, 0x55524E57, 999);
	assert_refused(((struct store_fixture *)*state)->path, "新しい版");
}

static void older_database_must_be_writable_to_be_upgraded(void **state)
{
	struct error err = {0};

	put_identity(state, 0x55524E57, 0);
	assert_null(store_open(((struct store_fixture *)*state)->path, STORE_READ_ONLY, &err));
	assert_non_null(strstr(err.message, "古い形式"));
}

static void older_database_is_upgraded(void **state)
{
	struct store_fixture *fixture = *state;
	const struct resource *first = resource_find("schema/sqlite/001-initial.sql");
	struct error err = {0};
	struct db *db = db_open("old.db", DB_CREATE, &err);

	assert_non_null(db);
	assert_true(db_begin(db, &err));
	assert_true(db_run(db, first->start, &err));
	assert_true(db_set_identity(db, 0x55524E57, 1, &err));
	assert_true(db_run(db, "INSERT INTO body VALUES ('1', '旧県')", &err));
	assert_true(db_commit(db, &err));
	db_close(db);
	store_close(fixture->store);
	fixture->store = store_open("old.db", STORE_READ_WRITE, &err);
	assert_non_null(fixture->store);
	assert_true(statement_prepare_all(fixture->store, &err));
	struct store_body body;
	assert_true(store_body(fixture->store, &body, &err));
	assert_string_equal(body.name, "旧県");
	/* The triggers of the history are there. */
	assert_true(store_begin(fixture->store, "tester", "param", NULL, &err));
	assert_true(store_param_set(fixture->store, "working_days", 0, "240", &err));
	assert_true(store_param_set(fixture->store, "working_days", 0, "242", &err));
	assert_true(store_commit(fixture->store, &err));
	struct db_statement *query =
		db_prepare(store_db(fixture->store), "SELECT before FROM history", &err);
	assert_int_equal(db_step(query, &err), DB_ROW);
	assert_string_equal(db_column_text(query, 0), "{\"value\":\"240\"}");
	db_finish(query);
}

static void opening_is_quick(void **state)
{
	struct store_fixture *fixture = *state;
	struct error err = {0};

	store_close(fixture->store);
	const int64_t start = effort_ms();
	for (int i = 0; i < 10; i++) {
		fixture->store = store_open(fixture->path, STORE_READ_WRITE, &err);
		assert_non_null(fixture->store);
		store_close(fixture->store);
	}
	fixture->store = NULL;
	/* Ten of them: generous, for slow machines and sanitizers. */
	assert_true(effort_ms() - start < 1000);
}

static void changes_nest_and_leave_no_trace_when_taken_back(void **state)
{
	struct store *store = store_of(state);
	struct error err = {0};
	const int64_t before = store_last_change(store);

	assert_int_equal(store_change(store), 0);
	assert_true(store_begin(store, "甲", "edit", "理由", &err));
	const int64_t change = store_change(store);
	assert_true(store_begin(store, "乙", "move", NULL, &err));
	assert_int_equal(store_change(store), change);
	assert_true(store_commit(store, &err));
	assert_int_equal(store_change(store), change);
	assert_true(store_commit(store, &err));
	assert_int_equal(store_change(store), 0);
	assert_int_equal(store_last_change(store), before + 1);

	assert_true(store_begin(store, "甲", "edit", NULL, &err));
	assert_true(store_begin(store, "甲", "edit", NULL, &err));
	store_rollback(store);
	assert_false(store_commit(store, &err));
	assert_int_equal(store_change(store), 0);
	assert_int_equal(store_last_change(store), before + 1);
}

#define WITH_STORE(test)                                                                           \
	cmocka_unit_test_setup_teardown(test, store_fixture_setup, store_fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		WITH_STORE(every_statement_fits_the_schema),
		WITH_STORE(new_database_knows_its_body),
		WITH_STORE(parameters_of_a_year_win),
		WITH_STORE(nothing_is_overwritten),
		WITH_STORE(failed_creation_leaves_no_file),
		WITH_STORE(database_of_another_program_is_refused),
		WITH_STORE(newer_database_is_refused),
		WITH_STORE(older_database_must_be_writable_to_be_upgraded),
		WITH_STORE(older_database_is_upgraded),
		WITH_STORE(opening_is_quick),
		WITH_STORE(changes_nest_and_leave_no_trace_when_taken_back),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
