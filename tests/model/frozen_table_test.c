#include "config.h"

#include "model/frozen_table.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "exchange/render.h"
#include "model/frozen_form.h"

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
	*vec_add(&table->years) = (struct year_terms){2024, 1860, 0};
	*vec_add(&table->years) = (struct year_terms){2025, 1000, 4000};
	struct table_row *row = table_add_row(table, ROW_DATA);
	table_set_text(table, row, 0, "S1");
	table_set_text(table, row, 1, "一行目\n「\"二\\行目」𠮷");
	table_set_number(table, row, 2, INT64_MIN);
	table_set_number(table, row, 3, INT64_MAX);
	row = table_add_row(table, ROW_TOTAL);
	table_set_text(table, row, 1, "合計");
	table_set_number(table, row, 4, -3);
	table_set_number(table, row, 5, 1005);
	table_set_by_year(table, row, 6, (const int64_t[]){-1860 * 60, 2510 * 60});
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
	assert_int_equal(table_cell_number(&again, 1, 6, NULL), 151);
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

/* Every type, kind, note and property by the name it has had from the start. A number here, or a name
 * that has changed, would make tables that were sealed mean something else. */
static void names_are_kept_and_no_numbers(void **state)
{
	struct table table, again;
	struct strbuf text = {0};

	(void)state;
	table_init(&table, "a", "b");
	table.stage = STAGE_FORECAST;
	table.hours_per_person_year = 1860;
	for (int type = COLUMN_TEXT; type <= COLUMN_DATE; type++) {
		struct table_column *column = table_add_column(&table, "c", "d", (enum column_type)type);

		column->people = type == 0;
		column->files = type == 1;
		column->signed_value = type == 2;
		column->additive = type == 3;
		column->fine = type == 4;
		column->rounded = type == 5;
		column->sums_across = type == 6;
	}
	for (int kind = ROW_DATA; kind <= ROW_TOTAL; kind++)
		table_add_row(&table, (enum row_kind)kind);
	for (int note = NOTE_ROUNDING; note <= NOTE_OTHER; note++)
		table_add_note(&table, (enum table_note)note, "", "");
	frozen_table_write(&table, &text);
#define COLUMN(type, flags)                                                                        \
	"{\"id\":\"c\",\"label\":\"d\",\"type\":\"" type "\",\"flags\":[" flags "],\"group\":-1}"
#define ROW(kind) "[\"" kind "\",null,null,null,null,null,null,null,null,null]"
	assert_string_equal(strbuf_text(&text),
		"{\"form\":2,\"id\":\"a\",\"title\":\"b\",\"fiscal_year\":0,\"stage\":\"forecast\","
		"\"every_stage\":false,\"basis\":\"in-year\",\"hours_per_person_year\":1860,"
		"\"body\":\"\",\"has_figures\":false,\"ties\":true,\"columns\":["
		COLUMN("text", "\"people\"") "," COLUMN("code", "\"files\"") ","
		COLUMN("count", "\"signed\"") "," COLUMN("minutes", "\"additive\"") ","
		COLUMN("hours", "\"fine\"") "," COLUMN("person_years", "\"rounded\"") ","
		COLUMN("yen", "\"sums-across\"") "," COLUMN("percent", "") ","
		COLUMN("date", "") "],\"rows\":[" ROW("data") "," ROW("unclassified") ","
		ROW("subtotal") "," ROW("total") "],\"notes\":[[\"rounding\",\"\",\"\"],"
		"[\"unclassified\",\"\",\"\"],[\"left-out\",\"\",\"\"],[\"every-tool\",\"\",\"\"],"
		"[\"does-not-tie\",\"\",\"\"],[\"other\",\"\",\"\"]]}");
	assert_true(frozen_table_read(strbuf_text(&text), &again, NULL));
	assert_int_equal(again.columns.items[8].type, COLUMN_DATE);
	assert_int_equal(again.stage, STAGE_FORECAST);
	table_free(&again);
	table_free(&table);
	strbuf_free(&text);
}

/* As the program of schema 013 wrote it: numbers of enumerators of that day. */
static const char first_form[] =
	"{\"form\":1,\"id\":\"a\",\"title\":\"題\",\"fiscal_year\":2025,\"stage\":2,\"every_stage\":false,"
	"\"basis\":1,\"hours_per_person_year\":1860,\"body\":\"\",\"has_figures\":true,\"ties\":true,"
	"\"columns\":[{\"id\":\"c\",\"label\":\"d\",\"type\":4,\"flags\":75,\"group\":-1},"
	"{\"id\":\"e\",\"label\":\"f\\u0001\",\"type\":8,\"flags\":0,\"group\":7}],"
	"\"rows\":[[0,532321,null],[3,-1,\"2025-04-01\"]],\"notes\":[[2,\"x\",\"y\"]]}";

