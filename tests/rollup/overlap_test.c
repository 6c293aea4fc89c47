#include "config.h"

#include "rollup/overlap.h"

#include "rollup/tieout.h"
#include "year_fixture.h"

static const struct overlap_claim claims[] = {
	{11, 2025, 5, "面接記録の文字起こし", "面接記録", "S1", 600},
	{12, 2025, 3, "相談の記録", "面接 記録", "S1", 90}, /* a blank makes another word */
	{13, 2025, 2, "記録の自動作成", " 面接記録 ", "S1", 210},
	{14, 2025, 1, "面接記録の要約", "面接記録", "S2", 300}, /* another section */
	{15, 2024, 9, "面接記録", "面接記録", "S1", 300},       /* another year */
	{16, 2025, 8, "ｼｽﾃﾑ入力", "ｼｽﾃﾑ入力", "S3", 60},
	{17, 2025, 7, "入力の自動化", "システム入力", "S3", 1000},
	{18, 2025, 6, "転記の廃止", "システム入力", "S3", 2000},
	{19, 2025, 10, "名無し", "", "S1", 100},
	{20, 2025, 11, "名無し", " 　", "S1", 100},
	{21, 2025, 12, "旅費", "旅費", "S9", -50},
	{22, 2025, 13, "旅費", "旅費", "S9", -70},
	{23, 2025, 14, "班なし", "旅費", "", 100},
	{24, 2025, 15, "班なし", "旅費", "", 100},
};
enum { CLAIMS = sizeof claims / sizeof claims[0] };

static void the_same_work_in_the_same_unit_is_a_group(void **state)
{
	struct overlap overlap;
	const struct overlap_group *group;
	(void)state;

	assert_true(overlap_find(claims, CLAIMS, NULL, 0, &overlap, NULL));
	assert_int_equal(overlap.groups.count, 3);
	/* the most at stake first: 3,060 less 2,000 */
	group = &overlap.groups.items[0];
	assert_string_equal(group->unit_code, "S3");
	assert_int_equal(group->minutes, 3060);
	assert_int_equal(group->at_stake, 1060);
	assert_int_equal(group->end - group->first, 3);
	assert_int_equal(claims[overlap.members.items[group->first]].id, 18);
	assert_int_equal(claims[overlap.members.items[group->first + 2]].id, 16);
	assert_string_equal(group->work, "システム入力");
	group = &overlap.groups.items[1];
	assert_string_equal(group->unit_code, "S1");
	assert_int_equal(group->minutes, 810);
	assert_int_equal(group->at_stake, 210);
	/* nothing is counted twice where no time is saved */
	group = &overlap.groups.items[2];
	assert_int_equal(group->minutes, -120);
	assert_int_equal(group->at_stake, 0);
	overlap_free(&overlap);
}

/* What costs time takes nothing from what two others count twice: 73,776, and not 0. */
static void what_costs_time_takes_nothing_from_what_is_at_stake(void **state)
{
	static const struct overlap_claim three[] = {
		{1, 2025, 1, "一", "受付", "S1", 7906698},
		{2, 2025, 2, "二", "受付", "S1", -68918658},
		{3, 2025, 3, "三", "受付", "S1", 73776},
		{4, 2025, 4, "四", "旅費", "S1", -5},
		{5, 2025, 5, "五", "旅費", "S1", 60},
	};
	struct overlap overlap;
	(void)state;

	assert_true(overlap_find(three, 5, NULL, 0, &overlap, NULL));
	assert_int_equal(overlap.groups.count, 2);
	assert_int_equal(overlap.groups.items[0].minutes, -60938184);
	assert_int_equal(overlap.groups.items[0].at_stake, 73776);
	assert_int_equal(overlap.groups.items[1].minutes, 55);
	assert_int_equal(overlap.groups.items[1].at_stake, 0);
	overlap_free(&overlap);
}

