/* history_redo - doing again what was taken back: the change that took it back is reversed. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "store/history_undo.h"

/* A row that a change had deleted and that came back with its undo: to be deleted again. */
struct deletion {
	int64_t id, change, project_id;
	const struct history_entity *entity;
	const char *key;
};
struct redo {
	struct history_undo undo;
	VEC(struct deletion) deletions;
};

static bool redo_load_deletions(struct redo *redo)
{
	struct history_undo *undo = &redo->undo;
	struct db_statement *query =
		statement_get(undo->store, STATEMENT_DELETED_BEFORE_UNDO, undo->err);
	enum db_step step = DB_DONE;
	bool good = query != NULL;

	redo->deletions.count = 0;
	if (!good)
		return false;
	db_bind_int(query, 1, undo->change);
	while (good && (step = db_step(query, undo->err)) == DB_ROW) {
		const struct history_entity *entity =
			history_entity_find(db_column_text(query, 1), undo->err);
		good = entity != NULL;
		*vec_add(&redo->deletions) = (struct deletion){
			.id = db_column_int(query, 0),
			.entity = entity,
			.key = arena_strdup(&undo->arena, db_column_text(query, 2)),
			.project_id = db_column_int(query, 3),
			.change = db_column_int(query, 4),
		};
	}
	db_reset(query);
	return good && step == DB_DONE;
}

static bool redo_delete_again(struct redo *redo, const struct deletion *deletion)
{
	struct history_undo *undo = &redo->undo;
	json_t *key = history_json_read(deletion->key, undo->err);
	struct strbuf sql = {0};
	struct db_statement *statement = NULL;
	bool good = key != NULL;

	strbuf_addf(&sql, "DELETE FROM %s", deletion->entity->table);
	history_entity_where(deletion->entity, 1, &sql);
	if (good)
		statement = db_prepare(undo->store->db, strbuf_text(&sql), undo->err);
	strbuf_free(&sql);
	if (statement)
		history_entity_bind(deletion->entity, statement, 1, key);
	good = statement && db_execute(statement, undo->err);
	db_finish(statement);
	json_decref(key);
	history_undo_touch(undo, deletion->entity, deletion->project_id);
	return good;
}

static bool redo_change(struct redo *redo, int64_t change)
{
	struct history_undo *undo = &redo->undo;

	undo->change = change;
	if (!history_undo_load(undo) || !redo_load_deletions(redo) || !history_undo_check(undo))
		return false;
	for (size_t i = 0; i < redo->deletions.count; i++) {
		const struct deletion *deletion = &redo->deletions.items[i];
		undo->change = deletion->change;
		if (!history_undo_check_row(undo, deletion->entity, deletion->key,
			deletion->project_id, deletion->id))
			return false;
	}
	undo->change = change;
	if (!history_undo_put_back(undo))
		return false;

	/* Rows that refer to others go before those. */
	for (size_t e = HISTORY_ENTITY_COUNT; e-- > 0;)
		for (size_t i = 0; i < redo->deletions.count; i++)
			if (redo->deletions.items[i].entity == history_entity_at(e) &&
				!redo_delete_again(redo, &redo->deletions.items[i]))
				return false;

	/* What it had taken back is in effect again, and can be taken back again. */
	struct db_statement *update =
		statement_get(undo->store, STATEMENT_CHANGE_IN_EFFECT, undo->err);
	if (!update)
		return false;
	db_bind_int(update, 1, undo->change);
	return db_execute(update, undo->err) && history_undo_mark(undo);
}

bool history_store_redo(struct store *store, const char *user, int times, char **summary,
	struct error *err)
{
	struct redo redo = {.undo = {.store = store, .err = err}};
	int64_t *ids = xcalloc((size_t)(times > 0 ? times : 0), sizeof *ids);
	struct strbuf text = {0};
	int count = -1;
	bool good = history_undo_begin(&redo.undo, user, "redo") &&
		    (count = history_undo_find(&redo.undo, STATEMENT_CHANGES_TO_REDO, user, times,
			     ids)) >= 0;

	if (count == 0)
		good = error_set(err, ERROR_DATA, _("Nothing that %s took back is left to be done "
			"again; after a new change it stays taken back."), user);
	else if (count > 0 && count < times)
		/* a user, a number of steps */
		good = error_set(err, ERROR_DATA, ngettext(
			"%s has only %d step left to do again, so nothing was done.",
			"%s has only %d steps left to do again, so nothing was done.",
			(unsigned long)count), user, count);
	for (int i = 0; good && i < count; i++)
		good = redo_change(&redo, ids[i]);
	good = history_undo_end(&redo.undo, good);
	if (good) {
		strbuf_addf(&text, ngettext("%d step done again", "%d steps done again",
			(unsigned long)count), count);
		history_undo_names(&redo.undo, &text);
		*summary = strbuf_detach(&text);
	}
	free(ids);
	vec_free(&redo.deletions);
	vec_free(&redo.undo.projects);
	return good;
}
