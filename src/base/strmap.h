/* strmap - texts to integers: 'have I seen this key, and where?' Zero-initialise to use. */
#ifndef BASE_STRMAP_H
#define BASE_STRMAP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/mem.h"

struct strmap_slot {
	const char *key; /* NULL = free; in the arena */
	uint64_t hash;
	int64_t value;
};

struct strmap {
	struct strmap_slot *slots;
	size_t capacity; /* a power of two, or 0 */
	size_t count;
	struct arena arena;
};

/* True and *value (may be NULL) when the key is there. */
bool strmap_get(const struct strmap *map, const char *key, int64_t *value);
/* Adds the key (copied) or replaces its value. */
void strmap_put(struct strmap *map, const char *key, int64_t value);
void strmap_free(struct strmap *map);

#endif
