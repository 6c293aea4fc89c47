/* Which chart tells a table. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "exchange/chart_spec.h"

static void add_rows(struct table *table, size_t count, size_t figures)
{
	for (size_t r = 0; r < count; r++) {
		struct table_row *row = table_add_row(table, ROW_DATA);

		for (size_t f = 0; f < figures; f++)
			table_set_number(table, row, table->columns.count - 1 - f, (int64_t)r);
	}
	table_add_row(table, ROW_TOTAL);
}

static void test_years_are_a_trend(void **state)
{
	struct table table;
	struct chart_spec spec;

	(void)state;
	table_init(&table, "goal", "Goal");
	table_add_column(&table, "fiscal_year", "Year", COLUMN_TEXT);
	table_add_column(&table, "fiscal_year", "Year", COLUMN_CODE);
	table_add_column(&table, "flow_hours", "Flow", COLUMN_HOURS);
	table_add_column(&table, "stock_hours", "Stock", COLUMN_HOURS);
	table_add_column(&table, "target_hours", "Target", COLUMN_HOURS);
	add_rows(&table, 3, 3);
	spec = chart_spec_for(&table);
	assert_int_equal(spec.kind, CHART_TREND);
	assert_int_equal(spec.label, 0);
	assert_int_equal(spec.series_count, 2);
	assert_int_equal(spec.series[0], 2);
	assert_int_equal(spec.series[1], 3);
	assert_int_equal(spec.target, 4);
	assert_int_equal(spec.row_count, 3); /* without the total */
	table_free(&table);
}

static void test_units_are_bars(void **state)
{
	struct table table;
	struct chart_spec spec;

	(void)state;
	table_init(&table, "sections", "Sections");
	table_add_column(&table, "department", "Department", COLUMN_TEXT);
	table_add_column(&table, "section", "Section", COLUMN_TEXT);
	table_add_column(&table, "projects", "Projects", COLUMN_COUNT_OF);
	table_add_column(&table, "hours", "Hours", COLUMN_HOURS);
	add_rows(&table, 30, 2);
	spec = chart_spec_for(&table);
	assert_int_equal(spec.kind, CHART_BARS);
	assert_int_equal(spec.label, 1); /* the section, not what it lies in */
	assert_int_equal(spec.series[0], 3);
	assert_int_equal(spec.target, -1);
	table_free(&table);
}

/* People see ①紙, files hold 1 and 紙: each finds the names of the rows, never a figure. */
static void test_files_have_names_of_their_own(void **state)
{
	struct table table;
	struct chart_spec spec;

	(void)state;
	table_init(&table, "problem-types", "Problem types");
	table_add_column(&table, "problem_type_code", "Code", COLUMN_CODE);
	table_add_column(&table, "problem_type", "Problem type", COLUMN_TEXT)->people = false;
	table_add_column(&table, "problem_type_shown", "Problem type", COLUMN_TEXT)->files = false;
	table_add_column(&table, "projects", "Projects", COLUMN_COUNT_OF);
	table_add_column(&table, "hours", "Hours", COLUMN_HOURS);
	add_rows(&table, 3, 2);
	spec = chart_spec_for(&table);
	assert_int_equal(spec.kind, CHART_BARS);
	assert_int_equal(spec.label, 2);
	assert_int_equal(spec.file_label, 1);
	table_free(&table);
}

static void test_what_no_chart_tells(void **state)
{
	struct table table;

	(void)state;
	table_init(&table, "teams", "Teams");
	table_add_column(&table, "team", "Team", COLUMN_TEXT);
	table_add_column(&table, "hours", "Hours", COLUMN_HOURS);
	add_rows(&table, 31, 1); /* more bars than a page has room for */
	assert_int_equal(chart_spec_for(&table).kind, CHART_NONE);
	table_free(&table);

	table_init(&table, "matrix", "Matrix");
	table_add_column(&table, "problem_type", "Problem type", COLUMN_TEXT);
	table_add_column(&table, "kintone:hours", "kintone", COLUMN_HOURS)->group = 1;
	add_rows(&table, 3, 1);
	assert_int_equal(chart_spec_for(&table).kind, CHART_NONE);
	table_free(&table);

	table_init(&table, "none", "None");
	table_add_column(&table, "team", "Team", COLUMN_TEXT);
	table_add_column(&table, "hours", "Hours", COLUMN_HOURS);
	add_rows(&table, 0, 1);
	assert_int_equal(chart_spec_for(&table).kind, CHART_NONE);
	table_free(&table);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_years_are_a_trend),
		cmocka_unit_test(test_units_are_bars),
		cmocka_unit_test(test_files_have_names_of_their_own),
		cmocka_unit_test(test_what_no_chart_tells),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
