#include "config.h"

#include "store/indicator_store.h"

#include <string.h>

#include "store/store_private.h"

static void indicator_read_head(struct indicator_register *indicators, struct db_statement *row)
{
	struct indicator *indicator = indicator_get(indicators, db_column_text(row, 0));
	struct arena *arena = &indicators->arena;

	indicator->name = arena_strdup(arena, db_column_text(row, 1));
	indicator->unit = arena_strdup(arena, db_column_text(row, 2));
	indicator->source = arena_strdup(arena, db_column_text(row, 4));
	indicator->position = (int)db_column_int(row, 6);
	indicator_direction_parse(db_column_text(row, 3), &indicator->direction);
	if (!indicator_computed_parse(db_column_text(row, 5), &indicator->computed))
		indicator->computed = INDICATOR_TYPED;
	indicator_yearly_parse(db_column_text(row, 7), &indicator->yearly);
}

static void indicator_read_target(struct indicator_register *indicators, struct db_statement *row)
{
	indicator_set_target(indicator_get(indicators, db_column_text(row, 0)),
		(int)db_column_int(row, 1), db_column_int(row, 2));
}

static void indicator_read_value(struct indicator_register *indicators, struct db_statement *row)
{
	indicator_set_value(indicator_get(indicators, db_column_text(row, 0)),
		(int)db_column_int(row, 1), (int)db_column_int(row, 2), db_column_int(row, 3));
}

static const struct {
	enum statement query;
	void (*read)(struct indicator_register *indicators, struct db_statement *row);
} lists[] = {
	{STATEMENT_INDICATORS, indicator_read_head},
	{STATEMENT_INDICATOR_TARGETS, indicator_read_target},
	{STATEMENT_INDICATOR_VALUES, indicator_read_value},
};

bool indicator_store_load(struct store *store, struct indicator_register *indicators,
	struct error *err)
{
	for (size_t i = 0; i < sizeof lists / sizeof lists[0]; i++) {
		struct db_statement *query = statement_get(store, lists[i].query, err);
		enum db_step step = query ? DB_ROW : DB_FAILED;

		while (step == DB_ROW && (step = db_step(query, err)) == DB_ROW)
			lists[i].read(indicators, query);
		if (query)
			db_reset(query);
		if (step == DB_FAILED)
			return false;
	}
	return true;
}
