#include "config.h"

#include "model/filter_key.h"

#include <string.h>

#include "base/i18n.h"
#include "base/text.h"

#define WORD_KEY(name, type, id, label, variants, stored, files, found, ...) \
	IF_WORD_##found([FILTER_OF_##name] = {id, variants, label, FILTER_IS_TEXT},)

const struct filter_key_info filter_keys[FILTER_KEY_COUNT] = {
	[FILTER_TEXT] = {"text", "文字\n検索\nq", N_("Text"), FILTER_IS_TEXT},
	[FILTER_FISCAL_YEAR] = {"fy", "fiscal-year\nfiscal_year\nyear\n年度", N_("Fiscal year"),
		FILTER_IS_YEAR},
	[FILTER_DEPARTMENT] = {"dept", "department\ndepartment_code\n部局\n部局名\n部", N_("Department"),
		FILTER_IS_UNIT},
	[FILTER_SECTION] = {"section", "section_code\n所属\n所属名\n課\n課名", N_("Section"), FILTER_IS_UNIT},
	[FILTER_TEAM] = {"team", "team_code\n班\n班名\n係\n係名", N_("Team"), FILTER_IS_UNIT},
	[FILTER_PROBLEM_TYPE] = {"type",
		"problem-type\nproblem_type\nproblem_type_code\n類型\n課題類型", N_("Problem type"),
		FILTER_IS_CODE},
	[FILTER_TOOL] = {"tool", "primary-tool\nprimary_tool\nツール\nICTツール\n主ツール\n主なICTツール",
		N_("Primary tool"), FILTER_IS_CODE},
	[FILTER_ANY_TOOL] = {"any-tool", "any_tool\ntools\n全ツール\n使用ツール\n延べツール", N_("Any tool"),
		FILTER_IS_CODE},
	[FILTER_STATUS] = {"status", "状態\nステータス\n進捗", N_("Status"), FILTER_IS_STATUS},
	[FILTER_LEADER] = {"leader", "リーダー\nDX推進リーダー\n推進リーダー", N_("DX leader"), FILTER_IS_TEXT},
	[FILTER_OWNER] = {"owner", "担当者\n担当", N_("Owner"), FILTER_IS_TEXT},
	[FILTER_HOURS] = {"hours", "estimate\n時間\n削減時間\n見込\n見込時間", N_("Hours saved"),
		FILTER_IS_NUMBER},
	[FILTER_ACTUAL] = {"actual", "実績\n実績時間", N_("Actual hours"), FILTER_IS_NUMBER},
	[FILTER_COST] = {"cost", "経費\n費用", N_("Cost"), FILTER_IS_NUMBER},
	[FILTER_START] = {"start", "started_on\nstarted-on\n開始\n開始日\n取組開始日\n着手日",
		N_("Start date"), FILTER_IS_DATE},
	[FILTER_OPERATING] = {"operating",
		"operating_from\noperating-from\n運用開始\n運用開始月\n運用開始日\n稼働開始\n運用",
		N_("In operation from"), FILTER_IS_DATE},
	[FILTER_START_MONTH] = {"start-month", "start_month\n開始月", N_("Start month"),
		FILTER_IS_DATE},
	[FILTER_HALF] = {"half", "half-year\nhalf_year\n半期\n前後期", N_("Half year"),
		FILTER_IS_HALF},
	[FILTER_REPLICABLE] = {"replicable", "横展開\n横展開可", N_("Others may copy"), FILTER_IS_FLAG},
	[FILTER_NUMBER] = {"number", "no\nno.\n番号\n取組番号", N_("Number"), FILTER_IS_PROJECT_NUMBER},
	[FILTER_UUID] = {"id", "uuid", N_("UUID"), FILTER_IS_TEXT},
	[FILTER_EXCLUDED] = {"excluded", "標準業務\n除外", N_("Standard work"), FILTER_IS_EXCLUSION},
	[FILTER_UPDATED] = {"updated", "updated_at\n更新\n更新日\n更新日時", N_("Updated"), FILTER_IS_DATE},
	[FILTER_WORK] = {"work", "業務\n業務名", N_("Piece of work"), FILTER_IS_TEXT},
	[FILTER_COUNTED] = {"counted", "集計対象\n集計", N_("Counted"), FILTER_IS_FLAG},
	PROJECT_COLUMNS(WORD_KEY)
};

