#include "config.h"

#include "rollup/goal.h"

#include "model/table_scope.h"
#include "rollup/tieout.h"
#include "year_fixture.h"

/* The full year has twice the in-year minutes (year_fixture.h). */
static const struct year_project projects[] = {
	{"T1", STATUS_COMPLETED, 1, 600, 540, false, true}, /* R6 */
	{"T2", STATUS_COMPLETED, 1, 60, 30, false, true},   /* R6, ended with R7 */
	{"T3", STATUS_COMPLETED, 1, 6, 0, false, true},     /* R6, never lived on */
	{"T1", STATUS_RUNNING, 1, 1200, 0, false, false},   /* R7 */
	{"T2", STATUS_CANCELLED, 1, 9000, 0, false, false},
	{"T3", STATUS_RUNNING, 1, 9000, 0, true, false},
};
enum { PROJECTS = sizeof projects / sizeof projects[0] };
static const int last_years[PROJECTS] = {0, 2025, 2024, 0, 0, 0};

static void load(struct unit_tree *tree, struct facts *facts)
{
	*tree = year_tree();
	*facts = (struct facts){0};
	year_facts(facts, tree);
	for (size_t p = 0; p < PROJECTS; p++)
		year_add(facts, tree, &projects[p]);
}

static void both_readings_follow_the_life_of_projects(void **state)
{
	static const struct goal_year expected[] = {
		{2023, 0, 0, 0, 0},
		{2024, 3, 0, 666, 666},
		{2025, 1, 2, 1200, 1200 + 1200 + 120},
		{2026, 0, 2, 0, 1200 + 2400},
	};
	struct unit_tree tree;
	struct facts facts;
	struct goal_year years[4];
	(void)state;

	load(&tree, &facts);
	assert_true(goal_read(&facts, STAGE_ESTIMATE, BASIS_IN_YEAR, last_years, 2023, 2026, years, NULL));
	assert_memory_equal(years, expected, sizeof expected);
	/* without an end all live on; a window sees what began before it */
	assert_true(goal_read(&facts, STAGE_ACTUAL, BASIS_IN_YEAR, NULL, 2026, 2026, years, NULL));
	assert_int_equal(years[0].living, 4);
	assert_int_equal(years[0].stock, 2 * (540 + 30));
	/* new projects of a full year, too */
	assert_true(goal_read(&facts, STAGE_ESTIMATE, BASIS_FULL_YEAR, last_years, 2024, 2025, years,
		NULL));
	assert_int_equal(years[0].flow, 2 * 666);
	assert_int_equal(years[1].flow, 2400);
	assert_int_equal(years[1].stock, 2400 + 1200 + 120);
	facts_free(&facts);
	unit_tree_free(&tree);
}

static void the_table_shows_both_against_the_target(void **state)
{
	static const struct year_terms terms[] = {{2024, 1860, 0}, {2025, 1000, 0}};
	struct indicator_register indicators = {0};
	struct strbuf caption = {0};
	struct indicator *const hours = indicator_get(&indicators, "hours-saved");
	struct unit_tree tree;
	struct facts facts;
	struct goal_year years[2];
	struct table table;
	(void)state;

	load(&tree, &facts);
	indicator_set_target(hours, 2025, 100 * INDICATOR_ONE);
	indicator_set_target(hours, 2024, 10 * INDICATOR_ONE);
	assert_true(goal_read(&facts, STAGE_ESTIMATE, BASIS_IN_YEAR, last_years, 2024, 2025, years, NULL));
	goal_table(years, terms, 2, STAGE_ESTIMATE, BASIS_IN_YEAR, hours, "見本県", &table);
	year_assert(&table, 0, "fiscal_year", "令和6年度");
	year_assert(&table, 0, "flow_hours", "11");
	year_assert(&table, 0, "flow_attainment", "111.0"); /* 666 of 600 minutes */
	year_assert(&table, 1, "flow_hours", "20");
	year_assert(&table, 1, "stock_hours", "42");
	year_assert(&table, 1, "target_hours", "100");
	year_assert(&table, 1, "flow_attainment", "20.0");
	year_assert(&table, 1, "stock_attainment", "42.0");
	table_caption_machine(&table, &caption);
	assert_string_equal(strbuf_text(&caption), "fiscal_year=all stage=estimate basis=in-year "
		"hours_per_person_year=2024:1860,2025:1000");
	strbuf_free(&caption);
	assert_true(tieout_check(&table, NULL, NULL));
	table_free(&table);
	goal_table(years, terms, 2, STAGE_ESTIMATE, BASIS_FULL_YEAR, NULL, NULL, &table);
	assert_int_equal(table_column_index(&table, "target_hours"), -1);
	table_free(&table);
	indicator_register_free(&indicators);
	facts_free(&facts);
	unit_tree_free(&tree);
}

static void sums_that_do_not_fit_are_refused(void **state)
{
	struct unit_tree tree;
	struct facts facts;
	struct goal_year year;
	struct error err = {0};
	(void)state;

	load(&tree, &facts);
	facts.minutes[STAGE_ESTIMATE][BASIS_FULL_YEAR][0] = INT64_MAX;
	assert_false(goal_read(&facts, STAGE_ESTIMATE, BASIS_IN_YEAR, NULL, 2025, 2025, &year, &err));
	assert_int_equal(err.code, ERROR_DATA);
	facts_free(&facts);
	unit_tree_free(&tree);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(both_readings_follow_the_life_of_projects),
		cmocka_unit_test(the_table_shows_both_against_the_target),
		cmocka_unit_test(sums_that_do_not_fit_are_refused),
	};

	return cmocka_run_group_tests(tests, fixture_japanese, NULL);
}
