/* mem - allocation that does not fail: running out of memory ends the program in good order. */
#ifndef BASE_MEM_H
#define BASE_MEM_H

#include <stddef.h>

/* Called once before the program aborts for want of memory (the terminal interface restores the
 * terminal and saves the draft in it). NULL for none. */
void mem_set_exhausted_handler(void (*handler)(void));

/* Like their namesakes, but never NULL. Free with free(). A size of zero gives one byte. */
void *xmalloc(size_t size) __attribute__((malloc, returns_nonnull));
void *xcalloc(size_t count, size_t size) __attribute__((malloc, returns_nonnull));
void *xrealloc(void *block, size_t size) __attribute__((returns_nonnull));
/* NULL gives a copy of "". */
char *xstrdup(const char *text) __attribute__((malloc, returns_nonnull));
char *xstrndup(const char *text, size_t length) __attribute__((malloc, returns_nonnull));
/* Caller frees. */
char *xasprintf(const char *format, ...)
	__attribute__((format(printf, 1, 2), malloc, returns_nonnull));

/* An arena: many small blocks that live and die together. Zero-initialise to use. */
struct arena {
	struct arena_block *head;
};

/* Memory aligned for any type, zeroed; owned by the arena. */
void *arena_alloc(struct arena *arena, size_t size) __attribute__((returns_nonnull));
char *arena_strdup(struct arena *arena, const char *text) __attribute__((returns_nonnull));
char *arena_strndup(struct arena *arena, const char *text, size_t length)
	__attribute__((returns_nonnull));
char *arena_printf(struct arena *arena, const char *format, ...)
	__attribute__((format(printf, 2, 3), returns_nonnull));
/* Releases everything; the arena can be used again. */
void arena_free(struct arena *arena);

#endif
