#include "config.h"

#include "exchange/sheet.h"
#include "exchange/sheet_causes.h"
#include "exchange/sheet_rejects.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/strbuf.h"
#include "model/project.h"

/* What a file came to: "line id=cell id=cell;" for each row, of the columns that are there. */
struct reading {
	enum sheet_kind kind;
	struct strbuf rows;
	struct sheet_report report;
	struct error err;
	bool ok;
};

static bool note_row(const struct sheet_row *row, struct sheet_report *report, void *data,
	struct error *err)
{
	struct reading *reading = data;
	size_t count;
	const struct sheet_column *columns = sheet_columns(reading->kind, &count);

	(void)err;
	strbuf_addf(&reading->rows, "%d", (int)row->line);
	for (size_t i = 0; i < count; i++) {
		assert_non_null(row->cells[i]);
		assert_non_null(row->headings[i]);
		if (row->present[i])
			strbuf_addf(&reading->rows, " %s=%s", columns[i].id, row->cells[i]);
		else
			assert_string_equal(row->cells[i], "");
		if (strcmp(row->cells[i], "bad") == 0)
			sheet_reject_add(report, row->line, row->headings[i], "bad", "why");
	}
	strbuf_add_text(&reading->rows, ";");
	return true;
}

static void read_text(struct reading *reading, enum sheet_kind kind, const char *text,
	const char *map)
{
	FILE *stream = tmpfile();

	*reading = (struct reading){.kind = kind};
	fputs(text, stream);
	rewind(stream);
	reading->ok = sheet_read(stream, kind, &(struct sheet_options){.map = map}, note_row, reading,
		&reading->report, &reading->err);
	fclose(stream);
}

static void reading_free(struct reading *reading)
{
	strbuf_free(&reading->rows);
	sheet_report_free(&reading->report);
}

static void check_read(enum sheet_kind kind, const char *text, const char *map,
	const char *expected)
{
	struct reading reading;

	read_text(&reading, kind, text, map);
	if (!reading.ok)
		fail_msg("%s", reading.err.message);
	assert_string_equal(strbuf_text(&reading.rows), expected);
	reading_free(&reading);
}

static void check_refused(enum sheet_kind kind, const char *text, const char *map,
	const char *const parts[])
{
	struct reading reading;

	read_text(&reading, kind, text, map);
	assert_false(reading.ok);
	for (size_t i = 0; parts[i]; i++)
		if (!strstr(reading.err.message, parts[i]))
			fail_msg("'%s' is not in: %s", parts[i], reading.err.message);
	reading_free(&reading);
}

static void finds_headings_in_any_order_and_by_any_name(void **state)
{
	(void)state;
	check_read(SHEET_PROJECTS, "title,team\na,b\n", NULL, "2 team=b title=a;");
	check_read(SHEET_PROJECTS, "件名,削減時間（年）,班名,部局名\nkintone で電子化,12,企画班,総務部\n",
		NULL, "2 department=総務部 team=企画班 title=kintone で電子化 hours=12;");
	check_read(SHEET_PROJECTS, " 取 組 名 ,\"班\nコード\"\na,b\n", NULL, "3 team_code=b title=a;");
}

static void skips_title_lines_and_blank_lines(void **state)
{
	(void)state;
	check_read(SHEET_PROJECTS,
		"\xEF\xBB\xBF令和7年度　取組一覧,,\r\n\r\n,,作成日 令和7年11月\r\n取組名,班,\r\n,,\r\na,b,\r\n\r\n"
		"　, ,\r\nc\r\n\r\n",
		NULL, "6 team=b title=a;9 team= title=c;");
}

static void counts_lines_inside_cells(void **state)
{
	(void)state;
	check_read(SHEET_PROJECTS, "title,team\n\"a\nb\",c\nd,e\n", NULL,
		"2 team=c title=a\nb;4 team=e title=d;");
}

