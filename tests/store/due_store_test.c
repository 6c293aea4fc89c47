#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "store/due_store.h"
#include "store_fixture.h"

static struct store *store_of(void **state)
{
	return ((struct store_fixture *)*state)->store;
}

static void put(struct store *store, int year, enum due_kind kind, struct date date)
{
	assert_true(store_begin(store, "tester", "due", NULL, NULL));
	assert_true(due_store_put(store, year, kind, date, NULL));
	assert_true(store_commit(store, NULL));
}

static void a_year_has_its_own_dates(void **state)
{
	struct store *store = store_of(state);
	struct date due[DUE_COUNT];

	put(store, 2025, DUE_INTERIM, (struct date){2025, 11, 25});
	put(store, 2026, DUE_INTERIM, (struct date){2026, 11, 24});
	put(store, 2025, DUE_YEAR_END, (struct date){2026, 3, 31});
	put(store, 2025, DUE_INTERIM, (struct date){2025, 11, 28});
	assert_true(due_store_load(store, 2025, due, NULL));
	assert_int_equal(date_compare(due[DUE_INTERIM], (struct date){2025, 11, 28}), 0);
	assert_int_equal(date_compare(due[DUE_YEAR_END], (struct date){2026, 3, 31}), 0);
	assert_int_equal(due[DUE_DECISION].year, 0);
	assert_int_equal(due[DUE_LEADER].year, 0);
}

static void a_date_can_be_taken_away(void **state)
{
	struct store *store = store_of(state);
	struct date due[DUE_COUNT];

	put(store, 2025, DUE_LEADER, (struct date){2025, 5, 30});
	put(store, 2025, DUE_LEADER, (struct date){0});
	assert_true(due_store_load(store, 2025, due, NULL));
	assert_int_equal(due[DUE_LEADER].year, 0);
}

#define WITH_STORE(test)                                                                           \
	cmocka_unit_test_setup_teardown(test, store_fixture_setup, store_fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		WITH_STORE(a_year_has_its_own_dates),
		WITH_STORE(a_date_can_be_taken_away),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
