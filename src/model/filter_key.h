/* filter_key - the words of the filter language; shared by the files of filter.h only. */
#ifndef MODEL_FILTER_KEY_H
#define MODEL_FILTER_KEY_H

#include <stddef.h>

#include "model/filter.h"

/* The key a word of length bytes means, or -1. */
int filter_key_find(const char *word, size_t length);
/* The ids of all keys, joined by blanks. */
void filter_key_list(struct strbuf *out);

/* What a character is to the language, whatever its width. */
enum filter_sign {
	FILTER_SIGN_NONE, FILTER_SIGN_END, FILTER_SIGN_BLANK, FILTER_SIGN_COLON, FILTER_SIGN_COMMA,
	FILTER_SIGN_QUOTE, FILTER_SIGN_LESS, FILTER_SIGN_GREATER, FILTER_SIGN_EQUAL,
	FILTER_SIGN_AT_MOST /* ≦ */, FILTER_SIGN_AT_LEAST /* ≧ */, FILTER_SIGN_NOT,
};
/* The sign at text; *bytes gets its length (0 at the end). */
enum filter_sign filter_sign_at(const char *text, size_t *bytes);

#endif
