/* What must hold for any text at all, tried on many made from awkward pieces by a fixed seed. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <uninorm.h>
#include <cmocka.h>

#include "base/text.h"

enum { TEXTS = 3000, MOST_PIECES = 24, MOST_COLUMNS = 12 };

static const char *const pieces[] = {"a", "Z", " ", "\t", "\r\n", "\n", "、", "。", "「", "」", "…",
	"裏", "庭", "か", "ガ", "ー", "ッ", "ｶ", "ﾞ", "\u3099", "\u0301", "①", "㈱", "△", "Ａ", "\u3000",
	"👨", "\u200D", "🏽", "🇯", "🇵", "\uFE0F", "葛\U000E0100", "각", "\u1100", "\u1161", "\u0600",
	"\u200B", "\x1b", "\x80", "\xE8\xA3", "\xF0\x9F", "é", "ß", "㎐", "ﬁ", "-", "5", ","};

static uint32_t next_random(uint32_t *seed)
{
	*seed = *seed * 1664525 + 1013904223;
	return *seed >> 8;
}

static void make_text(uint32_t *seed, struct strbuf *text)
{
	const uint32_t count = next_random(seed) % MOST_PIECES;

	strbuf_clear(text);
	strbuf_add(text, "", 0);
	for (uint32_t i = 0; i < count; i++)
		strbuf_add_text(text, pieces[next_random(seed) % (sizeof pieces / sizeof *pieces)]);
}

static void for_each_text(void (*check)(const char *text, uint32_t random))
{
	struct strbuf text = {0};
	uint32_t seed = 20251120;

	for (int i = 0; i < TEXTS; i++) {
		text_set_ambiguous_width(1 + i % 2);
		make_text(&seed, &text);
		check(text.text, next_random(&seed));
	}
	text_set_ambiguous_width(1);
	strbuf_free(&text);
}

static void check_graphemes(const char *text, uint32_t random)
{
	const size_t length = strlen(text);
	size_t starts[256];
	size_t count = 0;
	(void)random;

	for (size_t at = 0; at < length; at += text_grapheme(text + at, length - at))
		starts[count++] = at;
	for (size_t at = length; at > 0;) {
		at = text_grapheme_before(text, at);
		assert_int_equal(at, starts[--count]);
	}
	assert_int_equal(count, 0);
}

static void graphemes_are_the_same_both_ways(void **state)
{
	(void)state;
	for_each_text(check_graphemes);
}

static void check_cells(const char *text, uint32_t random)
{
	const int columns = (int)(random % MOST_COLUMNS);
	struct strbuf cell = {0};
	int used;

	const size_t bytes = text_fit(text, columns, &used);
	assert_true(used <= columns && used == text_width_n(text, bytes));
	text_pad(&cell, text, columns, (enum text_align)(random / MOST_COLUMNS % 3));
	assert_int_equal(text_width(strbuf_text(&cell)), columns);
	assert_true(text_valid(strbuf_text(&cell), cell.length, NULL));
	assert_null(strpbrk(strbuf_text(&cell), "\n\r\t\x1b"));
	strbuf_free(&cell);
}

static void cells_are_filled_exactly(void **state)
{
	(void)state;
	for_each_text(check_cells);
}

struct wrapping {
	const char *text;
	const char *seen; /* everything before is in a line, or a blank between two */
	int columns;
};

static void check_line(const char *start, size_t length, void *data)
{
	struct wrapping *wrapping = data;

	for (const char *at = wrapping->seen; at < start;) {
		uint32_t character;
		at += text_decode(at, (size_t)(start - at), &character);
		assert_true(character < 0x80 ? strchr(" \t\r\n", (int)character) != NULL
					     : character == 0x3000);
	}
	if (text_width_n(start, length) > wrapping->columns) {
		size_t kept;
		char *line = strndup(start, length);
		const char *word = text_trim(line, &kept);
		assert_int_equal(text_grapheme(word, kept), kept);
		free(line);
	}
	wrapping->seen = start + length;
}

static void check_wrap(const char *text, uint32_t random)
{
	struct wrapping wrapping = {text, text, (int)(random % MOST_COLUMNS)};

	text_wrap(text, wrapping.columns, check_line, &wrapping);
	check_line(text + strlen(text), 0, &wrapping);
}

static void lines_fit_and_nothing_is_lost(void **state)
{
	(void)state;
	for_each_text(check_wrap);
}

static void check_nfkc(const char *text, uint32_t random)
{
	const size_t length = strlen(text);
	size_t expected_length;
	(void)random;

	if (!text_valid(text, length, NULL))
		return;
	uint8_t *expected = u8_normalize(
		UNINORM_NFKC, (const uint8_t *)text, length + 1, NULL, &expected_length);
	char *normal = text_nfkc(text);
	assert_string_equal(normal, (const char *)expected);
	free(normal);
	free(expected);
}

static void the_quick_path_is_nfkc_too(void **state)
{
	(void)state;
	for_each_text(check_nfkc);
}

static void check_key(const char *text, uint32_t random)
{
	char *key = text_key(text);
	char *again = text_key(key);
	(void)random;

	assert_string_equal(again, key);
	assert_true(text_valid(key, strlen(key), NULL));
	free(again);
	free(key);
}

static void keys_of_keys_are_themselves(void **state)
{
	(void)state;
	for_each_text(check_key);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(graphemes_are_the_same_both_ways),
		cmocka_unit_test(cells_are_filled_exactly),
		cmocka_unit_test(lines_fit_and_nothing_is_lost),
		cmocka_unit_test(the_quick_path_is_nfkc_too),
		cmocka_unit_test(keys_of_keys_are_themselves),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
