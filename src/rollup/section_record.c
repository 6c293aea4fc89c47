#include "config.h"

#include "rollup/section_record.h"

#include <assert.h>
#include <string.h>

const struct section_record *section_record_find(const struct section_record *sections,
	size_t count, const char *code)
{
	assert(sections || count == 0);
	for (size_t s = 0; s < count; s++)
		if (strcmp(sections[s].code, code) == 0)
			return &sections[s];
	return NULL;
}
