#include "config.h"

#include "store/unit_index.h"

#include <stdlib.h>
#include <string.h>

#include "base/strmap.h"
#include "store/store_masters.h"
#include "store/store_private.h"
#include "store/unit_row.h"

struct unit_index {
	struct unit_tree list; /* by code, then first year */
	struct strmap first;   /* code → its first version in the list */
	int64_t generation;
};

void unit_index_free(struct unit_index *index)
{
	if (!index)
		return;
	unit_tree_free(&index->list);
	strmap_free(&index->first);
	free(index);
}

const struct unit_index *unit_index_get(struct store *store, struct error *err)
{
	const int64_t generation = store_generation(store, STORE_UNITS);

	if (store->units && store->units->generation == generation)
		return store->units;
	unit_index_free(store->units);
	store->units = NULL;

	struct unit_index *index = xcalloc(1, sizeof *index);
	if (!unit_row_all(store, &index->list, err)) {
		unit_index_free(index);
		return NULL;
	}
	for (size_t i = index->list.nodes.count; i-- > 0;)
		strmap_put(&index->first, index->list.nodes.items[i].unit.code, (int64_t)i);
	index->generation = generation;
	store->units = index;
	return index;
}

const struct unit_tree *unit_index_list(const struct unit_index *index)
{
	return &index->list;
}

const struct unit *unit_index_find(const struct unit_index *index, const char *code,
	int fiscal_year)
{
	const struct unit *found = NULL;
	int64_t at;

	if (!*code || !strmap_get(&index->first, code, &at))
		return NULL;
	for (size_t i = (size_t)at; i < index->list.nodes.count; i++) {
		const struct unit *unit = &index->list.nodes.items[i].unit;
		if (unit->first_fiscal_year > fiscal_year || strcmp(unit->code, code) != 0)
			break;
		found = unit;
	}
	if (found && found->last_fiscal_year != 0 && found->last_fiscal_year < fiscal_year)
		return NULL;
	return found;
}

const struct unit *unit_index_above(const struct unit_index *index, const char *code,
	enum unit_kind kind, int fiscal_year)
{
	const struct unit *unit = unit_index_find(index, code, fiscal_year);

	/* A unit that is its own ancestor cannot climb higher than there are kinds. */
	for (int step = 0; unit && unit->kind > kind && step < UNIT_KIND_COUNT; step++)
		unit = unit_index_find(index, unit->parent_code, fiscal_year);
	return unit && unit->kind == kind ? unit : NULL;
}
