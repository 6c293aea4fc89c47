#include "config.h"

#include "exchange/pasted.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "exchange/csv_reader.h"

/* Every row as "cell|cell;" */
static void check_split(const char *text, const char *expected)
{
	struct pasted pasted = {0};
	struct strbuf out = {0};

	pasted_split(text, &pasted);
	for (size_t row = 0; row < pasted.rows.count; row++) {
		for (size_t i = 0; i < pasted.rows.items[row].count; i++)
			strbuf_addf(&out, "%s%s", i > 0 ? "|" : "", pasted_cell(&pasted, row, i));
		strbuf_add_char(&out, ';');
	}
	assert_string_equal(strbuf_text(&out), expected);
	strbuf_free(&out);
	pasted_free(&pasted);
}

static void test_rows_and_cells(void **state)
{
	(void)state;
	check_split("", "");
	check_split("\n\n", "");
	check_split("39.2", "39.2;");
	check_split("a\tb\r\nc\td\r\n", "a|b;c|d;");
	check_split("a\tb\rc\td\r", "a|b;c|d;");
	check_split("a\tb\nc", "a|b;c;");
	check_split("\tb\t\n", "|b;");
	check_split("1,234\t12\n", "1,234|12;");
	check_split(" a \t　b　\n", "a|b;");
}

/* A blank line keeps the figures below it in their places. */
static void test_blank_lines(void **state)
{
	(void)state;
	check_split("10\n\n30\n40\n", "10;;30;40;");
	check_split("10\n\t\n30\n40\n", "10;;30;40;");
	check_split("10\n\n30\n\n", "10;;30;");
}

static void test_quoted_cells(void **state)
{
	(void)state;
	check_split("\"a\nb\"\tc\n", "a\nb|c;");
	check_split("\"a\r\nb\"\r\n", "a\nb;");
	check_split("\"a\rb\"\r", "a\nb;");
	check_split("\"a\tb\"\tc", "a\tb|c;");
	check_split("\"say \"\"no\"\"\"\tc", "say \"no\"|c;");
	/* spreadsheets leave quotation marks alone in a cell that needs none */
	check_split("\"no\"\tc", "\"no\"|c;");
	check_split("5\" pipe\tc\n\"a\" b\tc", "5\" pipe|c;\"a\" b|c;");
	check_split("\"never closed\nc", "\"never closed;c;");
}

static void test_tables(void **state)
{
	static const struct {
		const char *text;
		bool table;
	} cases[] = {
		{"39.2", false}, {"39.2\r\n", false}, {"\"a\nb\"\n", false}, {"", false}, {"39.2\t\n", false},
		{"39.2\t88", true}, {"39.2\n88", true}, {"\t88", true},
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct pasted pasted = {0};

		pasted_split(cases[i].text, &pasted);
		assert_int_equal(pasted_is_table(&pasted), cases[i].table);
		if (pasted.rows.count)
			assert_string_equal(pasted_cell(&pasted, 0, 17), "");
		pasted_free(&pasted);
	}
}

static bool count_cells(const struct csv_record *record, void *data, struct error *err)
{
	struct strbuf *out = data;

	(void)err;
	for (size_t i = 0; i < record->count; i++)
		strbuf_addf(out, "%s%s", i > 0 ? "|" : "", record->cells[i]);
	strbuf_add_char(out, ';');
	return true;
}

/* What is written is read again, whatever separates cells elsewhere. */
static void test_written_for_the_reader(void **state)
{
	static const char *const cells[][2] = {{"a,b;c", "say \"no\""}, {"line\nbreak", "tab\there"}, {"=1+1", ""}};
	struct strbuf text = {0}, out = {0};
	struct error err = {0};
	FILE *stream;

	(void)state;
	for (size_t i = 0; i < 3; i++)
		pasted_write(cells[i], 2, &text);
	stream = fmemopen(text.text, text.length, "r");
	assert_non_null(stream);
	if (!csv_read(stream, ENCODING_AUTO, NULL, count_cells, &out, &err))
		fail_msg("%s", err.message);
	assert_string_equal(strbuf_text(&out), "a,b;c|say \"no\";line\nbreak|tab\there;=1+1|;");
	fclose(stream);
	strbuf_free(&text);
	strbuf_free(&out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_rows_and_cells),
		cmocka_unit_test(test_blank_lines),
		cmocka_unit_test(test_quoted_cells),
		cmocka_unit_test(test_tables),
		cmocka_unit_test(test_written_for_the_reader),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
