#include "config.h"

#include "base/strmap.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

/* FNV-1a: short keys, no hostile input to defend against. */
static uint64_t hash_of(const char *key)
{
	uint64_t hash = UINT64_C(14695981039346656037);

	for (; *key; key++)
		hash = (hash ^ (unsigned char)*key) * UINT64_C(1099511628211);
	return hash;
}

/* The slot that holds the key, or the free one where it belongs. */
static struct strmap_slot *strmap_slot_of(const struct strmap *map, const char *key, uint64_t hash)
{
	size_t at = (size_t)hash & (map->capacity - 1);

	while (map->slots[at].key &&
		(map->slots[at].hash != hash || strcmp(map->slots[at].key, key) != 0))
		at = (at + 1) & (map->capacity - 1);
	return &map->slots[at];
}

bool strmap_get(const struct strmap *map, const char *key, int64_t *value)
{
	if (map->count == 0)
		return false;
	const struct strmap_slot *slot = strmap_slot_of(map, key, hash_of(key));
	if (!slot->key)
		return false;
	if (value)
		*value = slot->value;
	return true;
}

void strmap_put(struct strmap *map, const char *key, int64_t value)
{
	assert(key);

	const uint64_t hash = hash_of(key);

	if (map->count * 2 >= map->capacity) {
		const struct strmap old = *map;

		map->capacity = old.capacity ? old.capacity * 2 : 64;
		map->slots = xcalloc(map->capacity, sizeof *map->slots);
		for (size_t i = 0; i < old.capacity; i++)
			if (old.slots[i].key)
				*strmap_slot_of(map, old.slots[i].key, old.slots[i].hash) =
					old.slots[i];
		free(old.slots);
	}
	struct strmap_slot *slot = strmap_slot_of(map, key, hash);
	if (!slot->key) {
		slot->key = arena_strdup(&map->arena, key);
		slot->hash = hash;
		map->count++;
	}
	slot->value = value;
}

void strmap_free(struct strmap *map)
{
	free(map->slots);
	arena_free(&map->arena);
	*map = (struct strmap){0};
}
