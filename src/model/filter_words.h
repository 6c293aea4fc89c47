/* filter_words - a filter in words of the reader's language: 主なICTツール: 生成AI、削減時間: 100時間以上,
 * as it stands in the head of a table. */
#ifndef MODEL_FILTER_WORDS_H
#define MODEL_FILTER_WORDS_H

#include "model/filter.h"

/* The name of the unit or catalogue entry that a value of that key means; NULL where it means none, or
 * several. Good until the next call. */
typedef const char *filter_name(void *data, enum filter_key key, const char *text);

/* Appends nothing for a filter without terms. */
void filter_words(const struct filter *filter, filter_name *name, void *data, struct strbuf *out);

#endif
