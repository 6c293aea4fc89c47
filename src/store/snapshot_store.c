#include "config.h"

#include "store/snapshot_store.h"

#include <jansson.h>
#include <string.h>

#include "base/i18n.h"
#include "store/snapshot_parts.h"
#include "store/store_private.h"

/* ---- the list ------------------------------------------------------------------------------- */

bool snapshot_store_list(struct store *store, struct snapshot_list *list, struct error *err)
{
	struct db_statement *row = statement_get(store, STATEMENT_SNAPSHOTS, err);
	enum db_step step;

	if (!row)
		return false;
	while ((step = db_step(row, err)) == DB_ROW)
		*vec_add(&list->items) = (struct snapshot_head){
			.id = db_column_int(row, 0),
			.name = arena_strdup(&list->arena, db_column_text(row, 1)),
			.fiscal_year = (int)db_column_int(row, 2),
			.taken_at = arena_strdup(&list->arena, db_column_text(row, 3)),
			.taken_by = arena_strdup(&list->arena, db_column_text(row, 4)),
			.hours_per_person_year = (int)db_column_int(row, 5),
			.sha256 = arena_strdup(&list->arena, db_column_text(row, 6)),
			.first_sha256 = arena_strdup(&list->arena, db_column_text(row, 7)),
			.projects = db_column_int(row, 8),
		};
	db_reset(row);
	return step == DB_DONE;
}

void snapshot_list_free(struct snapshot_list *list)
{
	vec_free(&list->items);
	arena_free(&list->arena);
}

/* ---- as it is now --------------------------------------------------------------------------- */

static bool snapshot_read_rules(struct store *store, struct rule_set *rules, struct error *err)
{
	struct db_statement *row = statement_get(store, STATEMENT_SNAPSHOT_RULES, err);
	enum db_step step;

	if (!row)
		return false;
	while ((step = db_step(row, err)) == DB_ROW)
		rule_set_add(rules, &(struct exclusion_rule){
			.id = db_column_int(row, 0),
			.first_fiscal_year = (int)db_column_int(row, 1),
			.last_fiscal_year = (int)db_column_int(row, 2),
			.tools = db_column_text(row, 3),
			.words = db_column_text(row, 4),
			.reason = db_column_text(row, 5),
		});
	db_reset(row);
	return step == DB_DONE;
}

static bool snapshot_read_projects(struct store *store, struct snapshot *snapshot,
	struct error *err)
{
	struct db_statement *row = statement_get(store, STATEMENT_SNAPSHOT_NOW, err);
	enum db_step step;

	if (!row)
		return false;
	db_bind_int(row, 1, snapshot->fiscal_year);
	while ((step = db_step(row, err)) == DB_ROW) {
		struct snapshot_project project = {
			.uuid = db_column_text(row, 0),
			.number = (int)db_column_int(row, 1),
			.title = db_column_text(row, 2),
			.department_code = db_column_text(row, 3),
			.section_code = db_column_text(row, 4),
			.team_code = db_column_text(row, 5),
			.problem_type = db_column_text(row, 6),
			.tools = db_column_text(row, 7),
			.excluded = db_column_int(row, 9) != 0,
		};

		if (!workflow_status_parse(db_column_text(row, 8), &project.status))
			project.status = STATUS_DRAFT;
		for (int s = 0; s < STAGE_COUNT; s++)
			for (int b = 0; b < BASIS_COUNT; b++)
				project.minutes[s][b] = db_column_int(row, 10 + 2 * s + b);
		snapshot_add(snapshot, &project);
	}
	db_reset(row);
	snapshot_sort(snapshot);
	return step == DB_DONE;
}

bool snapshot_store_now(struct store *store, const struct unit_tree *units,
	int hours_per_person_year, struct snapshot *snapshot, struct error *err)
{
	struct rule_set rules = {0};
	struct strbuf text = {0};

	snapshot->fiscal_year = units->fiscal_year;
	snapshot->hours_per_person_year = hours_per_person_year;
	const bool read = snapshot_read_rules(store, &rules, err) &&
		snapshot_read_projects(store, snapshot, err);
	snapshot_add_rules(&text, &rules, units->fiscal_year);
	snapshot->rules = arena_strdup(&snapshot->arena, strbuf_text(&text));
	strbuf_clear(&text);
	snapshot_add_units(&text, units);
	snapshot->units = arena_strdup(&snapshot->arena, strbuf_text(&text));
	strbuf_free(&text);
	rule_set_free(&rules);
	return read;
}

/* ---- storing -------------------------------------------------------------------------------- */

/* Stores the projects (with an id) or only seals them. */
static bool snapshot_each_project(struct store *store, int64_t id, const struct snapshot *snapshot,
	struct snapshot_seal *seal, struct error *err)
{
	struct strbuf content = {0};
	bool good = true;

	for (size_t p = 0; good && p < snapshot->projects.count; p++) {
		const struct snapshot_project *project = &snapshot->projects.items[p];

		strbuf_clear(&content);
		snapshot_add_project(&content, project);
		if (seal)
			good = snapshot_seal_project(seal, project->uuid, strbuf_text(&content)) ||
				error_set(err, ERROR_DATABASE,
					_("Two projects have the same UUID: %s."), project->uuid);
		else
			good = snapshot_parts_put(store, STATEMENT_SNAPSHOT_PROJECT_PUT, id,
				project->uuid, strbuf_text(&content), err);
	}
	strbuf_free(&content);
	return good;
}

