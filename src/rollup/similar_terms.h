/* similar_terms - texts as sets of numbered pairs of characters; for similar.c only. */
#ifndef ROLLUP_SIMILAR_TERMS_H
#define ROLLUP_SIMILAR_TERMS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/strbuf.h"
#include "base/vec.h"

enum { SIMILAR_IN_TITLE = 1 };

/* A term that a text holds: its number × 2, plus SIMILAR_IN_TITLE when the title holds it. */
typedef VEC(uint32_t) similar_terms;

/* Pairs of neighbouring characters to numbers from 0 on. Zero-initialise. */
struct similar_dictionary {
	uint64_t *keys; /* the pair of a slot, 0 = free */
	uint32_t *numbers;
	size_t capacity; /* a power of two, or 0 */
	size_t count;
	VEC(uint32_t) stamps; /* the text a number was last seen in */
	uint32_t stamp;
	struct strbuf key; /* room for text_key() */
};

void similar_dictionary_free(struct similar_dictionary *dictionary);
/* A new text begins: terms are told once for each. */
void similar_dictionary_start(struct similar_dictionary *dictionary);
/* Appends the terms of a piece of the text that were not told yet, so that titles go first. New
 * pairs get the next number with learn; without, they are left out and counted in *unknown (as
 * often as they stand there). text may be NULL. */
void similar_dictionary_add(struct similar_dictionary *dictionary, const char *text, bool in_title,
	bool learn, similar_terms *terms, size_t *unknown);

/* What a term weighs that `holders` (at least one) of so many projects hold: log2 of projects + 1
 * less log2 of holders, each in 1/256 and rounded down. 0 when more than half of them hold it. */
uint32_t similar_weight(size_t holders, size_t projects);

#endif