static void undoes_formula_guards(void **state)
{
	(void)state;
	check_read(SHEET_PROJECTS, "title,team\n'=1+1,''-x\n", NULL, "2 team='-x title==1+1;");
}

static void reports_what_it_ignores(void **state)
{
	(void)state;
	struct reading reading;

	read_text(&reading, SHEET_PROJECTS, "備考,title,,,team\nx,a,,note,b\n,c,,note,d\n", NULL);
	assert_true(reading.ok);
	assert_string_equal(reading.rows.text, "2 team=b title=a;3 team=d title=c;");
	assert_int_equal(reading.report.rows, 2);
	assert_int_equal(reading.report.encoding, ENCODING_UTF8);
	assert_int_equal(reading.report.ignored.count, 2);
	assert_string_equal(reading.report.ignored.items[0], "備考");
	assert_string_equal(reading.report.ignored.items[1], "column 4 (no heading)");
	assert_int_equal(reading.report.rejects.count, 0);
	reading_free(&reading);
}

static void rejects_rows_longer_than_the_headings(void **state)
{
	(void)state;
	struct reading reading;

	read_text(&reading, SHEET_PROJECTS, "title,team\na,b,,\nc,d,,e\nf,bad\n", NULL);
	assert_true(reading.ok);
	assert_string_equal(reading.rows.text, "2 team=b title=a;4 team=bad title=f;");
	assert_int_equal(reading.report.rows, 3);
	assert_int_equal(reading.report.rejects.count, 2);
	assert_int_equal(reading.report.rejects.items[0].line, 3);
	assert_string_equal(reading.report.rejects.items[0].column, "");
	assert_string_equal(reading.report.rejects.items[0].value, "e");
	assert_int_equal(reading.report.rejects.items[1].line, 4);
	assert_string_equal(reading.report.rejects.items[1].column, "team");
	reading_free(&reading);
}

static void obeys_the_map(void **state)
{
	(void)state;
	check_read(SHEET_PROJECTS, "事業,係,備考,取組\na,b,c,d\n",
		"# ours\r\n\r\n事 業=title\r\n備考 = owner \r\n取組=\r\n", "2 team=b title=a owner=c;");
	/* by label, in full width, with signs inside */
	check_read(SHEET_PROJECTS, "事業=名,係：名,備考\na,b,c\n", "\"事業=名\" ＝ 取組名\n\"係：名\" = 班\n備考=担当者\n",
		"2 team=b title=a owner=c;");
	check_refused(SHEET_PROJECTS, "a\n", "x=title\ny=titel\n",
		(const char *const[]){"line 2", "“titel”", "mapping fields projects", NULL});
	check_refused(SHEET_PROJECTS, "a\n", "title\n", (const char *const[]){"line 1", NULL});
	check_refused(SHEET_PROJECTS, "a\n", "\n\n課題類型 ?\n", (const char *const[]){"line 3", "nothing", NULL});
}

static void reads_values_as_others(void **state)
{
	(void)state;
	check_read(SHEET_PROJECTS, "取組名,班,ツール,状態\na,b,電 子申請,※\nc,d,〃,\ne,f,電子,未定\n",
		"ツール: 電子申請 = Graffer電子申請\n状態：※＝登録\n状態: 未定 =\n",
		"2 team=b title=a tools=Graffer電子申請 status=登録;"
		"3 team=d title=c tools=Graffer電子申請 status=;"
		"4 team=f title=e tools=電子 status=;");
	/* of a field that an earlier line has given a heading; never twice */
	check_read(SHEET_PROJECTS, "取組名,班,X\na,b,あ\nc,d,い\nc,d,同上\n", "X=担当者\nX: あ = い\nX: い = う\n",
		"2 team=b title=a owner=い;3 team=d title=c owner=う;4 team=d title=c owner=う;");
}

