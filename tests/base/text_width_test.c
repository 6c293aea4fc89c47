#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <wchar.h>
#include <cmocka.h>

#include "base/text.h"

static int narrow_again(void **state)
{
	(void)state;
	text_set_ambiguous_width(1);
	return 0;
}

static void characters_follow_east_asian_width(void **state)
{
	static const struct {
		uint32_t character;
		int columns;
	} cases[] = {
		{'A', 1}, {'~', 1}, {0x88CF, 2}, {0x3042, 2}, {0x30A2, 2}, {0x3000, 2},
		{0xFF71, 1},  /* half-width ｱ */
		{0xFF9E, 1},  /* half-width voiced mark */
		{0x3099, 0},  /* combining voiced mark */
		{0x0301, 0},  /* combining acute, ambiguous in EastAsianWidth.txt */
		{0x200B, 0}, {0x200D, 0}, {0xFE0F, 0}, {0xE0100, 0},
		{0x1160, 0}, {0x11FF, 0}, {0xAC01, 2},
		{0x1F600, 2}, {0x20BB7, 2}, {0x2705, 2},
		{0x2713, 1},  /* ✓ is narrow, whatever EUC-JP says */
		{0x2591, 1},  /* ░ is narrow, ▒ ambiguous */
		{0xFF01, 2}, {0x00AD, 0}, {0x1F3FD, 0},
		{0x00, -1}, {0x1B, -1}, {0x7F, -1}, {0x9B, -1}, {0x2028, -1},
		{0xD800, -1}, {0x110000, -1},
	};
	(void)state;

	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
		assert_int_equal(text_char_width(cases[i].character), cases[i].columns);
}

static void ambiguous_characters_follow_the_terminal(void **state)
{
	static const uint32_t ambiguous[] = {
		0x2460, 0x25B3, 0x25CB, 0x2026, 0x2500, 0x2592, 0x00B0, 0x00D7, 0x03B1, 0xE000};
	(void)state;

	assert_int_equal(text_ambiguous_width(), 1);
	for (int columns = 1; columns <= 2; columns++) {
		text_set_ambiguous_width(columns);
		for (size_t i = 0; i < sizeof ambiguous / sizeof ambiguous[0]; i++) {
			assert_int_equal(text_char_width(ambiguous[i]), columns);
			assert_int_equal(wcwidth((wchar_t)ambiguous[i]), columns);
		}
		assert_int_equal(text_width("①紙"), columns + 2);
	}
}

static void wcwidth_is_ours(void **state)
{
	(void)state;
	assert_int_equal(wcwidth(L'\0'), 0);
	assert_int_equal(wcwidth(L'裏'), 2);
	assert_int_equal(wcwidth(L'\x1b'), -1);
	text_set_ambiguous_width(2);
	assert_int_equal(wcwidth(L'①'), 2);
}

static void text_width_adds_up(void **state)
{
	(void)state;
	assert_int_equal(text_width(""), 0);
	assert_int_equal(text_width("裏庭uraniwa"), 11);
	assert_int_equal(text_width("か\u3099"), 2);
	assert_int_equal(text_width("ｷﾝﾄｰﾝ"), 5);
	assert_int_equal(text_width("a\tb\x1b[0m"), 5);
	assert_int_equal(text_width("\x80\xFF"), 2);
	assert_int_equal(text_width_n("裏庭", 3), 2);
}

static void fit_never_splits_a_character(void **state)
{
	static const struct {
		const char *text;
		int columns;
		size_t bytes;
		int used;
	} cases[] = {
		{"裏庭", 4, 6, 4}, {"裏庭", 3, 3, 2}, {"裏庭", 2, 3, 2}, {"裏庭", 1, 0, 0},
		{"裏庭", 0, 0, 0}, {"a裏", 2, 1, 1}, {"か\u3099き", 2, 6, 2}, {"か\u3099き", 3, 6, 2},
		{"ｶﾞ", 1, 0, 0}, {"ｶﾞ", 2, 6, 2}, {"", 5, 0, 0}, {"abc", 100, 3, 3},
	};
	(void)state;

	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		int used = -1;
		assert_int_equal(
			text_fit(cases[i].text, cases[i].columns, &used), cases[i].bytes);
		assert_int_equal(used, cases[i].used);
	}
	assert_int_equal(text_fit("裏庭", 3, NULL), 3);
}

static void pad_fills_exactly(void **state)
{
	static const struct {
		const char *text;
		int columns;
		enum text_align align;
		int ambiguous;
		const char *padded;
	} cases[] = {
		{"裏庭", 6, TEXT_LEFT, 1, "裏庭  "},
		{"裏庭", 6, TEXT_RIGHT, 1, "  裏庭"},
		{"裏庭", 7, TEXT_CENTER, 1, " 裏庭  "},
		{"裏庭", 4, TEXT_LEFT, 1, "裏庭"},
		{"裏庭の庭", 5, TEXT_LEFT, 1, "裏庭…"},
		{"裏庭の庭", 4, TEXT_LEFT, 1, "裏… "},
		{"裏庭の庭", 4, TEXT_RIGHT, 1, " 裏…"},
		{"裏庭の庭", 5, TEXT_LEFT, 2, "裏庭~"},
		{"①②", 3, TEXT_LEFT, 1, "①② "},
		{"①②", 3, TEXT_LEFT, 2, "①~"},
		{"a\nb\tc\r\nd", 8, TEXT_LEFT, 1, "a b c d "},
		{"a\x1b[1mb", 6, TEXT_LEFT, 1, "a[1mb "},
		{"\x80", 2, TEXT_LEFT, 1, "\uFFFD "},
		{"裏", 1, TEXT_LEFT, 1, "…"},
		{"裏", 0, TEXT_LEFT, 1, ""},
		{"", 2, TEXT_RIGHT, 1, "  "},
		{"か\u3099か\u3099", 4, TEXT_LEFT, 1, "か\u3099か\u3099"},
	};
	(void)state;

	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct strbuf out = {0};
		text_set_ambiguous_width(cases[i].ambiguous);
		text_pad(&out, cases[i].text, cases[i].columns, cases[i].align);
		assert_string_equal(strbuf_text(&out), cases[i].padded);
		assert_int_equal(text_width(strbuf_text(&out)), cases[i].columns);
		strbuf_free(&out);
	}
}

static void clip_appends_without_padding(void **state)
{
	struct strbuf out = {0};
	(void)state;

	strbuf_add_text(&out, ">");
	assert_int_equal(text_clip(&out, "裏庭の庭", 6), 5);
	assert_int_equal(text_clip(&out, "ab", 6), 2);
	assert_int_equal(text_clip(&out, "", 6), 0);
	assert_int_equal(text_clip(&out, "ab", -1), 0);
	assert_string_equal(strbuf_text(&out), ">裏庭…ab");
	strbuf_free(&out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(characters_follow_east_asian_width),
		cmocka_unit_test_teardown(ambiguous_characters_follow_the_terminal, narrow_again),
		cmocka_unit_test_teardown(wcwidth_is_ours, narrow_again),
		cmocka_unit_test(text_width_adds_up),
		cmocka_unit_test(fit_never_splits_a_character),
		cmocka_unit_test_teardown(pad_fills_exactly, narrow_again),
		cmocka_unit_test(clip_appends_without_padding),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
