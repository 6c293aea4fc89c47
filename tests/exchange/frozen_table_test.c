#include "config.h"

#include "exchange/frozen_table.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "exchange/render.h"

static void build(struct table *table)
{
	table_init(table, "review", "業績評価");
	table->fiscal_year = 2025;
	table->stage = STAGE_ACTUAL;
	table->basis = BASIS_FULL_YEAR;
	table->hours_per_person_year = 1860;
	table->has_figures = true;
	table->ties = true;
	table->body = "見本県";
	table_add_column(table, "section_code", "所属コード", COLUMN_CODE);
	table_add_column(table, "section", "所属", COLUMN_TEXT);
	table_add_column(table, "kintone:hours", "kintone", COLUMN_HOURS)->sums_across = true;
	table_add_column(table, "hours", "時間", COLUMN_HOURS);
	table_add_column(table, "change", "増減", COLUMN_COUNT_OF)->signed_value = true;
	table_add_column(table, "rate", "率", COLUMN_PERCENT)->rounded = true;
	table_add_column(table, "person_years", "人役", COLUMN_PERSON_YEARS)->fine = true;
	table->columns.items[2].group = 7;
	struct table_row *row = table_add_row(table, ROW_DATA);
	table_set_text(table, row, 0, "S1");
	table_set_text(table, row, 1, "一行目\n「\"二\\行目」𠮷");
	table_set_number(table, row, 2, INT64_MIN);
	table_set_number(table, row, 3, INT64_MAX);
	row = table_add_row(table, ROW_TOTAL);
	table_set_text(table, row, 1, "合計");
	table_set_number(table, row, 4, -3);
	table_set_number(table, row, 5, 1005);
	table_set_number(table, row, 6, 3660);
	table_add_note(table, NOTE_LEFT_OUT, "下書き 3 件を除く", "left-out:draft=3");
}

static char *render(const struct table *table, enum format format)
{
	const struct render_options options = {.encoding = ENCODING_AUTO};
	char *bytes = NULL;
	size_t size = 0;
	FILE *stream = open_memstream(&bytes, &size);

	assert_true(render_table(table, format, &options, stream, NULL));
	fclose(stream);
	return bytes;
}

static void what_is_read_is_what_was_written(void **state)
{
	static const enum format formats[] = {FORMAT_TEXT, FORMAT_CSV, FORMAT_JSON};
	struct table table, again;
	struct strbuf text = {0}, second = {0};

	(void)state;
	build(&table);
	frozen_table_write(&table, &text);
	assert_null(strchr(strbuf_text(&text), '\n'));
	assert_true(frozen_table_read(strbuf_text(&text), &again, NULL));
	frozen_table_write(&again, &second);
	assert_string_equal(strbuf_text(&text), strbuf_text(&second));
	assert_int_equal(again.columns.items[2].group, 7);
	assert_true(again.columns.items[5].rounded);
	assert_true(again.columns.items[6].fine);
	assert_false(again.every_stage);
	for (size_t f = 0; f < sizeof formats / sizeof formats[0]; f++) {
		char *const before = render(&table, formats[f]), *const after =
			render(&again, formats[f]);

		assert_string_equal(before, after);
		free(before);
		free(after);
	}
	table_free(&again);
	table_free(&table);
	strbuf_free(&text);
	strbuf_free(&second);
}

static void what_was_not_written_so_is_refused(void **state)
{
	static const char *const cases[] = {"", "[]", "{}", "{\"form\":2}",
		"{\"form\":1,\"id\":\"a\",\"title\":\"b\",\"fiscal_year\":2025,\"stage\":9,"
		"\"basis\":0,\"hours_per_person_year\":1860,\"body\":\"\",\"columns\":[],"
		"\"rows\":[],\"notes\":[]}",
		"{\"form\":1,\"id\":\"a\",\"title\":\"b\",\"fiscal_year\":2025,\"stage\":0,"
		"\"basis\":0,\"hours_per_person_year\":1860,\"body\":\"\",\"columns\":[],"
		"\"rows\":[[0,1]],\"notes\":[]}",
		"{\"form\":1,\"id\":\"a\",\"title\":\"b\",\"fiscal_year\":2025,\"stage\":0,"
		"\"basis\":0,\"hours_per_person_year\":1860,\"body\":\"\",\"columns\":[{\"id\":\"c\","
		"\"label\":\"d\",\"type\":3,\"flags\":3,\"group\":-1}],"
		"\"rows\":[[0,1.5]],\"notes\":[]}"};
	struct table table;

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct error err = {0};

		assert_false(frozen_table_read(cases[i], &table, &err));
		assert_int_equal(err.code, ERROR_DATA);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_read_is_what_was_written),
		cmocka_unit_test(what_was_not_written_so_is_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
