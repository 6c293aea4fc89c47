/* w_filter - the line above a list that says what it is narrowed to: chips of the filter language
 * and the words searched for, and the line they are typed in. */
#ifndef UI_WIDGET_W_FILTER_H
#define UI_WIDGET_W_FILTER_H

#include "model/filter.h"
#include "ui/widget/w_input.h"

enum w_filter_mode { W_FILTER_SHOWN, W_FILTER_SEARCH, W_FILTER_EDIT };

struct w_filter_span {
	int x, columns;
};
struct w_filter {
	struct w_input input;
	enum w_filter_mode mode;
	char *filter; /* an expression of model/filter.h that can be read */
	char *search; /* words as typed, nothing but words */
	char *before; /* the search as it was before typing */
	struct area area; /* as of the last draw */
	int clear_x;      /* of the sign that clears all; -1 = not shown */
	VEC(struct w_filter_span) spans; /* of the chips that are shown */
};

/* killed may be NULL. */
void w_filter_init(struct w_filter *filter, struct strbuf *killed);
void w_filter_free(struct w_filter *filter);
/* Takes an expression and forgets the search; false, unchanged, when it cannot be read. */
bool w_filter_set(struct w_filter *filter, const char *expression, struct error *err);
/* The whole of it as one expression. */
void w_filter_expression(const struct w_filter *filter, struct strbuf *out);
/* True when it narrows anything. */
bool w_filter_narrows(const struct w_filter *filter);
/* True when it asks for one value of that key. */
bool w_filter_names(const struct w_filter *filter, enum filter_key key);
bool w_filter_searches(const struct w_filter *filter);

/* Starts typing words to search for, or the expression. */
void w_filter_search(struct w_filter *filter);
void w_filter_edit(struct w_filter *filter);
bool w_filter_typing(const struct w_filter *filter);
/* While typing. True when the event was the line's; *changed is set when the words searched for
 * are others now. */
bool w_filter_event(struct w_filter *filter, const struct event *event, bool *changed);
/* Enter. False when the expression cannot be read: err says where, typing goes on. */
bool w_filter_accept(struct w_filter *filter, struct error *err);
/* Esc: as it was before. True when the words searched for are others now. */
bool w_filter_cancel(struct w_filter *filter);
/* Puts a text in the place of these bytes of the line being typed. */
void w_filter_replace(struct w_filter *filter, size_t from, size_t to, const char *text);
/* Puts a term at the end of the expression that narrows. */
void w_filter_add(struct w_filter *filter, enum filter_key key, const char *value);
/* Takes the search or else the last term away. False when there is none. */
bool w_filter_drop_last(struct w_filter *filter);
/* Takes one part away, by its place among the chips; the search is the last. */
bool w_filter_drop(struct w_filter *filter, size_t at);
/* Number of chips, the search among them. */
size_t w_filter_count(const struct w_filter *filter);
/* The text of a chip. */
void w_filter_chip(const struct w_filter *filter, size_t at, struct strbuf *out);
/* Takes everything away. False when there was nothing. */
bool w_filter_clear(struct w_filter *filter);

/* Row y of the area; aside (may be NULL) stands at its right end. */
void w_filter_draw(struct w_filter *filter, struct canvas *canvas, struct area area, int y,
	const char *aside);
/* True where the mouse hit the sign that clears all. */
bool w_filter_hit_clear(const struct w_filter *filter, const struct event *event);
/* The chip that the mouse hit, -1 for none. */
int w_filter_hit_chip(const struct w_filter *filter, const struct event *event);

#endif
