#include "config.h"

#include "exchange/render.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <jansson.h>

#include "base/text.h"
#include "model/table_scope.h"

/* The published table of golden/oita-r7-problem-types.csv, cut to three rows and their true total. */
static void build(struct table *table)
{
	static const struct {
		const char *code, *shown, *name;
		int64_t projects, hours;
		enum row_kind kind;
	} rows[] = {
		{"1", "①紙・手作業", "紙・手作業", 255, 8872, ROW_DATA},
		{"2", "②文書,資料", "文書,資料", 1214, -4785, ROW_DATA},
		{"", "未分類", "未分類", 1, 0, ROW_UNCLASSIFIED},
		{"", "合計", "合計", 1470, 4087, ROW_TOTAL},
	};

	table_init(table, "problem-types", "課題類型別");
	table->fiscal_year = 2025;
	table->hours_per_person_year = 1860;
	table->has_figures = true;
	table->ties = true;
	table->body = "大分県";
	table_add_column(table, "code", "番号", COLUMN_CODE)->people = false;
	table_add_column(table, "shown", "課題類型", COLUMN_TEXT)->files = false;
	table_add_column(table, "name", "課題類型の名", COLUMN_TEXT)->people = false;
	table_add_column(table, "projects", "件数（件）", COLUMN_COUNT_OF);
	table_add_column(table, "hours", "時間", COLUMN_HOURS);
	table_add_column(table, "person_years", "人役", COLUMN_PERSON_YEARS);
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct table_row *row = table_add_row(table, rows[i].kind);
		table_set_text(table, row, 0, rows[i].code);
		table_set_text(table, row, 1, rows[i].shown);
		table_set_text(table, row, 2, rows[i].name);
		table_set_number(table, row, 3, rows[i].projects);
		table_set_number(table, row, 4, rows[i].hours * 60 + (i == 0 ? 29 : 0));
		if (rows[i].kind != ROW_UNCLASSIFIED)
			table_set_number(table, row, 5, rows[i].hours * 60);
	}
	table_add_note(table, NOTE_LEFT_OUT, "下書き 3 件を除く", "left-out:draft=3,cancelled=1");
}

/* The caller frees. */
static char *render(const struct table *table, enum format format,
	const struct render_options *options)
{
	char *bytes = NULL;
	size_t size = 0;
	struct error err = {0};
	FILE *stream = open_memstream(&bytes, &size);

	if (!render_table(table, format, options, stream, &err))
		fail_msg("%s", err.message);
	fclose(stream);
	return bytes;
}

static void check(enum format format, const struct render_options *options, const char *expected)
{
	struct table table;

	build(&table);
	char *bytes = render(&table, format, options);
	assert_string_equal(bytes, expected);
	free(bytes);
	table_free(&table);
}

static void writes_csv_for_machines(void **state)
{
	(void)state;
	const struct render_options options = {.encoding = ENCODING_AUTO};

	check(FORMAT_CSV, &options,
		"\xEF\xBB\xBF"
		"code,name,projects,hours,person_years,scope_body,scope_fiscal_year,scope_stage,"
		"scope_basis,scope_hours_per_person_year,note\r\n"
		"1,紙・手作業,255,8872,4.8,大分県,2025,estimate,in-year,1860,\r\n"
		"2,\"文書,資料\",1214,-4785,-2.6,大分県,2025,estimate,in-year,1860,\r\n"
		",未分類,1,0,,大分県,2025,estimate,in-year,1860,\r\n"
		",合計,1470,4087,2.2,大分県,2025,estimate,in-year,1860,\"fiscal_year=2025 stage=estimate basis=in-year "
		"hours_per_person_year=1860 left-out:draft=3,cancelled=1\"\r\n");
}

