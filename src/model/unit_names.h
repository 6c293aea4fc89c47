/* unit_names - the index of names behind unit_tree_resolve(). Most trees are never asked for one, so
 * it is made by the first question; private to unit.c and unit_resolve.c. */
#ifndef MODEL_UNIT_NAMES_H
#define MODEL_UNIT_NAMES_H

#include "model/unit.h"

/* Empty; unit_names_free() frees (NULL is fine). */
struct unit_names *unit_names_new(void);
void unit_names_free(struct unit_names *names);

typedef VEC(int) unit_indexes;

/* Adds the units of that kind in [low, high) that bear text (a name, its text_key, or that squeezed
 * with names from above before it), each once. */
void unit_names_find(const struct unit_tree *tree, enum unit_kind kind, const char *text, int low,
	int high, unit_indexes *found);
/* Takes out of a key what only stands between names: blanks and the marks of a path. */
void unit_names_squeeze(char *key);

#endif
