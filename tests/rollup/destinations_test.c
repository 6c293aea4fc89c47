#include "config.h"

#include "rollup/destinations.h"

#include "rollup/tieout.h"
#include "year_fixture.h"

static void make(struct facts *facts, const struct unit_tree *tree)
{
	static const struct year_project projects[] = {
		{"T1", STATUS_RUNNING, 1, 600, 0, false, false},
		{"T3", STATUS_RUNNING, 1, 301, 0, false, false},
		{"", STATUS_RUNNING, 1, 99, 0, false, false},
		{"T4", STATUS_DRAFT, 1, 5000, 0, false, false},
		{"T4", STATUS_RUNNING, 1, 5000, 0, false, true}, /* of the year before */
	};

	year_facts(facts, tree);
	for (size_t p = 0; p < sizeof projects / sizeof projects[0]; p++) {
		year_add(facts, tree, &projects[p]);
		facts->project_id[p] = 50 - (int64_t)p; /* in no order */
	}
}

static const struct destinations_line lines[] = {
	{46, {{100}}, 5000},
	{47, {{100}}, 5000},
	{48, {{0}}, 99},
	{49, {{[DESTINATION_OVERTIME] = 33, [DESTINATION_RESIDENTS] = 33, [DESTINATION_OTHER] = 34}},
		-101},
	{49, {{[DESTINATION_PLANNING] = 100}}, 402},
	{50, {{[DESTINATION_OVERTIME] = 60, [DESTINATION_RESIDENTS] = 40}}, 600},
	{77, {{100}}, 1}, /* of a project that a filter left out */
};
enum { LINES = sizeof lines / sizeof lines[0] };

static void each_line_goes_where_its_percentages_say(void **state)
{
	struct unit_tree tree = year_tree();
	const struct pivot_context context = {.units = &tree, .hours_per_person_year = FIXTURE_H,
		.body = "見本県"};
	struct facts facts = {0};
	struct pivot_query query;
	struct table table;
	const struct tieout_expected expected = {.projects = -1, .minutes = 1000,
		.has_minutes = true};

	(void)state;
	make(&facts, &tree);
	pivot_query_init(&query);
	query.fiscal_year = FIXTURE_YEAR;
	assert_true(destinations_run(&facts, lines, LINES, &query, -1, &context, &table, NULL));
	assert_int_equal(table.rows.count, 7);
	/* −101 at 33, 33, 34 %: −33.33 floors to −34, −66.66 to −67, the rest is −34 */
	assert_int_equal(fixture_number(&table, 0, "hours"), 360 - 34);
	assert_int_equal(fixture_number(&table, 1, "hours"), 0);
	assert_int_equal(fixture_number(&table, 2, "hours"), 240 - 33);
	assert_int_equal(fixture_number(&table, 3, "hours"), 402);
	assert_int_equal(fixture_number(&table, 4, "hours"), -34);
	assert_int_equal(fixture_number(&table, 5, "hours"), 99);
	assert_int_equal(table.rows.items[5].kind, ROW_UNCLASSIFIED);
	year_assert(&table, 5, "destination", "未記入");
	assert_int_equal(fixture_number(&table, 6, "hours"), 1000);
	year_assert(&table, 0, "destination", "時間外縮減");
	year_assert(&table, 0, "share", "32.6");
	year_assert(&table, 4, "share", "△3.4");
	assert_true(tieout_check(&table, &expected, NULL));
	table_free(&table);

	assert_true(destinations_run(&facts, lines, LINES, &query, DIMENSION_SECTION, &context,
		&table, NULL));
	year_assert(&table, 0, "section", "児童課");
	assert_int_equal(fixture_number(&table, 0, "overtime:hours"), 360);
	assert_int_equal(fixture_number(&table, 1, "planning:hours"), 402);
	assert_int_equal(fixture_number(&table, 2, "none:hours"), 99); /* of no section */
	assert_int_equal(fixture_number(&table, 3, "none:hours"), 99);
	assert_int_equal(fixture_number(&table, 3, "hours"), 1000);
	assert_true(tieout_check(&table, &expected, NULL));
	table_free(&table);

	assert_false(destinations_run(&facts, lines, LINES, &query, DIMENSION_ANY_TOOL, &context,
		&table, NULL));
	facts_free(&facts);
	unit_tree_free(&tree);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_line_goes_where_its_percentages_say),
	};

	return cmocka_run_group_tests(tests, fixture_japanese, NULL);
}
