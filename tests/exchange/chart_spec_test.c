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

static void test_columns_are_found_by_their_ids(void **state)
{
	struct table table;
	struct chart_spec spec;

	(void)state;
	table_init(&table, "goal", "Goal");
	table_add_column(&table, "fiscal_year", "Year", COLUMN_TEXT)->files = false;
	table_add_column(&table, "fiscal_year", "Year", COLUMN_CODE);
	table_add_column(&table, "flow_hours", "Flow", COLUMN_HOURS);
	table_add_column(&table, "stock_hours", "Stock", COLUMN_HOURS);
	table_add_column(&table, "target_hours", "Target", COLUMN_HOURS);
	add_rows(&table, 3, 3);
	assert_int_equal(chart_spec_for(&table).kind, CHART_NONE); /* it says nothing of a chart */
	table.chart = (struct table_chart){CHART_TREND, "fiscal_year", "fiscal_year",
		{"flow_hours", "stock_hours"}, "target_hours"};
	spec = chart_spec_for(&table);
	assert_int_equal(spec.kind, CHART_TREND);
	assert_int_equal(spec.label, 0); /* of the two, the one for people */
	assert_int_equal(spec.file_label, 1);
	assert_int_equal(spec.series_count, 2);
	assert_int_equal(spec.series[0], 2);
	assert_int_equal(spec.series[1], 3);
	assert_int_equal(spec.target, 4);
	assert_int_equal(spec.row_count, 3); /* without the total */
	assert_int_equal(spec.decimals, 0);
	table_free(&table);
}

/* A column that is not there, such as the goal of a body without one, is left out; without names of the
 * rows or any figures there is no chart. */
static void test_what_is_missing_is_left_out(void **state)
{
	struct table table;

	(void)state;
	table_init(&table, "sections", "Sections");
	table_add_column(&table, "section", "Section", COLUMN_TEXT);
	table_add_column(&table, "share", "Share", COLUMN_PERCENT);
	table.chart = (struct table_chart){CHART_BARS, "section", "section", {"hours", "share"},
		"target_hours"};
	add_rows(&table, 30, 1);
	const struct chart_spec spec = chart_spec_for(&table);

	assert_int_equal(spec.kind, CHART_BARS);
	assert_int_equal(spec.series_count, 1);
	assert_int_equal(spec.series[0], 1);
	assert_int_equal(spec.target, -1);
	assert_int_equal(spec.decimals, 1);
	table.chart.series[1] = NULL;
	assert_int_equal(chart_spec_for(&table).kind, CHART_NONE);
	table.chart.series[1] = "share";
	table.chart.label = "team";
	assert_int_equal(chart_spec_for(&table).kind, CHART_NONE);
	table_free(&table);
}

static void test_values_have_the_decimals_of_the_chart(void **state)
{
	static const int64_t figures[] = {39000, 80500, 0, INT64_MAX};
	struct table table;
	struct chart_spec spec;
	int64_t value;

	(void)state;
	table_init(&table, "indicator", "Indicator");
	table_add_column(&table, "fiscal_year", "Year", COLUMN_TEXT);
	table_add_column(&table, "value", "Value", COLUMN_FIGURE);
	table.chart = (struct table_chart){CHART_TREND, "fiscal_year", "fiscal_year", {"value"}, NULL};
	for (size_t r = 0; r < 4; r++)
		table_set_number(&table, table_add_row(&table, ROW_DATA), 1, figures[r]);
	table_add_row(&table, ROW_DATA);
	spec = chart_spec_for(&table);
	assert_int_equal(spec.decimals, 3); /* of INT64_MAX thousandths */
	assert_true(chart_value(&table, &spec, 0, 1, &value));
	assert_int_equal(value, 39000);
	assert_true(chart_value(&table, &spec, 1, 1, &value));
	assert_int_equal(value, 80500);
	assert_true(chart_value(&table, &spec, 2, 1, &value));
	assert_int_equal(value, 0);
	assert_true(chart_value(&table, &spec, 3, 1, &value));
	assert_int_equal(value, INT64_MAX / 4);
	assert_false(chart_value(&table, &spec, 4, 1, &value)); /* nothing is not 0 */
	table_free(&table);
}

static void test_what_no_chart_tells(void **state)
{
	static const struct table_chart chart = {CHART_BARS, "team", "team", {"hours"}, NULL};
	static const size_t rows[] = {31 /* more bars than a page has room for */, 0};
	struct table table;

	(void)state;
	for (size_t i = 0; i < 2; i++) {
		table_init(&table, "teams", "Teams");
		table_add_column(&table, "team", "Team", COLUMN_TEXT);
		table_add_column(&table, "hours", "Hours", COLUMN_HOURS);
		table.chart = chart;
		add_rows(&table, rows[i], 1);
		assert_int_equal(chart_spec_for(&table).kind, CHART_NONE);
		table_free(&table);
	}
	table_init(&table, "teams", "Teams");
	table_add_column(&table, "team", "Team", COLUMN_TEXT);
	table_add_column(&table, "hours", "Hours", COLUMN_HOURS);
	table.chart = chart;
	add_rows(&table, 3, 1);
	table.rows.items[1].kind = ROW_SUBTOTAL;
	assert_int_equal(chart_spec_for(&table).kind, CHART_NONE);
	table_free(&table);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_columns_are_found_by_their_ids),
		cmocka_unit_test(test_what_is_missing_is_left_out),
		cmocka_unit_test(test_values_have_the_decimals_of_the_chart),
		cmocka_unit_test(test_what_no_chart_tells),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