static void writes_csv_for_people(void **state)
{
	(void)state;
	const struct render_options options = {.encoding = ENCODING_UTF8, .localized = true};
	struct table table;

	build(&table);
	char *bytes = render(&table, FORMAT_CSV, &options);
	assert_non_null(strstr(bytes, "番号,課題類型の名,件数（件）,時間,人役,Scope: Body,"
		"Scope: Fiscal year,Scope: Stage,Scope: Basis,Scope: Hours per person-year,Notes\r\n"));
	assert_non_null(strstr(bytes, "2,\"文書,資料\",1214,-4785,-2.6,大分県,"));
	assert_non_null(strstr(bytes, "1,860 hours / 下書き 3 件を除く\"\r\n"));
	free(bytes);
	table_free(&table);
}

static void writes_lists_without_a_note_column(void **state)
{
	(void)state;
	const struct render_options options = {.encoding = ENCODING_CP932};
	struct table table;
	struct error err = {0};

	table_init(&table, "list", "一覧");
	table_add_column(&table, "number", "番号", COLUMN_CODE);
	table_add_column(&table, "title", "取組名", COLUMN_TEXT);
	struct table_row *row = table_add_row(&table, ROW_DATA);
	table_set_text(&table, row, 0, "R7-0001");
	table_set_text(&table, row, 1, "=班");
	char *bytes = render(&table, FORMAT_CSV, &options);
	assert_string_equal(bytes, "number,title\r\nR7-0001,'=\x94\xC7\r\n");
	free(bytes);
	table_set_text(&table, &table.rows.items[0], 1, "𠮷");
	FILE *stream = tmpfile();
	assert_false(render_table(&table, FORMAT_CSV, &options, stream, &err));
	assert_non_null(strstr(err.message, "record 2, title “𠮷”"));
	fclose(stream);
	table_free(&table);
}

static void writes_json(void **state)
{
	(void)state;
	const struct render_options options = {0};

	check(FORMAT_JSON, &options,
		"{\"table\": \"problem-types\",\n"
		"\"body\": \"大分県\",\n"
		"\"fiscal_year\": 2025,\n"
		"\"stage\": \"estimate\",\n"
		"\"basis\": \"in-year\",\n"
		"\"hours_per_person_year\": 1860,\n"
		"\"ties\": true,\n"
		"\"scope\": {},\n"
		"\"columns\": [{\"id\": \"code\", \"type\": \"code\"}, "
		"{\"id\": \"name\", \"type\": \"text\"}, {\"id\": \"projects\", \"type\": \"count\"}, "
		"{\"id\": \"hours\", \"type\": \"hours\"}, "
		"{\"id\": \"person_years\", \"type\": \"person_years\"}],\n"
		"\"rows\": [\n"
		"{\"row_kind\": \"data\", \"code\": \"1\", \"name\": \"紙・手作業\", \"projects\": 255, "
		"\"hours\": 8872, \"minutes\": 532349, \"person_years\": \"4.8\"},\n"
		"{\"row_kind\": \"data\", \"code\": \"2\", \"name\": \"文書,資料\", \"projects\": 1214, "
		"\"hours\": -4785, \"minutes\": -287100, \"person_years\": \"-2.6\"},\n"
		"{\"row_kind\": \"unclassified\", \"code\": \"\", \"name\": \"未分類\", \"projects\": 1, "
		"\"hours\": 0, \"minutes\": 0, \"person_years\": null}\n"
		"],\n"
		"\"total\": {\"code\": \"\", \"name\": \"合計\", \"projects\": 1470, \"hours\": 4087, "
		"\"minutes\": 245220, \"person_years\": \"2.2\"},\n"
		"\"notes\": [\"left-out:draft=3,cancelled=1\"]}\n");
}

