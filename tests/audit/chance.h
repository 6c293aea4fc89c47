/* chance - random numbers that come out the same everywhere for the same seed. */
#ifndef AUDIT_CHANCE_H
#define AUDIT_CHANCE_H

#include <stdbool.h>
#include <stdint.h>

struct chance {
	uint64_t state; /* the seed */
};

uint64_t chance_next(struct chance *chance);
/* From first to last, both included. */
int64_t chance_from(struct chance *chance, int64_t first, int64_t last);
/* True so many times in a hundred. */
bool chance_of(struct chance *chance, int percent);
/* One of the items of an array. */
#define CHANCE_OF(chance, array) ((array)[chance_from(chance, 0, (int64_t)(sizeof(array) / sizeof *(array)) - 1)])

#endif
