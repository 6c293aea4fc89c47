/* One field of several projects: of all of them or of none. */
#include "config.h"

#include "service/project/setting.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "../store/store_fixture.h"
#include "service/session/undoing.h"
#include "store/project_store.h"

static struct session session;

static int open_session(void **state)
{
	const struct session_options options = {.fiscal_year = 2025, .user = "tester"};
	struct session_options of_fixture = options;
	struct store_fixture *fixture;
	struct error err = {0};

	if (store_fixture_setup(state) != 0)
		return -1;
	fixture = *state;
	of_fixture.target = fixture->path;
	return session_open(&session, &of_fixture, &err) ? 0 : -1;
}

static int close_session(void **state)
{
	session_close(&session);
	return store_fixture_teardown(state);
}

static void assert_work(int64_t id, const char *expected)
{
	struct project project;

	project_init(&project);
	assert_int_equal(project_store_by_id(session.store, id, &project, NULL), PROJECT_FOUND);
	assert_string_equal(project.work, expected);
	project_free(&project);
}

static void complete(int64_t id)
{
	struct project project;

	project_init(&project);
	assert_int_equal(project_store_by_id(session.store, id, &project, NULL), PROJECT_FOUND);
	project.status = STATUS_COMPLETED;
	assert_true(store_begin(session.store, "tester", "import", NULL, NULL));
	assert_true(project_store_update(session.store, &project, NULL));
	assert_true(store_commit(session.store, NULL));
	project_free(&project);
}

static void all_get_it_and_one_undo_takes_it_back(void **state)
{
	struct store *store = ((struct store_fixture *)*state)->store;
	const int64_t ids[] = {store_fixture_add(store, "一", "T111", 1),
		store_fixture_add(store, "二", "T112", 1)};
	struct error err = {0};
	char *summary;
	bool wants_reason;

	assert_true(setting_field(&session, ids, 2, FIELD_WORK, "旅費の精算", NULL, &err));
	assert_work(ids[0], "旅費の精算");
	assert_work(ids[1], "旅費の精算");
	assert_true(undoing_go(&session, HISTORY_UNDO, 1, NULL, &summary, &wants_reason, &err));
	free(summary);
	assert_work(ids[0], "");
	assert_work(ids[1], "");
}

static void one_that_is_refused_leaves_all_as_they_were(void **state)
{
	struct store *store = ((struct store_fixture *)*state)->store;
	const int64_t ids[] = {store_fixture_add(store, "一", "T111", 1),
		store_fixture_add(store, "二", "T112", 1)};
	struct error err = {0};

	complete(ids[1]);
	assert_false(setting_field(&session, ids, 2, FIELD_WORK, "旅費の精算", NULL, &err));
	assert_non_null(strstr(err.message, "R7-0002"));
	assert_work(ids[0], "");
	assert_false(db_in_transaction(store_db(session.store)));
	assert_true(setting_field(&session, ids, 2, FIELD_WORK, "旅費の精算", "誤記", &err));
	assert_work(ids[1], "旅費の精算");
}

static void what_the_field_cannot_be_is_refused(void **state)
{
	struct store *store = ((struct store_fixture *)*state)->store;
	const int64_t id = store_fixture_add(store, "一", "T111", 1);
	struct error err = {0};

	assert_false(setting_field(&session, &id, 1, FIELD_TEAM_CODE, "T999", NULL, &err));
	assert_non_null(strstr(err.message, "R7-0001"));
}

#define WITH_SESSION(test) cmocka_unit_test_setup_teardown(test, open_session, close_session)

int main(void)
{
	const struct CMUnitTest tests[] = {
		WITH_SESSION(all_get_it_and_one_undo_takes_it_back),
		WITH_SESSION(one_that_is_refused_leaves_all_as_they_were),
		WITH_SESSION(what_the_field_cannot_be_is_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
