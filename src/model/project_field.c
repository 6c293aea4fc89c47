/* project_field - the one table of project fields. */
#include "config.h"

#include "model/project.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"

/* The Japanese labels stand among the variants too: a sheet is in Japanese whatever the language of
 * the program. Variants with a unit in brackets are only met by a heading with that unit. */
const struct field_info project_fields[FIELD_COUNT] = {
	[FIELD_UUID] = {"uuid", N_("UUID"), "取組UUID\n識別子", FIELD_TYPE_CODE, 36, true, false},
	[FIELD_NUMBER] = {"number", N_("Number"),
		"番号\n取組番号\n管理番号\n整理番号\nNo.\nNo\n№\n取組No\n取組No.", FIELD_TYPE_CODE, 8, true,
		false},
	[FIELD_FISCAL_YEAR] = {"fiscal_year", N_("Fiscal year"), "年度\n取組年度\n対象年度\n実施年度\nFY",
		FIELD_TYPE_CHOICE, 10, true, false},
	[FIELD_DEPARTMENT_CODE] = {"department_code", N_("Department code"), "部局コード\n部コード",
		FIELD_TYPE_CODE, 10, true, false},
	[FIELD_DEPARTMENT] = {"department", N_("Department"), "部局\n部局名\n部\n部名\n部局等",
		FIELD_TYPE_CHOICE, 16, true, false},
	[FIELD_SECTION_CODE] = {"section_code", N_("Section code"), "所属コード\n課コード\n所属番号",
		FIELD_TYPE_CODE, 10, true, false},
	[FIELD_SECTION] = {"section", N_("Section"), "所属\n所属名\n課\n課名\n課室名\n課室\n課所名\n所属課",
		FIELD_TYPE_CHOICE, 20, true, false},
	[FIELD_TEAM_CODE] = {"team_code", N_("Team code"), "班コード\n係コード\n班番号", FIELD_TYPE_CODE, 10,
		true, true},
	[FIELD_TEAM] = {"team", N_("Team"), "班\n班名\n係\n係名\nグループ\nグループ名\n担当班\n班・係",
		FIELD_TYPE_CHOICE, 20, true, true},
	[FIELD_TITLE] = {"title", N_("Title"),
		"取組名\n件名\n取組\n取組名称\n取組件名\n取組題名\n改善内容\n取組タイトル\nタイトル\n改善件名\n事例名", FIELD_TYPE_TEXT,
		40, true, true},
	[FIELD_PROBLEM_TYPE_CODE] = {"problem_type_code", N_("Problem type code"),
		"課題類型コード\n類型コード\n課題類型番号\n類型番号", FIELD_TYPE_CODE, 4, true, true},
	[FIELD_PROBLEM_TYPE] = {"problem_type", N_("Problem type"),
		"課題類型\n類型\n課題の類型\n課題分類\n課題区分\n課題類型名", FIELD_TYPE_CHOICE, 24, true, true},
	[FIELD_PRIMARY_TOOL] = {"primary_tool", N_("Primary tool"),
		"主なICTツール\n主ツール\n主なツール\n主たるツール\n主要ツール\n主たるICTツール", FIELD_TYPE_CHOICE, 14, true,
		true},
	[FIELD_TOOLS] = {"tools", N_("ICT tools"),
		"ICTツール\nツール\n使用ツール\nICTツール名\nツール名\n利用ツール\n活用ツール\n使用ICTツール\n活用ICTツール\n導入ツール\nデジタルツール",
		FIELD_TYPE_CHOICE, 20, true, true},
	[FIELD_STATUS] = {"status", N_("Status"), "状態\nステータス\n進捗\n進捗状況\n進捗状態\n状況",
		FIELD_TYPE_CHOICE, 10, true, false},
	[FIELD_LEADER] = {"leader", N_("DX leader"),
		"DX推進リーダー\nリーダー\n推進リーダー\nDXリーダー\nリーダー名\nDX推進リーダー名\nリーダー氏名", FIELD_TYPE_TEXT, 14, true,
		true},
	[FIELD_OWNER] = {"owner", N_("Owner"), "担当者\n担当\n担当者名\n担当者氏名\n取組担当者", FIELD_TYPE_TEXT,
		14, true, true},
	[FIELD_CURRENT_ISSUE] = {"current_issue", N_("Current issue"),
		"現状・課題\n現状課題\n課題\n現状\n現状と課題\n現状及び課題\n現状/課題\n課題・現状\n課題内容", FIELD_TYPE_LONG_TEXT, 30,
		true, true},
	[FIELD_APPROACH] = {"approach", N_("Approach"),
		"取組内容\n内容\n取組の内容\n取組概要\n概要\n実施内容\n改善方法", FIELD_TYPE_LONG_TEXT, 30, true, true},
	[FIELD_QUALITATIVE_EFFECT] = {"qualitative_effect", N_("Qualitative effect"),
		"定性的効果\n定性効果\n効果\n取組効果\n取組の効果\n期待される効果\n期待効果\n効果の内容", FIELD_TYPE_LONG_TEXT, 30,
		true, true},
	[FIELD_WORK] = {"work", N_("Piece of work"), "業務\n業務名\n対象業務\n対象業務名\n業務名称", FIELD_TYPE_TEXT, 20,
		true, true},
	[FIELD_IMPLEMENTATION_COST] = {"implementation_cost_yen", N_("Implementation cost (yen)"),
		"導入経費\n導入経費（円）\n導入費\n導入費用\n導入コスト\n初期費用\n初期経費\nイニシャルコスト", FIELD_TYPE_YEN, 12, true,
		true},
	[FIELD_RUNNING_COST] = {"running_cost_yen", N_("Yearly running cost (yen)"),
		"運用経費\n運用経費（円）\n運用費\n運用費用\n運用コスト\n年間運用経費\n年間経費\nランニングコスト", FIELD_TYPE_YEN, 12, true,
		true},
	[FIELD_STARTED_ON] = {"started_on", N_("Start date"),
		"開始日\n取組開始日\n着手日\n取組開始\n開始年月日\n取組開始年月日", FIELD_TYPE_DATE, 10, true, true},
	[FIELD_OPERATING_FROM] = {"operating_from", N_("In operation from"),
		"運用開始\n運用開始月\n運用開始年月\n稼働開始\n稼働月\n運用開始時期\n運用開始日", FIELD_TYPE_MONTH, 7, true, true},
	[FIELD_REPLICABLE] = {"replicable", N_("Others may copy"),
		"横展開\n横展開可\n横展開可否\n横展開の可否\n横展開可能", FIELD_TYPE_FLAG, 6, true, true},
	[FIELD_COPIED_FROM] = {"copied_from", N_("Copied from"), "複写元\n横展開元\nコピー元\n参考にした取組",
		FIELD_TYPE_CODE, 36, true, false},
	[FIELD_SAVED_IN_YEAR] = {"saved_minutes_in_year", N_("Saved in the year (minutes)"),
		"年度内削減（分）\n年度内削減時間（分）\n削減時間（分）\n年間削減時間（分）\n年度内削減分数", FIELD_TYPE_MINUTES, 12, true,
		false},
	[FIELD_SAVED_FULL_YEAR] = {"saved_minutes_full_year", N_("Saved in a full year (minutes)"),
		"平年度削減（分）\n平年度削減時間（分）\n平年度化削減時間（分）\n平年度削減分数", FIELD_TYPE_MINUTES, 12, true, false},
	[FIELD_STAGE] = {"stage", N_("Stage"), "区分\n段階\n見込・実績\n見込/実績\n見込実績区分", FIELD_TYPE_CHOICE, 8,
		true, false},
	[FIELD_PROGRESS] = {"progress", N_("Progress (interim report)"),
		"進捗（中間報告）\n取組の進捗\n取組の進捗状況\n中間報告\n中間報告の内容", FIELD_TYPE_LONG_TEXT, 30, true, true},
	[FIELD_NEXT_PLAN] = {"next_plan", N_("Next plan"),
		"今後の計画\n今後の予定\n今後の取組\n今後の進め方\n後期の計画", FIELD_TYPE_LONG_TEXT, 30, true, true},
	[FIELD_EXPECTED_SAVINGS] = {"expected_savings", N_("Expected savings"),
		"見込まれる効果\n見込まれる削減効果\n効果の見込み\n削減効果の見込み", FIELD_TYPE_LONG_TEXT, 30, true, true},
	[FIELD_OPEN_ISSUES] = {"open_issues", N_("Open issues"),
		"残る課題\n残された課題\n今後の課題\n課題と対応", FIELD_TYPE_LONG_TEXT, 30, true, true},
	[FIELD_RESULT] = {"result_text", N_("Result (year-end report)"),
		"成果\n取組の成果\n成果（年度末報告）\n年度末報告\n実績報告\n取組結果", FIELD_TYPE_LONG_TEXT, 30, true, true},
	[FIELD_STATUS_REASON] = {"status_reason", N_("Reason of the status"),
		"差戻し・中止の理由\n差戻し理由\n差戻理由\n中止理由\n差戻しの理由\n中止の理由", FIELD_TYPE_LONG_TEXT, 30, true, false},
	[FIELD_EXCLUDED] = {"excluded", N_("Standard work"),
		"標準業務\n標準業務（対象外）\n除外\n標準業務の区分", FIELD_TYPE_CHOICE, 12, true, false},
	[FIELD_HOURS] = {"hours", N_("Hours saved"),
		"削減時間\n削減時間（年）\n削減時間（時間）\n削減時間（h）\n削減時間（h/年）\n削減時間（時間/年）\n削減時間（年間）\n削減時間（見込）\n"
		"削減時間数\n年間削減時間\n年間削減時間（時間）\n年間削減時間（h）\n年間の削減時間\n削減見込時間\n削減効果（時間）\n削減効果（時間/年）\n"
		"hours_per_year\nhours saved",
		FIELD_TYPE_HOURS, 10, false, true},
	[FIELD_ACTUAL_HOURS] = {"actual_hours", N_("Actual hours saved"),
		"実績時間\n削減実績\n削減実績時間\n実績削減時間\n削減時間（実績）", FIELD_TYPE_HOURS, 10, false, false},
	[FIELD_VERSION] = {"version", N_("Version"), "版", FIELD_TYPE_INTEGER, 4, false, false},
	[FIELD_UPDATED_AT] = {"updated_at", N_("Updated"), "更新日時\n更新日\n最終更新日時", FIELD_TYPE_DATE, 16,
		false, false},
	[FIELD_UPDATED_BY] = {"updated_by", N_("Updated by"), "更新者\n最終更新者", FIELD_TYPE_TEXT, 12,
		false, false},
};

