#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "base/text.h"

static void decode_reads_each_length(void **state)
{
	static const struct {
		const char *text;
		size_t bytes;
		uint32_t character;
	} cases[] = {
		{"A", 1, 'A'},
		{"é", 2, 0xE9},
		{"裏", 3, 0x88CF},
		{"𠮷", 4, 0x20BB7},
	};
	(void)state;

	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		uint32_t character;
		char bytes[4];
		const size_t length = strlen(cases[i].text);
		assert_int_equal(text_decode(cases[i].text, length, &character), cases[i].bytes);
		assert_int_equal(character, cases[i].character);
		assert_int_equal(text_encode(character, bytes), cases[i].bytes);
		assert_memory_equal(bytes, cases[i].text, cases[i].bytes);
	}
}

static void decode_marks_what_is_not_utf8(void **state)
{
	/* A lone tail, a cut character, overlong forms, a surrogate, beyond U+10FFFF, no UTF-8. */
	static const char *const broken[] = {"\x80", "\xE8\xA3", "\xC0\xAF", "\xE0\x80\xAF",
		"\xF0\x80\x80\xAF", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xFF", ("\xE8" "A")};
	uint32_t character;
	(void)state;

	for (size_t i = 0; i < sizeof broken / sizeof broken[0]; i++) {
		size_t bad = 99;
		const size_t length = strlen(broken[i]);
		assert_int_equal(text_decode(broken[i], length, &character), 1);
		assert_int_equal(character, 0xFFFD);
		assert_false(text_valid(broken[i], length, &bad));
		assert_int_equal(bad, 0);
	}
	assert_int_equal(text_decode("裏", 2, &character), 1);
	assert_int_equal(character, 0xFFFD);
	assert_int_equal(text_decode("", 0, &character), 0);
	assert_int_equal(character, 0);
}

static void encode_never_writes_a_surrogate(void **state)
{
	char bytes[4];
	(void)state;

	assert_int_equal(text_encode(0xD800, bytes), 3);
	assert_memory_equal(bytes, "\uFFFD", 3);
	assert_int_equal(text_encode(0x110000, bytes), 3);
	assert_memory_equal(bytes, "\uFFFD", 3);
}

static void valid_finds_the_first_wrong_byte(void **state)
{
	size_t bad = 99;
	(void)state;

	assert_true(text_valid("裏庭\uFFFD", strlen("裏庭\uFFFD"), &bad));
	assert_int_equal(bad, 99);
	assert_true(text_valid("", 0, NULL));
	assert_false(text_valid("裏\0庭", 7, &bad));
	assert_int_equal(bad, 3);
	assert_false(text_valid("裏庭\x83\x41", 8, &bad));
	assert_int_equal(bad, 6);
	assert_false(text_valid("\x83", 1, NULL));
}

static void graphemes_are_what_a_reader_counts(void **state)
{
	/* か + combining voiced mark, half-width ka + mark, a family, a flag, a skin tone, an
	 * ideograph with a variation selector, CR LF. */
	static const char *const one[] = {"a", "か", "か\u3099", "ｶﾞ", "e\u0301",
		"👨\u200D👩\u200D👧\u200D👦", "🇯🇵", "👍🏽", "❤\uFE0F", "葛\U000E0100", "\r\n", "각",
		"\x80"};
	char text[64];
	(void)state;

	for (size_t i = 0; i < sizeof one / sizeof one[0]; i++) {
		const size_t length = strlen(one[i]);
		assert_int_equal(text_grapheme(one[i], length), length);
		memcpy(text, "庭", 3);
		memcpy(text + 3, one[i], length);
		memcpy(text + 3 + length, "x", 2);
		assert_int_equal(text_grapheme(text, length + 4), 3);
		assert_int_equal(text_grapheme(text + 3, length + 1), length);
		assert_int_equal(text_grapheme_before(text, 3 + length), 3);
	}
	assert_int_equal(text_grapheme("", 0), 0);
	assert_int_equal(text_grapheme_before("abc", 0), 0);
}

static void two_flags_are_two(void **state)
{
	static const char flags[] = "🇯🇵🇺🇸";
	(void)state;

	assert_int_equal(text_grapheme(flags, 16), 8);
	assert_int_equal(text_grapheme_before(flags, 16), 8);
	assert_int_equal(text_grapheme_before(flags, 8), 0);
}

static void both_directions_agree(void **state)
{
	static const char text[] = "a\r\n裏か\u3099ｶﾞ\xE8\xA3👨\u200D👩🇯🇵🇺🇸\x80"
				   "e\u0301\u200Dx庭";
	size_t boundaries[64];
	size_t count = 0;
	size_t at = 0;
	(void)state;

	while (at < strlen(text)) {
		boundaries[count++] = at;
		at += text_grapheme(text + at, strlen(text) - at);
	}
	while (count > 0) {
		at = text_grapheme_before(text, at);
		assert_int_equal(at, boundaries[--count]);
	}
}

static void equal_knows_null(void **state)
{
	(void)state;
	assert_true(text_equal(NULL, NULL));
	assert_false(text_equal(NULL, ""));
	assert_false(text_equal("", NULL));
	assert_true(text_equal("裏", "裏"));
	assert_false(text_equal("裏", "表"));
}

static void trim_takes_full_width_spaces(void **state)
{
	static const struct {
		const char *text;
		const char *trimmed;
	} cases[] = {
		{"", ""},
		{" \t\r\n\u3000", ""},
		{"\u3000 裏 庭\u3000\r\n", "裏 庭"},
		{"\u3001", "\u3001"},
		{" \xE3\x80", "\xE3\x80"},
	};
	(void)state;

	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		size_t length;
		const char *start = text_trim(cases[i].text, &length);
		assert_int_equal(length, strlen(cases[i].trimmed));
		assert_memory_equal(start, cases[i].trimmed, length);
	}
}

static void blank_is_what_trims_to_nothing(void **state)
{
	(void)state;
	assert_true(text_is_blank(""));
	assert_true(text_is_blank(" \t\r\n　"));
	assert_false(text_is_blank("　0　"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(decode_reads_each_length),
		cmocka_unit_test(decode_marks_what_is_not_utf8),
		cmocka_unit_test(encode_never_writes_a_surrogate),
		cmocka_unit_test(valid_finds_the_first_wrong_byte),
		cmocka_unit_test(graphemes_are_what_a_reader_counts),
		cmocka_unit_test(two_flags_are_two),
		cmocka_unit_test(both_directions_agree),
		cmocka_unit_test(blank_is_what_trims_to_nothing),
		cmocka_unit_test(equal_knows_null),
		cmocka_unit_test(trim_takes_full_width_spaces),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
