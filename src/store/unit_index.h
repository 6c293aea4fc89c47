/* unit_index - every version of every unit in memory: names and places of the units a project of
 * some fiscal year belongs to. Private to store/. */
#ifndef STORE_UNIT_INDEX_H
#define STORE_UNIT_INDEX_H

#include "model/unit.h"
#include "store/store.h"

struct unit_index;

/* The index as of now, loaded anew when a unit has changed. Owned by the store. NULL on failure. */
const struct unit_index *unit_index_get(struct store *store, struct error *err);
/* All versions, by code and first year; nodes carry units only. */
const struct unit_tree *unit_index_list(const struct unit_index *index);
/* The version of the unit that holds in the fiscal year, or NULL. */
const struct unit *unit_index_find(const struct unit_index *index, const char *code,
	int fiscal_year);
/* The unit of that kind at or above code in the fiscal year, or NULL. */
const struct unit *unit_index_above(const struct unit_index *index, const char *code,
	enum unit_kind kind, int fiscal_year);
void unit_index_free(struct unit_index *index); /* NULL is fine */

#endif
