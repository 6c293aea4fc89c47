#include "config.h"

#include "model/filter.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/i18n.h"
#include "model/workflow.h"

static struct filter parse(const char *text)
{
	struct filter filter;
	struct error err = {0};

	if (!filter_parse(text, &filter, &err))
		fail_msg("%s: %s", text, err.message);
	return filter;
}

static const struct filter_value *value(const struct filter *filter, size_t term, size_t index)
{
	assert_in_range(term, 0, filter->terms.count - 1);
	assert_in_range(index, 0, filter->terms.items[term].values.count - 1);
	return &filter->terms.items[term].values.items[index];
}

/* The one term of a text has this key, operator, number and until. */
static void assert_figures(
	const char *text, enum filter_key key, enum filter_op op, int64_t number, int64_t until)
{
	struct filter filter = parse(text);

	assert_int_equal(filter.terms.count, 1);
	assert_int_equal(filter.terms.items[0].key, key);
	assert_int_equal(filter.terms.items[0].op, op);
	assert_int_equal(value(&filter, 0, 0)->number, number);
	assert_int_equal(value(&filter, 0, 0)->until, until);
	filter_free(&filter);
}

/* Parsing and formatting gives this text, and doing it again changes nothing. */
static void assert_normal(const char *text, const char *normal)
{
	struct filter filter = parse(text);
	struct strbuf out = {0};

	filter_format(&filter, &out);
	assert_string_equal(strbuf_text(&out), normal);
	filter_free(&filter);
	filter = parse(normal);
	strbuf_clear(&out);
	filter_format(&filter, &out);
	assert_string_equal(strbuf_text(&out), normal);
	filter_free(&filter);
	strbuf_free(&out);
}

static void assert_refused(const char *text, const char *part)
{
	struct filter filter;
	struct error err = {0};

	assert_false(filter_parse(text, &filter, &err));
	assert_int_equal(err.code, ERROR_DATA);
	if (!strstr(err.message, part))
		fail_msg("'%s' is missing in: %s", part, err.message);
	assert_int_equal(filter.terms.count, 0);
}

static void assert_chip(const char *text, const char *chip)
{
	struct filter filter = parse(text);
	struct strbuf out = {0};

	filter_chip(&filter.terms.items[0], &out);
	assert_string_equal(strbuf_text(&out), chip);
	filter_free(&filter);
	strbuf_free(&out);
}

static void nothing_is_everything(void **state)
{
	(void)state;
	assert_normal("", "");
	assert_normal(" 　\t\n", "");
	assert_normal("\"\"", "");
}

static void reads_the_line_of_the_manual(void **state)
{
	(void)state;
	struct filter filter = parse("dept:福祉 tool:生成AI hours:>=100 status:running 議事録");

	assert_int_equal(filter.terms.count, 5);
	assert_int_equal(filter.terms.items[0].key, FILTER_DEPARTMENT);
	assert_string_equal(value(&filter, 0, 0)->text, "福祉");
	assert_int_equal(filter.terms.items[1].key, FILTER_TOOL);
	assert_string_equal(value(&filter, 1, 0)->text, "生成AI");
	assert_string_equal(value(&filter, 1, 0)->key, "生成ai");
	assert_int_equal(filter.terms.items[2].op, FILTER_GE);
	assert_int_equal(value(&filter, 2, 0)->number, 6000);
	assert_int_equal(value(&filter, 3, 0)->number, STATUS_RUNNING);
	assert_int_equal(filter.terms.items[4].key, FILTER_TEXT);
	assert_string_equal(value(&filter, 4, 0)->text, "議事録");
	filter_free(&filter);
}

