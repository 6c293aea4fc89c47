#include "config.h"

#include "rollup/headroom.h"

#include "facts_fixture.h"
#include "rollup/tieout.h"

static void the_most_to_be_won_comes_first(void **state)
{
	static const struct headroom_line lines[] = {
		{1, "R7-0001", "少し", "総務課", "作業", {100, 200, 600, 1200}, 1, HEADROOM_KNOWN},
		{3, "R7-0003", "同じ", "福祉課", "一", {10, 20, 6000, 12000}, 1, HEADROOM_KNOWN},
		{2, "R7-0002", "同じ", "福祉課", "二", {5, 1000, 30, 6030}, 1, HEADROOM_KNOWN},
		{4, "R7-0004", "全部", "福祉課", "三", {50, 40, 60, 60}, 1, HEADROOM_KNOWN},
	};
	struct table table;

	(void)state;
	assert_true(headroom_table(lines, 4, 2025, STAGE_ESTIMATE, 1860, "見本県", &table, NULL));
	assert_int_equal(table.rows.count, 5);
	fixture_assert_text(&table, 0, "number", TABLE_PEOPLE, "R7-0002");
	fixture_assert_text(&table, 1, "number", TABLE_PEOPLE, "R7-0003");
	assert_int_equal(table.rows.items[1].key[0], 3);
	fixture_assert_text(&table, 0, "coverage", TABLE_PEOPLE, "0.5");
	fixture_assert_text(&table, 0, "hours_more", TABLE_PEOPLE, "100");
	fixture_assert_text(&table, 3, "coverage", TABLE_PEOPLE, "125.0");
	fixture_assert_text(&table, 3, "hours_more", TABLE_PEOPLE, "0");
	/* cases of different work are no sum; hours are: 6,690 and 19,290 minutes */
	fixture_assert_text(&table, 4, "covered_cases", TABLE_PEOPLE, "");
	fixture_assert_text(&table, 4, "hours", TABLE_PEOPLE, "112");
	fixture_assert_text(&table, 4, "hours_full_use", TABLE_PEOPLE, "322");
	fixture_assert_text(&table, 4, "hours_more", TABLE_PEOPLE, "210");
	fixture_assert_text(&table, 4, "person_years_more", TABLE_PEOPLE, "0.1");
	assert_true(tieout_check(&table, NULL, NULL));
	table_free(&table);
}

/* No line goes without a word. */
static void lines_that_lack_something_are_named(void **state)
{
	static const struct headroom_line lines[] = {
		{1, "R7-0001", "少し", "総務課", "作業", {100, 200, 600, 1200}, 1, HEADROOM_KNOWN},
		{1, "R7-0001", "少し", "総務課", "他", {0}, 2, HEADROOM_NO_CASES},
		{2, "R7-0002", "巨大", "総務課", "作業", {0}, 1, HEADROOM_TOO_LARGE},
		{3, "R7-0003", "直接", "総務課", "作業", {0}, 1, HEADROOM_NO_CASES},
	};
	struct table table;

	(void)state;
	assert_true(headroom_table(lines, 4, 2025, STAGE_ESTIMATE, 1860, "見本県", &table, NULL));
	assert_int_equal(table.rows.count, 2);
	fixture_assert_text(&table, 1, "hours", TABLE_PEOPLE, "10");
	fixture_assert_text(&table, 1, "hours_full_use", TABLE_PEOPLE, "20");
	assert_int_equal(table.notes.count, 2);
	assert_string_equal(table.notes.items[0].machine, "left-out:no-cases=R7-0001/2,R7-0003/1");
	assert_string_equal(table.notes.items[1].machine, "left-out:full-use-too-large=R7-0002/1");
	assert_non_null(strstr(table.notes.items[1].text, "R7-0002/1"));
	table_free(&table);
}

static void sums_that_do_not_fit_are_refused(void **state)
{
	static const struct headroom_line lines[] = {
		{1, "R7-0001", "a", "s", "l", {1, 2, 1, INT64_MAX}, 1, HEADROOM_KNOWN},
		{2, "R7-0002", "b", "s", "l", {1, 2, 1, INT64_MAX}, 1, HEADROOM_KNOWN},
	};
	struct table table;
	struct error err = {0};

	(void)state;
	assert_false(headroom_table(lines, 2, 2025, STAGE_ESTIMATE, 1860, "見本県", &table, &err));
	assert_int_equal(err.code, ERROR_DATA);
	assert_true(headroom_table(NULL, 0, 2025, STAGE_ESTIMATE, 1860, "見本県", &table, &err));
	assert_int_equal(table.rows.count, 1);
	table_free(&table);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_most_to_be_won_comes_first),
		cmocka_unit_test(lines_that_lack_something_are_named),
		cmocka_unit_test(sums_that_do_not_fit_are_refused),
	};

	return cmocka_run_group_tests(tests, fixture_japanese, NULL);
}
