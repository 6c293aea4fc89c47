#include "config.h"

#include "exchange/csv_writer.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "exchange/csv_reader.h"

static void check_cell(const char *text, const char *expected)
{
	char *bytes = NULL;
	size_t size = 0;
	FILE *stream = open_memstream(&bytes, &size);
	struct csv_writer *writer = csv_writer_new(stream, ENCODING_UTF8);
	struct error err = {0};

	csv_writer_number(writer, "-5");
	csv_writer_text(writer, text);
	csv_writer_end_record(writer);
	assert_true(csv_writer_finish(writer, &err));
	fclose(stream);
	assert_memory_equal(bytes, "-5,", 3);
	assert_int_equal(strlen(bytes), strlen(expected) + 5);
	assert_memory_equal(bytes + 3, expected, strlen(expected));
	assert_string_equal(bytes + 3 + strlen(expected), "\r\n");
	free(bytes);
}

static void quotes_only_where_needed(void **state)
{
	(void)state;
	check_cell("班 の名", "班 の名");
	check_cell("", "");
	check_cell(NULL, "");
	check_cell("a,b", "\"a,b\"");
	check_cell("a\"b", "\"a\"\"b\"");
	check_cell("\"", "\"\"\"\"");
	check_cell("a\nb", "\"a\nb\"");
	check_cell("a\r", "\"a\r\"");
	check_cell(" a", "\" a\"");
	check_cell("a\t", "\"a\t\"");
	check_cell(" ", "\" \"");
}

static void guards_formulas(void **state)
{
	(void)state;
	check_cell("=1+1", "'=1+1");
	check_cell("+81", "'+81");
	check_cell("-5", "'-5");
	check_cell("@x", "'@x");
	check_cell("＝cmd", "'＝cmd");
	check_cell("﹣5", "'﹣5");
	check_cell("\tx", "\"'\tx\"");
	check_cell("\rx", "\"'\rx\"");
	check_cell("'=1", "''=1");
	check_cell("''＋1", "'''＋1");
	check_cell("'abc", "'abc");
	check_cell("a=b", "a=b");
	check_cell("=\"a\",b", "\"'=\"\"a\"\",b\"");
	check_cell("−5", "−5"); /* MINUS SIGN is no hyphen to a spreadsheet, nor to NFKC */
}

static void tells_a_lone_empty_cell_from_a_blank_line(void **state)
{
	(void)state;
	char *bytes = NULL;
	size_t size = 0;
	FILE *stream = open_memstream(&bytes, &size);
	struct csv_writer *writer = csv_writer_new(stream, ENCODING_UTF8_BOM);

	csv_writer_text(writer, "");
	csv_writer_end_record(writer);
	csv_writer_end_record(writer);
	csv_writer_text(writer, "");
	csv_writer_text(writer, "");
	csv_writer_end_record(writer);
	assert_true(csv_writer_finish(writer, NULL));
	fclose(stream);
	assert_string_equal(bytes, "\xEF\xBB\xBF\"\"\r\n\r\n,\r\n");
	free(bytes);
}

static void refuses_what_cp932_lacks(void **state)
{
	(void)state;
	char *bytes = NULL;
	size_t size = 0;
	FILE *stream = open_memstream(&bytes, &size);
	struct csv_writer *writer = csv_writer_new(stream, ENCODING_CP932);
	struct error err = {0};

	csv_writer_text(writer, "code");
	csv_writer_text(writer, "owner");
	csv_writer_end_record(writer);
	csv_writer_number(writer, "1");
	csv_writer_text(writer, "𠮷田,\"𠮷\"他");
	csv_writer_end_record(writer);
	csv_writer_text(writer, "🍣");
	csv_writer_end_record(writer);
	assert_false(csv_writer_finish(writer, &err));
	assert_int_equal(err.code, ERROR_DATA);
	assert_non_null(strstr(err.message, "2 cells"));
	assert_non_null(strstr(err.message, "record 2, owner “𠮷田,\"𠮷\"他” (𠮷, U+20BB7), record 3, code “🍣”"));
	fclose(stream);
	assert_int_equal(size, 0);
	free(bytes);
}

