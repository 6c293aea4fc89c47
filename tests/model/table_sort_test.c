/* The rows of a table in another order. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "base/strbuf.h"
#include "model/table_sort.h"

static struct table table;

static void add(enum row_kind kind, const char *name, int64_t number)
{
	struct table_row *row = table_add_row(&table, kind);

	table_set_text(&table, row, 0, name);
	if (number >= 0)
		table_set_number(&table, row, 1, number);
}

static int set_up(void **state)
{
	(void)state;
	table_init(&table, "test", "Test");
	table_add_column(&table, "name", "Name", COLUMN_TEXT);
	table_add_column(&table, "count", "Count", COLUMN_COUNT_OF);
	add(ROW_DATA, "ぶどう", 3);
	add(ROW_DATA, "あんず", 10);
	add(ROW_DATA, "みかん", -1);
	add(ROW_DATA, "カキ", 3);
	add(ROW_UNCLASSIFIED, "未分類", 99);
	add(ROW_TOTAL, "計", 16);
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	table_free(&table);
	return 0;
}

static void assert_order(const char *expected)
{
	struct strbuf text = {0};

	for (size_t r = 0; r < table.rows.count; r++)
		strbuf_addf(&text, "%s%s", r > 0 ? " " : "", table.rows.items[r].cells[0].text);
	assert_string_equal(strbuf_text(&text), expected);
	strbuf_free(&text);
}

static void numbers_go_by_size_and_equals_stay(void **state)
{
	(void)state;
	assert_true(table_sort(&table, 1, true));
	assert_order("あんず ぶどう カキ みかん 未分類 計");
	assert_true(table_sort(&table, 1, false));
	assert_order("ぶどう カキ あんず みかん 未分類 計");
}

static void texts_go_by_their_keys(void **state)
{
	(void)state;
	assert_true(table_sort(&table, 0, false));
	assert_order("あんず カキ ぶどう みかん 未分類 計");
	assert_true(table_sort(&table, 0, true));
	assert_order("みかん ぶどう カキ あんず 未分類 計");
}

static void subtotals_keep_their_rows(void **state)
{
	(void)state;
	add(ROW_SUBTOTAL, "小計", 16);
	assert_false(table_sort(&table, 1, true));
	assert_order("ぶどう あんず みかん カキ 未分類 計 小計");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(numbers_go_by_size_and_equals_stay, set_up, tear_down),
		cmocka_unit_test_setup_teardown(texts_go_by_their_keys, set_up, tear_down),
		cmocka_unit_test_setup_teardown(subtotals_keep_their_rows, set_up, tear_down),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
