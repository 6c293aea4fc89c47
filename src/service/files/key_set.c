#include "config.h"

#include "service/files/key_set.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

enum { SLOTS_MIN = 256 };

static uint64_t mixed(uint64_t value)
{
	value ^= value >> 32;
	value *= UINT64_C(0x9E3779B97F4A7C15);
	return value ^ value >> 29;
}

/* The slot of the key, or the free one where it belongs. */
static uint64_t *key_set_slot_of(const struct key_set *set, const uint64_t *key)
{
	const size_t width = set->words + set->extra;
	uint64_t hash = mixed(key[0]);

	if (set->words > 1)
		hash = mixed(hash ^ key[1]);
	for (size_t at = (size_t)hash & (set->capacity - 1);; at = (at + 1) & (set->capacity - 1)) {
		uint64_t *slot = set->slots + at * width;
		const bool empty = slot[0] == 0 && (set->words == 1 || slot[1] == 0);
		if (empty || memcmp(slot, key, set->words * sizeof *key) == 0)
			return slot;
	}
}

static bool is_used(const struct key_set *set, const uint64_t *slot)
{
	return slot[0] != 0 || (set->words > 1 && slot[1] != 0);
}

/* At most two thirds full. */
static void grow(struct key_set *set)
{
	const struct key_set old = *set;
	const size_t width = set->words + set->extra;

	set->capacity = old.capacity ? old.capacity * 2 : SLOTS_MIN;
	set->slots = xcalloc(set->capacity, width * sizeof *set->slots);
	for (size_t i = 0; i < old.capacity; i++) {
		const uint64_t *slot = old.slots + i * width;
		if (is_used(&old, slot))
			memcpy(key_set_slot_of(set, slot), slot, width * sizeof *slot);
	}
	free(old.slots);
}

bool key_set_has(const struct key_set *set, const uint64_t *key)
{
	if (!is_used(set, key))
		return set->has_zero;
	return set->count > 0 && is_used(set, key_set_slot_of(set, key));
}

bool key_set_add(struct key_set *set, const uint64_t *key, uint64_t value, uint64_t *earlier)
{
	if (!is_used(set, key)) {
		const bool is_new = !set->has_zero;
		if (is_new)
			set->zero_value = value;
		else if (earlier)
			*earlier = set->zero_value;
		set->has_zero = true;
		return is_new;
	}
	if (set->count * 3 >= set->capacity * 2)
		grow(set);
	uint64_t *slot = key_set_slot_of(set, key);
	if (is_used(set, slot)) {
		if (earlier && set->extra)
			*earlier = slot[set->words];
		return false;
	}
	memcpy(slot, key, set->words * sizeof *key);
	if (set->extra)
		slot[set->words] = value;
	set->count++;
	return true;
}

void key_set_free(struct key_set *set)
{
	free(set->slots);
	set->slots = NULL;
	set->capacity = set->count = 0;
}
