#include "config.h"

#include "rollup/similar_terms.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/text.h"

enum {
	CAPACITY_FIRST = 1024,
	LOGARITHM_BITS = 8, /* binary digits of a logarithm after the point */
	COMMON_FROM = 32,   /* projects from which on 'more than half' means anything */
};

void similar_dictionary_free(struct similar_dictionary *dictionary)
{
	free(dictionary->keys);
	free(dictionary->numbers);
	vec_free(&dictionary->stamps);
	strbuf_free(&dictionary->key);
	*dictionary = (struct similar_dictionary){0};
}

void similar_dictionary_start(struct similar_dictionary *dictionary)
{
	dictionary->stamp++;
}

/* The slot of a pair, or the free one where it would stand. */
static size_t similar_terms_slot_of(const struct similar_dictionary *dictionary, uint64_t pair)
{
	const size_t mask = dictionary->capacity - 1;
	size_t slot = (size_t)(pair * UINT64_C(0x9E3779B97F4A7C15) >> 32) & mask;

	while (dictionary->keys[slot] && dictionary->keys[slot] != pair)
		slot = (slot + 1) & mask;
	return slot;
}

/* At most half full. */
static void make_room(struct similar_dictionary *dictionary)
{
	struct similar_dictionary wider = *dictionary;

	if (dictionary->capacity > 2 * dictionary->count)
		return;
	wider.capacity = dictionary->capacity ? 2 * dictionary->capacity : CAPACITY_FIRST;
	wider.keys = xcalloc(wider.capacity, sizeof *wider.keys);
	wider.numbers = xcalloc(wider.capacity, sizeof *wider.numbers);
	for (size_t s = 0; s < dictionary->capacity; s++) {
		if (!dictionary->keys[s])
			continue;
		const size_t slot = similar_terms_slot_of(&wider, dictionary->keys[s]);

		wider.keys[slot] = dictionary->keys[s];
		wider.numbers[slot] = dictionary->numbers[s];
	}
	free(dictionary->keys);
	free(dictionary->numbers);
	*dictionary = wider;
}

/* Letters, digits, kana and kanji; what stands between words and sentences is no part of a pair. */
static bool similar_terms_is_word(uint32_t character)
{
	if (character < 0x80)
		return (character >= '0' && character <= '9') ||
			(character >= 'a' && character <= 'z');
	if (character >= 0x3000 && character <= 0x303F)
		return character >= 0x3005 && character <= 0x3007; /* 々〆〇 */
	return character > 0xBF && !(character >= 0x2000 && character <= 0x2BFF) &&
		character != 0x30FB /* ・ */;
}

struct writer {
	struct similar_dictionary *dictionary;
	bool in_title, learn;
	similar_terms *terms;
	size_t *unknown;
};

static void write_pair(const struct writer *writer, uint32_t first, uint32_t second)
{
	struct similar_dictionary *const dictionary = writer->dictionary;
	const uint64_t pair = (uint64_t)first << 32 | second;

	if (writer->learn)
		make_room(dictionary);

	const size_t slot =
		dictionary->capacity ? similar_terms_slot_of(dictionary, pair) : 0;
	const bool known = dictionary->capacity && dictionary->keys[slot];

	if (!known && !writer->learn) {
		++*writer->unknown;
		return;
	}
	if (!known) {
		dictionary->keys[slot] = pair;
		dictionary->numbers[slot] = (uint32_t)dictionary->count++;
		*vec_add(&dictionary->stamps) = 0;
	}

	const uint32_t number = dictionary->numbers[slot];

	if (dictionary->stamps.items[number] == dictionary->stamp)
		return;
	dictionary->stamps.items[number] = dictionary->stamp;
	*vec_add(writer->terms) = number << 1 | (writer->in_title ? SIMILAR_IN_TITLE : 0);
}

void similar_dictionary_add(struct similar_dictionary *dictionary, const char *text, bool in_title,
	bool learn, similar_terms *terms, size_t *unknown)
{
	const struct writer writer = {dictionary, in_title, learn, terms, unknown};
	struct strbuf *const key = &dictionary->key;
	uint32_t before = 0; /* the word character that stands directly before; 0 = none */
	bool alone = false;  /* it has no neighbour so far */

	if (!text)
		return;
	strbuf_clear(key);
	text_key_add(key, text, strlen(text));
	for (size_t at = 0; at < key->length;) {
		uint32_t character;

		at += text_decode(key->text + at, key->length - at, &character);
		if (!similar_terms_is_word(character))
			character = 0;
		if (before && character)
			write_pair(&writer, before, character);
		else if (before && alone)
			write_pair(&writer, before, 0); /* a word of one character */
		alone = character && !before;
		before = character;
	}
	if (before && alone)
		write_pair(&writer, before, 0);
}

/* ---- weights --------------------------------------------------------------------------------- */

/* log2 in 1/256, rounded down; number from 1 to 2^32 - 1. */
static uint32_t logarithm(uint64_t number)
{
	uint32_t result = 63 - (uint32_t)__builtin_clzll(number);
	uint64_t rest = number << (31 - result); /* from 1 to 2, in 2^-31 */

	for (int bit = 0; bit < LOGARITHM_BITS; bit++) {
		rest = rest * rest >> 31;
		result <<= 1;
		if (rest >> 32) {
			rest >>= 1;
			result |= 1;
		}
	}
	return result;
}

uint32_t similar_weight(size_t holders, size_t projects)
{
	assert(holders > 0);
	if (projects >= COMMON_FROM && 2 * holders > projects)
		return 0;
	return logarithm(projects + 1) - logarithm(holders);
}
