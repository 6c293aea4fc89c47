#include "config.h"

#include "ui/widget/w_text.h"

#include "base/text.h"

void w_text_init(struct w_text *text, struct strbuf *killed)
{
	*text = (struct w_text){0};
	w_input_init(&text->input, killed);
	text->input.lines = true;
}

void w_text_free(struct w_text *text)
{
	w_input_free(&text->input);
	vec_free(&text->lines);
}

void w_text_set(struct w_text *text, const char *bytes)
{
	w_input_set(&text->input, bytes);
	text->top = 0;
	text->wrapped = false;
}

const char *w_text_text(const struct w_text *text)
{
	return w_input_text(&text->input);
}

static void w_text_add_line(const char *start, size_t length, void *data)
{
	struct w_text *text = data;

	*vec_add(&text->lines) =
		(struct w_text_line){(size_t)(start - w_text_text(text)), length};
}

static void w_text_wrap(struct w_text *text)
{
	if (text->wrapped)
		return;
	text->lines.count = 0;
	/* one column is kept for the caret after a full line */
	text_wrap(w_text_text(text), text->columns > 2 ? text->columns - 1 : 79, w_text_add_line, text);
	text->wrapped = true;
}

/* The shown line the caret is on. */
static size_t w_text_caret_line(struct w_text *text)
{
	size_t line = 0;

	w_text_wrap(text);
	while (line + 1 < text->lines.count &&
		text->lines.items[line + 1].start <= text->input.caret)
		line++;
	return line;
}

static int w_text_caret_column(struct w_text *text, size_t line)
{
	size_t start = text->lines.items[line].start;

	return text_width_n(w_text_text(text) + start, text->input.caret - start);
}

/* Moves by lines; false where there is no further one. */
static bool w_text_move_lines(struct w_text *text, int64_t lines)
{
	size_t line = w_text_caret_line(text);
	int64_t to = (int64_t)line + lines;

	if (to < 0)
		to = 0;
	if (to >= (int64_t)text->lines.count)
		to = (int64_t)text->lines.count - 1;
	if (to == (int64_t)line)
		return false;

	/* as near to the caret's column as the other line goes */
	const int column = w_text_caret_column(text, line);
	const struct w_text_line *other = &text->lines.items[to];
	const char *start = w_text_text(text) + other->start;
	size_t at = 0;
	int used = 0;

	while (at < other->length) {
		const size_t next = text_grapheme(start + at, other->length - at);

		used += text_width_n(start + at, next);
		if (used > column)
			break;
		at += next;
	}
	text->input.caret = other->start + at;
	text->input.typing = false;
	return true;
}

static int w_text_page(const struct w_text *text)
{
	return text->rows > 2 ? text->rows - 1 : 1;
}

bool w_text_event(struct w_text *text, const struct event *event, bool *changed)
{
	bool other = false, mine = true;

	if (event->kind == EVENT_KEY && event->key == K_ENTER) {
		w_input_newline(&text->input);
		other = true;
	} else {
		switch (event->action) {
		case ACTION_TEXT_UP:
			return w_text_move_lines(text, -1);
		case ACTION_TEXT_DOWN:
			return w_text_move_lines(text, 1);
		case ACTION_TEXT_PAGE_UP:
			w_text_move_lines(text, -w_text_page(text));
			return true;
		case ACTION_TEXT_PAGE_DOWN:
			w_text_move_lines(text, w_text_page(text));
			return true;
		case ACTION_TEXT_EDITOR:
			return false;
		default:
			mine = w_input_event(&text->input, event, &other);
		}
	}
	if (other) {
		text->wrapped = false;
		if (changed)
			*changed = true;
	}
	return mine;
}

void w_text_draw(struct w_text *text, struct canvas *canvas, struct area area, bool focus)
{
	enum theme_role role = focus ? THEME_INPUT_FOCUS : THEME_INPUT;
	size_t line;

	if (area.rows <= 0 || area.columns <= 2)
		return;
	if (text->columns != area.columns)
		text->wrapped = false;
	text->columns = area.columns;
	text->rows = area.rows;
	line = w_text_caret_line(text);
	if ((int)line < text->top)
		text->top = (int)line;
	if ((int)line >= text->top + area.rows)
		text->top = (int)line - area.rows + 1;
	if (text->top > 0 && text->top + area.rows > (int)text->lines.count)
		text->top =
			(int)text->lines.count > area.rows ? (int)text->lines.count - area.rows : 0;
	for (int y = 0; y < area.rows; y++) {
		size_t at = (size_t)(text->top + y);

		draw_text(canvas, area, y, 0, area.columns, "", TEXT_LEFT, role);
		if (at < text->lines.count) {
			draw_bytes(canvas, area, y, 0, -1,
				w_text_text(text) + text->lines.items[at].start,
				text->lines.items[at].length, role);
		}
	}
	if (focus)
		draw_caret(canvas, area, (int)line - text->top, w_text_caret_column(text, line));
}
