/* word - where words begin and end in a text being edited. Japanese has no blanks between words: a
 * change of script (kanji, hiragana, katakana, Latin letters and digits) is the next best thing. */
#ifndef UI_WIDGET_WORD_H
#define UI_WIDGET_WORD_H

#include <stddef.h>

/* Byte offsets at graphemes; at must be one. The start of the word before at, past blanks; 0 at the
 * start of the text. */
size_t word_before(const char *text, size_t at);
/* The end of the word after at, past blanks before it; the text's length at its end. */
size_t word_after(const char *text, size_t length, size_t at);

#endif
