#include "config.h"

#include "store/catalogue_store.h"

#include "store/store_masters.h"
#include "store/store_private.h"

static const enum statement catalogue_all[CATALOGUE_COUNT] = {
	[CATALOGUE_PROBLEM_TYPE] = STATEMENT_PROBLEM_TYPE_ALL,
	[CATALOGUE_TOOL] = STATEMENT_TOOL_ALL,
};

bool catalogue_store_load(struct store *store, enum catalogue_kind kind,
	struct catalogue *catalogue, struct error *err)
{
	struct db_statement *query = statement_get(store, catalogue_all[kind], err);
	enum db_step step;

	*catalogue = (struct catalogue){.kind = kind};
	if (!query)
		return false;
	while ((step = db_step(query, err)) == DB_ROW) {
		struct catalogue_entry *entry = vec_add(&catalogue->entries);
		struct arena *arena = &catalogue->arena;

		entry->id = db_column_int(query, 0);
		entry->code = arena_strdup(arena, db_column_text(query, 1));
		entry->name = arena_strdup(arena, db_column_text(query, 2));
		entry->name_en = arena_strdup(arena, db_column_text(query, 3));
		entry->aliases = arena_strdup(arena, db_column_text(query, 4));
		entry->position = (int)db_column_int(query, 5);
		entry->first_fiscal_year = (int)db_column_int(query, 6);
		entry->last_fiscal_year = (int)db_column_int(query, 7);
		entry->merged_into = arena_strdup(arena, db_column_text(query, 8));
	}
	db_reset(query);
	if (step == DB_FAILED)
		catalogue_free(catalogue);
	else
		catalogue_index(catalogue);
	return step == DB_DONE;
}

bool catalogue_store_used(struct store *store, enum catalogue_kind kind, const char *code,
	int first_fiscal_year, int last_fiscal_year, int64_t *projects, struct error *err)
{
	struct db_statement *query = statement_get(store,
		kind == CATALOGUE_TOOL ? STATEMENT_TOOL_USED : STATEMENT_PROBLEM_TYPE_USED, err);

	if (!query)
		return false;
	db_bind_text(query, 1, code);
	db_bind_int(query, 2, first_fiscal_year);
	db_bind_int(query, 3, last_fiscal_year);
	const bool counted = db_step(query, err) == DB_ROW;
	*projects = counted ? db_column_int(query, 0) : 0;
	db_reset(query);
	return counted;
}
