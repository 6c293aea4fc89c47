/* key_set - which UUIDs and numbers an import has met: bare binary keys, so that a file of a million
 * rows takes some tens of megabytes. Private to src/service/importing*.c. */
#ifndef SERVICE_FILES_KEY_SET_H
#define SERVICE_FILES_KEY_SET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct key_set {
	size_t extra;  /* words of a value beside each key: 0 or 1; set before the first use */
	size_t words;  /* of a key: 1 or 2; set before the first use */
	uint64_t *slots;
	size_t capacity, count;
	bool has_zero; /* the key of zeros marks free slots and so is kept here */
	uint64_t zero_value;
};

/* False when the key is there already; *earlier (may be NULL) then gets the value it came with. */
bool key_set_add(struct key_set *set, const uint64_t *key, uint64_t value, uint64_t *earlier);
bool key_set_has(const struct key_set *set, const uint64_t *key);
void key_set_free(struct key_set *set);

#endif
