#include "config.h"

#include "base/mem.h"

#include <assert.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Blocks double, so that a project with a few texts does not clear sixteen kilobytes. */
enum { ARENA_FIRST = 1024, ARENA_BLOCK = 16 * 1024 };

struct arena_block {
	struct arena_block *next;
	size_t used;
	size_t size;
	max_align_t data[];
};

static void (*exhausted_handler)(void);

void mem_set_exhausted_handler(void (*handler)(void))
{
	exhausted_handler = handler;
}

__attribute__((noreturn)) static void exhausted(void)
{
	void (*const handler)(void) = exhausted_handler;

	exhausted_handler = NULL;
	if (handler)
		handler();
	fputs("uraniwa: out of memory\n", stderr);
	abort();
}

void *xmalloc(size_t size)
{
	void *block = malloc(size ? size : 1);

	if (!block)
		exhausted();
	return block;
}

void *xcalloc(size_t count, size_t size)
{
	void *block = calloc(count ? count : 1, size ? size : 1);

	if (!block)
		exhausted();
	return block;
}

void *xrealloc(void *block, size_t size)
{
	void *moved = realloc(block, size ? size : 1);

	if (!moved)
		exhausted();
	return moved;
}

char *xstrndup(const char *text, size_t length)
{
	assert(text);

	char *copy = xmalloc(length + 1);

	memcpy(copy, text, length);
	copy[length] = '\0';
	return copy;
}

char *xstrdup(const char *text)
{
	return text ? xstrndup(text, strlen(text)) : xstrndup("", 0);
}

static char *mem_print(const char *format, va_list args)
	__attribute__((format(printf, 1, 0)));
static char *mem_print(const char *format, va_list args)
{
	char *text;

	if (vasprintf(&text, format, args) < 0)
		exhausted();
	return text;
}

char *xasprintf(const char *format, ...)
{
	va_list args;

	va_start(args, format);
	char *text = mem_print(format, args);
	va_end(args);
	return text;
}

void *arena_alloc(struct arena *arena, size_t size)
{
	const size_t unit = sizeof(max_align_t);
	const size_t rounded = (size + unit - 1) / unit * unit;
	struct arena_block *block = arena->head;

	if (!block || block->size - block->used < rounded) {
		const size_t last = block ? block->size : 0;
		const size_t usual = last == 0 ? ARENA_FIRST :
			last < ARENA_BLOCK ? last * 2 : ARENA_BLOCK;
		const size_t room = rounded > usual ? rounded : usual;

		block = xcalloc(1, sizeof *block + room);
		block->size = room;
		block->next = arena->head;
		arena->head = block;
	}
	void *memory = (char *)block->data + block->used;
	block->used += rounded;
	return memory;
}

char *arena_strndup(struct arena *arena, const char *text, size_t length)
{
	char *copy = arena_alloc(arena, length + 1);

	memcpy(copy, text, length);
	return copy;
}

char *arena_strdup(struct arena *arena, const char *text)
{
	return text ? arena_strndup(arena, text, strlen(text)) : arena_strndup(arena, "", 0);
}

char *arena_printf(struct arena *arena, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	char *text = mem_print(format, args);
	va_end(args);
	char *copy = arena_strdup(arena, text);
	free(text);
	return copy;
}

void arena_free(struct arena *arena)
{
	for (struct arena_block *block = arena->head; block;) {
		struct arena_block *next = block->next;
		free(block);
		block = next;
	}
	arena->head = NULL;
}
