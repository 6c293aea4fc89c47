#include "config.h"

#include "model/project.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/i18n.h"
#include "project_fixture.h"

static struct fixture fixture;
static struct project project;

static int begin(void **state)
{
	(void)state;
	project_init(&project);
	project.fiscal_year = 2025;
	return 0;
}

static int end(void **state)
{
	(void)state;
	project_free(&project);
	return 0;
}

static void assert_field(enum field field, enum field_style style, const char *expected)
{
	struct strbuf out = {0};

	project_field_get(&project, field, &fixture.context, style, &out);
	assert_string_equal(strbuf_text(&out), expected);
	strbuf_free(&out);
}

static void assert_machine(enum field field, const char *expected)
{
	assert_field(field, FIELD_MACHINE, expected);
}

static void set(enum field field, const char *text)
{
	struct error err = {0};

	if (!project_field_set(&project, field, text, &fixture.context, &err))
		fail_msg("%s: %s", project_fields[field].id, err.message);
}

/* Refused with a message that holds the label and part; the field is as it was. */
static void assert_refused(enum field field, const char *text, const char *part)
{
	struct error err = {0};
	struct strbuf before = {0};

	project_field_get(&project, field, &fixture.context, FIELD_MACHINE, &before);
	assert_false(project_field_set(&project, field, text, &fixture.context, &err));
	assert_int_equal(err.code, ERROR_DATA);
	if (!strstr(err.message, _(project_fields[field].label)) || !strstr(err.message, part))
		fail_msg("'%s' is missing in: %s", part, err.message);
	assert_machine(field, strbuf_text(&before));
	strbuf_free(&before);
}

/* ---- the table ------------------------------------------------------------------------------ */

static void ids_are_those_of_the_files(void **state)
{
	static const char files[] =
		"uuid number fiscal_year department_code department section_code section team_code "
		"team title problem_type_code problem_type primary_tool tools status leader owner "
		"current_issue approach qualitative_effect work implementation_cost_yen "
		"running_cost_yen started_on operating_from replicable copied_from "
		"saved_minutes_in_year saved_minutes_full_year actual_minutes_in_year "
		"actual_minutes_full_year stage progress next_plan expected_savings open_issues "
		"result_text no_result_reason status_reason excluded ";
	struct strbuf ids = {0};

	(void)state;
	for (int field = 0; field < FIELD_COUNT; field++) {
		assert_non_null(project_fields[field].id);
		assert_int_equal(project_field_by_heading(project_fields[field].id), field);
		if (project_fields[field].exported)
			strbuf_addf(&ids, "%s ", project_fields[field].id);
	}
	assert_string_equal(ids.text, files);
	strbuf_free(&ids);
}

static void assert_distinct_headings(void)
{
	for (int field = 0; field < FIELD_COUNT; field++) {
		struct strbuf names = {0};
		strbuf_addf(&names, "%s\n%s\n%s", project_fields[field].label,
			_(project_fields[field].label), project_fields[field].variants);
		char *rest = names.text;
		for (char *name; (name = strsep(&rest, "\n")) != NULL;)
			if (project_field_by_heading(name) != field)
				fail_msg("%s is not %s", name, project_fields[field].id);
		strbuf_free(&names);
	}
}

static void no_heading_means_two_fields(void **state)
{
	(void)state;
	assert_distinct_headings();
	i18n_init("ja");
	assert_string_equal(_(project_fields[FIELD_CURRENT_ISSUE].label), "現状・課題");
	assert_distinct_headings();
	i18n_init("en");
}

