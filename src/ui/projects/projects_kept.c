/* projects_kept - what the list of projects keeps besides its rows: the marks, and what was done last. */
#include "config.h"

#include <stdlib.h>

#include "base/mem.h"
#include "ui/projects/private.h"

int projects_mark_find(const struct projects *projects, int64_t id)
{
	for (size_t i = 0; i < projects->marks.count; i++) {
		if (projects->marks.items[i] == id)
			return (int)i;
	}
	return -1;
}

bool projects_is_marked(const struct projects *projects, int64_t id)
{
	return projects_mark_find(projects, id) >= 0;
}

void projects_remember(struct projects *projects, struct projects_done done, const char *text)
{
	char *held = xstrdup(text); /* it may be the text that is held */

	free(projects->done.text);
	projects->done = done;
	projects->done.text = held;
}
