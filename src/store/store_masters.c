#include "config.h"

#include "store/store_masters.h"

#include "store/store_private.h"

static int64_t masters_number(struct db_statement *query)
{
	const int64_t value = db_step(query, NULL) == DB_ROW ? db_column_int(query, 0) : 0;

	db_reset(query);
	return value;
}

int64_t store_masters(struct store *store)
{
	struct db_statement *query = statement_get(store, STATEMENT_GENERATIONS, NULL);

	return query ? masters_number(query) : -1;
}

int64_t store_generation(struct store *store, enum store_master master)
{
	static const char *const names[STORE_MASTERS] = {
		[STORE_UNITS] = "unit",
		[STORE_CATALOGUES] = "catalogue",
	};
	int64_t *known = &store->generations[master];

	if ((store->change || store->masters_held) && *known >= 0)
		return *known;
	struct db_statement *query = statement_get(store, STATEMENT_GENERATION, NULL);
	if (!query)
		return -1;
	db_bind_text(query, 1, names[master]);
	*known = masters_number(query);
	return *known;
}

void store_masters_changed(struct store *store)
{
	for (int master = 0; master < STORE_MASTERS; master++)
		store->generations[master] = -1;
}

void store_masters_hold(struct store *store, bool hold)
{
	store->masters_held = hold;
	if (!store->change)
		store_masters_changed(store);
}
