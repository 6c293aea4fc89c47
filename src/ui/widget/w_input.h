/* w_input - a line of text to edit: graphemes, words, Emacs and arrow keys, kill and yank, undo, paste,
 * scrolling sideways. Nothing that is typed or pasted is left out to make a number of it: whoever asks for one
 * reads it whole or refuses it by name. */
#ifndef UI_WIDGET_W_INPUT_H
#define UI_WIDGET_W_INPUT_H

#include "base/strbuf.h"
#include "base/vec.h"
#include "ui/term/draw.h"
#include "ui/term/event.h"

struct w_input_step {
	char *text;
	size_t caret;
};
struct w_input_steps {
	struct w_input_step *items;
	size_t count, capacity;
};
struct w_input {
	struct strbuf text;
	size_t caret;  /* byte offset, always between graphemes */
	size_t scroll; /* byte offset of the first shown grapheme */
	size_t max_bytes; /* 0 = no limit */
	bool lines;      /* newlines are kept (w_text) */
	struct strbuf *killed; /* shared: &app->clipboard; NULL = no yank */
	bool typing;           /* the last change was typing: one undo step */
	struct w_input_steps undo, redo;
};

/* killed may be NULL. */
void w_input_init(struct w_input *input, struct strbuf *killed);
void w_input_free(struct w_input *input);
/* Replaces the text, caret at its end; forgets undo. */
void w_input_set(struct w_input *input, const char *text);
/* Never NULL; valid until the next change. */
const char *w_input_text(const struct w_input *input);
/* True when the event was the line's: printable keys, pastes (newlines become blanks), ACTION_TEXT_…
 * of event->action. *changed (may be NULL) is set when the text is another one. */
bool w_input_event(struct w_input *input, const struct event *event, bool *changed);
/* Puts another text in the place of the bytes from … to; the caret stands behind it. */
void w_input_replace(struct w_input *input, size_t from, size_t to, const char *text);
/* Breaks the line at the caret (w_text). */
void w_input_newline(struct w_input *input);
/* Row y, `columns` cells from x on; with focus it places the caret. */
void w_input_draw(struct w_input *input, struct canvas *canvas, struct area area, int y, int x,
	int columns, bool focus);

#endif
