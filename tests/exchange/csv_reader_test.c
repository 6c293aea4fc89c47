#include "config.h"

#include "exchange/csv_reader.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/text.h"

/* Writes every record as "line:cell|cell;" */
static bool note_record(const struct csv_record *record, void *data, struct error *err)
{
	struct strbuf *out = data;

	(void)err;
	strbuf_addf(out, "%d:", (int)record->line);
	for (size_t i = 0; i < record->count; i++)
		strbuf_addf(out, "%s%s", i > 0 ? "|" : "", record->cells[i]);
	strbuf_add_char(out, ';');
	return true;
}

static bool read_bytes(const char *bytes, size_t length, struct strbuf *out, struct error *err)
{
	FILE *stream = tmpfile();

	assert_non_null(stream);
	assert_int_equal(fwrite(bytes, 1, length, stream), length);
	rewind(stream);
	strbuf_clear(out);
	const bool ok = csv_read(stream, ENCODING_AUTO, NULL, note_record, out, err);
	fclose(stream);
	return ok;
}

static void check_read(const char *text, const char *expected)
{
	struct strbuf out = {0};
	struct error err = {0};

	if (!read_bytes(text, strlen(text), &out, &err))
		fail_msg("%s", err.message);
	assert_string_equal(strbuf_text(&out), expected);
	strbuf_free(&out);
}

static void check_refused(const char *text, const char *part)
{
	struct strbuf out = {0};
	struct error err = {0};

	assert_false(read_bytes(text, strlen(text), &out, &err));
	assert_int_equal(err.code, ERROR_DATA);
	if (!strstr(err.message, part))
		fail_msg("'%s' is not in: %s", part, err.message);
	strbuf_free(&out);
}

static void reads_records(void **state)
{
	(void)state;
	check_read("a,b\r\nc,d\r\n", "1:a|b;2:c|d;");
	check_read("a,b\nc,d", "1:a|b;2:c|d;");
	check_read("a,b\rc,d\r", "1:a|b;2:c|d;");
	check_read("a,,\n,\n", "1:a||;2:|;");
	check_read("\xEF\xBB\xBF班,\"x\"\r\n", "1:班|x;");
	check_read("\"\"\n\"a\"\"b\"\n", "1:;2:a\"b;");
}

static void finds_what_separates_the_cells(void **state)
{
	struct strbuf text = {0}, expected = {0};

	(void)state;
	check_read("a;b;c\n1,5;2;\n", "1:a|b|c;2:1,5|2|;");
	check_read("a\tb\n\"1,234\"\t2\n", "1:a|b;2:1,234|2;");
	check_read("表の題\n\na\tb\tc\n", "1:表の題;2:;3:a|b|c;");
	check_read("sep=;\r\na;b\r\n", "2:a|b;");
	check_read("sep=|\na|b\n", "2:a|b;");
	check_read("a,\"b;c;d\"\n", "1:a|b;c;d;");
	check_read("a,b\nx;y;z,1\nw,2\n", "1:a|b;2:x;y;z|1;3:w|2;");
	/* what it is stands further down than the first block of bytes that is read */
	for (int i = 0; i < 3000; i++) {
		strbuf_add_text(&text, "見出しのない行である\n");
		strbuf_addf(&expected, "%d:見出しのない行である;", i + 1);
	}
	strbuf_add_text(&text, "a,b\n");
	strbuf_add_text(&expected, "3001:a|b;");
	check_read(strbuf_text(&text), strbuf_text(&expected));
	strbuf_free(&text);
	strbuf_free(&expected);
}

static void codes_as_formulas_are_texts(void **state)
{
	(void)state;
	check_read("a,=\"010101\",b\n=\"01\",x\n", "1:a|010101|b;2:01|x;");
	check_read("\"x\n=\"\"y\"\"\",=\"02\"\n", "1:x\n=\"y\"|02;");
	check_read("a,b=\n\"c\",=1\n", "1:a|b=;2:c|=1;");
	check_refused("a,b=\"c\"\n", "loose");
}

static void keeps_blanks_as_typed(void **state)
{
	(void)state;
	check_read(" a , b\t,　c　\n", "1: a | b\t|　c　;");
	check_read("\" a \",\"\tb\"\n", "1: a |\tb;");
}

static void reports_blank_lines(void **state)
{
	(void)state;
	check_read("a\r\n\r\n\r\nb\r\n", "1:a;2:;3:;4:b;");
	check_read("\n\na\n\n", "1:;2:;3:a;4:;");
	check_read("\r\ra\r\r", "1:;2:;3:a;4:;");
	check_read("a\n \nb\n", "1:a;2: ;3:b;");
}

static void counts_lines_inside_quotes(void **state)
{
	(void)state;
	check_read("\"a\nb\r\nc\",\"d\re\"\r\nf\n", "1:a\nb\r\nc|d\re;5:f;");
	check_read("x\r\n\"a\r\"\r\n\"\n\"\ny", "1:x;2:a\r;4:\n;6:y;");
}

