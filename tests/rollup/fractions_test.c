#include "config.h"

#include "rollup/fractions.h"

#include "rollup/tieout.h"
#include "year_fixture.h"

/* By hand: 120 minutes a year are half a minute a working day, shown as 1: twice that is 1, too. */
static void minutes_a_day_that_do_not_sum_are_noted(void **state)
{
	static const struct {
		int64_t minutes[2];
		const char *shown[3];
		bool noted;
	} cases[] = {
		{{120, 120}, {"1", "1", "1"}, true},
		{{22320, 44640}, {"93", "186", "279"}, false},
	};
	struct unit_tree tree = year_tree();
	const struct pivot_context context = {.units = &tree, .hours_per_person_year = FIXTURE_H,
		.body = "見本県"};
	(void)state;

	for (size_t c = 0; c < 2; c++) {
		const struct year_project projects[] = {
			{"T3", STATUS_RUNNING, 1, cases[c].minutes[0], 0, false, false},
			{"T4", STATUS_RUNNING, 1, cases[c].minutes[1], 0, false, false},
		};
		struct facts facts = {0};
		struct pivot_query query;
		struct table table;

		year_facts(&facts, &tree);
		year_add(&facts, &tree, &projects[0]);
		year_add(&facts, &tree, &projects[1]);
		pivot_query_init(&query);
		query.fiscal_year = FIXTURE_YEAR;
		assert_true(fractions_run(&facts, &query, &context, 240, &table, NULL));
		const size_t total = table.rows.count - 1;
		/* 児童課 has none; 高齢課, 道路課, 会計課 */
		year_assert(&table, 1, "minutes_a_day", cases[c].shown[0]);
		year_assert(&table, 2, "minutes_a_day", cases[c].shown[1]);
		year_assert(&table, total, "minutes_a_day", cases[c].shown[2]);
		assert_int_equal(table_has_note(&table, NOTE_ROUNDING), cases[c].noted);
		assert_true(tieout_check(&table, NULL, NULL));
		table_free(&table);
		facts_free(&facts);
	}
	unit_tree_free(&tree);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(minutes_a_day_that_do_not_sum_are_noted),
	};

	return cmocka_run_group_tests(tests, fixture_japanese, NULL);
}
