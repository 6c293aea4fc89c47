#include "config.h"

#include "ui/widget/w_input.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/text.h"
#include "ui/widget/word.h"

enum { UNDO_MAX = 200 };

void w_input_init(struct w_input *input, struct strbuf *killed)
{
	*input = (struct w_input){.killed = killed};
}

static void w_input_forget(struct w_input_steps *steps)
{
	for (size_t i = 0; i < steps->count; i++)
		free(steps->items[i].text);
	steps->count = 0;
}

void w_input_free(struct w_input *input)
{
	w_input_forget(&input->undo);
	w_input_forget(&input->redo);
	vec_free(&input->undo);
	vec_free(&input->redo);
	strbuf_free(&input->text);
}

void w_input_set(struct w_input *input, const char *text)
{
	w_input_forget(&input->undo);
	w_input_forget(&input->redo);
	strbuf_clear(&input->text);
	strbuf_add_text(&input->text, text ? text : "");
	input->caret = input->text.length;
	input->scroll = 0;
	input->typing = false;
}

const char *w_input_text(const struct w_input *input)
{
	return strbuf_text(&input->text);
}

/* --- changes ------------------------------------------------------------------------------- */

static void w_input_push(struct w_input *input, struct w_input_steps *steps)
{
	struct w_input_step step = {xstrdup(w_input_text(input)), input->caret};

	if (steps->count == UNDO_MAX) {
		free(steps->items[0].text);
		memmove(steps->items, steps->items + 1, (UNDO_MAX - 1) * sizeof *steps->items);
		steps->count--;
	}
	*vec_add(steps) = step;
}

/* Before each change. */
static void w_input_remember(struct w_input *input)
{
	w_input_push(input, &input->undo);
	w_input_forget(&input->redo);
}

/* Goes to the last step of one of the two, and leaves the way back in the other. */
static bool w_input_step_back(struct w_input *input, struct w_input_steps *from,
	struct w_input_steps *to)
{
	struct w_input_step step;

	if (from->count == 0)
		return false;
	w_input_push(input, to);
	step = from->items[--from->count];
	strbuf_clear(&input->text);
	strbuf_add_text(&input->text, step.text);
	input->caret = step.caret;
	free(step.text);
	return true;
}

/* Puts what of bytes still fits into the text at the caret. */
static bool w_input_insert(struct w_input *input, const char *bytes, size_t length)
{
	char *rest;

	if (input->max_bytes > 0 && input->text.length + length > input->max_bytes) {
		size_t room = input->max_bytes > input->text.length ?
			input->max_bytes - input->text.length : 0;
		size_t fits = 0, next;

		while (fits < length &&
			fits + (next = text_grapheme(bytes + fits, length - fits)) <= room)
			fits += next;
		length = fits;
	}
	if (length == 0)
		return false;
	rest = xstrdup(w_input_text(input) + input->caret);
	strbuf_truncate(&input->text, input->caret);
	strbuf_add(&input->text, bytes, length);
	input->caret += length;
	strbuf_add_text(&input->text, rest);
	free(rest);
	return true;
}

static void w_input_erase_between(struct w_input *input, size_t from, size_t to)
{
	char *rest = xstrdup(w_input_text(input) + to);

	strbuf_truncate(&input->text, from);
	strbuf_add_text(&input->text, rest);
	input->caret = from;
	free(rest);
}

static bool w_input_kill_between(struct w_input *input, size_t from, size_t to)
{
	if (from == to)
		return false;
	w_input_remember(input);
	if (input->killed) {
		strbuf_clear(input->killed);
		strbuf_add(input->killed, w_input_text(input) + from, to - from);
	}
	w_input_erase_between(input, from, to);
	return true;
}

/* --- places -------------------------------------------------------------------------------- */

static size_t w_input_line_start(const struct w_input *input)
{
	const char *text = w_input_text(input);
	size_t at = input->caret;

	while (at > 0 && text[at - 1] != '\n')
		at--;
	return at;
}

static size_t w_input_line_end(const struct w_input *input)
{
	return input->caret + strcspn(w_input_text(input) + input->caret, "\n");
}

static size_t w_input_before(const struct w_input *input, size_t at)
{
	return text_grapheme_before(w_input_text(input), at);
}

static size_t w_input_after(const struct w_input *input, size_t at)
{
	return at + text_grapheme(w_input_text(input) + at, input->text.length - at);
}

static size_t w_input_next_word(const struct w_input *input)
{
	return word_after(w_input_text(input), input->text.length, input->caret);
}

/* --- events -------------------------------------------------------------------------------- */

static bool w_input_accepts(uint32_t character)
{
	return character >= ' ' && character != 127 && (character < 0x80 || character >= 0xa0);
}

static bool w_input_type_key(struct w_input *input, int key)
{
	char bytes[4];
	bool first = !input->typing;

	if (!w_input_accepts((uint32_t)key))
		return false;
	if (first)
		w_input_remember(input);
	if (w_input_insert(input, bytes, text_encode((uint32_t)key, bytes))) {
		input->typing = true;
		return true;
	}
	if (first)
		free(input->undo.items[--input->undo.count].text);
	return false;
}

/* Pasted text in one line, without the line end of a cell copied in a spreadsheet; only control characters are left
 * out. */