static void the_first_form_is_raised_and_lowered_exactly(void **state)
{
	struct strbuf raised = {0}, lowered = {0};
	struct table table;

	(void)state;
	assert_true(frozen_form_is_first(first_form));
	assert_true(frozen_form_raise(first_form, &raised));
	assert_string_equal(strbuf_text(&raised),
		"{\"form\":2,\"id\":\"a\",\"title\":\"題\",\"fiscal_year\":2025,\"stage\":\"actual\","
		"\"every_stage\":false,\"basis\":\"full-year\",\"hours_per_person_year\":1860,"
		"\"body\":\"\",\"has_figures\":true,\"ties\":true,"
		"\"columns\":[{\"id\":\"c\",\"label\":\"d\",\"type\":\"hours\",\"flags\":[\"people\","
		"\"files\",\"additive\",\"fine\"],\"group\":-1},"
		"{\"id\":\"e\",\"label\":\"f\\u0001\",\"type\":\"date\",\"flags\":[],\"group\":7}],"
		"\"rows\":[[\"data\",532321,null],[\"total\",-1,\"2025-04-01\"]],"
		"\"notes\":[[\"left-out\",\"x\",\"y\"]]}");
	assert_false(frozen_form_is_first(strbuf_text(&raised)));
	assert_true(frozen_form_lower(strbuf_text(&raised), &lowered));
	assert_string_equal(strbuf_text(&lowered), first_form);
	/* read as it is, too, where it could not be carried over */
	assert_true(frozen_table_read(first_form, &table, NULL));
	assert_int_equal(table.columns.items[0].type, COLUMN_HOURS);
	assert_int_equal(table.rows.items[1].kind, ROW_TOTAL);
	table_free(&table);
	strbuf_free(&raised);
	strbuf_free(&lowered);
}

static void what_was_not_written_so_is_refused(void **state)
{
#define HEAD(form, stage) "{\"form\":" form ",\"id\":\"a\",\"title\":\"b\",\"fiscal_year\":2025,\"stage\":" \
	stage ",\"basis\":\"in-year\",\"hours_per_person_year\":1860,\"body\":\"\","
	static const char *const cases[] = {"", "[]", "{}", "{\"form\":2}", "{\"form\":1}",
		"{\"form\":1,\"id\":\"a\",\"title\":\"b\",\"fiscal_year\":2025,\"stage\":9,"
		"\"basis\":0,\"hours_per_person_year\":1860,\"body\":\"\",\"columns\":[],"
		"\"rows\":[],\"notes\":[]}",
		HEAD("3", "\"actual\"") "\"columns\":[],\"rows\":[],\"notes\":[]}",
		HEAD("2", "0") "\"columns\":[],\"rows\":[],\"notes\":[]}",
		HEAD("2", "\"late\"") "\"columns\":[],\"rows\":[],\"notes\":[]}",
		HEAD("2", "\"actual\"") "\"columns\":[],\"rows\":[[\"data\",1]],\"notes\":[]}",
		HEAD("2", "\"actual\"") "\"columns\":[],\"rows\":[[\"date\"]],\"notes\":[]}",
		HEAD("2", "\"actual\"") "\"columns\":[{\"id\":\"c\",\"label\":\"d\",\"type\":\"hour\","
		"\"flags\":[],\"group\":-1}],\"rows\":[],\"notes\":[]}",
		HEAD("2", "\"actual\"") "\"columns\":[{\"id\":\"c\",\"label\":\"d\",\"type\":\"hours\","
		"\"flags\":[\"file\"],\"group\":-1}],\"rows\":[],\"notes\":[]}",
		HEAD("2", "\"actual\"") "\"columns\":[{\"id\":\"c\",\"label\":\"d\",\"type\":\"hours\","
		"\"flags\":[\"files\"],\"group\":-1}],\"rows\":[[\"data\",1.5]],\"notes\":[]}"};
	struct table table;

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct error err = {0};

		assert_false(frozen_table_read(cases[i], &table, &err));
		assert_int_equal(err.code, ERROR_DATA);
	}
}

/* Each with one thing in it that no program wrote. */
static void what_no_program_wrote_is_not_raised(void **state)
{
	static const struct {
		const char *was, *is;
	} changes[] = {
		{"\"stage\":2", "\"stage\":3"}, {"\"basis\":1", "\"basis\":-1"},
		{"\"type\":4", "\"type\":9"}, {"\"flags\":75", "\"flags\":128"},
		{"\"flags\":0", "\"flags\":[]"}, {"[3,-1", "[4,-1"}, {"[2,\"x\"", "[6,\"x\""},
		{"\"notes\":[", "\"notes\":{},\"more\":["},
	};

	(void)state;
	for (size_t i = 0; i < sizeof changes / sizeof changes[0]; i++) {
		const char *at = strstr(first_form, changes[i].was);
		struct strbuf text = {0}, raised = {0};

		assert_non_null(at);
		strbuf_add(&text, first_form, (size_t)(at - first_form));
		strbuf_add_text(&text, changes[i].is);
		strbuf_add_text(&text, at + strlen(changes[i].was));
		if (frozen_form_raise(strbuf_text(&text), &raised))
			fail_msg("%s", changes[i].is);
		assert_int_equal(raised.length, 0);
		strbuf_free(&text);
		strbuf_free(&raised);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_read_is_what_was_written),
		cmocka_unit_test(names_are_kept_and_no_numbers),
		cmocka_unit_test(the_first_form_is_raised_and_lowered_exactly),
		cmocka_unit_test(what_was_not_written_so_is_refused),
		cmocka_unit_test(what_no_program_wrote_is_not_raised),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
