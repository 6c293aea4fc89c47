/* vec - typed arrays that grow: VEC(struct unit) units = {0}; *vec_add(&units) = unit; */
#ifndef BASE_VEC_H
#define BASE_VEC_H

#include <stddef.h>

#define VEC(type)                                                                                  \
	struct {                                                                                   \
		type *items;                                                                       \
		size_t count;                                                                      \
		size_t capacity;                                                                   \
	}

/* A pointer to a new, zeroed last item; valid until the next vec_add(). */
#define vec_add(vec)                                                                               \
	(vec_grow((void **)&(vec)->items, &(vec)->count, &(vec)->capacity, sizeof *(vec)->items),   \
		&(vec)->items[(vec)->count - 1])

/* Releases the array, not what its items point to. */
#define vec_free(vec) vec_release((void **)&(vec)->items, &(vec)->count, &(vec)->capacity)

/* The order of int64_t, for qsort() and bsearch(). */
int vec_compare_int64(const void *a, const void *b);

/* The two macros above are the interface; these do the work. */
void vec_grow(void **items, size_t *count, size_t *capacity, size_t item_size);
void vec_release(void **items, size_t *count, size_t *capacity);

#endif