/* A part never looks like the whole: unit, filter and snapshot stand in every format. */
static void says_what_it_covers(void **state)
{
	static const struct {
		enum format format;
		bool localized;
		const char *words[6];
	} ways[] = {
		{FORMAT_TEXT, true, {"大分県 福祉保健部  課題類型別\n",
			"\nFilter: ツール 生成AI  Snapshot: 中間  Frozen at: 2025-11-20\n"}},
		{FORMAT_CSV, false, {",scope_unit,", ",scope_filter,scope_snapshot,scope_frozen_at,note\r\n",
			",福祉,", ",tool:=genai,mid,2025-11-20T10:00:00,\r\n"}},
		{FORMAT_CSV, true, {",Scope: Unit,", ",福祉保健部,", ",ツール 生成AI,中間,2025-11-20,\r\n"}},
		{FORMAT_JSON, false, {"\"scope\": {\"unit\": \"福祉\", \"filter\": \"tool:=genai\", "
			"\"snapshot\": \"mid\", \"frozen_at\": \"2025-11-20T10:00:00\"},\n"}},
		{FORMAT_JSON, true, {"\"unit\": \"福祉保健部\", \"filter\": \"ツール 生成AI\""}},
	};
	struct table table;

	(void)state;
	build(&table);
	table_scope_say(&table, SCOPE_UNIT, "福祉保健部", "福祉");
	table_scope_say(&table, SCOPE_FILTER, "ツール 生成AI", "tool:=genai");
	table_scope_say(&table, SCOPE_SNAPSHOT, "中間", "mid");
	table_scope_say(&table, SCOPE_FROZEN_AT, "2025-11-20", "2025-11-20T10:00:00");
	for (size_t w = 0; w < sizeof ways / sizeof ways[0]; w++) {
		const struct render_options options = {.localized = ways[w].localized};
		char *bytes = render(&table, ways[w].format, &options);

		for (size_t i = 0; ways[w].words[i]; i++)
			if (!strstr(bytes, ways[w].words[i]))
				fail_msg("%s is not in\n%s", ways[w].words[i], bytes);
		free(bytes);
	}
	table_free(&table);
}

static void writes_json_that_parses_whatever_the_text(void **state)
{
	(void)state;
	const struct render_options options = {.localized = true};
	struct table table;

	table_init(&table, "list", "\"一覧\"\\");
	table_add_column(&table, "title", "取組名\n（改行）", COLUMN_TEXT);
	table_add_column(&table, "genai:hours", "生成AI", COLUMN_HOURS);
	struct table_row *row = table_add_row(&table, ROW_DATA);
	table_set_text(&table, row, 0, "a\"\\\n\x01\xFF𠮷");
	table_set_number(&table, row, 1, 90);
	char *bytes = render(&table, FORMAT_JSON, &options);
	json_t *root = json_loads(bytes, 0, NULL);
	assert_non_null(root);
	const json_t *only = json_array_get(json_object_get(root, "rows"), 0);
	assert_string_equal(json_string_value(json_object_get(only, "title")), "a\"\\ \xEF\xBF\xBD𠮷");
	assert_int_equal(json_integer_value(json_object_get(only, "genai:hours")), 2);
	assert_int_equal(json_integer_value(json_object_get(only, "genai:minutes")), 90);
	assert_true(json_is_null(json_object_get(root, "total")));
	assert_true(json_is_null(json_object_get(root, "fiscal_year")));
	assert_null(json_object_get(root, "stage"));
	json_decref(root);
	free(bytes);
	table_free(&table);
}

static void writes_aligned_text(void **state)
{
	(void)state;
	const struct render_options options = {0};

	/* 11 + 2 + 10 + 2 + 6 + 2 + 4 columns: ① and △ take one each */
	check(FORMAT_TEXT, &options,
		"大分県  課題類型別\n"
		"令和7年度  Estimate, In-year  1 person-year = 1,860 hours\n"
		"課題類型     件数（件）    時間  人役\n"
		"─────────────────────────────────────\n"
		"①紙・手作業         255   8,872   4.8\n"
		"②文書,資料        1,214  △4,785  △2.6\n"
		"未分類                1       0\n"
		"─────────────────────────────────────\n"
		"合計              1,470   4,087   2.2\n"
		"Note: 下書き 3 件を除く\n");
}

