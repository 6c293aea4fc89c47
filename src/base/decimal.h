/* decimal - exact decimal numbers as people type them and as they are printed. No floating point. */
#ifndef BASE_DECIMAL_H
#define BASE_DECIMAL_H

#include <stdbool.h>
#include <stdint.h>

#include "base/error.h"
#include "base/strbuf.h"

/* Reads a number with at most `decimals` digits after the point as an integer in units of
 * 10^-decimals: decimal_parse("39.2", 2, …) gives 3920. Takes full-width digits, thousands
 * separators (1,724 １，７２４), a leading + and the negatives of domain.md §8: -5 －５ △5 ▲5 (5) （5）.
 * Surrounding blanks are ignored. False, with a message that quotes the text, for anything else,
 * for more decimals than allowed, and for what does not fit in 64 bits. */
bool decimal_parse(const char *text, int decimals, int64_t *value, struct error *err);

/* Appends value / 10^decimals with a '-' for minus: plain (machines) or with thousands separators
 * (people). Trailing zero decimals are left out when trim is true: 3920 → 39.2. */
void decimal_add(struct strbuf *out, int64_t value, int decimals, bool trim);
void decimal_add_grouped(struct strbuf *out, int64_t value, int decimals, bool trim);
/* As decimal_add_grouped, but negative numbers get △ (screens.md). */
void decimal_add_triangle(struct strbuf *out, int64_t value, int decimals, bool trim);

/* value / divisor rounded half up (away from zero when negative: -0.5 → -1, so that a total and
 * its negative print the same digits). divisor > 0. */
int64_t decimal_divide_half_up(int64_t value, int64_t divisor);
/* value × factor / divisor, rounded in the same way, on the exact product; false when it does not fit. */
bool decimal_scale(int64_t value, int64_t factor, int64_t divisor, int64_t *result);
/* value / divisor rounded toward minus infinity. divisor > 0. */
int64_t decimal_divide_floor(int64_t value, int64_t divisor);

/* Checked arithmetic: false when the result does not fit; *result is then untouched. */
bool decimal_multiply(int64_t a, int64_t b, int64_t *result);
bool decimal_sum(int64_t a, int64_t b, int64_t *result);

#endif
