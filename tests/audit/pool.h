/* pool - memory that is given back all at once, when a database has been audited; lists and texts in it.
 * Running out of memory ends the program. */
#ifndef AUDIT_POOL_H
#define AUDIT_POOL_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

struct pool {
	struct pool_piece *last;
};

/* Zeroed memory, there until pool_free(). */
void *pool_get(struct pool *pool, size_t size);
char *pool_copy(struct pool *pool, const char *bytes, size_t length);
char *pool_print(struct pool *pool, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* The pool can be used again. */
void pool_free(struct pool *pool);

/* A list that grows: LIST(int) years = {0}; *LIST_ADD(&pool, &years) = 2025; */
#define LIST(type) struct { type *items; size_t count, room; }
#define LIST_ADD(pool, list) ((list)->items = pool_room(pool, (list)->items, (list)->count, \
	&(list)->room, sizeof *(list)->items), &(list)->items[(list)->count++])
void *pool_room(struct pool *pool, void *items, size_t count, size_t *room, size_t size);

/* A text that grows. */
struct text {
	char *bytes; /* "" ends it; NULL while nothing was added */
	size_t length, room;
};
void text_add(struct pool *pool, struct text *text, const char *bytes, size_t length);
void text_print(struct pool *pool, struct text *text, const char *format, ...)
	__attribute__((format(printf, 3, 4)));

static inline bool same(const char *a, const char *b)
{
	return strcmp(a, b) == 0;
}

#endif