static void cleared_groups_come_last(void **state)
{
	struct overlap plain, cleared;
	(void)state;

	assert_true(overlap_find(claims, CLAIMS, NULL, 0, &plain, NULL));
	const struct overlap_clearance clearances[] = {
		{2024, plain.groups.items[1].work_key, "S1", "前年", "別の年",
			"R6-0009"},
		{2025, plain.groups.items[0].work_key, "S3", "山田", "対象の様式が異なる",
			"R7-0006,R7-0007,R7-0008,R7-0099"},
	};
	assert_true(overlap_find(claims, CLAIMS, clearances, 2, &cleared, NULL));
	assert_string_equal(cleared.groups.items[0].unit_code, "S1");
	assert_null(cleared.groups.items[0].clearance);
	assert_string_equal(cleared.groups.items[2].unit_code, "S3");
	assert_string_equal(cleared.groups.items[2].clearance->cleared_by, "山田");
	overlap_free(&cleared);
	overlap_free(&plain);
}

static void a_project_that_comes_later_opens_it_anew(void **state)
{
	struct unit_tree tree = year_tree();
	struct overlap plain, overlap;
	struct table table;
	(void)state;

	assert_true(overlap_find(claims, CLAIMS, NULL, 0, &plain, NULL));
	/* it was given for two of the three; R7-00061 is no project of the group */
	const struct overlap_clearance two = {2025, plain.groups.items[0].work_key, "S3", "山田",
		"対象の様式が異なる", "R7-00061,R7-0008,R7-0007"};
	assert_true(overlap_find(claims, CLAIMS, &two, 1, &overlap, NULL));
	assert_string_equal(overlap.groups.items[0].unit_code, "S3");
	assert_null(overlap.groups.items[0].clearance);
	assert_ptr_equal(overlap.groups.items[0].outdated, &two);
	assert_true(overlap_table(&overlap, claims, &tree, NULL, &table, NULL));
	year_assert(&table, 0, "cleared", "");
	year_assert(&table, 0, "cleared_before",
		"山田（R7-00061,R7-0008,R7-0007）: 対象の様式が異なる");
	table_free(&table);
	overlap_free(&overlap);
	overlap_free(&plain);
	unit_tree_free(&tree);
}

static void the_table_ties(void **state)
{
	struct unit_tree tree = year_tree();
	struct overlap overlap;
	struct table table;
	(void)state;

	assert_true(overlap_find(claims, CLAIMS, NULL, 0, &overlap, NULL));
	assert_true(overlap_table(&overlap, claims, &tree, "見本県", &table, NULL));
	assert_int_equal(table.rows.count, 4);
	year_assert(&table, 0, "department", "土木建築部");
	year_assert(&table, 0, "section", "道路課");
	year_assert(&table, 0, "numbers", "R7-0006, R7-0007, R7-0008");
	year_assert(&table, 0, "hours", "51");
	year_assert(&table, 0, "hours_at_stake", "18"); /* 1,060 minutes */
	year_assert(&table, 2, "department", "S9");
	year_assert(&table, 2, "hours", "△2");
	year_assert(&table, 3, "projects", "7");
	year_assert(&table, 3, "hours", "63"); /* 3,060 + 810 − 120 = 3,750 minutes = 62.5 h */
	assert_true(tieout_check(&table, NULL, NULL));
	table_free(&table);
	overlap_free(&overlap);
	unit_tree_free(&tree);
}

static void sums_that_do_not_fit_are_refused(void **state)
{
	static const struct overlap_claim huge[] = {
		{1, 2025, 1, "a", "業務", "S1", INT64_MAX},
		{2, 2025, 2, "b", "業務", "S1", 1},
	};
	struct overlap overlap;
	struct error err = {0};
	(void)state;

	assert_false(overlap_find(huge, 2, NULL, 0, &overlap, &err));
	assert_non_null(strstr(err.message, "業務"));
	assert_true(overlap_find(NULL, 0, NULL, 0, &overlap, &err));
	assert_int_equal(overlap.groups.count, 0);
	overlap_free(&overlap);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_same_work_in_the_same_unit_is_a_group),
		cmocka_unit_test(what_costs_time_takes_nothing_from_what_is_at_stake),
		cmocka_unit_test(cleared_groups_come_last),
		cmocka_unit_test(a_project_that_comes_later_opens_it_anew),
		cmocka_unit_test(the_table_ties),
		cmocka_unit_test(sums_that_do_not_fit_are_refused),
	};

	return cmocka_run_group_tests(tests, fixture_japanese, NULL);
}
