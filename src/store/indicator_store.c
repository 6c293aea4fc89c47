#include "config.h"

#include "store/indicator_store.h"

#include <string.h>

#include "store/store_private.h"

/* ---- loading --------------------------------------------------------------------------------- */

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

/* ---- storing --------------------------------------------------------------------------------- */

struct putting {
	struct store *store;
	struct indicator_store_counts *counts;
	struct error *err;
};

/* Runs what replaces a row; known: it was there before. */
static bool indicator_put(struct putting *putting, struct db_statement *statement, bool known)
{
	if (!db_execute(statement, putting->err))
		return false;
	if (db_changes(putting->store->db) == 0)
		putting->counts->unchanged++;
	else if (known)
		putting->counts->changed++;
	else
		putting->counts->added++;
	return true;
}

static bool indicator_put_head(struct putting *putting, const struct indicator *indicator,
	bool known)
{
	struct db_statement *statement =
		statement_get(putting->store, STATEMENT_INDICATOR_PUT, putting->err);

	if (!statement)
		return false;
	db_bind_text(statement, 1, indicator->code);
	db_bind_text(statement, 2, indicator->name);
	db_bind_text(statement, 3, indicator->unit);
	db_bind_text(statement, 4, indicator_direction_id(indicator->direction));
	db_bind_text(statement, 5, indicator->source);
	db_bind_text(statement, 6, indicator_computed_id(indicator->computed));
	db_bind_int(statement, 7, indicator->position);
	db_bind_text(statement, 8, indicator_yearly_id(indicator->yearly));
	return indicator_put(putting, statement, known);
}

static bool indicator_has_target(const struct indicator *indicator, int fiscal_year)
{
	for (size_t i = 0; indicator && i < indicator->targets.count; i++)
		if (indicator->targets.items[i].fiscal_year == fiscal_year)
			return true;
	return false;
}

static bool indicator_put_targets(struct putting *putting, const struct indicator *indicator,
	const struct indicator *before)
{
	struct db_statement *statement =
		statement_get(putting->store, STATEMENT_INDICATOR_TARGET_PUT, putting->err);
	bool done = statement != NULL;

	for (size_t i = 0; done && i < indicator->targets.count; i++) {
		const struct indicator_target *target = &indicator->targets.items[i];

		db_bind_text(statement, 1, indicator->code);
		db_bind_int(statement, 2, target->fiscal_year);
		db_bind_int(statement, 3, target->target);
		done = indicator_put(putting, statement,
			indicator_has_target(before, target->fiscal_year));
	}
	return done;
}

static bool indicator_has_value(const struct indicator *indicator,
	const struct indicator_value *value)
{
	for (size_t i = 0; indicator && i < indicator->values.count; i++)
		if (indicator->values.items[i].fiscal_year == value->fiscal_year &&
			indicator->values.items[i].month == value->month)
			return true;
	return false;
}

static bool indicator_put_values(struct putting *putting, const struct indicator *indicator,
	const struct indicator *before)
{
	struct db_statement *statement =
		statement_get(putting->store, STATEMENT_INDICATOR_VALUE_PUT, putting->err);
	bool done = statement != NULL;

	for (size_t i = 0; done && i < indicator->values.count; i++) {
		const struct indicator_value *value = &indicator->values.items[i];

		db_bind_text(statement, 1, indicator->code);
		db_bind_int(statement, 2, value->fiscal_year);
		db_bind_int(statement, 3, value->month);
		db_bind_int(statement, 4, value->value);
		done = indicator_put(putting, statement, indicator_has_value(before, value));
	}
	return done;
}

bool indicator_store_put(struct store *store, const struct indicator_register *before,
	const struct indicator_register *indicators, struct indicator_store_counts *counts,
	struct error *err)
{
	struct putting putting = {store, counts, err};
	bool done = true;

	for (size_t i = 0; done && i < indicators->indicators.count; i++) {
		const struct indicator *indicator = &indicators->indicators.items[i];
		const int at = indicator_find(before, indicator->code);
		const struct indicator *known = at < 0 ? NULL : &before->indicators.items[at];

		done = indicator_put_head(&putting, indicator, known != NULL) &&
			indicator_put_targets(&putting, indicator, known) &&
			indicator_put_values(&putting, indicator, known);
	}
	return done;
}
