/* key - texts that mean the same: NFKC, without case, katakana as hiragana, blanks as one (domain.md §8). */
#ifndef AUDIT_KEY_H
#define AUDIT_KEY_H

#include "pool.h"

const char *key_of(struct pool *pool, const char *text);
/* True for a text that a spreadsheet would take for a formula: it begins with = + - @, tab or CR, also
 * after NFKC. */
bool key_is_formula(const char *text);

#endif
