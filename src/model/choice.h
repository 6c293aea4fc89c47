/* choice - a closed set of named values (stages, periods, roles, statuses, …): one row each. */
#ifndef MODEL_CHOICE_H
#define MODEL_CHOICE_H

#include <stddef.h>

struct choice {
	const char *id;        /* of the machine formats: "in-year" */
	const char *label;     /* N_(): for people */
	const char *spellings; /* what sheets say besides, in any language, separated by newlines */
};

/* The row a text means: id, label in either language, or spelling, compared by text_key.
 * Index, or -1 when none (also for NULL and ""). */
int choice_parse(const struct choice *choices, size_t count, const char *text);

#endif
