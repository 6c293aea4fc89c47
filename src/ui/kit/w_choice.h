/* w_choice - a pop-up list with search as you type: romaji, kana or kanji. */
#ifndef UI_KIT_W_CHOICE_H
#define UI_KIT_W_CHOICE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/strbuf.h"

struct app;

struct w_choice_entry {
	const char *label;
	const char *reading; /* kana or other words it is found by; NULL = none */
	const char *hint;    /* shown muted on the right; NULL = none */
};

/* Returns the index chosen or -1. initial is where the cursor starts (-1 = first). Blocks until the
 * user has answered. */
int w_choice_run(struct app *app, const char *title, const struct w_choice_entry *entries,
	size_t count, int initial);
/* The same with a search already begun; typed is "" for none. */
int w_choice_run_typed(struct app *app, const char *title, const struct w_choice_entry *entries,
	size_t count, int initial, const char *typed);
/* Several: Space marks, Enter accepts (with no mark at all, what the search found); chosen has one
 * bool per entry, in and out. False = given up, chosen unchanged. */
bool w_choice_run_many(struct app *app, const char *title, const struct w_choice_entry *entries,
	size_t count, bool *chosen);
/* The same as w_choice_run_typed(), but Delete removes: the index with *removed set. */
int w_choice_run_or_remove(struct app *app, const char *title,
	const struct w_choice_entry *entries, size_t count, int initial, bool *removed);

/* What was typed, ready to be looked for in many texts. */
struct w_choice_query {
	char *key;          /* text_key */
	struct strbuf kana; /* what it means as romaji; "" = it is none */
};
void w_choice_query_begin(struct w_choice_query *query, const char *typed);
void w_choice_query_end(struct w_choice_query *query);
/* Does an entry answer to it? */
bool w_choice_matches(const struct w_choice_entry *entry, const struct w_choice_query *query);
/* The same for a text that is a text_key already. */
bool w_choice_key_matches(const char *key, const struct w_choice_query *query);

#endif