static bool filter_key_is_among(const char *key, const char *words)
{
	bool found = false;

	while (*words && !found) {
		const size_t length = strcspn(words, "\n");
		struct strbuf other = {0};
		text_key_add(&other, words, length);
		found = strcmp(key, strbuf_text(&other)) == 0;
		strbuf_free(&other);
		words += length + (words[length] == '\n');
	}
	return found;
}

int filter_key_find(const char *word, size_t length)
{
	struct strbuf key = {0};
	int found = -1;

	text_key_add(&key, word, length);
	for (int i = 0; i < FILTER_KEY_COUNT && found < 0; i++) {
		const struct filter_key_info *info = &filter_keys[i];
		if (filter_key_is_among(strbuf_text(&key), info->id) ||
			filter_key_is_among(strbuf_text(&key), info->aliases) ||
			filter_key_is_among(strbuf_text(&key), _(info->label)))
			found = i;
	}
	strbuf_free(&key);
	return found;
}

void filter_key_list(struct strbuf *out)
{
	for (int i = 0; i < FILTER_KEY_COUNT; i++) {
		if (i > 0)
			strbuf_add_char(out, ' ');
		strbuf_add_text(out, filter_keys[i].id);
	}
}

/* Full-width signs come from an IME that was left on. */
static const struct {
	uint32_t character;
	enum filter_sign sign;
} signs[] = {
	{'\0', FILTER_SIGN_END},
	{' ', FILTER_SIGN_BLANK}, {'\t', FILTER_SIGN_BLANK}, {'\n', FILTER_SIGN_BLANK},
	{'\r', FILTER_SIGN_BLANK}, {0x3000, FILTER_SIGN_BLANK}, {0x00A0, FILTER_SIGN_BLANK},
	{':', FILTER_SIGN_COLON}, {0xFF1A, FILTER_SIGN_COLON},
	{',', FILTER_SIGN_COMMA}, {0xFF0C, FILTER_SIGN_COMMA}, {0x3001, FILTER_SIGN_COMMA},
	{0xFF64, FILTER_SIGN_COMMA},
	{'"', FILTER_SIGN_QUOTE}, {0xFF02, FILTER_SIGN_QUOTE}, {0x201C, FILTER_SIGN_QUOTE},
	{0x201D, FILTER_SIGN_QUOTE},
	{'<', FILTER_SIGN_LESS}, {0xFF1C, FILTER_SIGN_LESS},
	{'>', FILTER_SIGN_GREATER}, {0xFF1E, FILTER_SIGN_GREATER},
	{'=', FILTER_SIGN_EQUAL}, {0xFF1D, FILTER_SIGN_EQUAL},
	{0x2264, FILTER_SIGN_AT_MOST}, {0x2266, FILTER_SIGN_AT_MOST},
	{0x2265, FILTER_SIGN_AT_LEAST}, {0x2267, FILTER_SIGN_AT_LEAST},
	{'-', FILTER_SIGN_NOT}, {0xFF0D, FILTER_SIGN_NOT}, {0x2212, FILTER_SIGN_NOT},
	{'!', FILTER_SIGN_NOT}, {0xFF01, FILTER_SIGN_NOT},
};

enum filter_sign filter_sign_at(const char *text, size_t *bytes)
{
	enum { LONGEST_CHARACTER = 4 };
	uint32_t character;

	*bytes = text_decode(text, strnlen(text, LONGEST_CHARACTER), &character);
	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
		if (signs[i].character == character)
			return signs[i].sign;
	return FILTER_SIGN_NONE;
}
