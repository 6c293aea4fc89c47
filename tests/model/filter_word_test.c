/* The word of a filter that is being typed. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "model/filter_word.h"

static void assert_word(const char *text, int key, const char *whole, const char *value)
{
	struct filter_word word;

	filter_word_at(text, strlen(text), &word);
	assert_int_equal(word.key, key);
	assert_string_equal(text + word.start, whole);
	assert_string_equal(text + word.value, value);
}

static void a_word_without_a_colon_has_no_key(void **state)
{
	(void)state;
	assert_word("", -1, "", "");
	assert_word("議事", -1, "議事", "議事");
	assert_word("dept:福祉 de", -1, "de", "de");
	assert_word("dept:福祉　-sta", -1, "sta", "sta");
}

static void behind_the_colon_stands_the_value(void **state)
{
	(void)state;
	assert_word("dept:", FILTER_DEPARTMENT, "dept:", "");
	assert_word("会議 ツール：kin", FILTER_TOOL, "ツール：kin", "kin");
	assert_word("-status:dr", FILTER_STATUS, "status:dr", "dr");
	assert_word("nosuch:x", -1, "nosuch:x", "x");
}

static void each_of_several_values_is_typed_alone(void **state)
{
	(void)state;
	assert_word("type:1,", FILTER_PROBLEM_TYPE, "type:1,", "");
	assert_word("type:1,3", FILTER_PROBLEM_TYPE, "type:1,3", "3");
}

static void blanks_within_quotes_end_no_word(void **state)
{
	(void)state;
	assert_word("section:\"児童 課", FILTER_SECTION, "section:\"児童 課", "児童 課");
	assert_word("section:\"児童 課\" to", -1, "to", "to");
}

static void the_word_ends_at_the_caret(void **state)
{
	struct filter_word word;

	(void)state;
	filter_word_at("dept:福祉 tool:kin", strlen("dept:福祉"), &word);
	assert_int_equal(word.key, FILTER_DEPARTMENT);
	assert_int_equal(word.value, strlen("dept:"));
}

static void values_are_quoted_where_they_need_it(void **state)
{
	struct strbuf text = {0};

	(void)state;
	filter_word_quote(FILTER_SECTION, "児童 課", &text);
	strbuf_add_char(&text, '|');
	filter_word_quote(FILTER_SECTION, "児童課", &text);
	assert_string_equal(strbuf_text(&text), "\"児童 課\"|児童課");
	strbuf_free(&text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_word_without_a_colon_has_no_key),
		cmocka_unit_test(behind_the_colon_stands_the_value),
		cmocka_unit_test(each_of_several_values_is_typed_alone),
		cmocka_unit_test(blanks_within_quotes_end_no_word),
		cmocka_unit_test(the_word_ends_at_the_caret),
		cmocka_unit_test(values_are_quoted_where_they_need_it),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