static void takes_japanese_keys_and_full_width_signs(void **state)
{
	(void)state;
	assert_normal("部局：福祉保健部　類型：③　時間：＞＝１００　－状態：下書き",
		"dept:福祉保健部 type:③ hours:>=１００ -status:下書き");
	assert_normal("所属:a 班:b ツール:c リーダー:d 担当者:e 業務:f 番号:R7-1",
		"section:a team:b tool:c leader:d owner:e work:f number:R7-1");
	assert_normal("年度:令和7年度 横展開:可 実績≧10 経費≦5,000円 更新:2025-10",
		"fy:令和7年度 replicable:可 actual:>=10 cost:<=\"5,000円\" updated:2025-10");
	assert_normal("！議事録", "-議事録");
	assert_normal("ＤＥＰＴ：x", "dept:x");
	assert_figures("hours:>=１００", FILTER_HOURS, FILTER_GE, 6000, 6001);
}

static void splits_lists_and_phrases(void **state)
{
	(void)state;
	assert_normal("type:1,3", "type:1,3");
	assert_normal("type:1、3，5", "type:1,3,5");
	assert_normal("\"会議 録\"", "\"会議 録\"");
	assert_normal("“会議　録”", "\"会議　録\"");
	assert_normal("dept:\"福祉 保健\",総務", "dept:\"福祉 保健\",総務");
	assert_normal("\"a \"\"b\"\" c\"", "\"a \"\"b\"\" c\"");
	assert_normal("work:\"=1,2\"", "work:\"=1,2\"");
	assert_normal("会議、録", "\"会議、録\"");
	assert_normal("a-b - \"-c\" -\"-d\"", "a-b \"-\" \"-c\" -\"-d\"");
	assert_normal("text:a,b", "text:a,b");
	assert_normal("text:a", "a");
	assert_normal("dept:", "dept:");
	assert_normal("dept:,a", "dept:,a");
	assert_normal("-leader:", "-leader:");
	assert_normal("a>b", "\"a>b\"");
}

static void reads_years(void **state)
{
	(void)state;
	assert_figures("fy:R7", FILTER_FISCAL_YEAR, FILTER_MATCH, 2025, 2026);
	assert_figures("fy:令和元年度", FILTER_FISCAL_YEAR, FILTER_MATCH, 2019, 2020);
	assert_figures("fy:>=2024", FILTER_FISCAL_YEAR, FILTER_GE, 2024, 2025);
	assert_figures("fy:R5..R7", FILTER_FISCAL_YEAR, FILTER_MATCH, 2023, 2026);
	assert_figures("fy:=R6", FILTER_FISCAL_YEAR, FILTER_EQ, 2024, 2025);
	struct filter filter = parse("fy:R6,R7");
	assert_int_equal(value(&filter, 0, 1)->number, 2025);
	filter_free(&filter);
	assert_refused("fy:R7x", "4");
}

/* 201 hours are shown from 200.5 hours (12,030 minutes) up to, not with, 201.5 (12,090). */
static void reads_hours(void **state)
{
	(void)state;
	assert_figures("hours:201", FILTER_HOURS, FILTER_MATCH, 12030, 12090);
	assert_figures("hours:0", FILTER_HOURS, FILTER_MATCH, -29, 30);
	assert_figures("hours:△5", FILTER_HOURS, FILTER_MATCH, -329, -269);
	assert_figures("hours:201.1", FILTER_HOURS, FILTER_MATCH, 12066, 12067);
	assert_figures("hours:201:08", FILTER_HOURS, FILTER_MATCH, 12068, 12069);
	assert_figures("hours:>=1.33", FILTER_HOURS, FILTER_GE, 80, 80);
	assert_figures("hours:<=1.33", FILTER_HOURS, FILTER_LE, 80, 80);
	assert_figures("hours<0", FILTER_HOURS, FILTER_LT, 0, 1);
	assert_figures("hours:>1,000時間", FILTER_HOURS, FILTER_GT, 60000, 60001);
	assert_figures("hours:100..200", FILTER_HOURS, FILTER_MATCH, 6000, 12001);
	assert_figures("hours:100～", FILTER_HOURS, FILTER_MATCH, 6000, INT64_MAX);
	assert_figures("actual:..5", FILTER_ACTUAL, FILTER_MATCH, INT64_MIN, 301);
	assert_figures("hours:", FILTER_HOURS, FILTER_MATCH, 1, 0);
}

