#include "config.h"

#include "service/office/office.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "service/office/private.h"

const struct office_table *const office_tables[] = {
	&office_parameters,
	&office_due_dates,
	&office_problem_types,
	&office_tools,
	&office_rules,
	&office_targets,
	&office_persons,
	&office_roles,
	&office_leaders,
	&office_courses,
	&office_attendance,
	&office_indicators,
	&office_indicator_targets,
	&office_indicator_values,
};
const size_t office_table_count = sizeof office_tables / sizeof office_tables[0];

const struct office_table *office_table_find(const char *id)
{
	for (size_t i = 0; i < office_table_count; i++)
		if (strcmp(office_tables[i]->id, id) == 0)
			return office_tables[i];
	return NULL;
}

int office_field_find(const struct office_table *table, const char *name)
{
	for (size_t i = 0; i < table->field_count; i++)
		if (strcmp(table->fields[i].id, name) == 0 ||
			strcmp(_(table->fields[i].label), name) == 0)
			return (int)i;
	return -1;
}

/* ---- rows ------------------------------------------------------------------------------------ */

bool office_load(struct session *session, const struct office_table *table, struct office_rows *rows,
	struct error *err)
{
	return office_store_load(session->store, table->source, rows, err);
}

void office_row_key(const struct office_table *table, const struct office_row *row, struct strbuf *out)
{
	for (size_t i = 0; i < table->source->keys; i++) {
		if (i > 0)
			strbuf_add_char(out, '/');
		office_cell(table, i, row->cells[i], false, out);
	}
}

/* The keys as stored, from "kintone/R6". False where one of them is none. */
static bool read_key(const struct office_table *table, const char *key, struct arena *arena,
	const char *stored[OFFICE_COLUMNS_MAX])
{
	const char *at = key;

	for (size_t i = 0; i < table->source->keys; i++) {
		const size_t length = i + 1 == table->source->keys ? strlen(at) : strcspn(at, "/");
		const char *part = arena_strndup(arena, at, length);

		if (!office_read(NULL, table, i, part, arena, &stored[i], NULL))
			return false;
		at += length + (at[length] == '/');
	}
	return true;
}

int office_row_find(const struct office_table *table, const struct office_rows *rows, const char *key,
	struct error *err)
{
	const char *stored[OFFICE_COLUMNS_MAX];
	struct arena arena = {0};
	int found = -1;

	if (read_key(table, key, &arena, stored)) {
		for (size_t r = 0; found < 0 && r < rows->items.count; r++) {
			bool same = true;

			for (size_t i = 0; same && i < table->source->keys; i++)
				same = strcmp(rows->items.items[r].cells[i], stored[i]) == 0;
			found = same ? (int)r : -1;
		}
	}
	arena_free(&arena);
	if (found < 0)
		error_set(err, ERROR_DATA, _("There is no “%s” in: %s"), key, _(table->title));
	return found;
}

/* ---- writing --------------------------------------------------------------------------------- */

static const char *typed_or_kept(const struct office_table *table, const struct office_row *before,
	const char *const *typed, size_t field)
{
	const char *const initial = table->fields[field].initial;

	return typed[field] ? typed[field] : before ? NULL : initial ? initial : "";
}

/* Everything that was typed, as it is stored. */
static bool read_row(struct session *session, const struct office_table *table,
	const struct office_row *before, const char *const *typed, struct office_row *row,
	struct arena *arena, int *field, struct error *err)
{
	for (size_t i = 0; i < table->field_count; i++) {
		const char *text = typed_or_kept(table, before, typed, i);

		*field = (int)i;
		if (!text || table->fields[i].automatic)
			row->cells[i] = before ? before->cells[i] : "";
		else if (!office_read(session, table, i, text, arena, &row->cells[i], err))
			return false;
	}
	*field = -1;
	return true;
}

static bool same_key(const struct office_table *table, const struct office_row *a,
	const struct office_row *b)
{
	for (size_t i = 0; i < table->source->keys; i++)
		if (strcmp(a->cells[i], b->cells[i]) != 0)
			return false;
	return true;
}

/* Projects, roles and the history know a row by its keys: they stay as long as the row does. */
static bool keeps_keys(const struct office_table *table, const struct office_row *before,
	const struct office_row *row, int *field, struct error *err)
{
	for (size_t i = 0; before && i < table->source->keys; i++) {
		if (strcmp(before->cells[i], row->cells[i]) == 0)
			continue;
		*field = (int)i;
		return error_set(err, ERROR_DATA,
			_("“%s” is what the row is known by; add another row, and delete this one."),
			_(table->fields[i].label));
	}
	return true;
}

/* A row with these keys would stand there twice. */
static bool is_free(struct session *session, const struct office_table *table,
	const struct office_row *before, const struct office_row *row, struct error *err)
{
	struct office_rows rows = {0};
	bool free_key = true;

	if (table->source->numbered || before)
		return true;
	if (!office_load(session, table, &rows, err))
		return false;
	for (size_t r = 0; free_key && r < rows.items.count; r++)
		free_key = !same_key(table, &rows.items.items[r], row);
	office_store_free(&rows);
	if (free_key)
		return true;
	struct strbuf key = {0};
	office_row_key(table, row, &key);
	error_set(err, ERROR_DATA, _("“%s” is there already; edit it instead."), strbuf_text(&key));
	strbuf_free(&key);
	return false;
}

static bool write_row(struct session *session, const struct office_table *table,
	const struct office_row *before, struct office_row *row, struct arena *arena,
	struct error *err)
{
	if (row && !is_free(session, table, before, row, err))
		return false;
	if (table->apply && !table->apply(session, before, row, arena, err))
		return false;
	if (!row)
		return office_store_delete(session->store, table->source, before, err);
	return before ? office_store_update(session->store, table->source, before, row, err) :
			office_store_insert(session->store, table->source, row, err);
}

/* One change around it; what is in memory is read anew. */
static bool change(struct session *session, const struct office_table *table,
	const struct office_row *before, struct office_row *row, struct arena *arena,
	struct error *err)
{
	if (!session_permits(session, PERMISSION_EDIT_MASTERS, session->fiscal_year, NULL, err) ||
		!store_begin(session->store, session->user, "master", NULL, err))
		return false;
	const bool written = write_row(session, table, before, row, arena, err);
	const bool stored = written && store_commit(session->store, err);

	if (!written)
		store_rollback(session->store);
	session_forget(session);
	return stored;
}

bool office_put(struct session *session, const struct office_table *table,
	const struct office_row *before, const char *const *typed, int *field, struct error *err)
{
	struct arena arena = {0};
	struct office_row row = {{NULL}};
	const bool stored =
		read_row(session, table, before, typed, &row, &arena, field, err) &&
		keeps_keys(table, before, &row, field, err) &&
		change(session, table, before, &row, &arena, err);

	arena_free(&arena);
	return stored;
}

bool office_remove(struct session *session, const struct office_table *table,
	const struct office_row *row, struct error *err)
{
	struct arena arena = {0};
	const bool gone = change(session, table, row, NULL, &arena, err);

	arena_free(&arena);
	return gone;
}
