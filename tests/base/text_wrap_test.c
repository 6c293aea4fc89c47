#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/strbuf.h"
#include "base/text.h"

static void collect(const char *start, size_t length, void *data)
{
	struct strbuf *lines = data;

	strbuf_add(lines, start, length);
	strbuf_add_char(lines, '|');
}

struct wrap_case {
	const char *text;
	int columns;
	const char *lines; /* each ends with | */
	size_t count;
};

static void check(const struct wrap_case *cases, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		struct strbuf lines = {0};
		assert_int_equal(text_wrap(cases[i].text, cases[i].columns, collect, &lines),
			cases[i].count);
		assert_string_equal(strbuf_text(&lines), cases[i].lines);
		assert_int_equal(
			text_wrap(cases[i].text, cases[i].columns, NULL, NULL), cases[i].count);
		strbuf_free(&lines);
	}
}

#define CHECK(cases) check(cases, sizeof(cases) / sizeof(cases)[0])

static void newlines_always_break(void **state)
{
	static const struct wrap_case cases[] = {
		{"", 10, "|", 1},
		{"a", 10, "a|", 1},
		{"a\nb", 10, "a|b|", 2},
		{"a\r\n\r\nb", 10, "a||b|", 3},
		{"a\n", 10, "a||", 2},
	};
	(void)state;

	CHECK(cases);
}

static void japanese_breaks_anywhere(void **state)
{
	static const struct wrap_case cases[] = {
		{"あいうえお", 4, "あい|うえ|お|", 3},
		{"あいうえお", 5, "あい|うえ|お|", 3},
		{"あいうえお", 10, "あいうえお|", 1},
		{"か\u3099き\u3099", 2, "か\u3099|き\u3099|", 2},
		{"\u3000字下げ", 4, "\u3000字|下げ|", 2},
	};
	(void)state;

	CHECK(cases);
}

static void latin_breaks_at_spaces(void **state)
{
	static const struct wrap_case cases[] = {
		{"to be or not", 5, "to be|or|not|", 3},
		{"to be  or", 5, "to be|or|", 2},
		{"kintone導入", 8, "kintone|導入|", 2},
		{"39.2分×88件", 6, "39.2分|×88件|", 2},
		{"abcdefgh", 3, "abc|def|gh|", 3},
		{"x abcdefgh", 4, "x|abcd|efgh|", 3},
		{"don’t go", 5, "don’t|go|", 2},
	};
	(void)state;

	CHECK(cases);
}

static void kinsoku_is_kept(void **state)
{
	static const struct wrap_case cases[] = {
		/* 、 and 。 go down with the character before them */
		{"あい、うえ。", 4, "あ|い、|う|え。|", 4},
		{"あい」うえ", 4, "あ|い」|うえ|", 3},
		{"あ「いう」", 4, "あ|「い|う」|", 3},
		{"キャット", 6, "キャッ|ト|", 2},
		{"……あ", 3, "……|あ|", 2},
		{"あ……", 3, "あ|……|", 2},
		{"サーバー", 6, "サー|バー|", 2},
		{"100%あ", 3, "100|%あ|", 2},
	};
	(void)state;

	CHECK(cases);
}

static void too_narrow_still_goes_on(void **state)
{
	static const struct wrap_case cases[] = {
		{"あい", 1, "あ|い|", 2},
		{"ab", 0, "a|b|", 2},
		{"   ", 2, "|", 1},
		{"。。。", 4, "。。|。|", 2},
		{"\u3000あ", 2, "\u3000|あ|", 2},
	};
	(void)state;

	CHECK(cases);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(newlines_always_break),
		cmocka_unit_test(japanese_breaks_anywhere),
		cmocka_unit_test(latin_breaks_at_spaces),
		cmocka_unit_test(kinsoku_is_kept),
		cmocka_unit_test(too_narrow_still_goes_on),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
