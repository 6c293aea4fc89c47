/* Editing a line, a text and a choice as people in a Japanese office do. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/text.h"
#include "ui/kit/w_choice.h"
#include "ui/widget/w_input.h"
#include "ui/widget/w_text.h"

struct fixture {
	struct w_input input;
	struct w_text text;
	struct strbuf killed;
};

static int setup(void **state)
{
	static struct fixture fixture;

	fixture = (struct fixture){0};
	w_input_init(&fixture.input, &fixture.killed);
	w_text_init(&fixture.text, &fixture.killed);
	*state = &fixture;
	return 0;
}

static int teardown(void **state)
{
	struct fixture *fixture = *state;

	w_input_free(&fixture->input);
	w_text_free(&fixture->text);
	strbuf_free(&fixture->killed);
	return 0;
}

static void type(struct w_input *input, const char *text)
{
	while (*text) {
		uint32_t character;
		struct event event = {.kind = EVENT_KEY};

		text += text_decode(text, strlen(text), &character);
		event.key = (int)character;
		w_input_event(input, &event, NULL);
	}
}

static bool act(struct w_input *input, enum action action)
{
	struct event event = {.kind = EVENT_KEY, .key = K_UP, .action = action};
	bool changed = false;

	assert_true(w_input_event(input, &event, &changed));
	return changed;
}

static void paste(struct w_input *input, const char *text)
{
	struct event event = {.kind = EVENT_PASTE, .text = text};

	assert_true(w_input_event(input, &event, NULL));
}

static void expect(struct w_input *input, const char *text, size_t caret)
{
	assert_string_equal(w_input_text(input), text);
	assert_int_equal(input->caret, caret);
}

static void test_moves_by_graphemes(void **state)
{
	struct w_input *input = &((struct fixture *)*state)->input;

	type(input, "か\xe3\x82\x99き"); /* か with a combining mark, き */
	expect(input, "か\xe3\x82\x99き", 9);
	act(input, ACTION_TEXT_LEFT);
	assert_int_equal(input->caret, 6);
	act(input, ACTION_TEXT_LEFT);
	assert_int_equal(input->caret, 0);
	act(input, ACTION_TEXT_LEFT);
	assert_int_equal(input->caret, 0);
	act(input, ACTION_TEXT_DELETE);
	expect(input, "き", 0);
	act(input, ACTION_TEXT_END);
	assert_true(act(input, ACTION_TEXT_RUBOUT));
	assert_false(act(input, ACTION_TEXT_RUBOUT));
	expect(input, "", 0);
}

static void test_kills_and_yanks(void **state)
{
	struct w_input *input = &((struct fixture *)*state)->input;

	type(input, "児童福祉司の記録作成");
	act(input, ACTION_TEXT_KILL_WORD); /* kanji up to の */
	expect(input, "児童福祉司の", 18);
	act(input, ACTION_TEXT_HOME);
	act(input, ACTION_TEXT_YANK);
	expect(input, "記録作成児童福祉司の", 12);
	act(input, ACTION_TEXT_KILL);
	expect(input, "記録作成", 12);
	act(input, ACTION_TEXT_KILL_BEFORE);
	expect(input, "", 0);
	act(input, ACTION_TEXT_YANK);
	expect(input, "記録作成", 12);
}

static void test_undo(void **state)
{
	struct w_input *input = &((struct fixture *)*state)->input;

	w_input_set(input, "議事録");
	type(input, "の要約");
	act(input, ACTION_TEXT_RUBOUT);
	expect(input, "議事録の要", 15);
	act(input, ACTION_TEXT_UNDO);
	expect(input, "議事録の要約", 18);
	assert_true(act(input, ACTION_TEXT_UNDO)); /* typing is one step */
	expect(input, "議事録", 9);
	assert_false(act(input, ACTION_TEXT_UNDO));
}

/* Kanji, hiragana, katakana (half width too) and Latin letters are words; signs are one of their own. */
static void test_moves_by_words(void **state)
{
	static const char text[] = "議事録AI、の作成 々ｶﾅ　12.5時間";
	static const char *const words[] = {"議事録", "AI", "、", "の", "作成", " 々", "ｶﾅ", "　12", ".",
		"5", "時間"};
	const char *rest = text + strlen("議事録");
	struct w_input *input = &((struct fixture *)*state)->input;
	size_t at = 0;

	w_input_set(input, text);
	act(input, ACTION_TEXT_TOP);
	for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
		at += strlen(words[i]);
		act(input, ACTION_TEXT_WORD_RIGHT);
		assert_int_equal(input->caret, at);
	}
	act(input, ACTION_TEXT_WORD_RIGHT);
	assert_int_equal(input->caret, sizeof text - 1);
	for (size_t i = sizeof words / sizeof words[0]; i-- > 0;) {
		size_t blank = strspn(words[i], " ");

		if (strncmp(words[i], "　", 3) == 0)
			blank = 3;
		at -= strlen(words[i]);
		act(input, ACTION_TEXT_WORD_LEFT);
		assert_int_equal(input->caret, at + blank);
	}
	assert_true(act(input, ACTION_TEXT_KILL_WORD_AFTER));
	expect(input, "AI、の作成 々ｶﾅ　12.5時間", 0);
	act(input, ACTION_TEXT_BOTTOM);
	assert_true(act(input, ACTION_TEXT_KILL_WORD));
	assert_string_equal(strbuf_text(input->killed), "時間");
	assert_true(act(input, ACTION_TEXT_UNDO));
	assert_true(act(input, ACTION_TEXT_UNDO));
	assert_false(act(input, ACTION_TEXT_UNDO));
	assert_string_equal(w_input_text(input), text);
	assert_true(act(input, ACTION_TEXT_REDO));
	expect(input, rest, strlen(rest));
	type(input, "x");
	assert_false(act(input, ACTION_TEXT_REDO)); /* another way was taken */
	assert_true(act(input, ACTION_TEXT_UNDO));
	expect(input, rest, strlen(rest));
}