static void reports_a_full_disk(void **state)
{
	(void)state;
	FILE *stream = fopen("/dev/full", "w");
	struct error err = {0};

	if (!stream)
		skip();
	struct csv_writer *writer = csv_writer_new(stream, ENCODING_UTF8);
	csv_writer_text(writer, "x");
	csv_writer_end_record(writer);
	assert_false(csv_writer_finish(writer, &err));
	assert_int_equal(err.code, ERROR_FILE);
	fclose(stream);
}

/* ---- what is written comes back ------------------------------------------------------------ */

enum { RECORDS = 3000, CELLS_MAX = 6 };

struct sheet {
	char *cells[RECORDS][CELLS_MAX];
	size_t counts[RECORDS];
	size_t next; /* record expected next */
};

static uint32_t random_next(uint32_t *seed)
{
	*seed ^= *seed << 13;
	*seed ^= *seed >> 17;
	*seed ^= *seed << 5;
	return *seed;
}

static char *random_cell(uint32_t *seed, bool cp932)
{
	static const char *const parts[] = {"'", "=", "+", "-", "@", "\t", "\r", "\n", "\r\n", ",",
		"\"", "\"\"", " ", "　", "a", "0", "＝", "－", "\\", "班", "表", "ｱ", "①", "㈱", "髙", "～",
		"\xEF\xBB\xBF", "𠮷", "〜", "🍣", "か\xE3\x82\x99"};
	const uint32_t choices = cp932 ? 26 : sizeof parts / sizeof parts[0];
	struct strbuf cell = {0};

	for (uint32_t length = random_next(seed) % 8; length > 0; length--)
		strbuf_add_text(&cell, parts[random_next(seed) % choices]);
	return strbuf_detach(&cell);
}

static bool compare_record(const struct csv_record *record, void *data, struct error *err)
{
	struct sheet *sheet = data;

	(void)err;
	assert_true(sheet->next < RECORDS);
	assert_int_equal(record->count, sheet->counts[sheet->next]);
	for (size_t i = 0; i < record->count; i++)
		assert_string_equal(csv_unguard(record->cells[i]), sheet->cells[sheet->next][i]);
	sheet->next++;
	return true;
}

static void check_round_trip(enum encoding encoding, uint32_t seed)
{
	static struct sheet sheet;
	FILE *stream = tmpfile();
	struct csv_writer *writer = csv_writer_new(stream, encoding);
	struct error err = {0};

	for (size_t r = 0; r < RECORDS; r++) {
		sheet.counts[r] = r == 0 ? 1 : random_next(&seed) % (CELLS_MAX + 1);
		for (size_t c = 0; c < sheet.counts[r]; c++) {
			sheet.cells[r][c] = r == 0 ? strdup("見出し")
						   : random_cell(&seed, encoding == ENCODING_CP932);
			csv_writer_text(writer, sheet.cells[r][c]);
		}
		csv_writer_end_record(writer);
	}
	if (!csv_writer_finish(writer, &err))
		fail_msg("%s", err.message);
	rewind(stream);
	sheet.next = 0;
	enum encoding found;
	if (!csv_read(stream, ENCODING_AUTO, &found, compare_record, &sheet, &err))
		fail_msg("%s", err.message);
	assert_int_equal(found, encoding);
	assert_int_equal(sheet.next, RECORDS);
	fclose(stream);
	for (size_t r = 0; r < RECORDS; r++)
		for (size_t c = 0; c < sheet.counts[r]; c++)
			free(sheet.cells[r][c]);
}

static void gives_back_any_text(void **state)
{
	(void)state;
	for (uint32_t seed = 1; seed <= 8; seed++) {
		check_round_trip(ENCODING_UTF8, seed);
		check_round_trip(ENCODING_UTF8_BOM, seed);
		check_round_trip(ENCODING_CP932, seed);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(quotes_only_where_needed),
		cmocka_unit_test(guards_formulas),
		cmocka_unit_test(tells_a_lone_empty_cell_from_a_blank_line),
		cmocka_unit_test(refuses_what_cp932_lacks),
		cmocka_unit_test(reports_a_full_disk),
		cmocka_unit_test(gives_back_any_text),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
