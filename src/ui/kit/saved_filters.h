/* saved_filters - filters kept under a name, of this user: lines "name = expression" in
 * $XDG_CONFIG_HOME/uraniwa/filters, to be read by people too. # starts a remark. */
#ifndef UI_KIT_SAVED_FILTERS_H
#define UI_KIT_SAVED_FILTERS_H

#include "base/error.h"
#include "base/mem.h"
#include "base/vec.h"

struct saved_filter {
	const char *name;
	const char *expression; /* of model/filter.h, as it was saved */
};
struct saved_filters {
	VEC(struct saved_filter) items; /* in the order of saving */
	struct arena arena;
};

/* No file is no filters. */
void saved_filters_read(struct saved_filters *saved);
void saved_filters_free(struct saved_filters *saved);
/* Index of the one of that name, or -1. */
int saved_filters_find(const struct saved_filters *saved, const char *name);
/* Saves one, in the place of that of the same name. The name is trimmed; an empty one and one with
 * '=' or '#' before it are refused. */
bool saved_filters_put(const char *name, const char *expression, struct error *err);
bool saved_filters_remove(const char *name, struct error *err);

#endif
