/* The action table: every row whole, no key with two meanings in one context. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/text.h"
#include "ui/term/action.h"
#include "ui/term/key.h"

static int parse(const char *name)
{
	return key_parse(name, strlen(name));
}

static void test_rows_are_whole(void **state)
{
	(void)state;
	for (int i = ACTION_NONE + 1; i < ACTION_COUNT; i++) {
		const struct action_row *row = action_row((enum action)i);

		assert_non_null(row);
		assert_int_equal(row->id, i);
		assert_int_equal(action_by_name(row->name), i);
		assert_true(row->contexts != 0);
		assert_true(row->label[0] != '\0' && row->help[0] != '\0');
		assert_int_equal(row->help[strlen(row->help) - 1], '.');
	}
	assert_null(action_row(ACTION_NONE));
	assert_int_equal(action_by_name("no-such"), ACTION_NONE);
}

static void test_no_conflicts(void **state)
{
	struct keymap map;
	struct error err = {0};

	(void)state;
	keymap_init(&map);
	if (!keymap_check(&map, &err))
		fail_msg("%s", err.message);
	assert_true(keymap_set(&map, "new", "e", &err));
	assert_false(keymap_check(&map, &err));
	assert_non_null(strstr(err.message, "edit"));
	assert_true(keymap_set(&map, "new", "C-x", &err)); /* begins keys of texts only */
	assert_true(keymap_check(&map, &err));
	assert_true(keymap_set(&map, "text-kill", "C-x", &err));
	assert_false(keymap_check(&map, &err));
	keymap_free(&map);
}

static void test_help_and_back_everywhere(void **state)
{
	struct keymap map;
	bool prefix;

	(void)state;
	keymap_init(&map);
	for (int context = CONTEXT_TEXT + 1; context < CONTEXT_COUNT; context++) {
		enum context here = (enum context)context;

		assert_int_equal(keymap_find(&map, here, K_NONE, K_ESCAPE, &prefix), ACTION_BACK);
		assert_int_equal(keymap_find(&map, here, K_NONE, K_F0 + 1, &prefix), ACTION_HELP);
		assert_int_equal(keymap_find(&map, here, K_NONE, K_DOWN, &prefix), ACTION_DOWN);
	}
	keymap_free(&map);
}

static void test_sequence(void **state)
{
	struct keymap map;
	bool prefix = false;

	(void)state;
	keymap_init(&map);
	assert_int_equal(keymap_find(&map, CONTEXT_TEXT, K_NONE, 24, &prefix), ACTION_NONE);
	assert_true(prefix);
	assert_int_equal(keymap_find(&map, CONTEXT_TEXT, 24, 5, &prefix), ACTION_TEXT_EDITOR);
	assert_int_equal(keymap_find(&map, CONTEXT_TEXT, 24, 'q', &prefix), ACTION_NONE);
	keymap_free(&map);
}

static void test_remapping(void **state)
{
	struct keymap map;
	struct error err = {0};
	struct strbuf text = {0};
	bool prefix;

	(void)state;
	keymap_init(&map);
	assert_true(keymap_set(&map, "new", "N, F6", &err));
	assert_int_equal(keymap_find(&map, CONTEXT_HOME, K_NONE, 'n', &prefix), ACTION_NONE);
	assert_int_equal(keymap_find(&map, CONTEXT_HOME, K_NONE, K_F0 + 6, &prefix), ACTION_NEW);
	keymap_format(&map, ACTION_NEW, true, &text);
	assert_string_equal(strbuf_text(&text), "N, F6");
	assert_false(keymap_set(&map, "new", "Ctrl+N", &err));
	assert_false(keymap_set(&map, "gnu", "n", &err));
	assert_non_null(strstr(err.message, "gnu"));
	assert_int_equal(keymap_find(&map, CONTEXT_HOME, K_NONE, 'N', &prefix), ACTION_NEW);
	strbuf_free(&text);
	keymap_free(&map);
}

static void test_key_names(void **state)
{
	static const char *const names[] = {"n", "N", "C-x", "C-_", "M-v", "F1", "F20", "PageDown",
		"Space", "Comma", "Esc", "Tab", "S-Tab", "Enter", "Backspace", "?", "あ", "-"};
	struct strbuf out = {0};

	(void)state;
	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
		strbuf_clear(&out);
		assert_int_not_equal(parse(names[i]), K_NONE);
		key_format(parse(names[i]), &out);
		assert_string_equal(strbuf_text(&out), names[i]);
	}
	assert_int_equal(parse("F21"), K_NONE);
	assert_int_equal(parse("F"), 'F');
	assert_int_equal(parse(""), K_NONE);
	assert_int_equal(parse("Nowhere"), K_NONE);
	strbuf_free(&out);
}

static void test_input_method(void **state)
{
	(void)state;
	assert_int_equal(key_fold(0xff4a), 'j'); /* ｊ */
	assert_int_equal(key_fold(0xff1f), '?'); /* ？ */
	assert_int_equal(key_fold(0xff1a), ':'); /* ： */
	assert_int_equal(key_fold(0xff11), '1'); /* １ */
	assert_int_equal(key_fold(0x3000), ' ');
	assert_int_equal(key_fold(K_DOWN), K_DOWN);
	assert_true(key_from_input_method(0x3042)); /* あ */
	assert_true(key_from_input_method(0x30ab)); /* カ */
	assert_true(key_from_input_method(0x5e74)); /* 年 */
	assert_false(key_from_input_method('j'));
	assert_false(key_from_input_method(0xff4a));
	assert_false(key_from_input_method(K_DOWN));
	assert_true(key_printable('a') && key_printable(0x3042) && key_printable(' '));
	assert_false(key_printable(K_ESCAPE) || key_printable(K_UP) || key_printable(K_META + 'a'));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_rows_are_whole),
		cmocka_unit_test(test_no_conflicts),
		cmocka_unit_test(test_help_and_back_everywhere),
		cmocka_unit_test(test_sequence),
		cmocka_unit_test(test_remapping),
		cmocka_unit_test(test_key_names),
		cmocka_unit_test(test_input_method),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