const enum field project_set_order[PROJECT_SET_COUNT] = {
	FIELD_UUID, FIELD_NUMBER, FIELD_FISCAL_YEAR,
	FIELD_DEPARTMENT_CODE, FIELD_DEPARTMENT, FIELD_SECTION_CODE, FIELD_SECTION, FIELD_TEAM_CODE,
	FIELD_TEAM, FIELD_TITLE, FIELD_PROBLEM_TYPE_CODE, FIELD_PROBLEM_TYPE, FIELD_TOOLS,
	FIELD_PRIMARY_TOOL, FIELD_STATUS, FIELD_LEADER, FIELD_OWNER, FIELD_CURRENT_ISSUE,
	FIELD_APPROACH, FIELD_QUALITATIVE_EFFECT, FIELD_WORK, FIELD_IMPLEMENTATION_COST,
	FIELD_RUNNING_COST, FIELD_STARTED_ON, FIELD_OPERATING_FROM, FIELD_REPLICABLE,
	FIELD_COPIED_FROM, FIELD_STAGE, FIELD_HOURS, FIELD_SAVED_IN_YEAR, FIELD_SAVED_FULL_YEAR,
	FIELD_PROGRESS, FIELD_NEXT_PLAN, FIELD_EXPECTED_SAVINGS, FIELD_OPEN_ISSUES, FIELD_RESULT,
	FIELD_STATUS_REASON, FIELD_EXCLUDED,
};

