#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "base/text.h"

static void keys_fold_what_looks_alike(void **state)
{
	static const struct {
		const char *text;
		const char *key;
	} cases[] = {
		{"", ""},
		{"ｷﾝﾄｰﾝ", "きんとーん"},
		{"キントーン", "きんとーん"},
		{"Kintone", "kintone"},
		{"ＫＩＮＴＯＮＥ", "kintone"},
		{"①", "1"},
		{"㈱裏庭", "(株)裏庭"},
		{"議事録ＡＩ", "議事録ai"},
		{"ガギ", "がぎ"},
		{"か\u3099", "が"},
		{"カ\u3099", "が"},
		{"ｶﾞ", "が"},
		{"ヴァイオリン", "ゔぁいおりん"},
		{"ヽヾ", "ゝゞ"},
		{"・ー゠", "・ー゠"},
		{"サーバー", "さーばー"},
		{"㍿", "株式会社"},
		{"㎏㎐", "kghz"},
		{"ÀÉ", "àé"},
		{"Straße", "strasse"},
		{"令和７年", "令和7年"},
		{"～！", "~!"},
		{"𠮷野家", "𠮷野家"},
		{"葛\U000E0100城", "葛城"},
		{"\u3000 a \t\r\n b\u3000", "a b"},
		{"\u00A0a\u00A0\u00A0b", "a b"},
		{"a\x80①", "a\uFFFD1"},
	};
	(void)state;

	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		char *key = text_key(cases[i].text);
		assert_string_equal(key, cases[i].key);
		char *again = text_key(key);
		assert_string_equal(again, key);
		free(again);
		free(key);
	}
}

static void joined_keys_have_no_spaces(void **state)
{
	static const struct {
		const char *text;
		const char *key;
	} cases[] = {
		{"", ""},
		{"　 ", ""},
		{"山田　太郎", "山田太郎"},
		{" ﾔﾏﾀﾞ\tﾀﾛｳ\u00A0", "やまだたろう"},
		{"A b  C", "abc"},
	};
	(void)state;

	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		char *const key = text_key_joined(cases[i].text);

		assert_string_equal(key, cases[i].key);
		free(key);
	}
}

static void keys_append(void **state)
{
	struct strbuf out = {0};
	(void)state;

	text_key_add(&out, " ア ", strlen(" ア "));
	strbuf_add_char(&out, '/');
	text_key_add(&out, "\u3000①", strlen("\u3000①"));
	text_key_add(&out, "裏庭", 3);
	text_key_add(&out, "a\0b", 3);
	assert_string_equal(strbuf_text(&out), "あ/1裏a b");
	strbuf_free(&out);
}

static void long_texts_pass_whole(void **state)
{
	struct strbuf text = {0};
	struct strbuf expected = {0};
	(void)state;

	for (int i = 0; i < 1000; i++) {
		strbuf_add_text(&text, i % 10 == 0 ? "㈱ガ" : "ガ庭Ａ");
		strbuf_add_text(&expected, i % 10 == 0 ? "(株)が" : "が庭a");
	}
	/* One stretch that outgrows the room on the stack. */
	for (int i = 0; i < 1000; i++) {
		strbuf_add_text(&text, "㍿");
		strbuf_add_text(&expected, "株式会社");
	}
	char *key = text_key(text.text);
	assert_string_equal(key, expected.text);
	free(key);
	strbuf_free(&text);
	strbuf_free(&expected);
}

static void nfkc_alone_keeps_case_and_kana(void **state)
{
	static const struct {
		const char *text;
		const char *normal;
	} cases[] = {
		{"", ""},
		{"Ａ１，７２４", "A1,724"},
		{"ｶﾞ①", "ガ1"},
		{"\u3000a  b ", " a  b "},
		{"か\u3099\n", "が\n"},
		{"葛\U000E0100", "葛\U000E0100"},
		{"㋿", "令和"},
	};
	(void)state;

	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		char *normal = text_nfkc(cases[i].text);
		assert_string_equal(normal, cases[i].normal);
		free(normal);
	}
}

static void starts_with_sees_through_width(void **state)
{
	(void)state;
	assert_true(text_starts_with("=1+1", "="));
	assert_true(text_starts_with("＝1+1", "="));
	assert_true(text_starts_with("﹦1", "="));
	assert_true(text_starts_with("＠ａｂｃ", "@ab"));
	assert_true(text_starts_with("①②", "12"));
	assert_true(text_starts_with("裏庭", ""));
	assert_false(text_starts_with("", "="));
	assert_false(text_starts_with("1=", "="));
	assert_false(text_starts_with("裏", "裏庭"));
	assert_true(text_starts_with("裏庭", "裏"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(keys_fold_what_looks_alike),
		cmocka_unit_test(joined_keys_have_no_spaces),
		cmocka_unit_test(keys_append),
		cmocka_unit_test(long_texts_pass_whole),
		cmocka_unit_test(nfkc_alone_keeps_case_and_kana),
		cmocka_unit_test(starts_with_sees_through_width),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
