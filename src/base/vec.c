#include "config.h"

#include "base/vec.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

void vec_grow(void **items, size_t *count, size_t *capacity, size_t item_size)
{
	if (*count == *capacity) {
		*capacity = *capacity ? *capacity * 2 : 8;
		*items = xrealloc(*items, *capacity * item_size);
	}
	memset((char *)*items + *count * item_size, 0, item_size);
	(*count)++;
}

void vec_release(void **items, size_t *count, size_t *capacity)
{
	free(*items);
	*items = NULL;
	*count = 0;
	*capacity = 0;
}

int vec_compare_int64(const void *a, const void *b)
{
	const int64_t left = *(const int64_t *)a, right = *(const int64_t *)b;

	return (left > right) - (left < right);
}
