#include "config.h"

#include "store/history_entity.h"

#include <assert.h>
#include <string.h>
#include <threads.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "model/fiscal_year.h"
#include "model/office/office_table.h"
#include "store/store_private.h"

/* What has a history besides the office's tables. */
static const struct history_entity others[] = {
	{"body", {"code"}, "name", NULL},
	{"project", {"id"}, "title", "id"},
	{"effect_line", {"project_id", "line", "stage"}, "label", "project_id"},
	{"overlap_clearance", {"fiscal_year", "work_key", "unit_code"}, "reason", NULL},
	{"snapshot", {"name"}, "name", NULL}, /* only ever added */
};
static_assert(sizeof others / sizeof others[0] == HISTORY_ENTITY_COUNT - OFFICE_TABLE_COUNT,
	"every entity is counted");

/* The office's tables stand behind the body; filled once, then only read. */
static struct history_entity entities[HISTORY_ENTITY_COUNT];
static once_flag entities_once = ONCE_FLAG_INIT;

static void history_entity_fill(void)
{
	entities[0] = others[0];
	for (size_t i = 0; i < OFFICE_TABLE_COUNT; i++) {
		const struct office_table *table = office_tables[i];
		struct history_entity *entity = &entities[1 + i];

		entity->table = table->table;
		entity->label = office_column(table, table->name_field);
		for (size_t k = 0; k < table->keys; k++)
			entity->keys[k] = table->history_keys[k] ? table->history_keys[k] :
				office_column(table, k);
	}
	memcpy(&entities[1 + OFFICE_TABLE_COUNT], &others[1], sizeof others - sizeof others[0]);
}

const struct history_entity *history_entity_at(size_t number)
{
	assert(number < HISTORY_ENTITY_COUNT);
	call_once(&entities_once, history_entity_fill);
	return &entities[number];
}

const struct history_entity *history_entity_find(const char *table, struct error *err)
{
	for (size_t i = 0; i < HISTORY_ENTITY_COUNT; i++)
		if (strcmp(history_entity_at(i)->table, table) == 0)
			return history_entity_at(i);
	error_set(err, ERROR_DATABASE, _("The history speaks of something unknown: %s."), table);
	return NULL;
}

char *history_entity_created_sql(const struct history_entity *entity, bool of_project)
{
	struct strbuf sql = {0};

	strbuf_addf(&sql, "SELECT %s, %s", entity->project ? entity->project : "0", entity->label);
	for (int i = 0; i < HISTORY_KEYS_MAX && entity->keys[i]; i++)
		strbuf_addf(&sql, ", %s", entity->keys[i]);
	strbuf_addf(&sql, " FROM %s WHERE created_change = ?1", entity->table);
	if (of_project)
		strbuf_addf(&sql, " AND %s = ?2", entity->project);
	if (entity->project && strcmp(entity->project, "project_id") == 0)
		strbuf_add_text(&sql,
			" AND project_id IN (SELECT h.project_id FROM history AS h WHERE "
			"h.change_id = ?1) AND NOT EXISTS (SELECT 1 FROM project AS p "
			"WHERE p.id = project_id AND p.created_change = ?1)");
	return strbuf_detach(&sql);
}

/* Numbers stand bare, as json_object() of the triggers writes them. */
void history_entity_key(const struct history_entity *entity, struct db_statement *row, int column,
	struct strbuf *key)
{
	json_t *object = json_object();

	for (int i = 0; i < HISTORY_KEYS_MAX && entity->keys[i]; i++) {
		const bool number = db_column_is_integer(row, column + i);
		json_object_set_new(object, entity->keys[i],
			number ? json_integer(db_column_int(row, column + i))
			       : json_string(db_column_text(row, column + i)));
	}
	char *text = json_dumps(object, JSON_COMPACT);
	strbuf_add_text(key, text);
	free(text);
	json_decref(object);
}

void history_entity_where(const struct history_entity *entity, int index, struct strbuf *sql)
{
	strbuf_add_text(sql, " WHERE");
	for (int i = 0; i < HISTORY_KEYS_MAX && entity->keys[i]; i++)
		strbuf_addf(sql, "%s %s = ?%d", i > 0 ? " AND" : "", entity->keys[i], index + i);
}

void history_entity_bind(const struct history_entity *entity, struct db_statement *statement,
	int index, const json_t *key)
{
	for (int i = 0; i < HISTORY_KEYS_MAX && entity->keys[i]; i++)
		history_json_bind(statement, index + i, json_object_get(key, entity->keys[i]));
}

/* ---- json ------------------------------------------------------------------------------------ */

json_t *history_json_read(const char *text, struct error *err)
{
	static const char letters[] = "abcdefghijklmnopqrstuvwxyz0123456789_";
	json_error_t reason;
	json_t *object = json_loads(text, JSON_DECODE_ANY, &reason);
	bool good = json_is_object(object);
	const char *name;
	json_t *value;

	if (good)
		json_object_foreach(object, name, value)
			/* Names go into SQL: nothing but what a column may be called. */
			good = good && *name >= 'a' && *name <= 'z' &&
				strspn(name, letters) == strlen(name);
	if (good)
		return object;
	json_decref(object);
	error_set(err, ERROR_DATABASE,
		_("A row of the history cannot be read: another program has changed it."));
	error_detail(err, "%s", text);
	return NULL;
}

void history_json_text(const json_t *value, struct strbuf *out)
{
	if (json_is_string(value))
		strbuf_add(out, json_string_value(value), json_string_length(value));
	else if (json_is_integer(value))
		strbuf_add_int(out, json_integer_value(value));
}

void history_json_bind(struct db_statement *statement, int index, const json_t *value)
{
	if (json_is_string(value))
		db_bind_text_n(statement, index, json_string_value(value),
			json_string_length(value));
	else if (json_is_integer(value))
		db_bind_int(statement, index, json_integer_value(value));
	else
		db_bind_null(statement, index);
}

/* ---- numbers --------------------------------------------------------------------------------- */

static void entity_number(int64_t fiscal_year, int64_t number, struct strbuf *out)
{
	char text[FISCAL_YEAR_TEXT];

	fiscal_year_number_format((int)fiscal_year, (int)number, text);
	strbuf_add_text(out, text);
}

bool history_project_number(struct store *store, int64_t project_id, struct strbuf *number,
	struct error *err)
{
	struct db_statement *query;

	strbuf_clear(number);
	if (project_id == 0)
		return true;
	query = statement_get(store, STATEMENT_PROJECT_NUMBER, err);
	if (!query)
		return false;
	db_bind_int(query, 1, project_id);
	enum db_step step = db_step(query, err);
	if (step == DB_ROW)
		entity_number(db_column_int(query, 0), db_column_int(query, 1), number);
	db_reset(query);
	if (step != DB_DONE)
		return step == DB_ROW;

	/* One that is gone: as its history has it. */
	query = statement_get(store, STATEMENT_PROJECT_GONE, err);
	if (!query)
		return false;
	db_bind_int(query, 1, project_id);
	step = db_step(query, err);
	if (step == DB_ROW) {
		json_t *before = history_json_read(db_column_text(query, 0), NULL);
		if (before)
			entity_number(json_integer_value(json_object_get(before, "fiscal_year")),
				json_integer_value(json_object_get(before, "number")), number);
		json_decref(before);
	}
	db_reset(query);
	return step != DB_FAILED;
}
