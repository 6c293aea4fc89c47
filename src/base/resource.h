/* resource - files of data/ that ship inside the program (data/embed.sh makes the table). */
#ifndef BASE_RESOURCE_H
#define BASE_RESOURCE_H

#include <stddef.h>

struct resource {
	const char *name;  /* path below data/, e.g. "schema/sqlite/001-initial.sql" */
	const char *start; /* a NUL byte follows the last one, so text can be read as a string */
	const char *end;
};

/* NULL when no such file was embedded. */
const struct resource *resource_find(const char *name);
/* The resources whose name starts with prefix, in the order of data/data.am: index 0, 1, …;
 * NULL after the last. */
const struct resource *resource_nth(const char *prefix, size_t index);
size_t resource_size(const struct resource *resource);

#endif
