/* w_text - several lines of text to edit, wrapped at the width of the area; same keys as w_input,
 * Enter makes a new line. */
#ifndef UI_WIDGET_W_TEXT_H
#define UI_WIDGET_W_TEXT_H

#include "ui/widget/w_input.h"

struct w_text_line {
	size_t start, length;
};
struct w_text {
	struct w_input input; /* the text and its editing; newlines are part of it */
	int columns;          /* as of the last draw; 0 before */
	int top;              /* first shown line */
	int rows;
	VEC(struct w_text_line) lines; /* the text wrapped */
	bool wrapped;
};

void w_text_init(struct w_text *text, struct strbuf *killed);
void w_text_free(struct w_text *text);
void w_text_set(struct w_text *text, const char *bytes);
const char *w_text_text(const struct w_text *text);
/* As w_input_event(). Up on the first and Down on the last line are not consumed, so that a form
 * can move on. ACTION_TEXT_EDITOR is not consumed either: the screen calls app_edit_text(). */
bool w_text_event(struct w_text *text, const struct event *event, bool *changed);
void w_text_draw(struct w_text *text, struct canvas *canvas, struct area area, bool focus);

#endif
