#include "config.h"

#include "store/history_undo.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/vec.h"
#include "model/fiscal_year.h"
#include "store/effect_row.h"
#include "store/project_row.h"
#include "store/project_store.h"
#include "store/store_masters.h"
#include "store/store_private.h"
#include "store/unit_store.h"

/* ---- what the change did ------------------------------------------------------------------------ */

bool history_undo_load(struct history_undo *undo)
{
	struct db_statement *query =
		statement_get(undo->store, STATEMENT_HISTORY_OF_CHANGE, undo->err);
	enum db_step step = DB_DONE;
	bool ok = query != NULL;

	undo->steps.count = 0;
	if (!ok)
		return false;
	db_bind_int(query, 1, undo->change);
	while (ok && (step = db_step(query, undo->err)) == DB_ROW) {
		const struct history_entity *entity =
			history_entity_find(db_column_text(query, 1), undo->err);
		ok = entity != NULL;
		*vec_add(&undo->steps) = (struct history_undo_step){
			.id = db_column_int(query, 0),
			.entity = entity,
			.key = arena_strdup(&undo->arena, db_column_text(query, 2)),
			.project_id = db_column_int(query, 3),
			.is_delete = strcmp(db_column_text(query, 4), "delete") == 0,
			.before = arena_strdup(&undo->arena, db_column_text(query, 5)),
		};
	}
	db_reset(query);
	return ok && step == DB_DONE;
}

void history_undo_touch(struct history_undo *undo, const struct history_entity *entity,
	int64_t project_id)
{
	if (project_id)
		*vec_add(&undo->projects) = project_id;
	undo->units |= strcmp(entity->table, "unit") == 0;
}

/* ---- has anyone changed it since? --------------------------------------------------------------- */

/* id: the row of the history after which to look. */
bool history_undo_check_row(struct history_undo *undo, const struct history_entity *entity,
	const char *key, int64_t project_id, int64_t id)
{
	struct db_statement *query = statement_get(undo->store,
		project_id ? STATEMENT_LATER_OF_PROJECT : STATEMENT_LATER, undo->err);
	struct strbuf name = {0};

	if (!query)
		return false;
	db_bind_text(query, 1, entity->table);
	db_bind_text(query, 2, key);
	db_bind_int(query, 3, id);
	db_bind_int(query, 4, undo->change);
	if (project_id)
		db_bind_int(query, 5, project_id);
	const enum db_step step = db_step(query, undo->err);
	if (step == DB_ROW) {
		history_project_number(undo->store, project_id, &name, NULL);
		if (name.length == 0)
			strbuf_addf(&name, "%s %s", entity->table, key);

		const char *user = db_column_text(query, 0);
		const char *at = db_column_text(query, 1);
		char when[sizeof "2025-11-20 10:00"];

		snprintf(when, sizeof when, "%.10s %.5s", at,
			strlen(at) > strlen("2025-11-20T") ? at + strlen("2025-11-20T") : "");
		if (*user)
			error_set(undo->err, ERROR_CONFLICT,
				_("%s was changed since by %s (%s), so nothing was taken back."),
				strbuf_text(&name), user, when);
		else
			error_set(undo->err, ERROR_CONFLICT,
				_("%s was changed since by another program (%s), so nothing was taken back."),
				strbuf_text(&name), when);
	}
	db_reset(query);
	strbuf_free(&name);
	return step == DB_DONE;
}

bool history_undo_check(struct history_undo *undo)
{
	for (size_t i = 0; i < undo->steps.count; i++) {
		const struct history_undo_step *step = &undo->steps.items[i];
		if (!history_undo_check_row(undo, step->entity, step->key, step->project_id,
			    step->id))
			return false;
	}
	return true;
}

/* ---- rows that came go --------------------------------------------------------------------------- */