static void understands_headings_of_offices(void **state)
{
	static const struct {
		const char *heading;
		int field;
	} cases[] = {
		{"年度", FIELD_FISCAL_YEAR}, {"部局名", FIELD_DEPARTMENT}, {"課名", FIELD_SECTION},
		{"係名", FIELD_TEAM}, {"班 名", FIELD_TEAM}, {"件名", FIELD_TITLE}, {"取組\n名", FIELD_TITLE},
		{"課題類型", FIELD_PROBLEM_TYPE}, {"ＩＣＴツール", FIELD_TOOLS}, {"使用ﾂｰﾙ", FIELD_TOOLS},
		{"主なツール", FIELD_PRIMARY_TOOL}, {"現状・課題", FIELD_CURRENT_ISSUE},
		{"DX推進リーダー（氏名）", FIELD_LEADER}, {"導入経費（円）", FIELD_IMPLEMENTATION_COST},
		{"導入経費(税込)", FIELD_IMPLEMENTATION_COST}, {"導入経費（千円）", -1},
		{"運用経費［百万円］", -1}, {"運用経費", FIELD_RUNNING_COST},
		{"運用開始(予定)", FIELD_OPERATING_FROM}, {"横展開", FIELD_REPLICABLE},
		{"削減時間", FIELD_HOURS}, {"削減時間（年）", FIELD_HOURS}, {"削減時間(h)", FIELD_HOURS},
		{"年間削減時間", FIELD_HOURS}, {"削減時間（実績）", FIELD_ACTUAL_HOURS}, {"Hours", FIELD_HOURS}, {"削減時間（分）", FIELD_SAVED_IN_YEAR},
		{"導入前（時間）", FIELD_HOURS_BEFORE}, {"取組後時間", FIELD_HOURS_AFTER},
		{"導入前（分）", -1}, {"削減率（%）", FIELD_REDUCTION_RATE}, {"導入前", -1},
		{"実績（分）", FIELD_ACTUAL_IN_YEAR}, {"平年度実績（分）", FIELD_ACTUAL_FULL_YEAR},
		{"実績時間", FIELD_ACTUAL_HOURS}, {"実績なしの理由", FIELD_NO_RESULT},
		{"削減時間（月）", -1}, {"No.", FIELD_NUMBER}, {"UUID", FIELD_UUID}, {"TITLE", FIELD_TITLE},
		{"進捗", FIELD_STATUS}, {"進捗（中間報告）", FIELD_PROGRESS}, {"今後の計画", FIELD_NEXT_PLAN},
		{"見込まれる効果", FIELD_EXPECTED_SAVINGS}, {"残る課題", FIELD_OPEN_ISSUES},
		{"成果", FIELD_RESULT}, {"差戻し理由", FIELD_STATUS_REASON}, {"標準業務", FIELD_EXCLUDED},
		{"", -1}, {"（年）", -1}, {"備考", -1},
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		if (project_field_by_heading(cases[i].heading) != cases[i].field)
			fail_msg("%s: %d", cases[i].heading,
				project_field_by_heading(cases[i].heading));
}

/* Every field that can be set is in the order once. */
static void the_order_of_setting_is_complete(void **state)
{
	enum field order[FIELD_COUNT];
	int seen[FIELD_COUNT] = {0};

	(void)state;
	const size_t count = project_set_order(order);
	for (size_t i = 0; i < count; i++)
		seen[order[i]]++;
	for (int field = 0; field < FIELD_COUNT; field++)
		assert_int_equal(seen[field], project_fields[field].exported ||
			field == FIELD_HOURS || field == FIELD_HOURS_BEFORE ||
			field == FIELD_HOURS_AFTER || field == FIELD_ACTUAL_HOURS);
}

/* ---- texts and figures ---------------------------------------------------------------------- */

static void keeps_texts_as_typed(void **state)
{
	(void)state;
	set(FIELD_TITLE, " ①㈱𠮷野の ｱﾝｹｰﾄ ");
	assert_machine(FIELD_TITLE, " ①㈱𠮷野の ｱﾝｹｰﾄ ");
	set(FIELD_APPROACH, "一\r\n二\r三\n\t四");
	assert_machine(FIELD_APPROACH, "一\n二\n三\n\t四");
	set(FIELD_APPROACH, "");
	assert_machine(FIELD_APPROACH, "");
}

static void refuses_texts_that_cannot_be_kept(void **state)
{
	struct strbuf text = {0};

	(void)state;
	for (int i = 0; i < PROJECT_TITLE_MAX; i++)
		strbuf_add_text(&text, "𠮷");
	set(FIELD_TITLE, text.text);
	strbuf_add_text(&text, "野");
	assert_refused(FIELD_TITLE, text.text, "200");
	strbuf_clear(&text);
	for (int i = 0; i < PROJECT_TEXT_MAX; i++)
		strbuf_add_text(&text, "\r\n");
	set(FIELD_APPROACH, text.text);
	strbuf_add_text(&text, "x");
	assert_refused(FIELD_APPROACH, text.text, "20000");
	strbuf_free(&text);
	assert_refused(FIELD_TITLE, "一\n二", "line");
	assert_refused(FIELD_TITLE, "一\t二", "control");
	assert_refused(FIELD_APPROACH, "\x1B[31m赤", "control");
	assert_refused(FIELD_WORK, "a\xC2\x85", "control");
	assert_refused(FIELD_OWNER, "\xE3\x81", "UTF-8");
}

static void reads_what_identifies(void **state)
{
	(void)state;
	set(FIELD_UUID, "6BA7B810-9DAD-11D1-80B4-00C04FD430C8");
	assert_machine(FIELD_UUID, "6ba7b810-9dad-11d1-80b4-00c04fd430c8");
	set(FIELD_UUID, "");
	assert_machine(FIELD_UUID, "6ba7b810-9dad-11d1-80b4-00c04fd430c8");
	assert_refused(FIELD_UUID, "6ba7", "6ba7");
	set(FIELD_NUMBER, "12");
	assert_machine(FIELD_NUMBER, "");
	set(FIELD_NUMBER, "令和7-12");
	assert_machine(FIELD_NUMBER, "R7-0012");
	set(FIELD_FISCAL_YEAR, "R7");
	assert_refused(FIELD_FISCAL_YEAR, "R8", "R8");
	assert_refused(FIELD_NUMBER, "R7", "R7");
	assert_machine(FIELD_FISCAL_YEAR, "2025");
	assert_field(FIELD_FISCAL_YEAR, FIELD_HUMAN, "FY2025");
	set(FIELD_COPIED_FROM, "6ba7b810-9dad-11d1-80b4-00c04fd430c8");
	set(FIELD_COPIED_FROM, "");
	assert_machine(FIELD_COPIED_FROM, "");
	assert_refused(FIELD_VERSION, "3", "3");
	assert_refused(FIELD_UPDATED_AT, "2025-01-01", "2025");
}

static void reads_costs_dates_flags_and_status(void **state)
{
	(void)state;
	assert_machine(FIELD_RUNNING_COST, "");
	set(FIELD_RUNNING_COST, "￥１，２００，０００円");
	assert_machine(FIELD_RUNNING_COST, "1200000");
	assert_field(FIELD_RUNNING_COST, FIELD_HUMAN, "1,200,000");
	assert_refused(FIELD_RUNNING_COST, "△5", "△5");
	assert_refused(FIELD_RUNNING_COST, "120ドル", "120ドル");
	set(FIELD_RUNNING_COST, " ");
	assert_machine(FIELD_RUNNING_COST, "");
	set(FIELD_IMPLEMENTATION_COST, "0");
	assert_machine(FIELD_IMPLEMENTATION_COST, "0");
	set(FIELD_STARTED_ON, "令和7年9月1日");
	assert_machine(FIELD_STARTED_ON, "2025-09-01");
	assert_refused(FIELD_STARTED_ON, "2025-02-30", "2025-02-30");
	set(FIELD_OPERATING_FROM, "2025-09-15");
	assert_machine(FIELD_OPERATING_FROM, "2025-09");
	set(FIELD_OPERATING_FROM, "");
	assert_machine(FIELD_OPERATING_FROM, "");
	assert_machine(FIELD_REPLICABLE, "0");
	set(FIELD_REPLICABLE, "○");
	assert_machine(FIELD_REPLICABLE, "1");
	set(FIELD_REPLICABLE, "不可");
	assert_machine(FIELD_REPLICABLE, "0");
	assert_refused(FIELD_REPLICABLE, "検討中", "検討中");
	set(FIELD_STATUS, "実施中");
	assert_machine(FIELD_STATUS, "running");
	set(FIELD_STATUS, "");
	assert_machine(FIELD_STATUS, "running");
	assert_refused(FIELD_STATUS, "寝", "Draft");
}

/* ---- units ---------------------------------------------------------------------------------------- */

static void assert_units(const char *department, const char *section, const char *team)
{
	assert_machine(FIELD_DEPARTMENT_CODE, department);
	assert_machine(FIELD_SECTION_CODE, section);
	assert_machine(FIELD_TEAM_CODE, team);
}

static void finds_units_by_code_and_name(void **state)
{
	(void)state;
	set(FIELD_TEAM_CODE, "２１０２");
	assert_units("2000", "2100", "2102");
	assert_machine(FIELD_TEAM, "相談班");
	assert_machine(FIELD_DEPARTMENT, "福祉保健部");
	set(FIELD_TEAM, "総務班"); /* the one of the section already set */
	assert_units("2000", "2100", "2101");
	set(FIELD_DEPARTMENT, "福祉保健部");
	assert_units("2000", "2100", "2101");
	set(FIELD_DEPARTMENT, "土木建築部");
	assert_units("3000", "", "");
	assert_refused(FIELD_TEAM, "相談班", "相談班");
	set(FIELD_SECTION, "道路課");
	set(FIELD_TEAM, "");
	assert_units("3000", "3100", "");
	set(FIELD_TEAM, "総務班");
	assert_units("3000", "3100", "3101");
	set(FIELD_SECTION_CODE, "");
	assert_units("3000", "", "");
	set(FIELD_DEPARTMENT_CODE, "");
	assert_units("", "", "");
	assert_refused(FIELD_TEAM, "総務班", "総務班"); /* two bear that name */
	assert_refused(FIELD_TEAM_CODE, "9999", "9999");
	set(FIELD_TEAM, "児童課 総務班");
	assert_units("2000", "2100", "2101");
}

/* ---- problem type and tools ------------------------------------------------------------------- */

static void finds_problem_types(void **state)
{
	(void)state;
	assert_field(FIELD_PROBLEM_TYPE, FIELD_HUMAN, "unclassified");
	set(FIELD_PROBLEM_TYPE, "③情報連携・共有・調整の非効率");
	assert_machine(FIELD_PROBLEM_TYPE_CODE, "3");
	assert_machine(FIELD_PROBLEM_TYPE, "情報連携・共有・調整の非効率");
	assert_field(FIELD_PROBLEM_TYPE, FIELD_HUMAN, "③情報連携・共有・調整の非効率");
	set(FIELD_PROBLEM_TYPE, "");
	assert_machine(FIELD_PROBLEM_TYPE_CODE, "3");
	assert_refused(FIELD_PROBLEM_TYPE, "9", "9");
	set(FIELD_PROBLEM_TYPE, "未分類");
	assert_machine(FIELD_PROBLEM_TYPE_CODE, "");
	set(FIELD_PROBLEM_TYPE_CODE, "１");
	assert_machine(FIELD_PROBLEM_TYPE_CODE, "1");
	set(FIELD_PROBLEM_TYPE_CODE, "");
	assert_machine(FIELD_PROBLEM_TYPE, "");
}

static void finds_tools(void **state)
{
	(void)state;
	set(FIELD_TOOLS, "生成AI、キントーン ／ chatgpt\n");
	assert_machine(FIELD_TOOLS, "genai;kintone");
	assert_machine(FIELD_PRIMARY_TOOL, "genai");
	assert_field(FIELD_TOOLS, FIELD_HUMAN, "生成AI, kintone");
	set(FIELD_PRIMARY_TOOL, "kintone");
	assert_machine(FIELD_TOOLS, "kintone;genai");
	set(FIELD_PRIMARY_TOOL, "");
	assert_machine(FIELD_PRIMARY_TOOL, "kintone");
	set(FIELD_TOOLS, "kintone,各種システム（庁内/庁外、その他），生成AI");
	assert_machine(FIELD_TOOLS, "kintone;various;genai");
	set(FIELD_TOOLS, "kintone;various;genai");
	assert_machine(FIELD_TOOLS, "kintone;various;genai");
	assert_refused(FIELD_TOOLS, "kintone、ほうき", "ほうき");
	assert_refused(FIELD_TOOLS, "FAX", "FAX");
	set(FIELD_TOOLS, "");
	assert_machine(FIELD_TOOLS, "");
}

static void refuses_too_many_tools(void **state)
{
	(void)state;
	set(FIELD_TOOLS, "t01;t02;t03;t04;t05;t06;t07;t08;t09;t10;t11;t12;t13;t14;t15;t16;t01");
	assert_int_equal(project.tool_count, PROJECT_TOOLS_MAX);
	assert_refused(FIELD_PRIMARY_TOOL, "kintone", "16");
	set(FIELD_PRIMARY_TOOL, "t16");
	assert_machine(FIELD_PRIMARY_TOOL, "t16");
	assert_refused(FIELD_TOOLS,
		"kintone;t01;t02;t03;t04;t05;t06;t07;t08;t09;t10;t11;t12;t13;t14;t15;t16", "16");
}

/* ---- savings ---------------------------------------------------------------------------------------- */

static void assert_saved(const char *in_year, const char *full_year, const char *stage)
{
	assert_machine(FIELD_SAVED_IN_YEAR, in_year);
	assert_machine(FIELD_SAVED_FULL_YEAR, full_year);
	assert_machine(FIELD_STAGE, stage);
}

static void hours_become_a_direct_line(void **state)
{
	(void)state;
	assert_saved("", "", "");
	assert_machine(FIELD_HOURS, "");
	assert_machine(FIELD_HOURS_BEFORE, "");
	assert_machine(FIELD_REDUCTION_RATE, "");
	set(FIELD_HOURS, "");
	assert_int_equal(project.effects.count, 0);
	set(FIELD_HOURS, "１，２００時間");
	assert_saved("72000", "72000", "estimate");
	assert_field(FIELD_HOURS, FIELD_HUMAN, "1,200");
	assert_int_equal(project.effects.count, 1);
	assert_int_equal(project.effects.items[0].kind, EFFECT_DIRECT);
	assert_int_equal(project.effects.items[0].line, 1);
	set(FIELD_HOURS, "12:30");
	assert_saved("750", "750", "estimate");
	set(FIELD_HOURS, "△12.5h");
	assert_saved("-750", "-750", "estimate");
	assert_field(FIELD_SAVED_IN_YEAR, FIELD_HUMAN, "△750");
	assert_refused(FIELD_HOURS, "約12", "約12");
	assert_int_equal(project.effects.count, 1);
}

static void hours_before_and_after_do_so_too(void **state)
{
	(void)state;
	assert_refused(FIELD_HOURS_AFTER, "176", "before");
	assert_int_equal(project.effects.count, 0);
	set(FIELD_HOURS_BEFORE, "1,095時間");
	assert_saved("0", "0", "estimate");
	set(FIELD_HOURS_AFTER, "176");
	assert_saved("55140", "55140", "estimate");
	assert_machine(FIELD_HOURS_BEFORE, "1095");
	assert_field(FIELD_HOURS_BEFORE, FIELD_HUMAN, "1,095");
	assert_machine(FIELD_HOURS_AFTER, "176");
	assert_machine(FIELD_REDUCTION_RATE, "83.9");
	set(FIELD_HOURS, "1000"); /* those before stay */
	assert_machine(FIELD_HOURS_AFTER, "95");
	assert_refused(FIELD_REDUCTION_RATE, "50", "50");
}

static void saved_minutes_are_exact(void **state)
{
	(void)state;
	set(FIELD_STAGE, "actual");
	set(FIELD_SAVED_IN_YEAR, "12068");
	assert_saved("12068", "12068", "actual");
	set(FIELD_SAVED_FULL_YEAR, "20688");
	assert_saved("12068", "20688", "actual");
	set(FIELD_SAVED_IN_YEAR, "100");
	assert_saved("100", "20688", "actual");
	assert_refused(FIELD_SAVED_IN_YEAR, "1.5", "1.5");
	set(FIELD_STAGE, "見込");
	assert_saved("", "", "");
	set(FIELD_SAVED_FULL_YEAR, "60");
	assert_saved("60", "60", "estimate");
	assert_int_equal(project.effects.count, 2); /* the estimate of the same line */
	assert_int_equal(project.effects.items[0].stage, STAGE_ESTIMATE);
	assert_int_equal(project.effects.items[0].line, 1);
	assert_int_equal(project.effects.items[1].line, 1);
	set(FIELD_STAGE, "");
	assert_saved("60", "60", "estimate");
	assert_refused(FIELD_STAGE, "夢", "夢");
}

/* domain.md §4: 1,724 minutes × 7 and 1,155 × 4 months. */
static void computed_lines_are_not_overwritten(void **state)
{
	(void)state;
	for (int line = 1; line <= 2; line++) {
		struct effect effect = effect_new(line, STAGE_ESTIMATE, PERIOD_MONTH, 240);
		effect.label = effect.destination = "";
		effect.before_minutes = line == 1 ? 3920 : 3000;
		effect.after_minutes = line == 1 ? 1960 : 1500;
		effect.before_cases = effect.after_cases = line == 1 ? 88 : 77;
		effect.periods_in_year = line == 1 ? 7 : 4;
		effect.periods_typed = 1;
		*vec_add(&project.effects) = effect;
	}
	assert_true(project_sum_effects(&project, NULL));
	assert_saved("16688", "34548", "estimate");
	assert_machine(FIELD_HOURS, "278");
	set(FIELD_SAVED_IN_YEAR, "16688");
	set(FIELD_HOURS, "278");
	assert_refused(FIELD_HOURS, "279", "effect lines");
	/* 3,449 × 7 and 2,310 × 4 minutes before: 556 hours */
	assert_machine(FIELD_HOURS_BEFORE, "556");
	assert_machine(FIELD_REDUCTION_RATE, "50.0");
	set(FIELD_HOURS_BEFORE, "556");
	assert_refused(FIELD_HOURS_BEFORE, "557", "effect lines");
	assert_refused(FIELD_SAVED_FULL_YEAR, "1", "effect lines");
	set(FIELD_STAGE, "実績");
	set(FIELD_HOURS, "200");
	assert_int_equal(project.effects.count, 3);
	assert_int_equal(project.effects.items[2].line, 3);
	assert_saved("12000", "12000", "actual");
}

/* ---- round trip --------------------------------------------------------------------------------- */

static void what_is_written_is_read_again(void **state)
{
	static const struct {
		enum field field;
		const char *text;
	} cells[] = {
		{FIELD_UUID, "6ba7b810-9dad-11d1-80b4-00c04fd430c8"}, {FIELD_NUMBER, "R7-0312"},
		{FIELD_TEAM_CODE, "2102"}, {FIELD_TITLE, "記録作成"}, {FIELD_PROBLEM_TYPE, "①"},
		{FIELD_TOOLS, "生成AI;kintone"}, {FIELD_STATUS, "reported"}, {FIELD_LEADER, "佐藤"},
		{FIELD_OWNER, "鈴木"}, {FIELD_CURRENT_ISSUE, "一\n二"}, {FIELD_APPROACH, "三"},
		{FIELD_QUALITATIVE_EFFECT, "四"}, {FIELD_WORK, "面接"}, {FIELD_RUNNING_COST, "0"},
		{FIELD_STARTED_ON, "2025-06-01"}, {FIELD_OPERATING_FROM, "2025-09"},
		{FIELD_REPLICABLE, "1"}, {FIELD_STAGE, "forecast"}, {FIELD_SAVED_IN_YEAR, "12068"},
		{FIELD_SAVED_FULL_YEAR, "20688"}, {FIELD_ACTUAL_IN_YEAR, "0"},
		{FIELD_ACTUAL_FULL_YEAR, "-60"}, {FIELD_NO_RESULT, "担当の異動"},
		{FIELD_COPIED_FROM, "6ba7b811-9dad-11d1-80b4-00c04fd430c8"},
		{FIELD_PROGRESS, "試行中"}, {FIELD_NEXT_PLAN, "一\n二"}, {FIELD_EXPECTED_SAVINGS, "90時間"},
		{FIELD_OPEN_ISSUES, "なし"}, {FIELD_RESULT, "定着した"}, {FIELD_STATUS_REASON, "再考"},
		{FIELD_EXCLUDED, "cleared"},
	};
	char *texts[FIELD_COUNT] = {NULL};
	enum field order[FIELD_COUNT];

	(void)state;
	for (size_t i = 0; i < sizeof cells / sizeof *cells; i++)
		set(cells[i].field, cells[i].text);
	for (enum field field = 0; field < FIELD_COUNT; field++) {
		struct strbuf out = {0};
		project_field_get(&project, field, &fixture.context, FIELD_MACHINE, &out);
		texts[field] = strbuf_detach(&out);
	}
	project_free(&project);
	project_init(&project);
	const size_t count = project_set_order(order);
	for (size_t i = 0; i < count; i++)
		if (project_fields[order[i]].exported)
			set(order[i], texts[order[i]]);
	for (enum field field = 0; field < FIELD_COUNT; field++) {
		assert_machine(field, texts[field]);
		free(texts[field]);
	}
}

static void standard_work_has_four_states(void **state)
{
	(void)state;
	assert_machine(FIELD_EXCLUDED, "none");
	assert_field(FIELD_EXCLUDED, FIELD_HUMAN, "");
	set(FIELD_EXCLUDED, "flagged");
	assert_int_equal(project.exclusion.exclusion, EXCLUSION_FLAGGED);
	set(FIELD_EXCLUDED, "");
	assert_machine(FIELD_EXCLUDED, "flagged");
	set(FIELD_EXCLUDED, "はい");
	assert_machine(FIELD_EXCLUDED, "confirmed");
	set(FIELD_EXCLUDED, "0");
	assert_machine(FIELD_EXCLUDED, "none");
	assert_refused(FIELD_EXCLUDED, "たぶん", "たぶん");
}

static void times_are_shown_to_the_minute(void **state)
{
	(void)state;
	project.updated_at = "2025-11-20T10:02:31";
	assert_machine(FIELD_UPDATED_AT, "2025-11-20T10:02:31");
	assert_field(FIELD_UPDATED_AT, FIELD_HUMAN, "2025-11-20 10:02");
}

#define FIELD_TEST(name) cmocka_unit_test_setup_teardown(name, begin, end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(ids_are_those_of_the_files),
		cmocka_unit_test(no_heading_means_two_fields),
		cmocka_unit_test(understands_headings_of_offices),
		cmocka_unit_test(the_order_of_setting_is_complete),
		FIELD_TEST(keeps_texts_as_typed),
		FIELD_TEST(refuses_texts_that_cannot_be_kept),
		FIELD_TEST(reads_what_identifies),
		FIELD_TEST(reads_costs_dates_flags_and_status),
		FIELD_TEST(finds_units_by_code_and_name),
		FIELD_TEST(finds_problem_types),
		FIELD_TEST(finds_tools),
		FIELD_TEST(refuses_too_many_tools),
		FIELD_TEST(hours_become_a_direct_line),
		FIELD_TEST(hours_before_and_after_do_so_too),
		FIELD_TEST(saved_minutes_are_exact),
		FIELD_TEST(computed_lines_are_not_overwritten),
		FIELD_TEST(what_is_written_is_read_again),
		FIELD_TEST(standard_work_has_four_states),
		FIELD_TEST(times_are_shown_to_the_minute),
	};

	i18n_init("en");
	fixture_make(&fixture);
	const int failed = cmocka_run_group_tests(tests, NULL, NULL);
	fixture_free(&fixture);
	return failed;
}
