/* random - a small seeded generator, so that the sample comes out the same on every machine. */
#ifndef SAMPLE_RANDOM_H
#define SAMPLE_RANDOM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct random {
	uint64_t state;
};

/* A stream of its own for each purpose and index: more draws for one project, or a new phrase in
 * one table, leave the others as they are. */
struct random random_stream(const char *purpose, unsigned index);
uint64_t random_next(struct random *random);
/* 0 … bound-1; bound > 0. */
int random_below(struct random *random, size_t bound);
/* low … high, both included. */
int random_between(struct random *random, int low, int high);
/* True in that many of a hundred cases. */
bool random_percent(struct random *random, int percent);
/* An index drawn by the weights, of which the last is followed by 0. */
int random_weighted(struct random *random, const int *weights);

#endif