static void fills_what_the_file_does_not_say(void **state)
{
	(void)state;
	check_read(SHEET_PROJECTS, "取組名,ツール\na,\nb,RPA\n", "班 := 010101\nツール ? \"なし:?=\"\n状態 ？ 登録\n",
		"2 team=010101 title=a tools=なし:?= status=登録;3 team=010101 title=b tools=RPA status=登録;");
	/* a mapping alone makes no headings */
	check_refused(SHEET_PROJECTS, "x\ny\n", "班 := 010101\n取組名 := 一つ\n",
		(const char *const[]){"No line of headings", NULL});
}

static void takes_the_year_of_the_title(void **state)
{
	(void)state;
	check_read(SHEET_PROJECTS, "令和6年度 取組一覧\n\n取組名,班\na,b\n", "年度 := 表題\n",
		"4 fiscal_year=R6 team=b title=a;");
	check_read(SHEET_PROJECTS, "取組名,班,年度\na,b,R5\n", "年度 := R7\n", "2 fiscal_year=R7 team=b title=a;");
	check_refused(SHEET_PROJECTS, "取組一覧\n取組名,班\na,b\n", "\n年度：＝表題\n",
		(const char *const[]){"line 2", "年度 := R7", NULL});
	check_refused(SHEET_PROJECTS, "取組名,班\na,b\n", "担当者 := 表題\n", (const char *const[]){"line 1", NULL});
	check_read(SHEET_PROJECTS, "取組名,班\na,b\n", "担当者 := \"表題\"\n", "2 team=b title=a owner=表題;");
}

static void tells_what_the_mapping_speaks_of_in_vain(void **state)
{
	struct reading reading;

	(void)state;
	read_text(&reading, SHEET_PROJECTS, "題,取組名,班,効果,,備考\n,,,x,y,\nz,a,b,c,d,e\n",
		"題 = \n事業 = 取組名\n効果 ▸ x = 担当者\n効果 ▸ z = 業務\n");
	assert_string_equal(reading.err.message, "");
	assert_string_equal(strbuf_text(&reading.rows), "3 team=b title=a owner=c;");
	assert_int_equal(reading.report.unmet.count, 2);
	assert_int_equal(reading.report.unmet.items[0].line, 2);
	assert_string_equal(reading.report.unmet.items[0].heading, "事業");
	assert_int_equal(reading.report.unmet.items[1].line, 4);
	reading_free(&reading);
}

static void refuses_two_headings_for_one_column(void **state)
{
	(void)state;
	check_refused(SHEET_PROJECTS, "取組名,班,件名\na,b,c\n", NULL,
		(const char *const[]){"\"取組名\"", "\"件名\"", "Line 1", NULL});
	check_read(SHEET_PROJECTS, "取組名,班,件名\na,b,c\n", "件名=\n", "2 team=b title=a;");
}

static void says_which_headings_are_missing(void **state)
{
	(void)state;
	check_refused(SHEET_PROJECTS, "表紙\n\n取組名,部局,所属\na,b,c\n", NULL,
		(const char *const[]){"Title, Team code or Team", "取組名, 部局, 所属", NULL});
	check_refused(SHEET_PROJECTS, "\n\n", NULL, (const char *const[]){"Title", NULL});
	check_refused(SHEET_PROJECTS, "", NULL, (const char *const[]){"empty", NULL});
	struct strbuf late = {0};
	for (int i = 0; i < 30; i++)
		strbuf_add_text(&late, "x\n");
	strbuf_add_text(&late, "title,team\na,b\n");
	check_refused(SHEET_PROJECTS, strbuf_text(&late), NULL,
		(const char *const[]){"No line of headings", NULL});
	check_read(SHEET_PROJECTS, strbuf_text(&late) + 2, NULL, "31 team=b title=a;");
	strbuf_free(&late);
}

