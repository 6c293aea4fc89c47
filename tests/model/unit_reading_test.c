/* How units are read whose names nobody has typed in kana. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "model/unit_reading.h"

static void assert_reading(const struct unit_words *words, const char *name, const char *expected)
{
	struct strbuf text = {0};

	unit_words_read(words, name, &text);
	assert_string_equal(strbuf_text(&text), expected);
	strbuf_free(&text);
}

static void names_are_read_word_by_word(void **state)
{
	struct unit_words *words = unit_words_new();

	(void)state;
	assert_reading(words, "福祉保健部", "ふくしほけんぶ");
	assert_reading(words, "農林水産部", "のうりんすいさんぶ");
	assert_reading(words, "土木事務所", "どぼくじむしょ");
	assert_reading(words, "教育委員会", "きょういくいいんかい");
	assert_reading(words, "企画振興課", "きかくしんこうか");
	assert_reading(words, "総務班", "そうむはん");
	unit_words_free(words);
}

/* 保健所 is no 保健 and 所, 文化財課 no 文化 and 財. */
static void the_longest_word_wins(void **state)
{
	struct unit_words *words = unit_words_new();

	(void)state;
	assert_reading(words, "中央保健所", "ちゅうおうほけんじょ");
	assert_reading(words, "文化財課", "ぶんかざいか");
	assert_reading(words, "文化課", "ぶんかか");
	unit_words_free(words);
}

static void what_is_no_word_stays(void **state)
{
	struct unit_words *words = unit_words_new();

	(void)state;
	assert_reading(words, "鬱ヶ丘課", "鬱ヶ丘か");
	assert_reading(words, "地域DX推進班", "ちいきDXすいしんはん");
	assert_reading(words, "公園・下水道課", "こうえんげすいどうか");
	assert_reading(words, "", "");
	unit_words_free(words);
}

static void a_reading_that_was_typed_wins(void **state)
{
	struct unit_tree tree = {.fiscal_year = 2025};

	(void)state;
	vec_add(&tree.nodes)->unit = (struct unit){.code = "1", .kind = UNIT_BODY, .name = "見本県",
		.parent_code = "", .successor_code = "", .reading = "みほんけん"};
	vec_add(&tree.nodes)->unit = (struct unit){.code = "2", .kind = UNIT_DEPARTMENT,
		.name = "総務部", .parent_code = "1", .successor_code = ""};
	assert_true(unit_tree_build(&tree, NULL));
	assert_string_equal(unit_tree_found_by(&tree, 0), "みほんけん\n1");
	assert_string_equal(unit_tree_found_by(&tree, 1), "そうむぶ\n2");
	unit_tree_free(&tree);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(names_are_read_word_by_word),
		cmocka_unit_test(the_longest_word_wins),
		cmocka_unit_test(what_is_no_word_stays),
		cmocka_unit_test(a_reading_that_was_typed_wins),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
