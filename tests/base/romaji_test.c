/* What people type to find Japanese words: Hepburn, Kunrei, half-typed. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/romaji.h"

static void expect(const char *romaji, const char *kana)
{
	struct strbuf out = {0};

	assert_true(romaji_to_hiragana(romaji, &out));
	assert_string_equal(strbuf_text(&out), kana);
	strbuf_free(&out);
}

static void expect_none(const char *text)
{
	struct strbuf out = {0};

	assert_false(romaji_to_hiragana(text, &out));
	strbuf_free(&out);
}

static void test_words(void **state)
{
	(void)state;
	expect("gijiroku", "ぎじろく");
	expect("GIJIROKU", "ぎじろく");
	expect("tyousa", "ちょうさ");
	expect("chousa", "ちょうさ");
	expect("kekka", "けっか");
	expect("matcha", "まっちゃ");
	expect("shinya", "しにゃ");
	expect("shin'ya", "しんや");
	expect("konnichiwa", "こんにちわ");
	expect("kanri", "かんり");
	expect("shimbun", "しんぶん");
	expect("de-ta", "でーた");
	expect("fukushi", "ふくし");
	expect("jidou", "じどう");
}

static void test_half_typed(void **state)
{
	(void)state;
	expect("", "");
	expect("g", "");
	expect("gij", "ぎ");
	expect("gijir", "ぎじ");
	expect("sy", "");
	expect("kekk", "け");
	expect("kan", "かん");
}

static void test_others_stay(void **state)
{
	(void)state;
	expect("ぎじroku", "ぎじろく");
	expect("議事録 3", "議事録 3");
}

static void test_no_romaji(void **state)
{
	(void)state;
	expect_none("excel");
	expect_none("gpt");
	expect_none("word");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_words),
		cmocka_unit_test(test_half_typed),
		cmocka_unit_test(test_others_stay),
		cmocka_unit_test(test_no_romaji),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
