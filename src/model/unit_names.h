/* unit_names - the index of names behind unit_tree_resolve(); unit_tree_build() makes it. */
#ifndef MODEL_UNIT_NAMES_H
#define MODEL_UNIT_NAMES_H

#include "model/unit.h"

/* Fills tree->names from nodes in tree order. */
void unit_names_index(struct unit_tree *tree);

#endif
