/* w_choice - a pop-up list with search as you type: romaji, kana or kanji. */
#ifndef UI_W_CHOICE_H
#define UI_W_CHOICE_H

#include <stdbool.h>
#include <stddef.h>

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
/* Does an entry answer to what was typed? */
bool w_choice_matches(const struct w_choice_entry *entry, const char *typed);

#endif
