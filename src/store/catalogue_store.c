#include "config.h"

#include "store/catalogue_store.h"

#include "store/store_masters.h"
#include "store/store_private.h"

static const struct {
	enum statement all;
	enum statement put;
} tables[CATALOGUE_COUNT] = {
	[CATALOGUE_PROBLEM_TYPE] = {STATEMENT_PROBLEM_TYPE_ALL, STATEMENT_PROBLEM_TYPE_PUT},
	[CATALOGUE_TOOL] = {STATEMENT_TOOL_ALL, STATEMENT_TOOL_PUT},
};

bool catalogue_store_load(struct store *store, enum catalogue_kind kind,
	struct catalogue *catalogue, struct error *err)
{
	struct db_statement *query = statement_get(store, tables[kind].all, err);
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

bool catalogue_store_put(struct store *store, enum catalogue_kind kind,
	const struct catalogue_entry *entry, struct error *err)
{
	struct db_statement *put = statement_get(store, tables[kind].put, err);

	if (!put)
		return false;
	db_bind_text(put, 1, entry->code);
	db_bind_text(put, 2, entry->name);
	db_bind_text(put, 3, entry->name_en ? entry->name_en : "");
	db_bind_text(put, 4, entry->aliases ? entry->aliases : "");
	db_bind_int(put, 5, entry->position);
	db_bind_int(put, 6, entry->first_fiscal_year);
	db_bind_int(put, 7, entry->last_fiscal_year);
	db_bind_text(put, 8, entry->merged_into ? entry->merged_into : "");
	store_masters_changed(store);
	return db_execute(put, err);
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
