#include "config.h"

#include "rollup/tieout.h"

#include "facts_fixture.h"

/* Two sections of two rows each with two tools, and everything summed by hand:
 *              kintone  生成AI  projects
 *   a  x           1        2        3
 *      y           3        4        7
 *      subtotal    4        6       10
 *   b  x           5        6       11
 *      none        0        1        1
 *      subtotal    5        7       12
 *   total          9       13       22
 */
enum { ROWS = 7, LABELS = 2, FIGURES = 3 };

static const int64_t figures[ROWS][FIGURES] = {
	{1, 2, 3}, {3, 4, 7}, {4, 6, 10}, {5, 6, 11}, {0, 1, 1}, {5, 7, 12}, {9, 13, 22}};
static const enum row_kind kinds[ROWS] = {ROW_DATA, ROW_DATA, ROW_SUBTOTAL, ROW_DATA,
	ROW_UNCLASSIFIED, ROW_SUBTOTAL, ROW_TOTAL};
static const char *const names[ROWS] = {"a", "a", "a", "b", "b", "b", "合計"};

static void make_table(struct table *table)
{
	table_init(table, "t", "表");
	table->hours_per_person_year = FIXTURE_H;
	table_add_column(table, "section", "所属", COLUMN_TEXT);
	table_add_column(table, "share", "構成比", COLUMN_PERCENT)->additive = true;
	table_add_column(table, "k:projects", "kintone", COLUMN_COUNT_OF)->sums_across = true;
	table_add_column(table, "g:projects", "生成AI", COLUMN_COUNT_OF)->sums_across = true;
	table_add_column(table, "projects", "取組数", COLUMN_COUNT_OF);
	for (size_t r = 0; r < ROWS; r++) {
		struct table_row *const row = table_add_row(table, kinds[r]);

		table_set_text(table, row, 0, names[r]);
		/* Percentages are rounded before: 33.3 three times is not 100. */
		table_set_number(table, row, 1, 333);
		for (size_t f = 0; f < FIGURES; f++)
			table_set_number(table, row, LABELS + f, figures[r][f]);
	}
}

static void a_table_that_sums_ties(void **state)
{
	const struct tieout_expected expected = {.projects = 22};
	struct table table;

	(void)state;
	make_table(&table);
	table.ties = false;
	assert_true(tieout_check(&table, &expected, NULL));
	assert_true(table.ties);
	table_free(&table);
}

static void any_single_wrong_figure_is_found(void **state)
{
	(void)state;
	for (size_t r = 0; r < ROWS; r++)
		for (size_t f = 0; f < FIGURES; f++)
			for (int off = -1; off <= 1; off += 2) {
				struct error err = {0};
				struct table table;

				make_table(&table);
				table.rows.items[r].cells[LABELS + f].number += off;
				assert_false(tieout_check(&table, NULL, &err));
				assert_false(table.ties);
				assert_int_equal(err.code, ERROR_DATA);
				table_free(&table);
			}
}

static void the_difference_is_named(void **state)
{
	struct error err = {0};
	struct table table;

	(void)state;
	make_table(&table);
	table.rows.items[ROWS - 1].cells[LABELS].number = 1010;
	assert_false(tieout_check(&table, NULL, &err));
	assert_non_null(strstr(err.message, "合計、kintone"));
	assert_non_null(strstr(err.message, "内訳の計は 9、表の値は 1,010"));
	table_free(&table);
}

static void stored_lines_have_the_last_word(void **state)
{
	struct error err = {0};
	struct table table;
	struct tieout_expected expected = {.projects = 23};

	(void)state;
	make_table(&table);
	assert_false(tieout_check(&table, &expected, &err));
	expected.projects = -1;
	assert_true(tieout_check(&table, &expected, &err));
	table_free(&table);

	static const char *const ids[] = {"minutes", "hours", "person_years"};
	for (size_t i = 0; i < 3; i++) {
		table_init(&table, "t", "表");
		table_add_column(&table, ids[i], "時間", COLUMN_HOURS);
		table_set_number(&table, table_add_row(&table, ROW_DATA), 0, 61);
		table_set_number(&table, table_add_row(&table, ROW_TOTAL), 0, 61);
		/* Both show one hour; exact minutes are what counts. */
		expected = (struct tieout_expected){.projects = -1, .minutes = 60, .has_minutes = true};
		assert_false(tieout_check(&table, &expected, &err));
		expected.minutes = 61;
		assert_true(tieout_check(&table, &expected, &err));
		table_free(&table);
	}
}

static void figures_that_overlap_are_passed_over(void **state)
{
	struct table table;

	(void)state;
	table_init(&table, "t", "表");
	table_add_column(&table, "teams", "班", COLUMN_COUNT_OF)->additive = false;
	table_set_number(&table, table_add_row(&table, ROW_DATA), 0, 5);
	table_set_number(&table, table_add_row(&table, ROW_TOTAL), 0, 4);
	assert_true(tieout_check(&table, NULL, NULL));
	table_free(&table);
}

static void sums_beyond_64_bits_do_not_tie(void **state)
{
	struct error err = {0};
	struct table table;

	(void)state;
	table_init(&table, "t", "表");
	table_add_column(&table, "minutes", "分", COLUMN_MINUTES);
	table_set_number(&table, table_add_row(&table, ROW_DATA), 0, INT64_MAX);
	table_set_number(&table, table_add_row(&table, ROW_DATA), 0, 1);
	table_set_number(&table, table_add_row(&table, ROW_TOTAL), 0, INT64_MIN);
	assert_false(tieout_check(&table, NULL, &err));
	assert_false(table.ties);
	table_free(&table);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_table_that_sums_ties),
		cmocka_unit_test(any_single_wrong_figure_is_found),
		cmocka_unit_test(the_difference_is_named),
		cmocka_unit_test(stored_lines_have_the_last_word),
		cmocka_unit_test(figures_that_overlap_are_passed_over),
		cmocka_unit_test(sums_beyond_64_bits_do_not_tie),
	};

	return cmocka_run_group_tests(tests, fixture_japanese, NULL);
}