static void refuses_bad_quotes(void **state)
{
	(void)state;
	check_refused("a\nb,\"c\nd\ne\n", "Line 2: the quotation mark opened in cell 2");
	check_refused("a,\"b\nc\",d\"e\n", "Line 2: a quotation mark stands loose in cell 3");
	check_refused("a\n\"b\nc\"d\n", "Line 3: a quotation mark stands loose in cell 1");
	check_refused("a\n\"b\" ,c\n", "Line 2: a quotation mark stands loose in cell 1");
	check_refused("", "is empty");
	check_refused("\xEF\xBB\xBF", "is empty");
}

static void refuses_what_is_too_big(void **state)
{
	(void)state;
	struct strbuf text = {0};
	struct strbuf out = {0};
	struct error err = {0};

	strbuf_add_text(&text, "a\nb,\"");
	strbuf_add_repeated(&text, 'x', CSV_CELL_MAX);
	strbuf_add_text(&text, "\"\n");
	assert_true(read_bytes(text.text, text.length, &out, &err));
	strbuf_truncate(&text, text.length - 2);
	strbuf_add_text(&text, "x\"\n");
	assert_false(read_bytes(text.text, text.length, &out, &err));
	assert_non_null(strstr(err.message, "Line 2: cell 2"));
	strbuf_truncate(&text, 5);
	strbuf_add_repeated(&text, 'x', 4 * CSV_CELL_MAX);
	assert_false(read_bytes(text.text, text.length, &out, &err));
	assert_non_null(strstr(err.message, "Line 2: cell 2"));
	strbuf_clear(&text);
	strbuf_add_repeated(&text, ',', CSV_CELLS_MAX + 100);
	assert_false(read_bytes(text.text, text.length, &out, &err));
	strbuf_free(&text);
	strbuf_free(&out);
}

static void reads_the_same_across_block_borders(void **state)
{
	(void)state;
	/* 班 takes three bytes and the row ends in CRLF, so 65,536 falls everywhere in a record. */
	for (size_t shift = 0; shift < 16; shift++) {
		struct strbuf text = {0};
		struct strbuf expected = {0};
		struct strbuf out = {0};
		struct error err = {0};
		strbuf_add_repeated(&text, 'x', shift + 1);
		strbuf_add_text(&text, "\r\n");
		strbuf_add_text(&expected, "1:");
		strbuf_add_repeated(&expected, 'x', shift + 1);
		strbuf_add_char(&expected, ';');
		for (int line = 2; text.length < 70000; line++) {
			strbuf_add_text(&text, "班,\"\"\"班\"\r\n");
			strbuf_addf(&expected, "%d:班|\"班;", line);
		}
		assert_true(read_bytes(text.text, text.length, &out, &err));
		assert_string_equal(out.text, expected.text);
		strbuf_free(&text);
		strbuf_free(&expected);
		strbuf_free(&out);
	}
}

static bool stop_at_second(const struct csv_record *record, void *data, struct error *err)
{
	int *count = data;

	(void)record;
	return ++*count < 2 || error_set(err, ERROR_CANCELLED, "enough");
}

static void stops_when_told(void **state)
{
	(void)state;
	FILE *stream = tmpfile();
	struct error err = {0};
	enum encoding found;
	int count = 0;

	assert_non_null(stream);
	fputs("班\n2\n3\n4", stream);
	rewind(stream);
	assert_false(csv_read(stream, ENCODING_AUTO, &found, stop_at_second, &count, &err));
	assert_int_equal(count, 2);
	assert_int_equal(err.code, ERROR_CANCELLED);
	assert_int_equal(found, ENCODING_UTF8);
	fclose(stream);
}

static void undoes_the_guard(void **state)
{
	(void)state;
	assert_string_equal(csv_unguard("'=1+1"), "=1+1");
	assert_string_equal(csv_unguard("''=1"), "'=1");
	assert_string_equal(csv_unguard("'－5"), "－5");
	assert_string_equal(csv_unguard("'\tx"), "\tx");
	assert_string_equal(csv_unguard("'hello"), "'hello");
	assert_string_equal(csv_unguard("'"), "'");
	assert_string_equal(csv_unguard("=1"), "=1");
	assert_string_equal(csv_unguard(""), "");
}

static void takes_for_formulas_what_nfkc_does(void **state)
{
	(void)state;
	for (uint32_t c = 1; c < 0x110000; c++) {
		char text[6] = "";
		if (c >= 0xD800 && c <= 0xDFFF)
			continue;
		text[text_encode(c, text)] = 'x';
		char *normal = text_nfkc(text);
		const bool formula = strchr("=+-@\t\r", normal[0]) && normal[0] != '\0';
		if (csv_is_formula(text) != formula)
			fail_msg("U+%04X", (unsigned)c);
		free(normal);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(reads_records),
		cmocka_unit_test(finds_what_separates_the_cells),
		cmocka_unit_test(codes_as_formulas_are_texts),
		cmocka_unit_test(keeps_blanks_as_typed),
		cmocka_unit_test(reports_blank_lines),
		cmocka_unit_test(counts_lines_inside_quotes),
		cmocka_unit_test(refuses_bad_quotes),
		cmocka_unit_test(refuses_what_is_too_big),
		cmocka_unit_test(reads_the_same_across_block_borders),
		cmocka_unit_test(stops_when_told),
		cmocka_unit_test(undoes_the_guard),
		cmocka_unit_test(takes_for_formulas_what_nfkc_does),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
