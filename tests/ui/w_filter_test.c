/* The line of the filter and the search. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "model/filter.h"
#include "ui/widget/w_filter.h"

static struct w_filter line;

static int set_up(void **state)
{
	(void)state;
	w_filter_init(&line, NULL);
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	w_filter_free(&line);
	return 0;
}

/* Types a text as a paste; returns whether the search changed. */
static bool type(const char *text)
{
	struct event event = {.kind = EVENT_PASTE, .text = text};
	bool changed = false;

	assert_true(w_filter_event(&line, &event, &changed));
	return changed;
}

static void assert_expression(const char *expected)
{
	struct strbuf text = {0};

	w_filter_expression(&line, &text);
	assert_string_equal(strbuf_text(&text), expected);
	strbuf_free(&text);
}

static void search(const char *words)
{
	w_filter_search(&line);
	assert_true(type(words));
}

static void words_are_searched_for_one_by_one(void **state)
{
	(void)state;
	search("会議　録 窓口");
	assert_expression("会議 録 窓口");
}

/* What would mean something in the filter language is nothing but a word in a search. */
static void signs_in_a_search_are_words(void **state)
{
	struct filter filter;
	struct strbuf text = {0};

	(void)state;
	search("dept:福祉 -x \"a");
	w_filter_expression(&line, &text);
	assert_true(filter_parse(strbuf_text(&text), &filter, NULL));
	assert_int_equal(filter.terms.count, 3);
	for (size_t i = 0; i < 3; i++) {
		assert_int_equal(filter.terms.items[i].key, FILTER_TEXT);
		assert_false(filter.terms.items[i].negated);
	}
	assert_string_equal(filter.terms.items[0].values.items[0].text, "dept:福祉");
	assert_string_equal(filter.terms.items[2].values.items[0].text, "\"a");
	filter_free(&filter);
	strbuf_free(&text);
}

static void a_search_given_up_is_as_before(void **state)
{
	(void)state;
	search("会議");
	assert_true(w_filter_accept(&line, NULL));
	w_filter_search(&line);
	assert_true(type("録"));
	assert_expression("会議録");
	assert_true(w_filter_cancel(&line));
	assert_expression("会議");
	w_filter_search(&line);
	assert_false(w_filter_cancel(&line));
}

static void a_filter_takes_effect_when_accepted(void **state)
{
	struct error err = {0};

	(void)state;
	w_filter_edit(&line);
	assert_false(type("状態:実施中 "));
	assert_expression("");
	assert_true(w_filter_accept(&line, &err));
	assert_false(w_filter_typing(&line));
	assert_expression("status:実施中");
	w_filter_edit(&line);
	type("x");
	w_filter_cancel(&line);
	assert_expression("status:実施中");
}

static void a_wrong_filter_is_typed_on(void **state)
{
	struct error err = {0};

	(void)state;
	assert_true(w_filter_set(&line, "dept:福祉", &err));
	w_filter_edit(&line);
	type("nosuch:1");
	assert_false(w_filter_accept(&line, &err));
	assert_non_null(strstr(err.message, "nosuch"));
	assert_true(w_filter_typing(&line));
	assert_expression("dept:福祉");
	assert_false(w_filter_set(&line, "dept:\"", &err));
	assert_expression("dept:福祉");
}

static void it_tells_which_keys_it_names(void **state)
{
	(void)state;
	assert_true(w_filter_set(&line, "section:児童課 -team:1 type:1,3", NULL));
	assert_true(w_filter_names(&line, FILTER_SECTION));
	assert_false(w_filter_names(&line, FILTER_TEAM));
	assert_false(w_filter_names(&line, FILTER_PROBLEM_TYPE));
	assert_false(w_filter_names(&line, FILTER_STATUS));
}

static void the_last_part_goes_first(void **state)
{
	(void)state;
	assert_true(w_filter_set(&line, "dept:福祉 type:1,3", NULL));
	search("会議");
	assert_true(w_filter_drop_last(&line));
	assert_expression("dept:福祉 type:1,3");
	assert_true(w_filter_drop_last(&line));
	assert_expression("dept:福祉");
	assert_true(w_filter_drop_last(&line));
	assert_false(w_filter_narrows(&line));
	assert_false(w_filter_drop_last(&line));
	assert_false(w_filter_clear(&line));
}

static void any_part_can_go(void **state)
{
	struct strbuf chip = {0};

	(void)state;
	assert_true(w_filter_set(&line, "dept:福祉 type:3 status:running", NULL));
	search("窓口");
	assert_int_equal(w_filter_count(&line), 4);
	w_filter_chip(&line, 3, &chip);
	assert_string_equal(strbuf_text(&chip), "/窓口");
	strbuf_free(&chip);
	assert_true(w_filter_drop(&line, 1));
	assert_expression("dept:福祉 status:running 窓口");
	assert_true(w_filter_drop(&line, 2));
	assert_expression("dept:福祉 status:running");
	assert_false(w_filter_drop(&line, 2));
}

static void a_part_of_the_line_is_replaced(void **state)
{
	(void)state;
	assert_true(w_filter_set(&line, "type:1", NULL));
	w_filter_edit(&line);
	type("de");
	w_filter_replace(&line, strlen("type:1 "), strlen("type:1 de"), "dept:");
	type("福祉 hours:>=100");
	assert_true(w_filter_accept(&line, NULL));
	assert_expression("type:1 dept:福祉 hours:>=100");
}

static void a_search_gives_a_part_to_the_filter(void **state)
{
	(void)state;
	search("会議 kin");
	w_filter_add(&line, FILTER_TOOL, "kintone");
	w_filter_replace(&line, strlen("会議 "), strlen("会議 kin"), "");
	assert_expression("tool:kintone 会議");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(words_are_searched_for_one_by_one, set_up, tear_down),
		cmocka_unit_test_setup_teardown(signs_in_a_search_are_words, set_up, tear_down),
		cmocka_unit_test_setup_teardown(a_search_given_up_is_as_before, set_up, tear_down),
		cmocka_unit_test_setup_teardown(a_filter_takes_effect_when_accepted, set_up, tear_down),
		cmocka_unit_test_setup_teardown(a_wrong_filter_is_typed_on, set_up, tear_down),
		cmocka_unit_test_setup_teardown(it_tells_which_keys_it_names, set_up, tear_down),
		cmocka_unit_test_setup_teardown(the_last_part_goes_first, set_up, tear_down),
		cmocka_unit_test_setup_teardown(any_part_can_go, set_up, tear_down),
		cmocka_unit_test_setup_teardown(a_part_of_the_line_is_replaced, set_up, tear_down),
		cmocka_unit_test_setup_teardown(a_search_gives_a_part_to_the_filter, set_up, tear_down),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