static void reads_yen_dates_numbers_and_flags(void **state)
{
	(void)state;
	assert_figures("cost:>=1,000,000", FILTER_COST, FILTER_GE, 1000000, 1000001);
	assert_figures("経費:<￥５００円", FILTER_COST, FILTER_LT, 500, 501);
	assert_figures("updated:>=2025-10-01", FILTER_UPDATED, FILTER_GE, 20251001, 20251002);
	assert_figures("start:2025-09", FILTER_START, FILTER_MATCH, 20250901, 20250932);
	assert_figures("start:<=令和7年9月", FILTER_START, FILTER_LE, 20250901, 20250932);
	assert_figures("operating:2025-09", FILTER_OPERATING, FILTER_MATCH, 20250901, 20250932);
	assert_figures("運用開始:>2025-09", FILTER_OPERATING, FILTER_GT, 20250901, 20250932);
	assert_figures("開始日:2025-11", FILTER_START, FILTER_MATCH, 20251101, 20251132);
	assert_figures("started_on:2025-08", FILTER_START, FILTER_MATCH, 20250801, 20250832);
	assert_figures("開始月:2025-04", FILTER_START_MONTH, FILTER_MATCH, 20250401, 20250432);
	assert_figures("開始月:年度外", FILTER_START_MONTH, FILTER_MATCH, 99991201, 99991202);
	assert_figures("半期:後期", FILTER_HALF, FILTER_MATCH, 2, 3);
	assert_figures("half:later", FILTER_HALF, FILTER_MATCH, 3, 4);
	assert_figures("start:R7", FILTER_START, FILTER_MATCH, 20250401, 20260332);
	assert_figures("start:2025-04..2025-09-15", FILTER_START, FILTER_MATCH, 20250401, 20250916);
	assert_figures("number:R7-0001", FILTER_NUMBER, FILTER_MATCH,
		2025 * FILTER_NUMBER_BASE + 1, 2025 * FILTER_NUMBER_BASE + 2);
	assert_figures("number:R7-1..R7-20", FILTER_NUMBER, FILTER_MATCH,
		2025 * FILTER_NUMBER_BASE + 1, 2025 * FILTER_NUMBER_BASE + 21);
	assert_figures("number:12", FILTER_NUMBER, FILTER_MATCH, 12, 13);
	assert_figures("replicable:yes", FILTER_REPLICABLE, FILTER_MATCH, 1, 2);
	assert_figures("excluded:いいえ", FILTER_EXCLUDED, FILTER_MATCH, 0, 3);
	assert_figures("excluded:yes", FILTER_EXCLUDED, FILTER_MATCH, 3, 4);
	assert_figures("excluded:flagged", FILTER_EXCLUDED, FILTER_MATCH, 2, 3);
	assert_figures("標準業務:cleared", FILTER_EXCLUDED, FILTER_MATCH, 1, 2);
	assert_figures("counted:1", FILTER_COUNTED, FILTER_MATCH, 1, 2);
}

static void reads_statuses_and_words_for_several(void **state)
{
	(void)state;
	assert_figures("status:completed", FILTER_STATUS, FILTER_MATCH, STATUS_COMPLETED,
		STATUS_COMPLETED + 1);
	assert_normal("status:未提出", "status:draft,returned");
	assert_normal("status:closed", "status:completed,cancelled");
	assert_normal("status:未完了", "status:draft,submitted,approved,running,reported,returned");
	assert_normal("status:counted,draft",
		"status:submitted,approved,running,reported,completed,draft");
}