static bool w_input_paste(struct w_input *input, const char *text, bool lines)
{
	struct strbuf clean = {0};
	size_t length = strlen(text);
	bool changed = false;

	while (!lines && length > 0 && text[length - 1] == '\n')
		length--;

	while (length > 0) {
		uint32_t character;
		size_t used = text_decode(text, length, &character);

		if (character == '\n' && lines)
			strbuf_add_char(&clean, '\n');
		else if (character == '\n' || character == '\t')
			strbuf_add_char(&clean, ' ');
		else if (w_input_accepts(character))
			strbuf_add(&clean, text, used);
		text += used;
		length -= used;
	}
	if (clean.length > 0) {
		w_input_remember(input);
		changed = w_input_insert(input, clean.text, clean.length);
	}
	strbuf_free(&clean);
	return changed;
}

static bool w_input_rub_out(struct w_input *input, size_t from, size_t to)
{
	if (from == to)
		return false;
	w_input_remember(input);
	w_input_erase_between(input, from, to);
	return true;
}

/* Does an editing action; false when it is none of ours. */
static bool w_input_act(struct w_input *input, enum action action, bool *changed)
{
	switch (action) {
	case ACTION_TEXT_LEFT:
		input->caret = w_input_before(input, input->caret);
		return true;
	case ACTION_TEXT_RIGHT:
		input->caret = w_input_after(input, input->caret);
		return true;
	case ACTION_TEXT_WORD_LEFT:
		input->caret = word_before(w_input_text(input), input->caret);
		return true;
	case ACTION_TEXT_WORD_RIGHT:
		input->caret = w_input_next_word(input);
		return true;
	case ACTION_TEXT_TOP:
		input->caret = 0;
		return true;
	case ACTION_TEXT_BOTTOM:
		input->caret = input->text.length;
		return true;
	case ACTION_TEXT_HOME:
		input->caret = w_input_line_start(input);
		return true;
	case ACTION_TEXT_END:
		input->caret = w_input_line_end(input);
		return true;
	case ACTION_TEXT_RUBOUT:
		*changed = w_input_rub_out(input, w_input_before(input, input->caret), input->caret);
		return true;
	case ACTION_TEXT_DELETE:
		*changed = w_input_rub_out(input, input->caret, w_input_after(input, input->caret));
		return true;
	case ACTION_TEXT_KILL: {
		size_t end = w_input_line_end(input);

		*changed = w_input_kill_between(input, input->caret,
			end == input->caret ? w_input_after(input, end) : end);
		return true;
	}
	case ACTION_TEXT_KILL_BEFORE:
		*changed = w_input_kill_between(input, w_input_line_start(input), input->caret);
		return true;
	case ACTION_TEXT_KILL_WORD:
		*changed = w_input_kill_between(
			input, word_before(w_input_text(input), input->caret), input->caret);
		return true;
	case ACTION_TEXT_KILL_WORD_AFTER:
		*changed = w_input_kill_between(input, input->caret, w_input_next_word(input));
		return true;
	case ACTION_TEXT_YANK:
		*changed = input->killed && input->killed->length > 0 &&
			w_input_paste(input, strbuf_text(input->killed), input->lines);
		return true;
	case ACTION_TEXT_UNDO:
		*changed = w_input_step_back(input, &input->undo, &input->redo);
		return true;
	case ACTION_TEXT_REDO:
		*changed = w_input_step_back(input, &input->redo, &input->undo);
		return true;
	default:
		return false;
	}
}

bool w_input_event(struct w_input *input, const struct event *event, bool *changed)
{
	bool other = false, mine = false;
	bool was_typing = input->typing;

	if (event->kind == EVENT_PASTE) {
		other = w_input_paste(input, event->text, input->lines);
		input->typing = false;
		mine = true;
	} else if (event->kind == EVENT_KEY && event->action == ACTION_NONE &&
		key_printable(event->key)) {
		other = w_input_type_key(input, event->key);
		mine = true;
	} else if (event->kind == EVENT_KEY) {
		input->typing = false;
		mine = w_input_act(input, event->action, &other);
		if (!mine)
			input->typing = was_typing;
	}
	if (changed && other)
		*changed = true;
	return mine;
}

void w_input_replace(struct w_input *input, size_t from, size_t to, const char *text)
{
	assert(from <= to && to <= input->text.length);
	w_input_remember(input);
	w_input_erase_between(input, from, to);
	w_input_insert(input, text, strlen(text));
	input->typing = false;
}

void w_input_newline(struct w_input *input)
{
	assert(input->lines);
	w_input_remember(input);
	w_input_insert(input, "\n", 1);
	input->typing = false;
}

/* --- drawing ------------------------------------------------------------------------------- */

void w_input_draw(struct w_input *input, struct canvas *canvas, struct area area, int y, int x,
	int columns, bool focus)
{
	enum theme_role role = focus ? THEME_INPUT_FOCUS : THEME_INPUT;
	const char *text = w_input_text(input);

	if (columns > area.columns - x)
		columns = area.columns - x;
	if (columns <= 0)
		return;
	if (!focus) {
		draw_text(canvas, area, y, x, columns, text, TEXT_LEFT, role);
		return;
	}

	/* Scrolls so that the caret, which needs two columns for a wide character, is inside. */
	if (input->scroll > input->caret)
		input->scroll = input->caret;
	while (text_width_n(text + input->scroll, input->caret - input->scroll) > columns - 1)
		input->scroll = w_input_after(input, input->scroll);
	/* no room wasted on the right while something is hidden on the left */
	while (input->scroll > 0 &&
		text_width(text + w_input_before(input, input->scroll)) <= columns - 1)
		input->scroll = w_input_before(input, input->scroll);

	draw_text(canvas, area, y, x, columns, "", TEXT_LEFT, role);
	draw_bytes(canvas, area, y, x, columns, text + input->scroll,
		input->text.length - input->scroll, role);
	draw_caret(canvas, area, y,
		x + text_width_n(text + input->scroll, input->caret - input->scroll));
}
