/* filter_offer - what may be typed next in a filter: its keys, and their values from the catalogue
 * and the units of the year, found by romaji, kana or kanji, in a list below the line. */
#ifndef UI_KIT_FILTER_OFFER_H
#define UI_KIT_FILTER_OFFER_H

#include "model/filter_word.h"
#include "service/session/session.h"
#include "ui/widget/w_filter.h"

/* A key to be typed on ("dept:"), a key with one of its values, or a filter kept under a name. */
struct filter_candidate {
	const char *expression; /* of a kept filter, else NULL */
	enum filter_key key;
	const char *text;   /* the value as it is written; NULL = only the key */
	const char *label, *hint;
	const char *sought; /* the words it is found by, as text_key, a line each */
	bool first;         /* offered before a key was typed, too */
};
/* Zero-initialise to use. */
struct filter_offer {
	struct session *session;
	VEC(struct filter_candidate) all;
	VEC(size_t) found;       /* indexes of all */
	struct filter_word word; /* being typed */
	size_t caret;            /* where it ends */
	int at, top;             /* the cursor, of found */
	bool chosen;             /* the user went to it */
	struct area area;        /* of the rows drawn last */
	struct arena arena;
};
void filter_offer_free(struct filter_offer *offer);

/* Begins anew, with the values of the session's year. */
void filter_offer_begin(struct filter_offer *offer, struct session *session);
/* Looks again, after each key. In a search nothing is offered before a key and its colon stand there,
 * but where it was asked for. */
void filter_offer_follow(struct filter_offer *offer, const struct w_filter *filter, bool asked);
/* Nothing is offered until the next key. */
void filter_offer_hide(struct filter_offer *offer);
bool filter_offer_shown(const struct filter_offer *offer);
/* UP and DOWN: true. */
bool filter_offer_action(struct filter_offer *offer, enum action action);
/* Puts what the cursor is on into the line; in a search a value becomes a part of the filter.
 * True when the list is to be read again. */
bool filter_offer_take(struct filter_offer *offer, struct w_filter *filter);
/* A click on a row goes to it: true. */
bool filter_offer_mouse(struct filter_offer *offer, const struct event *event);
/* What to do, for the line of messages. */
void filter_offer_hint(struct strbuf *out);
/* Below row y of the area. */
void filter_offer_draw(struct filter_offer *offer, struct canvas *canvas, struct area area, int y,
	int x);

#endif
