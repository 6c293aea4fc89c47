/* note_names - the projects that a note below a table names, and how many more there are. */
#ifndef ROLLUP_NOTE_NAMES_H
#define ROLLUP_NOTE_NAMES_H

#include <stdbool.h>
#include <stddef.h>

#include "base/strbuf.h"

/* Zero-initialise. */
struct note_names {
	struct strbuf text;    /* for people */
	struct strbuf machine; /* without a language: "R7-0002,R7-0003" */
	size_t named, more;
};

/* One more: by that name, and what machines read. */
void note_names_add(struct note_names *names, const char *name, const char *machine);
/* Says how many more there are. False where there is none at all. */
bool note_names_end(struct note_names *names);
void note_names_free(struct note_names *names);

#endif
