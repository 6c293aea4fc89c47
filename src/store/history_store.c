#include "config.h"

#include "store/history_store.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "base/text.h"
#include "store/history_entity.h"
#include "store/store_private.h"

struct walk {
	struct store *store;
	int64_t project_id; /* 0 = everything */
	int64_t left;       /* entries still wanted; < 0 = all */
	bool (*each)(const struct history_entry *entry, void *data);
	void *data;
	bool gone;          /* only rows that went */
	bool stopped;
	struct history_entry entry; /* of the change being walked */
	struct strbuf number, key, before, after;
	struct db_statement **created; /* by entity, prepared when first needed */
	struct error *err;
};

static void history_walk_free(struct walk *walk)
{
	strbuf_free(&walk->number);
	strbuf_free(&walk->key);
	strbuf_free(&walk->before);
	strbuf_free(&walk->after);
	for (size_t i = 0; walk->created && i < HISTORY_ENTITY_COUNT; i++)
		db_finish(walk->created[i]);
	free(walk->created);
}

static void history_emit(struct walk *walk, const char *field)
{
	if (walk->stopped || walk->left == 0) {
		walk->stopped = true;
		return;
	}
	if (walk->left > 0)
		walk->left--;
	walk->entry.number = strbuf_text(&walk->number);
	walk->entry.key = strbuf_text(&walk->key);
	walk->entry.field = field;
	walk->entry.before = strbuf_text(&walk->before);
	walk->entry.after = strbuf_text(&walk->after);
	walk->stopped = !walk->each(&walk->entry, walk->data);
}

/* The key columns that the project's own number does not say already. */
static void history_describe_key(struct walk *walk, const struct history_entity *entity,
	const json_t *key)
{
	strbuf_clear(&walk->key);
	for (int i = 0; i < HISTORY_KEYS_MAX && entity->keys[i]; i++) {
		if (entity->project && strcmp(entity->keys[i], entity->project) == 0)
			continue;
		if (walk->key.length > 0)
			strbuf_add_char(&walk->key, ' ');
		history_json_text(json_object_get(key, entity->keys[i]), &walk->key);
	}
}

/* ---- updates and deletes ------------------------------------------------------------------------ */

static void history_set_value(struct strbuf *text, const json_t *object, const char *name)
{
	strbuf_clear(text);
	history_json_text(json_object_get(object, name), text);
}

/* Columns as in HISTORY_COLUMNS. */
static bool history_walk_row(struct walk *walk, struct db_statement *row)
{
	const bool is_delete = strcmp(db_column_text(row, 4), "delete") == 0;
	if (walk->gone && !is_delete)
		return true;
	const struct history_entity *entity =
		history_entity_find(db_column_text(row, 1), walk->err);
	json_t *key = entity ? history_json_read(db_column_text(row, 2), walk->err) : NULL;

	if (!key)
		return false;
	walk->entry.entity = entity->table;
	walk->entry.project_id = db_column_int(row, 3);
	history_describe_key(walk, entity, key);
	json_decref(key);
	if (!history_project_number(walk->store, walk->entry.project_id, &walk->number, walk->err))
		return false;

	json_t *before = history_json_read(db_column_text(row, 5), walk->err);
	json_t *after = is_delete ? NULL : history_json_read(db_column_text(row, 6), walk->err);
	const bool good = before && (after || is_delete);
	const char *name;
	json_t *value;

	strbuf_clear(&walk->after);
	if (good && is_delete) {
		history_set_value(&walk->before, before, entity->label);
		history_emit(walk, "");
	} else if (good) {
		json_object_foreach(before, name, value) {
			history_set_value(&walk->before, before, name);
			history_set_value(&walk->after, after, name);
			history_emit(walk, name);
		}
	}
	json_decref(before);
	json_decref(after);
	return good;
}

/* ---- rows that came ----------------------------------------------------------------------------- */

static bool history_walk_created_row(struct walk *walk, const struct history_entity *entity,
	struct db_statement *row)
{
	struct strbuf text = {0};

	walk->entry.entity = entity->table;
	walk->entry.project_id = db_column_int(row, 0);
	strbuf_clear(&walk->before);
	strbuf_clear(&walk->after);
	strbuf_add_text(&walk->after, db_column_text(row, 1));
	history_entity_key(entity, row, 2, &text);
	json_t *key = history_json_read(strbuf_text(&text), walk->err);
	strbuf_free(&text);
	if (!key)
		return false;
	history_describe_key(walk, entity, key);
	json_decref(key);
	if (!history_project_number(walk->store, walk->entry.project_id, &walk->number,
		    walk->err))
		return false;
	history_emit(walk, "");
	return true;
}

/* The rows that a query of the change in hand gives: what became of rows, or with an entity the rows
 * of it that came. */
static bool history_walk_query(struct walk *walk, struct db_statement *query,
	const struct history_entity *created)
{
	enum db_step step = DB_DONE;
	bool ok = query != NULL;

	if (!ok)
		return false;
	db_bind_int(query, 1, walk->entry.change);
	if (walk->project_id)
		db_bind_int(query, 2, walk->project_id);
	while (ok && !walk->stopped && (step = db_step(query, walk->err)) == DB_ROW)
		ok = created ? history_walk_created_row(walk, created, query) :
			history_walk_row(walk, query);
	db_reset(query);
	return ok && step != DB_FAILED;
}