static void headings_may_take_two_lines(void **state)
{
	(void)state;
	check_read(SHEET_PROJECTS, "取組名,班,効果,,備考\n,,削減時間,導入経費,\nあ,い,120,300,x\n", NULL,
		"3 team=い title=あ implementation_cost_yen=300 hours=120;");
	check_read(SHEET_PROJECTS, "取組名,班,担当者\nあ,い,う\n", NULL, "2 team=い title=あ owner=う;");
	check_read(SHEET_PROJECTS, "取組名,班,備考\nあ,い,\n", NULL, "2 team=い title=あ;");
}

static void cells_may_point_to_the_one_above(void **state)
{
	(void)state;
	check_read(SHEET_PROJECTS, "部局,取組名,班\n総務部,あ,い\n〃,う,同上\n\n〃,え,お\n合計,3,\n", NULL,
		"2 department=総務部 team=い title=あ;3 department=総務部 team=い title=う;"
		"5 department=総務部 team=お title=え;");
}

static void none_is_empty_where_the_file_is_not_ours(void **state)
{
	(void)state;
	check_read(SHEET_PROJECTS, "取組名,班,担当者\nあ,い,－\nう,え,なし\n", NULL,
		"2 team=い title=あ owner=;3 team=え title=う owner=;");
	/* what this program wrote is what it says: a title may be 〃, an owner なし, and no row is a sum */
	check_read(SHEET_PROJECTS, "title,team,owner\n〃,b,なし\n計,b,-\n", NULL,
		"2 team=b title=〃 owner=なし;3 team=b title=計 owner=-;");
}

static void figures_have_the_unit_of_their_heading(void **state)
{
	(void)state;
	check_read(SHEET_PROJECTS, "単位：千円,,,\n取組名,班,導入経費,削減時間\nあ,い,300,5\n", NULL,
		"3 team=い title=あ implementation_cost_yen=300千円 hours=5;");
	check_read(SHEET_PROJECTS,
		"一覧（単位：時間、百万円）,,,\n取組名,班,導入経費,削減時間\nあ,い,3,5\n", NULL,
		"3 team=い title=あ implementation_cost_yen=3百万円 hours=5;");
	check_read(SHEET_PROJECTS, "取組名,班,導入経費（千円）\nあ,い,300\nう,え,5万円\n", NULL,
		"2 team=い title=あ implementation_cost_yen=300千円;3 team=え title=う "
		"implementation_cost_yen=5万円;");
}

static void headings_are_known_by_what_they_mean(void **state)
{
	static const char *const hours[] = {"削減時間（年間・見込）", "（見込み）削減時間［時間］/年 ※1",
		"想定削減時間", "削減時間数", "【見込】削減時間(h)"};

	(void)state;
	for (size_t i = 0; i < sizeof hours / sizeof hours[0]; i++)
		assert_int_equal(sheet_column_by_heading(SHEET_PROJECTS, hours[i]),
			sheet_column_by_heading(SHEET_PROJECTS, "削減時間"));
	assert_true(sheet_column_by_heading(SHEET_PROJECTS, "班数") < 0);
	assert_true(sheet_column_by_heading(SHEET_PROJECTS, "削減時間（実績）") < 0);
	assert_true(sheet_column_by_heading(SHEET_PROJECTS, "削減時間（時間/月）") < 0);
}

static void no_figure_is_dropped_in_silence(void **state)
{
	(void)state;
	check_refused(SHEET_PROJECTS, "取組名,班,謎の削減効果額\nあ,い,5\n", NULL,
		(const char *const[]){"謎の削減効果額", "looks like a figure", NULL});
	check_read(SHEET_PROJECTS, "取組名,班,謎の削減効果額\nあ,い,5\n", "謎の削減効果額=\n",
		"2 team=い title=あ;");
}

static enum sheet_kind kind_of(const char *id)
{
	enum sheet_kind kind;

	assert_true(sheet_kind_parse(id, &kind));
	return kind;
}

