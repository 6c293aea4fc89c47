#include "config.h"

#include "service/office/master.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "service/office/master_list.h"

const struct master *const masters[] = {
	&master_parameters,
	&master_due_dates,
	&master_problem_types,
	&master_tools,
	&master_rules,
	&master_targets,
	&master_persons,
	&master_roles,
	&master_leaders,
	&master_courses,
	&master_attendance,
	&master_indicators,
	&master_indicator_targets,
	&master_indicator_values,
};
const size_t master_count = sizeof masters / sizeof masters[0];

const struct master *master_find(const char *id)
{
	for (size_t i = 0; i < master_count; i++)
		if (strcmp(masters[i]->id, id) == 0)
			return masters[i];
	return NULL;
}

int master_field_find(const struct master *master, const char *name)
{
	for (size_t i = 0; i < master->field_count; i++)
		if (strcmp(master->fields[i].id, name) == 0 ||
			strcmp(_(master->fields[i].label), name) == 0)
			return (int)i;
	return -1;
}

/* ---- rows ------------------------------------------------------------------------------------ */

bool master_load(struct session *session, const struct master *master, struct master_rows *rows,
	struct error *err)
{
	return master_store_load(session->store, master->source, rows, err);
}

void master_row_key(const struct master *master, const struct master_row *row, struct strbuf *out)
{
	for (size_t i = 0; i < master->source->keys; i++) {
		if (i > 0)
			strbuf_add_char(out, '/');
		master_cell(master, i, row->cells[i], false, out);
	}
}

/* The keys as stored, from "kintone/R6". False where one of them is none. */
static bool read_key(const struct master *master, const char *key, struct arena *arena,
	const char *stored[MASTER_COLUMNS_MAX])
{
	const char *at = key;

	for (size_t i = 0; i < master->source->keys; i++) {
		const size_t length = i + 1 == master->source->keys ? strlen(at) : strcspn(at, "/");
		const char *part = arena_strndup(arena, at, length);

		if (!master_read(NULL, master, i, part, arena, &stored[i], NULL))
			return false;
		at += length + (at[length] == '/');
	}
	return true;
}

int master_row_find(const struct master *master, const struct master_rows *rows, const char *key,
	struct error *err)
{
	const char *stored[MASTER_COLUMNS_MAX];
	struct arena arena = {0};
	int found = -1;

	if (read_key(master, key, &arena, stored)) {
		for (size_t r = 0; found < 0 && r < rows->items.count; r++) {
			bool same = true;

			for (size_t i = 0; same && i < master->source->keys; i++)
				same = strcmp(rows->items.items[r].cells[i], stored[i]) == 0;
			found = same ? (int)r : -1;
		}
	}
	arena_free(&arena);
	if (found < 0)
		error_set(err, ERROR_DATA, _("There is no “%s” in: %s"), key, _(master->title));
	return found;
}

/* ---- writing --------------------------------------------------------------------------------- */

static const char *typed_or_kept(const struct master *master, const struct master_row *before,
	const char *const *typed, size_t field)
{
	const char *const initial = master->fields[field].initial;

	return typed[field] ? typed[field] : before ? NULL : initial ? initial : "";
}

/* Everything that was typed, as it is stored. */
static bool read_row(struct session *session, const struct master *master,
	const struct master_row *before, const char *const *typed, struct master_row *row,
	struct arena *arena, int *field, struct error *err)
{
	for (size_t i = 0; i < master->field_count; i++) {
		const char *text = typed_or_kept(master, before, typed, i);

		*field = (int)i;
		if (!text || master->fields[i].automatic)
			row->cells[i] = before ? before->cells[i] : "";
		else if (!master_read(session, master, i, text, arena, &row->cells[i], err))
			return false;
	}
	*field = -1;
	return true;
}

static bool same_key(const struct master *master, const struct master_row *a,
	const struct master_row *b)
{
	for (size_t i = 0; i < master->source->keys; i++)
		if (strcmp(a->cells[i], b->cells[i]) != 0)
			return false;
	return true;
}

/* Projects, roles and the history know a row by its keys: they stay as long as the row does. */
static bool keeps_keys(const struct master *master, const struct master_row *before,
	const struct master_row *row, int *field, struct error *err)
{
	for (size_t i = 0; before && i < master->source->keys; i++) {
		if (strcmp(before->cells[i], row->cells[i]) == 0)
			continue;
		*field = (int)i;
		return error_set(err, ERROR_DATA,
			_("“%s” is what the row is known by; add another row, and delete this one."),
			_(master->fields[i].label));
	}
	return true;
}

/* A row with these keys would stand there twice. */
static bool is_free(struct session *session, const struct master *master,
	const struct master_row *before, const struct master_row *row, struct error *err)
{
	struct master_rows rows = {0};
	bool free_key = true;

	if (master->source->numbered || before)
		return true;
	if (!master_load(session, master, &rows, err))
		return false;
	for (size_t r = 0; free_key && r < rows.items.count; r++)
		free_key = !same_key(master, &rows.items.items[r], row);
	master_store_free(&rows);
	if (free_key)
		return true;
	struct strbuf key = {0};
	master_row_key(master, row, &key);
	error_set(err, ERROR_DATA, _("“%s” is there already; edit it instead."), strbuf_text(&key));
	strbuf_free(&key);
	return false;
}

static bool write_row(struct session *session, const struct master *master,
	const struct master_row *before, struct master_row *row, struct arena *arena,
	struct error *err)
{
	if (row && !is_free(session, master, before, row, err))
		return false;
	if (master->apply && !master->apply(session, before, row, arena, err))
		return false;
	if (!row)
		return master_store_delete(session->store, master->source, before, err);
	return before ? master_store_update(session->store, master->source, before, row, err) :
			master_store_insert(session->store, master->source, row, err);
}

/* One change around it; what is in memory is read anew. */
static bool change(struct session *session, const struct master *master,
	const struct master_row *before, struct master_row *row, struct arena *arena,
	struct error *err)
{
	if (!session_permits(session, PERMISSION_EDIT_MASTERS, session->fiscal_year, NULL, err) ||
		!store_begin(session->store, session->user, "master", NULL, err))
		return false;
	const bool written = write_row(session, master, before, row, arena, err);
	const bool stored = written && store_commit(session->store, err);

	if (!written)
		store_rollback(session->store);
	session_forget(session);
	return stored;
}

bool master_put(struct session *session, const struct master *master,
	const struct master_row *before, const char *const *typed, int *field, struct error *err)
{
	struct arena arena = {0};
	struct master_row row = {{NULL}};
	const bool stored =
		read_row(session, master, before, typed, &row, &arena, field, err) &&
		keeps_keys(master, before, &row, field, err) &&
		change(session, master, before, &row, &arena, err);

	arena_free(&arena);
	return stored;
}

bool master_remove(struct session *session, const struct master *master,
	const struct master_row *row, struct error *err)
{
	struct arena arena = {0};
	const bool gone = change(session, master, row, NULL, &arena, err);

	arena_free(&arena);
	return gone;
}