static void refuses_with_place_and_keys(void **state)
{
	(void)state;
	assert_refused("議事録 foo:x", "5");
	assert_refused("議事録 foo:x", "'foo'");
	assert_refused("foo:x", "fy dept section team type");
	assert_refused("10:30", "'10'");
	assert_refused("部局:\"福祉", "4");
	assert_refused("\"a\"b", "4");
	assert_refused("dept:\"a\"b", "9");
	assert_refused("dept:>=x", "6");
	assert_refused("hours:>=", "hours");
	assert_refused("hours:x", "x");
	assert_refused("hours:1.2.3", "1.2.3");
	assert_refused("hours:9223372036854775807", "9223372036854775807");
	assert_refused("hours:>100..200", "100..200");
	assert_refused("hours:200..100", "200..100");
	assert_refused("hours:..", "..");
	assert_refused("hours:>=\"1\",2", "12");
	assert_refused("status:", "status");
	assert_refused("status:寝", "寝");
	assert_refused("replicable:たぶん", "たぶん");
	assert_refused("start:昨日", "昨日");
	assert_refused("number:x", "x");
	assert_refused("fy:", "fy");
}

static void adds_terms_of_a_drill_down(void **state)
{
	(void)state;
	struct filter filter = parse("議事録");
	struct strbuf out = {0};

	filter_add(&filter, FILTER_SECTION, FILTER_EQ, "福祉 課,1");
	filter_add(&filter, FILTER_PROBLEM_TYPE, FILTER_EQ, "");
	filter_add(&filter, FILTER_FISCAL_YEAR, FILTER_EQ, "2025");
	filter_add(&filter, FILTER_HOURS, FILTER_EQ, "abc");
	assert_int_equal(value(&filter, 3, 0)->number, 2025);
	assert_true(value(&filter, 4, 0)->until <= value(&filter, 4, 0)->number);
	filter_format(&filter, &out);
	assert_string_equal(strbuf_text(&out),
		"議事録 section:=\"福祉 課,1\" type:= fy:=2025 hours:=abc");
	strbuf_free(&out);
	filter_free(&filter);
}

/* 以上 behind a figure is >= before it. */
static void compares_with_words_behind(void **state)
{
	(void)state;
	assert_normal("時間:100以上", "hours:>=100");
	assert_normal("時間:1時間30分以下", "hours:<=1時間30分");
	assert_normal("経費:1,000円未満 -経費:12万円超", "cost:<\"1,000円\" -cost:>12万円");
	assert_normal("年度:R6以降 開始日:2025-08以前", "fy:>=R6 start:<=2025-08");
	assert_normal("以上 部局:以上", "以上 dept:以上");
	assert_normal("時間:>=100", "hours:>=100");
	assert_refused("時間:100以上,200以上", "100");
	assert_refused("時間:以上", "以上");
	assert_refused("時間:>=100以上", "100以上");
	assert_refused("時間:100..200以上", "<");
}

static void shows_chips(void **state)
{
	(void)state;
	assert_chip("dept:福祉保健部", "Department:福祉保健部");
	assert_chip("type:3,①", "Problem type:③,①");
	assert_chip("status:running", "Status:Running");
	assert_chip("-status:draft", "not Status:Draft");
	assert_chip("fy:R7", "Fiscal year:FY2025");
	assert_chip("hours:>=100", "Hours saved:>=100");
	assert_chip("hours:100..200", "Hours saved:100..200");
	assert_chip("section:=税務課", "Section:税務課");
	assert_chip("leader:", "DX leader:none");
	assert_chip("横展開:1", "Others may copy:yes");
	assert_chip("\"会議 録\"", "会議 録");
}

static void shows_japanese_chips_that_read_again(void **state)
{
	(void)state;
	i18n_init("ja");
	assert_chip("dept:福祉保健部", "部局:福祉保健部");
	assert_chip("type:3", "課題類型:③");
	assert_chip("-status:draft", "状態:下書き以外");
	assert_chip("fy:R7", "年度:令和7年度");
	for (int key = 0; key < FILTER_KEY_COUNT; key++) {
		struct strbuf text = {0};
		strbuf_addf(&text, "%s:1", _(filter_keys[key].label));
		struct filter filter;
		struct error err = {0};
		if (filter_parse(text.text, &filter, &err))
			assert_int_equal(filter.terms.items[0].key, key);
		else
			assert_null(strstr(err.message, "キー"));
		filter_free(&filter);
		strbuf_free(&text);
	}
	i18n_init("en");
}

/* ---- property: any filter survives its normal form ---------------------------------------------- */

