/* unit_reading - the kana by which units are found. Names of units are kanji; where nobody has typed
 * how one is read, the words it is made of tell (data/readings/unit-words.txt). */
#ifndef MODEL_UNIT_READING_H
#define MODEL_UNIT_READING_H

#include "base/strbuf.h"
#include "model/unit.h"

/* Of the units of a tree; the inside of unit_tree_found_by(). Caller frees. */
struct unit_readings *unit_readings_new(void);
void unit_readings_free(struct unit_readings *readings);

/* How the words of a name are read, one after the other: 福祉保健部 → ふくしほけんぶ. What is no word
 * of the table stays as it is; marks between words are left out. */
struct unit_words;
struct unit_words *unit_words_new(void);
void unit_words_free(struct unit_words *words);
void unit_words_read(const struct unit_words *words, const char *name, struct strbuf *out);

#endif
