#include "config.h"

#include "rollup/named.h"

#include "rollup/realisation.h"
#include "rollup/tieout.h"
#include "year_fixture.h"

static void make(struct facts *facts, const struct unit_tree *tree)
{
	static const struct year_project projects[] = {
		{"T1", STATUS_COMPLETED, 1, 600, 480, false, false},
		{"T2", STATUS_COMPLETED, 1, 300, 0, false, false}, /* nothing came of it: counts */
		{"T3", STATUS_REPORTED, 1, 900, 1000, false, false}, /* actual figures already */
		{"T4", STATUS_RUNNING, 1, 5000, 0, false, false},    /* none yet */
		{"T5", STATUS_DRAFT, 1, 700, 700, false, false},
		{"T1", STATUS_COMPLETED, 1, 60, 60, true, false},
		{"T1", STATUS_COMPLETED, 1, 120, 60, false, true}, /* of the year before */
	};

	year_facts(facts, tree);
	for (size_t p = 0; p < sizeof projects / sizeof projects[0]; p++)
		year_add(facts, tree, &projects[p]);
	for (size_t f = 0; f < facts->count; f++) {
		const int section =
			(int)facts->codes[DIMENSION_SECTION][f]; /* S1, S2 of D1; S3 of D2 */

		facts->codes[DIMENSION_DEPARTMENT][f] = (uint16_t)(section == 0 || section > 3 ? 0 :
			section < 3 ? 1 : 2);
		facts->minutes[STAGE_FORECAST][BASIS_IN_YEAR][f] = 60;
	}
}

static void what_came_true_is_held_against_what_the_same_projects_foresaw(void **state)
{
	struct unit_tree tree = year_tree();
	const struct pivot_context context = {.units = &tree, .hours_per_person_year = FIXTURE_H,
		.body = "見本県"};
	struct facts facts = {0};
	struct pivot_query query;
	struct table table;

	(void)state;
	make(&facts, &tree);
	named_query(named_find("realisation"), FIXTURE_YEAR, STAGE_ESTIMATE, BASIS_IN_YEAR, &query);
	assert_true(named_run(named_find("realisation"), &facts, &query, &context, &table, NULL));
	assert_true(table.every_stage);
	/* 福祉保健部: 600 + 300 + 900 foreseen, 480 + 0 + 1,000 reached: 82.2 % */
	year_assert(&table, 0, "department", "福祉保健部");
	year_assert(&table, 0, "projects", "3");
	year_assert(&table, 0, "estimate_hours", "30");
	year_assert(&table, 0, "forecast_hours", "3");
	year_assert(&table, 0, "actual_hours", "25"); /* 1,480 minutes */
	year_assert(&table, 0, "projects_with_actual", "3");
	year_assert(&table, 0, "estimate_of_actual_hours", "30");
	year_assert(&table, 0, "realisation", "82.2");
	/* 土木建築部 has no actual figures yet, and so no rate */
	year_assert(&table, 1, "estimate_hours", "83");
	year_assert(&table, 1, "projects_with_actual", "0");
	year_assert(&table, 1, "realisation", "");
	/* all: the rate of those that have them, not of everything foreseen */
	const size_t total = table.rows.count - 1;
	year_assert(&table, total, "estimate_hours", "113"); /* 6,800 minutes */
	year_assert(&table, total, "realisation", "82.2");
	const struct tieout_expected expected = {.projects = 4, .stages = {6800, 240, 1480},
		.has_stages = true};
	assert_true(tieout_check(&table, &expected, NULL));
	const struct tieout_expected other = {.projects = 4, .stages = {6800, 240, 1481},
		.has_stages = true};
	assert_false(tieout_check(&table, &other, NULL));
	table_free(&table);

	/* by status: what is only running has no rate */
	query.rows[0] = DIMENSION_STATUS;
	query.all_entries = false;
	assert_true(named_run(named_find("realisation"), &facts, &query, &context, &table, NULL));
	year_assert(&table, 0, "status", "");
	year_assert(&table, 0, "realisation", "");
	year_assert(&table, 2, "realisation", "53.3"); /* completed: 480 of 900 */
	table_free(&table);
	facts_free(&facts);
	unit_tree_free(&tree);
}

static void each_project_has_its_own_rate(void **state)
{
	static const struct realisation_project projects[] = {
		{7, "R7-0007", "途中", "児童課", "実施中", {600, 540, 0}, false},
		{8, "R7-0008", "減った", "児童課", "完了", {600, 0, 450}, true},
		{9, "R7-0009", "成らず", "道路課", "完了", {120, 0, 0}, true},
		{10, "R7-0010", "増えた仕事", "道路課", "完了", {0, 0, -60}, true},
	};
	const struct tieout_expected expected = {.projects = -1, .stages = {1320, 540, 390},
		.has_stages = true};
	struct table table;

	(void)state;
	assert_true(realisation_table(projects, 4, 2025, BASIS_IN_YEAR, FIXTURE_H, "見本県", &table,
		NULL));
	assert_int_equal(table.rows.count, 5);
	assert_int_equal(table.rows.items[1].key[0], 8);
	year_assert(&table, 0, "realisation", ""); /* nothing actual yet */
	year_assert(&table, 1, "realisation", "75.0");
	year_assert(&table, 2, "realisation", "0.0");
	year_assert(&table, 3, "realisation", ""); /* nothing was foreseen to hold it against */
	year_assert(&table, 3, "actual_hours", "△1");
	year_assert(&table, 4, "estimate_hours", "22");
	year_assert(&table, 4, "realisation", "54.2"); /* 390 of 720 minutes */
	/* 390 of the 1,320 foreseen would be 29.5: the total says whose rate it tells */
	assert_string_equal(table.notes.items[0].text,
		"合計の実現率は、実績のある3件の見込に対する割合");
	assert_true(tieout_check(&table, &expected, NULL));
	table_free(&table);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_came_true_is_held_against_what_the_same_projects_foresaw),
		cmocka_unit_test(each_project_has_its_own_rate),
	};

	return cmocka_run_group_tests(tests, fixture_japanese, NULL);
}
