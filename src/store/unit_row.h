/* unit_row - rows of table unit. Private to store/. */
#ifndef STORE_UNIT_ROW_H
#define STORE_UNIT_ROW_H

#include "model/unit.h"
#include "store/store.h"

/* Every version of every unit as the database has it, by code and first year, into a list that is
 * empty. */
bool unit_row_all(struct store *store, struct unit_tree *list, struct error *err);

#endif
