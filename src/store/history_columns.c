#include "config.h"

#include "store/history_columns.h"

#include <string.h>

#include "base/i18n.h"

/* The only list: whatever else a table has, or gets by a migration, is told of. To change a rule of a
 * column that is there already takes a migration, be it an empty one: a database whose triggers are
 * not those of its format counts as one that somebody has changed. */
static const struct {
	const char *table; /* "" = of every table */
	const char *column;
	enum history_column kind;
} rules[] = {
	{"", "created_change", HISTORY_STAMP},
	{"unit", "name_key", HISTORY_HELD},
	{"project", "version", HISTORY_VERSION},
	{"project", "created_at", HISTORY_STAMP},
	{"project", "created_by", HISTORY_STAMP},
	{"project", "updated_at", HISTORY_STAMP},
	{"project", "updated_by", HISTORY_STAMP},
	{"project", "has_estimate", HISTORY_HELD},
	{"project", "has_forecast", HISTORY_HELD},
	{"project", "has_actual", HISTORY_HELD},
	{"project", "estimate_in_year", HISTORY_HELD},
	{"project", "estimate_full_year", HISTORY_HELD},
	{"project", "forecast_in_year", HISTORY_HELD},
	{"project", "forecast_full_year", HISTORY_HELD},
	{"project", "actual_in_year", HISTORY_HELD},
	{"project", "actual_full_year", HISTORY_HELD},
	{"project", "leader_key", HISTORY_HELD},
	{"project", "owner_key", HISTORY_HELD},
	{"project", "work_key", HISTORY_HELD},
	{"project", "search_key", HISTORY_HELD},
	{"effect_line", "saved_in_year", HISTORY_HELD},
	{"effect_line", "saved_full_year", HISTORY_HELD},
};

enum history_column history_column_of(const char *table, const char *column)
{
	for (size_t i = 0; i < sizeof rules / sizeof rules[0]; i++)
		if ((!*rules[i].table || strcmp(rules[i].table, table) == 0) &&
			strcmp(rules[i].column, column) == 0)
			return rules[i].kind;
	return HISTORY_TOLD;
}

static void history_columns_add(const char *name, void *data)
{
	struct history_columns *columns = data;
	const enum history_column kind = history_column_of(columns->entity->table, name);

	if (kind == HISTORY_HELD)
		return;
	name = arena_strdup(&columns->arena, name);
	*vec_add(&columns->kept) = name;
	if (kind == HISTORY_TOLD)
		*vec_add(&columns->told) = name;
	else if (kind == HISTORY_VERSION)
		columns->version = name;
}

bool history_columns_read(struct db *db, const struct history_entity *entity,
	struct history_columns *columns, struct error *err)
{
	columns->entity = entity;
	if (!db_each_column(db, entity->table, history_columns_add, columns, err))
		return false;
	return columns->told.count > 0 || error_set(err, ERROR_DATABASE,
		_("%s is damaged: it has no table “%s”. Restore a backup."), db_target(db),
		entity->table);
}

void history_columns_free(struct history_columns *columns)
{
	vec_free(&columns->told);
	vec_free(&columns->kept);
	arena_free(&columns->arena);
}