static unsigned next_random(unsigned *seed)
{
	*seed = *seed * 1103515245u + 12345u;
	return (*seed >> 16) & 0x7FFF;
}

static const char *pick(unsigned *seed, const char *const *choices, size_t count)
{
	return choices[next_random(seed) % count];
}

static void random_text(unsigned *seed, struct strbuf *out)
{
	static const char *const pieces[] = {"議事録", "a", "-", "!", "\"", ":", "：", ",", "、", " ",
		"　", "=", ">", "＜", "≧", "生成AI", "①", "ﾊﾟ", "\n", "“", "”", "..", "～", "0", "\xE3\x81"};

	for (unsigned i = next_random(seed) % 6 + 1; i > 0; i--)
		strbuf_add_text(out, pick(seed, pieces, sizeof pieces / sizeof *pieces));
}

static void random_value(unsigned *seed, enum filter_key key, struct strbuf *out)
{
	static const char *const years[] = {"R7", "令和6年度", "2024", "R5..R7", "H31～", "..R8"};
	static const char *const numbers[] = {"100", "△5", "1,000", "(3)", "10..20", "５０", "", "1.5"};
	static const char *const dates[] = {"2025-09-01", "2025/9", "R7", "令和7年4月..R8.3", "2025.10.1.."};
	static const char *const statuses[] = {"draft", "実施中", "中止", "returned"};
	static const char *const flags[] = {"yes", "0", "○", "いいえ"};
	static const char *const halves[] = {"first", "後期", "年度外"};
	static const char *const project_numbers[] = {"R7-0001", "12", "令和7-3", "1..9"};

	switch (filter_keys[key].type) {
	case FILTER_IS_YEAR:
		strbuf_add_text(out, pick(seed, years, 6));
		break;
	case FILTER_IS_NUMBER:
		strbuf_add_text(out, pick(seed, numbers, key == FILTER_COST ? 7 : 8));
		break;
	case FILTER_IS_DATE:
		strbuf_add_text(out, pick(seed, dates, 5));
		break;
	case FILTER_IS_STATUS:
		strbuf_add_text(out, pick(seed, statuses, 4));
		break;
	case FILTER_IS_FLAG:
	case FILTER_IS_EXCLUSION:
		strbuf_add_text(out, pick(seed, flags, 4));
		break;
	case FILTER_IS_HALF:
		strbuf_add_text(out, pick(seed, halves, 3));
		break;
	case FILTER_IS_PROJECT_NUMBER:
		strbuf_add_text(out, pick(seed, project_numbers, 4));
		break;
	case FILTER_IS_TEXT:
	case FILTER_IS_UNIT:
	case FILTER_IS_CODE:
		if (key == FILTER_UUID) /* which every project has */
			strbuf_add_char(out, '3');
		random_text(seed, out);
		break;
	}
}

/* Only single figures are compared. */
static enum filter_op random_op(unsigned *seed, enum filter_key key, const char *text)
{
	const enum filter_type type = filter_keys[key].type;
	const bool figure =
		type == FILTER_IS_NUMBER || type == FILTER_IS_YEAR || type == FILTER_IS_DATE;

	if (figure && *text && strspn(text, "0123456789R-,()") == strlen(text))
		return next_random(seed) % (FILTER_GE + 1);
	return next_random(seed) % 2 ? FILTER_EQ : FILTER_MATCH;
}

static void assert_same(const struct filter *a, const struct filter *b)
{
	assert_int_equal(a->terms.count, b->terms.count);
	for (size_t i = 0; i < a->terms.count; i++) {
		const struct filter_term *one = &a->terms.items[i];
		const struct filter_term *other = &b->terms.items[i];
		assert_int_equal(one->key, other->key);
		assert_int_equal(one->op, other->op);
		assert_int_equal(one->negated, other->negated);
		assert_int_equal(one->values.count, other->values.count);
		for (size_t j = 0; j < one->values.count; j++) {
			assert_string_equal(one->values.items[j].text, other->values.items[j].text);
			assert_string_equal(one->values.items[j].key, other->values.items[j].key);
			assert_true(one->values.items[j].number == other->values.items[j].number);
			assert_true(one->values.items[j].until == other->values.items[j].until);
		}
	}
}

