/* exact - whole numbers that are wide enough for every sum, and what is shown of them. No floating point. */
#ifndef AUDIT_EXACT_H
#define AUDIT_EXACT_H

#include <stdint.h>

#include "pool.h"

__extension__ typedef __int128 wide;

/* part / whole, the nearest whole number; halves go away from zero (domain.md §5). whole > 0. */
wide exact_round(wide part, wide whole);
/* part / whole toward minus infinity (domain.md §4). whole > 0. */
wide exact_floor(wide part, wide whole);
/* "-12.3" of -123 with one decimal. */
const char *exact_text(struct pool *pool, wide value, int decimals);

/* Without zeros at the end: "39.2" of 3920 with two decimals. */
const char *exact_plain(struct pool *pool, wide value, int decimals);

/* A sum of fractions, exact as long as there are few different wholes. Zero-initialise to use. */
struct fraction {
	wide part, whole; /* whole 0 = nothing added yet */
};
void fraction_add(struct fraction *sum, wide part, wide whole);
/* The sum × factor, rounded once. */
wide fraction_round(const struct fraction *sum, wide factor);

#endif
