/* unit_names - the index of names behind unit_tree_resolve(). Most trees are never asked for one, so
 * it is made by the first question; private to unit.c and unit_names.c. */
#ifndef MODEL_UNIT_NAMES_H
#define MODEL_UNIT_NAMES_H

#include "model/unit.h"

/* Empty; unit_names_free() frees (NULL is fine). */
struct unit_names *unit_names_new(void);
void unit_names_free(struct unit_names *names);

#endif