static void reads_the_other_kinds(void **state)
{
	(void)state;
	check_read(kind_of("units"),
		"コード,種別,名称,上位コード,開始年度,終了年度,後継コード,主管課,並び順\n"
		"10,部局,総務部,,R7,,,0,1\n",
		NULL,
		"2 code=10 kind=部局 name=総務部 parent_code= first_fiscal_year=R7 last_fiscal_year= "
		"successor_code= lead_section=0 position=1;");
	check_read(kind_of("people"), "職員番号,氏名,役割,所属コード\n1,大分花子,leader,1001\n", NULL,
		"2 code=1 name=大分花子 role=leader unit_code=1001;");
	check_read(kind_of("leaders"), "年度,所属コード,DX推進リーダー\nR7,1001,大分花子\n", NULL,
		"2 fiscal_year=R7 section_code=1001 name=大分花子;");
	check_read(SHEET_EFFECTS,
		"取組番号,作業,取組前件数（件）,before_minutes,after_minutes,件数(後),期間,月数\n"
		"R7-0001,記録作成,88,39.2,19.6,88,月,7\n",
		NULL,
		"2 project_number=R7-0001 label=記録作成 before_minutes=39.2 before_cases=88 "
		"after_minutes=19.6 after_cases=88 period=月 periods_in_year=7;");
	/* minutes are no hours */
	check_read(SHEET_EFFECTS, "取組番号,直接入力（分）\nR7-0001,5\n", NULL,
		"2 project_number=R7-0001 direct_minutes_in_year=5;");
	check_refused(SHEET_EFFECTS, "取組番号,直接入力（分/件）\nR7-0001,5\n", NULL,
		(const char *const[]){"Hours entered directly", NULL});
	check_read(SHEET_EFFECTS, "取組番号,導入前（時間）,導入後（分）,3月,12月件数\nR7-0001,5,6,7,8\n", NULL,
		"2 project_number=R7-0001 cases_12=8 cases_03=7 direct_after_minutes_in_year=6 "
		"direct_before_hours=5;");
	check_read(SHEET_EFFECTS, "取組番号,直接入力（時間）\nR7-0001,5\n", NULL,
		"2 project_number=R7-0001 direct_hours=5;");
}

static void describes_every_kind(void **state)
{
	(void)state;
	size_t count;
	const struct sheet_column *columns = sheet_columns(SHEET_PROJECTS, &count);

	assert_string_equal(columns[0].id, "uuid");
	assert_string_equal(columns[count - 1].id, "hours");
	assert_true(columns[count - 1].import_only);
	assert_string_equal(columns[count - 3].id, "hours_before");
	assert_false(columns[count - 4].import_only);
	for (size_t kind = 0; kind < sheet_kind_count(); kind++) {
		enum sheet_kind parsed;
		assert_true(sheet_kind_parse(sheet_kind_id((enum sheet_kind)kind), &parsed));
		assert_int_equal(parsed, kind);
		columns = sheet_columns((enum sheet_kind)kind, &count);
		assert_true(count > 0 && count <= SHEET_COLUMNS_MAX);
		for (size_t i = 0; i < count; i++) {
			const int found = sheet_column_by_heading((enum sheet_kind)kind, columns[i].id);
			assert_int_equal(found, i);
			assert_int_equal(sheet_column_by_heading((enum sheet_kind)kind,
						 columns[i].label), i);
		}
	}
	enum sheet_kind kind;
	assert_false(sheet_kind_parse("project", &kind));
}

static void writes_the_rejects(void **state)
{
	(void)state;
	struct sheet_report report = {0};
	char *bytes = NULL;
	size_t size = 0;
	FILE *stream = open_memstream(&bytes, &size);
	char value[400];

	memset(value, 'v', sizeof value);
	value[sizeof value - 1] = '\0';
	sheet_reject_add(&report, 3, "取組名", "=1,2", "\"why\"");
	sheet_reject_add(&report, 1000000, "", value, "");
	struct csv_writer *writer = sheet_rejects_start(stream, false);
	sheet_rejects_put(writer, &report, NULL);
	assert_true(csv_writer_finish(writer, NULL));
	fclose(stream);
	char *second = strstr(bytes, "1000000");
	assert_non_null(second);
	assert_int_equal(strspn(second + 11, "v"), 199);
	*second = '\0';
	assert_string_equal(bytes, "\xEF\xBB\xBFline,sheet,cell,column,value,reason\r\n"
				   "3,,,取組名,\"'=1,2\",\"\"\"why\"\"\"\r\n");
	free(bytes);
	sheet_report_free(&report);
}