static void cuts_wide_texts_but_no_figures(void **state)
{
	(void)state;
	struct render_options options = {.columns = 24, .color = true};
	struct table table;

	text_set_ambiguous_width(2);
	table_init(&table, "list", "");
	table_add_column(&table, "number", "No", COLUMN_CODE)->people = true;
	table_add_column(&table, "title", "取組名", COLUMN_TEXT);
	table_add_column(&table, "yen", "円", COLUMN_YEN);
	struct table_row *row = table_add_row(&table, ROW_DATA);
	table_set_text(&table, row, 0, "R7-0001");
	table_set_text(&table, row, 1, "児童相談所の\n記録作成");
	table_set_number(&table, row, 2, 5);
	row = table_add_row(&table, ROW_DATA);
	table_set_number(&table, row, 2, -12);
	char *bytes = render(&table, FORMAT_TEXT, &options);
	/* 7 + 2 + 12 + 2 + 4: one text stays at its narrowest, so the line is wider than asked */
	assert_string_equal(bytes,
		"No       取組名          円\n"
		"---------------------------\n"
		"R7-0001  児童相談所~      5\n"
		"                       \033[31m△12\033[0m\n");
	free(bytes);
	table_free(&table);
	text_set_ambiguous_width(1);
}

static void knows_the_formats(void **state)
{
	(void)state;
	enum format format;

	assert_true(format_parse("json", &format));
	assert_int_equal(format, FORMAT_JSON);
	assert_false(format_parse("JSON", &format));
	assert_string_equal(format_id(FORMAT_XLSX), "xlsx");
	assert_int_equal(format_of_path("a/b.XLSX"), FORMAT_XLSX);
	assert_int_equal(format_of_path("b.txt"), FORMAT_TEXT);
	assert_int_equal(format_of_path("b.pdf"), FORMAT_PDF);
	assert_int_equal(format_of_path("pdf"), FORMAT_CSV);
	assert_true(format_available(FORMAT_TEXT));
}

static void says_when_the_disk_is_full(void **state)
{
	(void)state;
	FILE *stream = fopen("/dev/full", "w");
	const struct render_options options = {0};
	struct table table;

	if (!stream)
		skip();
	build(&table);
	for (int format = FORMAT_TEXT; format <= FORMAT_JSON; format++) {
		struct error err = {0};
		assert_false(render_table(&table, (enum format)format, &options, stream, &err));
		assert_int_equal(err.code, ERROR_FILE);
	}
	table_free(&table);
	fclose(stream);
}

/* Rows beyond the last of a sheet would be lost without a word. */
static void more_rows_than_excel_has_are_refused(void **state)
{
	const struct render_options options = {0};
	struct error err = {0};
	struct table table;
	FILE *const stream = tmpfile();

	(void)state;
	assert_non_null(stream);
	table_init(&table, "many", "Many");
	for (int r = 0; r < 1048576; r++)
		table_add_row(&table, ROW_DATA);
	assert_false(render_table(&table, FORMAT_XLSX, &options, stream, &err));
	if (format_available(FORMAT_XLSX))
		assert_non_null(strstr(err.message, "1048577"));
	assert_int_equal(ftell(stream), 0);
	table_free(&table);
	fclose(stream);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(more_rows_than_excel_has_are_refused),
		cmocka_unit_test(writes_csv_for_machines),
		cmocka_unit_test(writes_csv_for_people),
		cmocka_unit_test(writes_lists_without_a_note_column),
		cmocka_unit_test(writes_json),
		cmocka_unit_test(says_what_it_covers),
		cmocka_unit_test(writes_json_that_parses_whatever_the_text),
		cmocka_unit_test(writes_aligned_text),
		cmocka_unit_test(cuts_wide_texts_but_no_figures),
		cmocka_unit_test(knows_the_formats),
		cmocka_unit_test(says_when_the_disk_is_full),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