static bool history_walk_history(struct walk *walk)
{
	const enum statement which =
		walk->project_id ? STATEMENT_HISTORY_OF_PROJECT : STATEMENT_HISTORY_OF_CHANGE;

	return history_walk_query(walk, statement_get(walk->store, which, walk->err), NULL);
}

/* ---- changes ---------------------------------------------------------------------------------- */

/* Rows that another program changed not before at stand above the change of that time. */
static bool history_walk_outside(struct walk *walk, struct db_statement *outside, const char *at,
	bool *has_row)
{
	walk->entry = (struct history_entry){.user = "", .role = "", .what = "", .note = ""};
	while (*has_row && !walk->stopped && strcmp(db_column_text(outside, 7), at) >= 0) {
		walk->entry.at = db_column_text(outside, 7);
		if (!history_walk_row(walk, outside))
			return false;
		const enum db_step step = db_step(outside, walk->err);
		if (step == DB_FAILED)
			return false;
		*has_row = step == DB_ROW;
	}
	return true;
}

static bool history_walk_change(struct walk *walk, struct db_statement *change)
{
	walk->entry = (struct history_entry){
		.change = db_column_int(change, 0),
		.at = db_column_text(change, 1),
		.user = db_column_text(change, 2),
		.what = db_column_text(change, 3),
		.note = db_column_text(change, 4),
		.role = db_column_text(change, 5),
	};
	if (!history_walk_history(walk))
		return false;
	if (!walk->created)
		walk->created = xcalloc(HISTORY_ENTITY_COUNT, sizeof(struct db_statement *));
	for (size_t i = HISTORY_ENTITY_COUNT; i-- > 0 && !walk->stopped;) {
		const struct history_entity *entity = history_entity_at(i);

		if (strcmp(entity->table, "body") == 0 || (walk->project_id && !entity->project))
			continue;
		if (!walk->created[i]) {
			char *sql = history_entity_created_sql(entity, walk->project_id != 0);
			walk->created[i] = db_prepare(walk->store->db, sql, walk->err);
			free(sql);
		}
		if (!history_walk_query(walk, walk->created[i], entity))
			return false;
	}
	return true;
}

bool history_store_each(struct store *store, int64_t project_id, int64_t limit,
	bool (*each)(const struct history_entry *entry, void *data), void *data, struct error *err)
{
	struct walk walk = {.store = store, .project_id = project_id, .left = limit,
		.each = each, .data = data, .err = err};
	struct db_statement *changes = statement_get(store,
		project_id ? STATEMENT_CHANGES_OF_PROJECT : STATEMENT_CHANGES, err);
	struct db_statement *outside = statement_get(store, STATEMENT_HISTORY_OUTSIDE, err);

	if (!changes || !outside)
		return false;
	if (project_id)
		db_bind_int(changes, 1, project_id);
	db_bind_int(outside, 1, project_id);
	enum db_step step = db_step(outside, err);
	bool has_row = step == DB_ROW;
	bool ok = step != DB_FAILED;
	while (ok && !walk.stopped && (step = db_step(changes, err)) == DB_ROW)
		ok = history_walk_outside(&walk, outside, db_column_text(changes, 1), &has_row) &&
			history_walk_change(&walk, changes);
	ok = ok && step != DB_FAILED && history_walk_outside(&walk, outside, "", &has_row);
	db_reset(changes);
	db_reset(outside);
	history_walk_free(&walk);
	return ok;
}

/* ---- steps ------------------------------------------------------------------------------------ */

bool history_store_steps(struct store *store, const char *user, enum history_way way, int limit,
	bool (*each)(const struct history_change *change, void *data), void *data,
	struct error *err)
{
	struct db_statement *query = statement_get(store,
		way == HISTORY_UNDO ? STATEMENT_CHANGES_TO_UNDO : STATEMENT_CHANGES_TO_REDO, err);
	enum db_step step = DB_DONE;
	bool more = true;

	if (!query)
		return false;
	db_bind_text(query, 1, user);
	db_bind_int(query, 2, limit);
	while (more && (step = db_step(query, err)) == DB_ROW) {
		struct history_change change = {.id = db_column_int(query, 0)};

		text_copy(change.at, sizeof change.at, db_column_text(query, 1));
		text_copy(change.what, sizeof change.what, db_column_text(query, 2));
		text_copy(change.note, sizeof change.note, db_column_text(query, 3));
		more = each(&change, data);
	}
	db_reset(query);
	return step != DB_FAILED;
}

bool history_store_of_step(struct store *store, enum history_way way, int64_t id, int64_t limit,
	bool (*each)(const struct history_entry *entry, void *data), void *data, struct error *err)
{
	struct walk walk = {.store = store, .left = limit, .each = each, .data = data, .err = err};
	struct db_statement *changes = statement_get(store,
		way == HISTORY_UNDO ? STATEMENT_CHANGE_BY_ID : STATEMENT_CHANGES_UNDONE_BY, err);
	enum db_step step = DB_DONE;
	bool good = changes != NULL;

	if (!good)
		return false;
	db_bind_int(changes, 1, id);
	while (good && !walk.stopped && (step = db_step(changes, err)) == DB_ROW)
		good = history_walk_change(&walk, changes);
	db_reset(changes);
	/* Rows that came with what was taken back are known by their going only. */
	if (good && way == HISTORY_REDO) {
		walk.gone = true;
		walk.entry = (struct history_entry){.change = id,
			.at = "",
			.user = "",
			.role = "",
			.what = "undo",
			.note = ""};
		good = history_walk_history(&walk);
	}
	history_walk_free(&walk);
	return good && step != DB_FAILED;
}
