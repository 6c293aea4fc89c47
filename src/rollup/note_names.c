#include "config.h"

#include "rollup/note_names.h"

#include <assert.h>

#include "base/i18n.h"

enum { NAMED_MAX = 10 };

void note_names_add(struct note_names *names, const char *name, const char *machine)
{
	assert(*name && *machine);
	if (names->named == NAMED_MAX) {
		names->more++;
		return;
	}
	strbuf_addf(&names->text, "%s%s", names->named ? _(", ") : "", name);
	strbuf_addf(&names->machine, "%s%s", names->named ? "," : "", machine);
	names->named++;
}

bool note_names_end(struct note_names *names)
{
	if (names->more) {
		/* after a list of projects */
		strbuf_addf(&names->text, _(" and %zu more"), names->more);
		strbuf_addf(&names->machine, ",more=%zu", names->more);
	}
	return names->named > 0;
}

void note_names_free(struct note_names *names)
{
	strbuf_free(&names->text);
	strbuf_free(&names->machine);
	*names = (struct note_names){0};
}
