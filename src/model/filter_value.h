/* filter_value - what a value of a filter term means; shared by the files of filter.h only. */
#ifndef MODEL_FILTER_VALUE_H
#define MODEL_FILTER_VALUE_H

#include "model/filter.h"

/* Reads a value as the term's key and operator want it and adds it to the term (a word for several
 * statuses adds several). Texts go to the arena. The message says what would be right; the term is
 * then unchanged. */
bool filter_value_add(struct filter_term *term, const char *text, struct arena *arena,
	struct error *err);

/* Where the sign between from and to stands in a range (100..200, 100～200), with its length; NULL in
 * what is none. */
const char *filter_value_range(const char *text, size_t *length);

#endif