static void survives(const struct filter *filter)
{
	struct strbuf normal = {0};

	filter_format(filter, &normal);
	struct filter again = parse(strbuf_text(&normal));
	assert_same(filter, &again);
	filter_free(&again);
	strbuf_free(&normal);
}

static void every_filter_survives_its_normal_form(void **state)
{
	(void)state;
	unsigned seed = 7;

	for (int round = 0; round < 3000; round++) {
		struct filter filter = {0};
		for (unsigned terms = next_random(&seed) % 4 + 1; terms > 0; terms--) {
			const enum filter_key key = next_random(&seed) % FILTER_KEY_COUNT;
			struct strbuf text = {0};
			random_value(&seed, key, &text);
			filter_add(&filter, key, random_op(&seed, key, strbuf_text(&text)),
				strbuf_text(&text));
			strbuf_free(&text);
			if (filter.terms.count > 0)
				filter.terms.items[filter.terms.count - 1].negated =
					next_random(&seed) % 3 == 0;
		}
		survives(&filter);
		filter_free(&filter);
	}
}

static void every_text_is_read_or_refused(void **state)
{
	(void)state;
	unsigned seed = 11;

	for (int round = 0; round < 5000; round++) {
		struct strbuf text = {0};
		struct filter filter;
		struct error err = {0};
		for (unsigned parts = next_random(&seed) % 4 + 1; parts > 0; parts--) {
			if (next_random(&seed) % 2)
				strbuf_addf(&text, "%s:",
					filter_keys[next_random(&seed) % FILTER_KEY_COUNT].id);
			random_text(&seed, &text);
			strbuf_add_char(&text, ' ');
		}
		if (filter_parse(strbuf_text(&text), &filter, &err)) {
			survives(&filter);
			filter_free(&filter);
		} else {
			assert_true(*err.message != '\0');
		}
		strbuf_free(&text);
	}
}

static void keys_are_distinct(void **state)
{
	(void)state;
	for (int key = 0; key < FILTER_KEY_COUNT; key++) {
		struct strbuf words = {0};
		strbuf_addf(&words, "%s\n%s", filter_keys[key].id, filter_keys[key].aliases);
		char *rest = words.text;
		for (char *word; (word = strsep(&rest, "\n")) != NULL;) {
			struct filter filter = {0};
			struct strbuf text = {0};
			strbuf_addf(&text, "%s:1", word);
			if (filter_parse(text.text, &filter, NULL)) {
				assert_int_equal(filter.terms.items[0].key, key);
				filter_free(&filter);
			} else {
				assert_true(key == FILTER_STATUS || key == FILTER_FISCAL_YEAR ||
					key == FILTER_HALF ||
					filter_keys[key].type == FILTER_IS_DATE);
			}
			strbuf_free(&text);
		}
		strbuf_free(&words);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(nothing_is_everything),
		cmocka_unit_test(reads_the_line_of_the_manual),
		cmocka_unit_test(takes_japanese_keys_and_full_width_signs),
		cmocka_unit_test(splits_lists_and_phrases),
		cmocka_unit_test(reads_years),
		cmocka_unit_test(reads_hours),
		cmocka_unit_test(reads_yen_dates_numbers_and_flags),
		cmocka_unit_test(reads_statuses_and_words_for_several),
		cmocka_unit_test(refuses_with_place_and_keys),
		cmocka_unit_test(adds_terms_of_a_drill_down),
		cmocka_unit_test(compares_with_words_behind),
		cmocka_unit_test(shows_chips),
		cmocka_unit_test(shows_japanese_chips_that_read_again),
		cmocka_unit_test(every_filter_survives_its_normal_form),
		cmocka_unit_test(every_text_is_read_or_refused),
		cmocka_unit_test(keys_are_distinct),
	};

	i18n_init("en");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
