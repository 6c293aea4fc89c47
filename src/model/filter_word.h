/* filter_word - the word of a filter that is being typed, for offering what may follow. */
#ifndef MODEL_FILTER_WORD_H
#define MODEL_FILTER_WORD_H

#include "model/filter.h"

struct filter_word {
	size_t start; /* byte where it begins, behind a minus; the word ends at the caret */
	size_t from;  /* byte where the value being typed begins: behind the colon or the last comma */
	size_t value; /* the same behind an opening quote: what is looked for */
	int key;      /* enum filter_key before a colon; -1 = none (yet) */
};
/* The word of text that ends at byte caret: "dept:福祉 tool:ki" → key FILTER_TOOL, value "ki". A
 * blank within quotes ends no word. */
void filter_word_at(const char *text, size_t caret, struct filter_word *word);
/* How a value is written in an expression: in quotes where it needs them. */
void filter_word_quote(enum filter_key key, const char *value, struct strbuf *out);

#endif
