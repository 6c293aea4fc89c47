#include "pool.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

struct pool_piece {
	struct pool_piece *before;
	max_align_t bytes[];
};

void *pool_get(struct pool *pool, size_t size)
{
	struct pool_piece *const piece = calloc(1, sizeof *piece + size);

	if (!piece) {
		fputs("audit: out of memory\n", stderr);
		exit(2);
	}
	piece->before = pool->last;
	pool->last = piece;
	return piece->bytes;
}

char *pool_copy(struct pool *pool, const char *bytes, size_t length)
{
	char *const copy = pool_get(pool, length + 1);

	if (length)
		memcpy(copy, bytes, length);
	return copy;
}

char *pool_print(struct pool *pool, const char *format, ...)
{
	va_list values;

	va_start(values, format);
	const int length = vsnprintf(NULL, 0, format, values);
	va_end(values);
	char *const text = pool_get(pool, (size_t)length + 1);
	va_start(values, format);
	vsnprintf(text, (size_t)length + 1, format, values);
	va_end(values);
	return text;
}

void pool_free(struct pool *pool)
{
	while (pool->last) {
		struct pool_piece *const before = pool->last->before;

		free(pool->last);
		pool->last = before;
	}
}

void *pool_room(struct pool *pool, void *items, size_t count, size_t *room, size_t size)
{
	if (count < *room)
		return items;
	*room = *room ? *room * 2 : 8;
	void *const more = pool_get(pool, *room * size);
	if (count)
		memcpy(more, items, count * size);
	return more;
}

void text_add(struct pool *pool, struct text *text, const char *bytes, size_t length)
{
	while (text->length + length + 1 > text->room)
		text->bytes = pool_room(pool, text->bytes, text->room, &text->room, 1);
	memcpy(text->bytes + text->length, bytes, length);
	text->length += length;
	text->bytes[text->length] = '\0';
}

void text_print(struct pool *pool, struct text *text, const char *format, ...)
{
	va_list values;
	char small[512];

	va_start(values, format);
	const int length = vsnprintf(small, sizeof small, format, values);
	va_end(values);
	if ((size_t)length < sizeof small) {
		text_add(pool, text, small, (size_t)length);
		return;
	}
	char *const large = pool_get(pool, (size_t)length + 1);
	va_start(values, format);
	vsnprintf(large, (size_t)length + 1, format, values);
	va_end(values);
	text_add(pool, text, large, (size_t)length);
}