/* One message a cause: what a row quotes and its numbers do not make another one. */
static void tells_a_cause_once(void **state)
{
	(void)state;
	struct sheet_report report = {0};
	struct sheet_causes causes = {0};
	struct strbuf said = {0};

	sheet_report_begin(&report, "form 1");
	sheet_report_heading(&report, "title");
	for (int i = 0; i < 26; i++)
		sheet_report_heading(&report, "");
	sheet_report_heading(&report, "team");
	for (int i = 0; i < 8; i++) {
		char value[8], reason[40];

		snprintf(value, sizeof value, "T%d", i);
		snprintf(reason, sizeof reason, "there is no “%s” in line %d", value, i);
		sheet_reject_add(&report, 3 + i, "team", value, reason);
		sheet_reject_add(&report, 3 + i, "title", i == 5 ? "x" : "y", "“z” is short");
	}
	sheet_reject_add(&report, 20, "", "", "the row is bad");
	sheet_causes_find(&report, &causes);
	assert_int_equal(causes.items.count, 3);
	assert_int_equal(causes.items.items[0].rows, 8);
	assert_int_equal(causes.items.items[1].rows, 8);
	for (size_t i = 0; i < causes.items.count; i++) {
		sheet_cause_say(&report, &causes.items.items[i], &said);
		strbuf_add_text(&said, "\n");
		sheet_cause_more(&causes.items.items[i], &said);
		strbuf_add_text(&said, "\n");
	}
	assert_string_equal(said.text,
		"'form 1'!AB3: team: there is no “T0” in line 0\n"
		"The same in 7 more rows: 4 “T1”, 5 “T2”, 6 “T3”, 7 “T4”, 8 “T5”, …\n"
		"'form 1'!A3: title “y”: “z” is short\n"
		"The same in 7 more rows: 4, 5, 6, 7, 8 “x”, …\n"
		"'form 1'!20: the row is bad\n\n");
	strbuf_free(&said);
	sheet_causes_free(&causes);
	sheet_report_free(&report);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(finds_headings_in_any_order_and_by_any_name),
		cmocka_unit_test(skips_title_lines_and_blank_lines),
		cmocka_unit_test(counts_lines_inside_cells),
		cmocka_unit_test(undoes_formula_guards),
		cmocka_unit_test(reports_what_it_ignores),
		cmocka_unit_test(rejects_rows_longer_than_the_headings),
		cmocka_unit_test(obeys_the_map),
		cmocka_unit_test(reads_values_as_others),
		cmocka_unit_test(fills_what_the_file_does_not_say),
		cmocka_unit_test(takes_the_year_of_the_title),
		cmocka_unit_test(tells_what_the_mapping_speaks_of_in_vain),
		cmocka_unit_test(refuses_two_headings_for_one_column),
		cmocka_unit_test(says_which_headings_are_missing),
		cmocka_unit_test(headings_may_take_two_lines),
		cmocka_unit_test(cells_may_point_to_the_one_above),
		cmocka_unit_test(none_is_empty_where_the_file_is_not_ours),
		cmocka_unit_test(figures_have_the_unit_of_their_heading),
		cmocka_unit_test(headings_are_known_by_what_they_mean),
		cmocka_unit_test(no_figure_is_dropped_in_silence),
		cmocka_unit_test(reads_the_other_kinds),
		cmocka_unit_test(describes_every_kind),
		cmocka_unit_test(writes_the_rejects),
		cmocka_unit_test(tells_a_cause_once),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
