#include "config.h"

#include "store/history_columns.h"

#include <string.h>

#include "base/i18n.h"
#include "store/project_sql.h"

/* Of the columns of a project: what is entered is told of, and the units above its team. */
#define RULE_OF_ENTERED(column)
#define RULE_OF_HELD(column)
#define RULE_OF_STAMPED(column) {"project", #column, HISTORY_STAMP},
#define RULE_OF_VERSIONED(column) {"project", #column, HISTORY_VERSION},
#define RULE_STORED(kind, member, write) \
	RULE_OF_##write(member) IF_KEYED(kind, {"project", #member "_key", HISTORY_HELD},)
#define RULE_NAMED(member)
#define RULE_COMPUTED
#define RULE(name, type, id, label, variants, stored, ...) RULE_##stored
#define RULE_FURTHER_ENTERED(column)
#define RULE_FURTHER_HELD(column) {"project", #column, HISTORY_HELD},
#define RULE_FURTHER_CREATED(column) {"project", #column, HISTORY_STAMP},
#define RULE_FURTHER(kind, member, column, write) RULE_FURTHER_##write(column)

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
	{"project", "search_key", HISTORY_HELD},
	PROJECT_COLUMNS(RULE)
	PROJECT_FURTHER(RULE_FURTHER)
	{"effect_line", "saved_in_year", HISTORY_HELD},
	{"effect_line", "saved_full_year", HISTORY_HELD},
	{"effect_line", "before_in_year", HISTORY_HELD},
	{"effect_line", "before_full_year", HISTORY_HELD},
};

enum history_column history_column_of(const char *table, const char *column)
{
	for (size_t i = 0; i < sizeof rules / sizeof rules[0]; i++)
		if ((!*rules[i].table || strcmp(rules[i].table, table) == 0) &&
			strcmp(rules[i].column, column) == 0)
			return rules[i].kind;
	return HISTORY_TOLD;
}

static void history_columns_add(const char *table, const char *name, void *data)
{
	struct history_schema *schema = data;
	struct history_columns *columns = NULL;

	for (size_t i = 0; !columns && i < schema->tables.count; i++)
		if (strcmp(schema->tables.items[i].entity->table, table) == 0)
			columns = &schema->tables.items[i];
	const enum history_column kind = columns ? history_column_of(table, name) : HISTORY_HELD;
	if (kind == HISTORY_HELD)
		return;
	name = arena_strdup(&schema->arena, name);
	*vec_add(&columns->kept) = name;
	if (kind == HISTORY_TOLD)
		*vec_add(&columns->told) = name;
	else if (kind == HISTORY_VERSION)
		columns->version = name;
}

bool history_schema_read(struct db *db, struct history_schema *schema, struct error *err)
{
	for (size_t i = 0; i < HISTORY_ENTITY_COUNT; i++)
		vec_add(&schema->tables)->entity = history_entity_at(i);
	if (!db_each_column(db, history_columns_add, schema, err))
		return false;
	for (size_t i = 0; i < schema->tables.count; i++)
		if (schema->tables.items[i].told.count == 0)
			return error_set(err, ERROR_DATABASE,
				_("%s is damaged: it has no table “%s”. Restore a backup."),
				db_target(db), history_entity_at(i)->table);
	return true;
}

void history_schema_free(struct history_schema *schema)
{
	for (size_t i = 0; i < schema->tables.count; i++) {
		vec_free(&schema->tables.items[i].told);
		vec_free(&schema->tables.items[i].kept);
	}
	vec_free(&schema->tables);
	arena_free(&schema->arena);
}
