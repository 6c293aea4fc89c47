#include "config.h"

#include "store/unit_store.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "store/store_masters.h"
#include "store/store_private.h"
#include "store/unit_index.h"
#include "store/unit_row.h"

/* Leaves of all versions, in order of code and year, those that hold in the year: the last of each
 * code that has begun, unless it has ended. */
static void unit_keep_year(struct unit_tree *tree, int fiscal_year)
{
	const size_t count = tree->nodes.count;
	size_t kept = 0;

	for (size_t i = 0; i < count; i++) {
		const struct unit *unit = &tree->nodes.items[i].unit;
		const struct unit *next = i + 1 < count ? &tree->nodes.items[i + 1].unit : NULL;
		const bool replaced = next && next->first_fiscal_year <= fiscal_year &&
			strcmp(next->code, unit->code) == 0;
		if (unit->first_fiscal_year <= fiscal_year && !replaced &&
			(unit->last_fiscal_year == 0 || unit->last_fiscal_year >= fiscal_year))
			tree->nodes.items[kept++] = tree->nodes.items[i];
	}
	tree->nodes.count = kept;
}

/* Those in memory, but within a change, which may have moved some. */
static bool unit_take_all(struct store *store, struct unit_tree *tree, struct error *err)
{
	if (store->change)
		return unit_row_all(store, tree, err);
	const struct unit_index *index = unit_index_get(store, err);
	if (index) {
		const struct unit_tree *from = unit_index_list(index);
		for (size_t i = 0; i < from->nodes.count; i++) {
			struct unit *unit = &vec_add(&tree->nodes)->unit;

			*unit = from->nodes.items[i].unit;
			unit->code = arena_strdup(&tree->arena, unit->code);
			unit->name = arena_strdup(&tree->arena, unit->name);
			unit->parent_code = arena_strdup(&tree->arena, unit->parent_code);
			unit->successor_code = arena_strdup(&tree->arena, unit->successor_code);
		}
	}
	return index != NULL;
}

bool unit_store_tree(struct store *store, int fiscal_year, struct unit_tree *tree,
	struct error *err)
{
	*tree = (struct unit_tree){.fiscal_year = fiscal_year};
	const bool read = unit_take_all(store, tree, err);
	unit_keep_year(tree, fiscal_year);
	if (read && unit_tree_build(tree, err))
		return true;
	unit_tree_free(tree);
	return false;
}

bool unit_store_all(struct store *store, struct unit_tree *list, struct error *err)
{
	*list = (struct unit_tree){0};
	if (unit_take_all(store, list, err))
		return true;
	unit_tree_free(list);
	return false;
}

/* A department without a parent stands below the body. Caller frees. */
static char *unit_parent_of(struct store *store, const struct unit *unit, struct error *err)
{
	if (unit->kind != UNIT_DEPARTMENT || (unit->parent_code && *unit->parent_code))
		return xstrdup(unit->parent_code);
	struct db_statement *query = statement_get(store, STATEMENT_UNIT_BODY, err);
	if (!query)
		return NULL;
	const enum db_step step = db_step(query, err);
	char *code = step == DB_FAILED ? NULL : xstrdup(db_column_text(query, 0));
	db_reset(query);
	return code;
}

static bool unit_put_row(struct store *store, const struct unit *unit, const char *parent_code,
	struct error *err)
{
	struct db_statement *put = statement_get(store, STATEMENT_UNIT_PUT, err);

	if (!put)
		return false;
	char *key = text_key(unit->name);
	db_bind_text(put, 2, unit->code);
	db_bind_text(put, 3, unit_kind_id(unit->kind));
	db_bind_text(put, 4, unit->name);
	db_bind_text(put, 5, key);
	db_bind_text(put, 6, parent_code);
	db_bind_int(put, 7, unit->first_fiscal_year);
	db_bind_int(put, 8, unit->last_fiscal_year);
	db_bind_text(put, 9, unit->successor_code ? unit->successor_code : "");
	db_bind_int(put, 10, unit->lead_section);
	db_bind_int(put, 11, unit->position);
	if (unit->reading)
		db_bind_text(put, 1, unit->reading);
	else
		db_bind_null(put, 1);
	const bool ok = db_execute(put, err);
	free(key);
	return ok;
}

bool unit_store_put(struct store *store, const struct unit *unit, bool *changed, struct error *err)
{
	struct db_statement *query = statement_get(store, STATEMENT_UNIT_KNOWN, err);

	if (!query)
		return false;
	db_bind_text(query, 1, unit->code);
	const enum db_step step = db_step(query, err);
	const bool known = step == DB_ROW && db_column_int(query, 0) > 0;
	db_reset(query);
	if (step != DB_ROW)
		return false;

	char *parent = unit_parent_of(store, unit, err);
	const bool ok = parent && unit_put_row(store, unit, parent, err);
	free(parent);
	if (!ok)
		return false;
	const bool written = db_changes(store->db) > 0;
	if (changed)
		*changed = written;
	store->units_moved |= known && written;
	store_masters_changed(store);
	return true;
}

bool unit_store_used(struct store *store, const char *code, int fiscal_year, int64_t *projects,
	struct error *err)
{
	struct db_statement *query = statement_get(store, STATEMENT_UNIT_USED, err);

	if (!query)
		return false;
	db_bind_text(query, 1, code);
	db_bind_int(query, 2, fiscal_year);
	const bool counted = db_step(query, err) == DB_ROW;
	*projects = counted ? db_column_int(query, 0) : 0;
	db_reset(query);
	return counted;
}