static bool snapshot_seal_all(const struct snapshot *snapshot, const struct snapshot_table *tables,
	size_t table_count, char text[SNAPSHOT_SEAL_TEXT], struct error *err)
{
	struct snapshot_seal seal;
	bool good;

	snapshot_seal_start(&seal, snapshot->fiscal_year, snapshot->hours_per_person_year,
		snapshot->rules, snapshot->units);
	good = snapshot_each_project(NULL, 0, snapshot, &seal, err);
	for (size_t t = 0; good && t < table_count; t++)
		good = snapshot_seal_table(&seal, tables[t].name, tables[t].content) ||
			error_set(err, ERROR_DATA, _("The table “%s” is there twice."),
				tables[t].name);
	snapshot_seal_finish(&seal, text);
	return good;
}

bool snapshot_store_put(struct store *store, const char *name, const char *user, const char *at,
	const struct snapshot *snapshot, const struct snapshot_table *tables, size_t table_count,
	struct error *err)
{
	char seal[SNAPSHOT_SEAL_TEXT];
	struct snapshot_list list = {0};
	bool good = snapshot_store_list(store, &list, err);

	for (size_t i = 0; good && i < list.items.count; i++)
		if (strcmp(list.items.items[i].name, name) == 0)
			good = error_set(err, ERROR_DATA,
				_("There is a snapshot “%s” already, of %s. Choose another name."),
				name, list.items.items[i].taken_at);
	snapshot_list_free(&list);

	if (!good || !snapshot_seal_all(snapshot, tables, table_count, seal, err))
		return false;
	struct db_statement *put = statement_get(store, STATEMENT_SNAPSHOT_PUT, err);
	if (!put)
		return false;
	db_bind_text(put, 1, name);
	db_bind_int(put, 2, snapshot->fiscal_year);
	db_bind_text(put, 3, at);
	db_bind_text(put, 4, user);
	db_bind_int(put, 5, snapshot->hours_per_person_year);
	db_bind_text(put, 6, snapshot->rules);
	db_bind_text(put, 7, snapshot->units);
	db_bind_text(put, 8, seal);
	good = db_step(put, err) == DB_ROW;
	const int64_t id = good ? db_column_int(put, 0) : 0;
	db_reset(put);

	good = good && snapshot_each_project(store, id, snapshot, NULL, err);
	for (size_t t = 0; good && t < table_count; t++)
		good = snapshot_parts_put(store, STATEMENT_SNAPSHOT_TABLE_PUT, id, tables[t].name,
			tables[t].content, err);
	return good;
}

/* ---- reading -------------------------------------------------------------------------------- */

static const char *snapshot_text_of(const json_t *object, const char *key)
{
	const char *text = json_string_value(json_object_get(object, key));

	return text ? text : "";
}

static bool snapshot_take_project(const char *uuid, const char *content, void *data)
{
	static const char *const keys[STAGE_COUNT][BASIS_COUNT] = {
		[STAGE_ESTIMATE] = {"estimate_in_year", "estimate_full_year"},
		[STAGE_FORECAST] = {"forecast_in_year", "forecast_full_year"},
		[STAGE_ACTUAL] = {"actual_in_year", "actual_full_year"},
	};
	struct snapshot *snapshot = data;
	json_t *object = json_loads(content, 0, NULL);
	struct snapshot_project project = {
		.uuid = uuid,
		.number = (int)json_integer_value(json_object_get(object, "number")),
		.title = snapshot_text_of(object, "title"),
		.department_code = snapshot_text_of(object, "department_code"),
		.section_code = snapshot_text_of(object, "section_code"),
		.team_code = snapshot_text_of(object, "team_code"),
		.problem_type = snapshot_text_of(object, "problem_type"),
		.tools = snapshot_text_of(object, "tools"),
		.excluded = json_integer_value(json_object_get(object, "excluded")) != 0,
	};

	if (!workflow_status_parse(snapshot_text_of(object, "status"), &project.status))
		project.status = STATUS_DRAFT;
	for (int s = 0; s < STAGE_COUNT; s++)
		for (int b = 0; b < BASIS_COUNT; b++)
			project.minutes[s][b] =
				json_integer_value(json_object_get(object, keys[s][b]));
	snapshot_add(snapshot, &project);
	json_decref(object);
	return true;
}

bool snapshot_store_load(struct store *store, int64_t id, struct snapshot *snapshot,
	struct error *err)
{
	struct snapshot_texts texts = {0};
	const bool read = snapshot_parts_head(store, id, &texts, err);

	*snapshot = texts.head;
	return read && snapshot_parts_each(store, STATEMENT_SNAPSHOT_PROJECTS, id,
		snapshot_take_project, snapshot, err);
}

char *snapshot_store_table(struct store *store, int64_t id, const char *name, struct error *err)
{
	struct db_statement *row = statement_get(store, STATEMENT_SNAPSHOT_TABLE, err);
	char *content = NULL;

	if (!row)
		return NULL;
	db_bind_int(row, 1, id);
	db_bind_text(row, 2, name);
	const enum db_step step = db_step(row, err);
	if (step == DB_ROW)
		content = xstrdup(db_column_text(row, 0));
	db_reset(row);
	if (step == DB_DONE)
		error_set(err, ERROR_DATA, _("The snapshot has no table “%s”."), name);
	return content;
}

static bool snapshot_take_name(const char *name, const char *content, void *data)
{
	struct strbuf *names = data;

	(void)content;
	strbuf_addf(names, "%s\n", name);
	return true;
}

bool snapshot_store_tables(struct store *store, int64_t id, struct strbuf *names,
	struct error *err)
{
	return snapshot_parts_each(store, STATEMENT_SNAPSHOT_TABLES, id, snapshot_take_name, names,
		err);
}