static bool undo_check_created(struct history_undo *undo, const struct history_entity *entity,
	bool *any)
{
	char *sql = history_entity_created_sql(entity, false);
	struct db_statement *query = db_prepare(undo->store->db, sql, undo->err);
	struct strbuf key = {0};
	enum db_step step = DB_DONE;
	bool ok = query != NULL;

	free(sql);
	if (ok)
		db_bind_int(query, 1, undo->change);
	while (ok && (step = db_step(query, undo->err)) == DB_ROW) {
		*any = true;
		history_undo_touch(undo, entity, db_column_int(query, 0));
		strbuf_clear(&key);
		history_entity_key(entity, query, 2, &key);
		ok = history_undo_check_row(undo, entity, strbuf_text(&key),
			db_column_int(query, 0), 0);
	}
	db_finish(query);
	strbuf_free(&key);
	return ok && step == DB_DONE;
}

static bool undo_take_created(struct history_undo *undo)
{
	for (size_t i = HISTORY_ENTITY_COUNT; i-- > 0;) {
		const struct history_entity *entity = history_entity_at(i);
		struct strbuf sql = {0};
		bool any = false;

		if (strcmp(entity->table, "body") == 0)
			continue;
		if (!undo_check_created(undo, entity, &any))
			return false;
		if (!any)
			continue;

		/* Lines go with the project they came with. */
		strbuf_addf(&sql, "DELETE FROM %s WHERE created_change = ?1", entity->table);
		if (entity->project && strcmp(entity->project, "project_id") == 0)
			strbuf_add_text(&sql, " AND project_id IN (SELECT h.project_id "
				"FROM history AS h WHERE h.change_id = ?1)");
		struct db_statement *statement =
			db_prepare(undo->store->db, strbuf_text(&sql), undo->err);
		strbuf_free(&sql);
		if (!statement)
			return false;
		db_bind_int(statement, 1, undo->change);
		const bool deleted = db_execute(statement, undo->err);
		db_finish(statement);
		if (!deleted)
			return false;
	}
	return true;
}

/* ---- rows come back -------------------------------------------------------------------------------- */

static bool undo_run(struct history_undo *undo, const struct strbuf *sql, const json_t *values,
	const json_t *key, const struct history_entity *entity)
{
	struct db_statement *statement = db_prepare(undo->store->db, strbuf_text(sql), undo->err);
	const char *name;
	json_t *value;
	int index = 1;

	if (!statement)
		return false;
	json_object_foreach((json_t *)values, name, value)
		history_json_bind(statement, index++, value);
	if (key)
		history_entity_bind(entity, statement, index, key);
	const bool ok = db_execute(statement, undo->err);
	db_finish(statement);
	return ok;
}

static bool undo_put_back(struct history_undo *undo, const struct history_undo_step *step,
	const json_t *before)
{
	struct strbuf sql = {0}, values = {0};
	const char *name;
	json_t *value;
	int index = 1;

	/* Rows that somebody put in since leave no row in the history. */
	strbuf_addf(&sql, "SELECT 1 FROM %s", step->entity->table);
	history_entity_where(step->entity, 1, &sql);
	struct db_statement *query = db_prepare(undo->store->db, strbuf_text(&sql), undo->err);
	if (query)
		history_entity_bind(step->entity, query, 1, before);
	const enum db_step found = query ? db_step(query, undo->err) : DB_FAILED;
	db_finish(query);
	if (found == DB_ROW)
		error_set(undo->err, ERROR_CONFLICT,
			_("%s %s was added anew since, so nothing was changed."), step->entity->table,
			step->key);

	strbuf_clear(&sql);
	strbuf_addf(&sql, "INSERT INTO %s (", step->entity->table);
	json_object_foreach((json_t *)before, name, value) {
		strbuf_addf(&sql, "%s%s", index > 1 ? ", " : "", name);
		strbuf_addf(&values, "%s?%d", index > 1 ? ", " : "", index);
		index++;
	}
	if (strcmp(step->entity->table, "unit") == 0) { /* held; set anew below */
		strbuf_add_text(&sql, ", name_key");
		strbuf_add_text(&values, ", ''");
	}
	strbuf_addf(&sql, ") VALUES (%s)", strbuf_text(&values));
	const bool ok = found == DB_DONE && undo_run(undo, &sql, before, NULL, step->entity);
	strbuf_free(&sql);
	strbuf_free(&values);
	return ok;
}

