/* text - UTF-8 on a terminal: characters, columns, cutting, padding, wrapping.
 *
 * Glossary: bytes are counted in size_t, columns (terminal cells) in int. A grapheme is what a
 * reader calls one character (か + ゙, family emoji). This is the only place that knows widths; it
 * also defines wcwidth() for ncurses, so that both always agree (screens.md, 'Japanese first').
 */
#ifndef BASE_TEXT_H
#define BASE_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/strbuf.h"

/* Columns of an East Asian ambiguous character (①, △, ─): 1 or 2. Set once at start from the
 * probe or --ambiguous; 1 until then. */
void text_set_ambiguous_width(int columns);
int text_ambiguous_width(void);

/* Decodes the character at text (length bytes at most). Returns the bytes it takes; an invalid
 * byte takes 1 and gives U+FFFD; at the end 0 and *character = 0. */
size_t text_decode(const char *text, size_t length, uint32_t *character);
/* Writes up to 4 bytes, not terminated; returns how many. */
size_t text_encode(uint32_t character, char bytes[4]);
/* True when all bytes are well-formed UTF-8 without NUL; else *bad_offset (may be NULL) is the
 * first wrong byte. */
bool text_valid(const char *text, size_t length, size_t *bad_offset);

/* Bytes of the grapheme that starts at text (0 at the end). */
size_t text_grapheme(const char *text, size_t length);
/* Byte offset of the grapheme boundary before offset (0 at the start). */
size_t text_grapheme_before(const char *text, size_t offset);

/* Columns of one character: 0 (combining), 1 or 2; -1 for control characters. Soft hyphens and
 * skin tones, on which terminals do not agree, count 0: they are not shown (text_char_shown). */
int text_char_width(uint32_t character);
/* False for what is never sent to a terminal: control characters, joiners, variation selectors,
 * directions, byte order marks, soft hyphens and skin tones. One terminal joins or turns what
 * stands around them, the next one does not; without them all agree on the columns. */
bool text_char_shown(uint32_t character);
/* Columns of a text; control characters count 0 (drawing leaves them out). */
int text_width(const char *text);
int text_width_n(const char *text, size_t length);

/* How many bytes of text fit in columns, never splitting a grapheme; *used (may be NULL) gets the
 * columns they take, which is columns - 1 where a wide character stands in the way. */
size_t text_fit(const char *text, int columns, int *used);

enum text_align { TEXT_LEFT, TEXT_RIGHT, TEXT_CENTER };
/* Appends text on one line in at most columns cells, cut with '…' (or '~' where … is not one
 * column) when too wide. Newlines (CR LF too) and tabs become one space, other control characters
 * go, invalid bytes become U+FFFD. Returns the columns taken. Also right for quoting what a user
 * typed in a message. */
int text_clip(struct strbuf *out, const char *text, int columns);

/* text_clip() in exactly columns cells: padded with spaces. */
void text_pad(struct strbuf *out, const char *text, int columns, enum text_align align);

/* Breaks text into lines of at most columns cells: at newlines, at spaces between Latin words, and
 * between any two Japanese characters except where 禁則 forbids (no 、。」 at a line's start, no 「 at
 * its end). Blanks where a line is broken belong to no line; those at the start of a paragraph stay.
 * A word longer than a line is cut. Calls line() (NULL only counts) for each with its bytes; returns
 * the number of lines (1 for "", 2 for "a\n"). A wide character in one column is still a line. */
size_t text_wrap(const char *text, int columns,
	void (*line)(const char *start, size_t length, void *data), void *data);

/* Search and duplicate key (domain.md §8): NFKC, case folded, katakana folded to hiragana, spaces
 * collapsed to one and trimmed (controls count as spaces). ①→1, ㈱→(株), ｷﾝﾄｰﾝ→きんとーん. Caller frees. */
char *text_key(const char *text);
/* The same appended to a buffer, for bulk work. */
void text_key_add(struct strbuf *out, const char *text, size_t length);

/* text_key() without its spaces: 山田　太郎 and 山田太郎 are one. Caller frees. */
char *text_key_joined(const char *text);

/* NFKC alone (full-width digits and letters to ASCII …). Caller frees. */
char *text_nfkc(const char *text);

/* True where text, or its NFKC form, starts with prefix. */
bool text_starts_with(const char *text, const char *prefix);
bool text_equal(const char *a, const char *b); /* NULL equals NULL only */
/* Copies into a buffer of size bytes, cut at a character boundary when it does not fit. */
void text_copy(char *to, size_t size, const char *from);
/* The first byte of text that is not blank (ASCII space, tab, CR, LF, U+3000); *length is set to the
 * bytes from there up to the last that is not. */
const char *text_trim(const char *text, size_t *length);
/* Nothing but such blanks, or nothing at all. */
bool text_is_blank(const char *text);

#endif