/* The key of a heading without any blank (a heading may be broken over two lines). */
static char *heading_key(const char *text, size_t length)
{
	struct strbuf key = {0};

	text_key_add(&key, text, length);
	size_t kept = 0;
	for (size_t i = 0; i < key.length; i++)
		if (key.text[i] != ' ')
			key.text[kept++] = key.text[i];
	strbuf_truncate(&key, kept);
	return strbuf_detach(&key);
}

/* True for a unit in brackets that makes the figure another one: the thousands of 導入経費（千円）. */
static bool changes_figure(const char *unit, size_t length, enum field_type type)
{
	static const char *const multiples[] = {"千", "万", "百", "億", "k", "m"};

	if (type == FIELD_TYPE_MINUTES || type == FIELD_TYPE_HOURS)
		return true;
	if (type != FIELD_TYPE_YEN)
		return false;
	for (size_t i = 0; i < sizeof multiples / sizeof *multiples; i++)
		if (memmem(unit, length, multiples[i], strlen(multiples[i])))
			return true;
	return false;
}

/* Takes bracketed parts out of a key; false where one of them changes the figure. NFKC has made
 * （） to () already; ［］ to []. */
static bool strip_units(char *key, enum field_type type)
{
	char *out = key;

	for (char *in = key; *in;) {
		if (*in != '(' && *in != '[') {
			*out++ = *in++;
			continue;
		}
		const char *end = strchr(in, *in == '(' ? ')' : ']');
		const size_t length = end ? (size_t)(end - in) + 1 : strlen(in);
		if (changes_figure(in, length, type))
			return false;
		in += length;
	}
	*out = '\0';
	return true;
}

static bool same_heading(const char *key, const char *name, size_t length)
{
	char *other = heading_key(name, length);
	const bool same = strcmp(key, other) == 0;

	free(other);
	return same;
}

static bool is_called(enum field field, const char *key)
{
	const struct field_info *info = &project_fields[field];
	const char *label = _(info->label);

	if (same_heading(key, info->id, strlen(info->id)) ||
		same_heading(key, info->label, strlen(info->label)) ||
		same_heading(key, label, strlen(label)))
		return true;
	for (const char *at = info->variants; *at;) {
		const size_t length = strcspn(at, "\n");
		if (same_heading(key, at, length))
			return true;
		at += length + (at[length] == '\n');
	}
	return false;
}

/* The field that bears the key; with without_units, after taking bracketed units out of it. */
static int find(const char *key, bool without_units)
{
	int found = -1;

	for (enum field field = 0; field < FIELD_COUNT && found < 0; field++) {
		char *bare = xstrdup(key);
		if ((!without_units || strip_units(bare, project_fields[field].type)) && *bare &&
			is_called(field, bare))
			found = (int)field;
		free(bare);
	}
	return found;
}

int project_field_by_heading(const char *heading)
{
	char *key = heading_key(heading, strlen(heading));
	int field = find(key, false);

	if (field < 0 && strpbrk(key, "(["))
		field = find(key, true);
	free(key);
	return field;
}