static bool undo_set_back(struct history_undo *undo, const struct history_undo_step *step,
	const json_t *before)
{
	const bool is_project = strcmp(step->entity->table, "project") == 0;
	json_t *key = history_json_read(step->key, undo->err);
	struct strbuf sql = {0};
	const char *name;
	json_t *value;
	int index = 1;

	if (!key)
		return false;
	strbuf_addf(&sql, "UPDATE %s SET", step->entity->table);
	json_object_foreach((json_t *)before, name, value) {
		strbuf_addf(&sql, "%s %s = ?%d", index > 1 ? "," : "", name, index);
		index++;
	}
	if (is_project)
		strbuf_addf(&sql, "%s version = version + 1", index > 1 ? "," : "");
	history_entity_where(step->entity, index, &sql);
	const bool ok = (json_object_size(before) == 0 && !is_project) ||
		undo_run(undo, &sql, before, key, step->entity);
	json_decref(key);
	strbuf_free(&sql);
	return ok;
}

/* A row that was deleted comes back after those it refers to, which stand before it in the table
 * of entities; everything else newest first. */
bool history_undo_put_back(struct history_undo *undo)
{
	for (size_t e = 0; e < HISTORY_ENTITY_COUNT; e++)
		for (size_t i = 0; i < undo->steps.count; i++) {
			const struct history_undo_step *step = &undo->steps.items[i];

			if (step->entity != history_entity_at(e))
				continue;
			json_t *before = history_json_read(step->before, undo->err);
			const bool ok = before && (step->is_delete ?
				undo_put_back(undo, step, before) :
				undo_set_back(undo, step, before));
			json_decref(before);
			if (!ok)
				return false;
			history_undo_touch(undo, step->entity, step->project_id);
		}
	return true;
}

/* ---- held columns ---------------------------------------------------------------------------------- */

static bool undo_hold_project(struct history_undo *undo, struct project *project)
{
	struct store *store = undo->store;
	struct project_held held = {0};
	struct db_statement *hold = statement_get(store, STATEMENT_PROJECT_HOLD, undo->err);
	struct db_statement *stamp =
		hold ? statement_get(store, STATEMENT_PROJECT_STAMP, undo->err) : NULL;
	bool ok = stamp && project_held_compute(store, project, &held, undo->err);

	if (ok) {
		db_bind_int(hold, project_row_bind_held(hold, 1, project, &held), project->id);
		db_bind_int(stamp, 1, project->id);
		db_bind_text(stamp, 2, store->change_at);
		db_bind_text(stamp, 3, store->change_user);
		ok = db_execute(hold, undo->err) && db_execute(stamp, undo->err) &&
			effect_row_save(store, project, false, undo->err);
	}
	project_held_free(&held);
	return ok;
}

static bool undo_hold_projects(struct history_undo *undo)
{
	size_t kept = 0;
	bool ok = true;

	/* Each project once. */
	if (undo->projects.count > 1)
		qsort(undo->projects.items, undo->projects.count, sizeof *undo->projects.items,
			vec_compare_int64);
	for (size_t i = 0; i < undo->projects.count; i++)
		if (i == 0 || undo->projects.items[i] != undo->projects.items[kept - 1])
			undo->projects.items[kept++] = undo->projects.items[i];
	undo->projects.count = kept;

	for (size_t i = 0; ok && i < undo->projects.count; i++) {
		struct project project;

		project_init(&project);
		const enum project_find found = project_store_by_id(undo->store,
			undo->projects.items[i], &project, undo->err);
		ok = found == PROJECT_MISSING ||
			(found == PROJECT_FOUND && undo_hold_project(undo, &project));
		project_free(&project);
	}
	return ok;
}

static bool undo_hold_units(struct history_undo *undo)
{
	struct unit_tree list;
	bool ok = true;

	store_masters_changed(undo->store);
	if (!undo->units)
		return true;

	/* Putting a unit as it is sets its search key, where that is not right; nothing else. */
	if (!unit_store_all(undo->store, &list, undo->err))
		return false;
	for (size_t i = 0; ok && i < list.nodes.count; i++)
		ok = unit_store_put(undo->store, &list.nodes.items[i].unit, NULL, undo->err);
	unit_tree_free(&list);
	if (!ok || !unit_store_whole(undo->store, FISCAL_YEAR_MIN, undo->err))
		return false;

	undo->store->units_moved = true;
	struct db_statement *query =
		statement_get(undo->store, STATEMENT_PROJECT_HOMELESS, undo->err);
	if (!query)
		return false;
	const enum db_step step = db_step(query, undo->err);
	if (step == DB_ROW)
		error_set(undo->err, ERROR_CONFLICT,
			_("Team %s has projects by now, so nothing was taken back."),
			db_column_text(query, 0));
	db_reset(query);
	return step == DB_DONE;
}

