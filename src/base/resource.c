#include "config.h"

#include "base/resource.h"

#include <assert.h>
#include <string.h>

extern const struct resource resource_table[]; /* resources.S; ends with an empty row */

const struct resource *resource_find(const char *name)
{
	assert(name);
	for (const struct resource *r = resource_table; r->name; r++)
		if (strcmp(r->name, name) == 0)
			return r;
	return NULL;
}

const struct resource *resource_nth(const char *prefix, size_t index)
{
	assert(prefix);

	const size_t length = strlen(prefix);

	for (const struct resource *r = resource_table; r->name; r++)
		if (strncmp(r->name, prefix, length) == 0 && index-- == 0)
			return r;
	return NULL;
}

size_t resource_size(const struct resource *resource)
{
	return (size_t)(resource->end - resource->start);
}
