#include "config.h"

#include "model/filter_word.h"

#include <assert.h>
#include <string.h>

#include "model/filter_key.h"

void filter_word_at(const char *text, size_t caret, struct filter_word *word)
{
	bool quoted = false;
	size_t bytes;

	assert(caret <= strlen(text));
	*word = (struct filter_word){.key = -1};
	for (size_t at = 0; at < caret; at += bytes) {
		const enum filter_sign sign = filter_sign_at(text + at, &bytes);

		if (sign == FILTER_SIGN_END)
			break;
		if (sign == FILTER_SIGN_QUOTE) {
			quoted = !quoted;
			if (word->value == at)
				word->value = at + bytes;
		}
		if (quoted)
			continue;
		if (sign == FILTER_SIGN_BLANK ||
			(sign == FILTER_SIGN_NOT && at == word->start && word->key < 0)) {
			*word = (struct filter_word){at + bytes, at + bytes, at + bytes, -1};
		} else if (sign == FILTER_SIGN_COLON && word->key < 0) {
			word->key = filter_key_find(text + word->start, at - word->start);
			word->from = word->value = at + bytes;
		} else if (sign == FILTER_SIGN_COMMA && word->key >= 0) {
			word->from = word->value = at + bytes;
		}
	}
}

void filter_word_quote(enum filter_key key, const char *value, struct strbuf *out)
{
	struct filter filter = {0};
	struct strbuf term = {0};
	const char *colon;

	assert(key < FILTER_KEY_COUNT);
	filter_add(&filter, key, FILTER_MATCH, value);
	filter_format(&filter, &term);
	colon = strchr(strbuf_text(&term), ':');
	strbuf_add_text(out, colon ? colon + 1 : strbuf_text(&term));
	strbuf_free(&term);
	filter_free(&filter);
}