/* ---- the whole --------------------------------------------------------------------------------- */

bool history_undo_begin(struct history_undo *undo, const char *user, const char *what)
{
	return store_begin(undo->store, user, what, NULL, undo->err) &&
		office_whole_read(undo->store, &undo->whole, undo->err);
}

bool history_undo_mark(struct history_undo *undo)
{
	struct db_statement *update =
		statement_get(undo->store, STATEMENT_CHANGE_UNDONE, undo->err);

	if (!update)
		return false;
	db_bind_int(update, 1, undo->change);
	db_bind_int(update, 2, store_change(undo->store));
	return db_execute(update, undo->err);
}

int history_undo_find(struct history_undo *undo, enum statement which, const char *user,
	int changes, int64_t *ids)
{
	struct db_statement *query = statement_get(undo->store, which, undo->err);
	enum db_step step;
	int count = 0;

	if (!query)
		return -1;
	db_bind_text(query, 1, user);
	db_bind_int(query, 2, changes);
	while ((step = db_step(query, undo->err)) == DB_ROW)
		ids[count++] = db_column_int(query, 0);
	db_reset(query);
	return step == DB_DONE ? count : -1;
}

enum { NAMED = 5 };

void history_undo_names(struct history_undo *undo, struct strbuf *summary)
{
	struct strbuf names = {0}, number = {0};

	for (size_t i = 0; i < undo->projects.count && i < NAMED; i++) {
		history_project_number(undo->store, undo->projects.items[i], &number, NULL);
		strbuf_addf(&names, "%s%s", i > 0 ? ", " : "", strbuf_text(&number));
	}
	if (undo->projects.count > NAMED)
		strbuf_addf(&names, _(" and %zu more"), undo->projects.count - NAMED);
	if (names.length > 0)
		strbuf_addf(summary, ": %s", strbuf_text(&names));
	strbuf_free(&names);
	strbuf_free(&number);
}

bool history_undo_end(struct history_undo *undo, bool good)
{
	good = good && undo_hold_units(undo) &&
		office_whole_kept(undo->store, &undo->whole, undo->err) && undo_hold_projects(undo) &&
		store_commit(undo->store, undo->err);
	if (!good)
		store_rollback(undo->store);
	vec_free(&undo->steps);
	arena_free(&undo->arena);
	return good;
}

bool history_store_undo(struct store *store, const char *user, int changes, char **summary,
	struct error *err)
{
	struct history_undo undo = {.store = store, .err = err};
	int64_t *ids = xcalloc((size_t)(changes > 0 ? changes : 0), sizeof *ids);
	struct strbuf text = {0};
	int count = -1;
	bool good = history_undo_begin(&undo, user, "undo") &&
		    (count = history_undo_find(&undo, STATEMENT_CHANGES_TO_UNDO, user, changes,
			     ids)) >= 0;

	if (count == 0)
		good = error_set(err, ERROR_DATA, _("There is no change of %s left to take back."),
			user);
	else if (count > 0 && count < changes)
		/* a user, a number of changes */
		good = error_set(err, ERROR_DATA, ngettext(
			"%s has only %d change left to take back, so nothing was taken back.",
			"%s has only %d changes left to take back, so nothing was taken back.",
			(unsigned long)count), user, count);
	for (int i = 0; good && i < count; i++) {
		undo.change = ids[i];
		good = history_undo_load(&undo) && history_undo_check(&undo) &&
			undo_take_created(&undo) && history_undo_put_back(&undo) &&
			history_undo_mark(&undo);
	}
	good = history_undo_end(&undo, good);
	if (good) {
		strbuf_addf(&text, ngettext("%d change taken back", "%d changes taken back",
			(unsigned long)count), count);
		history_undo_names(&undo, &text);
		*summary = strbuf_detach(&text);
	}
	free(ids);
	vec_free(&undo.projects);
	return good;
}