static void test_paste_is_one_line(void **state)
{
	struct w_input *input = &((struct fixture *)*state)->input;

	paste(input, "一行目\n二行目\t三\001\n");
	expect(input, "一行目 二行目 三", 23);
	act(input, ACTION_TEXT_UNDO);
	expect(input, "", 0);
}

static void test_length_limit(void **state)
{
	struct w_input *input = &((struct fixture *)*state)->input;

	input->max_bytes = 7;
	type(input, "課題課");
	expect(input, "課題", 6);
	type(input, "a");
	expect(input, "課題a", 7);
	act(input, ACTION_TEXT_UNDO);
	expect(input, "", 0);
	paste(input, "aか\xe3\x82\x99き"); /* never half of a grapheme */
	expect(input, "aか\xe3\x82\x99", 7);
}

static void test_numbers_in_any_width(void **state)
{
	struct w_input *input = &((struct fixture *)*state)->input;

	/* nothing is left out to make a number: 1:30 without its colon is another one */
	type(input, "△１，７２４．５分a");
	assert_string_equal(w_input_text(input), "△１，７２４．５分a");
	w_input_set(input, "");
	paste(input, "1,860 時間\n");
	assert_string_equal(w_input_text(input), "1,860 時間");
	w_input_set(input, "");
	paste(input, "1:30");
	assert_string_equal(w_input_text(input), "1:30");
}

static void test_lines(void **state)
{
	struct fixture *fixture = *state;
	struct w_text *text = &fixture->text;
	struct event enter = {.kind = EVENT_KEY, .key = K_ENTER};
	struct event up = {.kind = EVENT_KEY, .key = K_UP, .action = ACTION_TEXT_UP};
	struct event down = {.kind = EVENT_KEY, .key = K_DOWN, .action = ACTION_TEXT_DOWN};
	bool changed = false;

	type(&text->input, "現状");
	assert_true(w_text_event(text, &enter, &changed));
	assert_true(changed);
	type(&text->input, "課題は");
	assert_string_equal(w_text_text(text), "現状\n課題は");
	text->wrapped = false;
	assert_true(w_text_event(text, &up, NULL));
	assert_int_equal(text->input.caret, 6); /* as far right as the shorter line goes */
	assert_false(w_text_event(text, &up, NULL));
	assert_true(w_text_event(text, &down, NULL));
	assert_int_equal(text->input.caret, 13);
	assert_false(w_text_event(text, &down, NULL));
	act(&text->input, ACTION_TEXT_HOME);
	assert_int_equal(text->input.caret, 7);
}

static bool answers(const struct w_choice_entry *entry, const char *typed)
{
	struct w_choice_query query;
	bool answer;

	w_choice_query_begin(&query, typed);
	answer = w_choice_matches(entry, &query);
	w_choice_query_end(&query);
	return answer;
}

static void test_choices_are_found(void **state)
{
	const struct w_choice_entry kintone = {"kintone", "きんとーん", NULL};
	const struct w_choice_entry minutes = {"議事録AI", "ぎじろくえーあい", NULL};
	const struct w_choice_entry excel = {"Excelマクロ", NULL, NULL};

	(void)state;
	assert_true(answers(&kintone, "kin"));
	assert_true(answers(&kintone, "ｋｉｎ"));
	assert_true(answers(&kintone, "キント"));
	assert_true(answers(&minutes, "ぎじ"));
	assert_true(answers(&minutes, "gijiroku"));
	assert_true(answers(&minutes, "gij"));
	assert_true(answers(&minutes, "議事"));
	assert_true(answers(&minutes, "ai"));
	assert_false(answers(&minutes, "kin"));
	assert_true(answers(&excel, "makuro"));
	assert_true(answers(&excel, ""));
	assert_false(answers(&excel, "word"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_moves_by_graphemes, setup, teardown),
		cmocka_unit_test_setup_teardown(test_kills_and_yanks, setup, teardown),
		cmocka_unit_test_setup_teardown(test_undo, setup, teardown),
		cmocka_unit_test_setup_teardown(test_moves_by_words, setup, teardown),
		cmocka_unit_test_setup_teardown(test_paste_is_one_line, setup, teardown),
		cmocka_unit_test_setup_teardown(test_length_limit, setup, teardown),
		cmocka_unit_test_setup_teardown(test_numbers_in_any_width, setup, teardown),
		cmocka_unit_test_setup_teardown(test_lines, setup, teardown),
		cmocka_unit_test_setup_teardown(test_choices_are_found, setup, teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
