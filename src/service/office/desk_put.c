/* desk_put - what was typed, laid on the desk as a row. */
#include "config.h"

#include <string.h>

#include "base/i18n.h"
#include "service/office/desk.h"
#include "service/office/office.h"
#include "service/office/private.h"

/* ---- reading --------------------------------------------------------------------------------- */

/* What is read in a field: what was typed, or what it stands for. NULL = as it was before. */
static const char *desk_text(struct office_desk *desk, const struct office_table *table,
	size_t field, enum office_how how, const struct office_row *before, const char *typed)
{
	const struct office_field *info = &table->fields[field];
	const bool open = how >= OFFICE_SET ? !(typed ? *typed : before != NULL) : !typed && !before;

	if (open && info->initial)
		return info->initial;
	if (open && how >= OFFICE_SET && (int)field == table->year_field)
		return arena_printf(&desk->arena, "%d", desk->session->fiscal_year);
	return typed || before ? typed : "";
}

/* Fields from first on, as they are stored. What stands there as it was before is not read anew. */
static bool desk_read(struct office_desk *desk, struct office_entry *entry, size_t first,
	size_t end, enum office_how how, const struct office_row *before, const char *const *typed,
	int *field, struct error *err)
{
	const struct office_table *table = entry->table;

	for (size_t i = first; i < end; i++) {
		const char *text = desk_text(desk, table, i, how, before, typed[i]);

		*field = (int)i;
		if (!text || (before && office_cell_is(table, i, before->cells[i], text)))
			entry->said.cells[i] = before->cells[i];
		else if (table->fields[i].automatic && !*text)
			entry->said.cells[i] = before ? before->cells[i] : "";
		else if (!office_read(table, i, text, &desk->arena, &entry->said.cells[i], err))
			return false;
	}
	*field = -1;
	return true;
}

static bool desk_edit(struct office_desk *desk, struct office_desk_table *rows,
	const struct office_row *before, const char *const *typed, struct office_entry **laid,
	int *field, struct error *err)
{
	const struct office_table *table = rows->table;
	struct office_entry *entry = office_desk_find(rows, before);
	struct office_entry read = {.table = table};

	if (!entry)
		return error_set(err, ERROR_DATA,
			_("Someone has changed or removed this meanwhile. Please read it again."));
	if (!desk_read(desk, &read, 0, table->field_count, OFFICE_EDIT, before, typed, field, err) ||
		!office_desk_name(desk, &read, field, err))
		return false;
	/* Projects, roles and the history know a row by its keys: they stay as long as the row
	 * does. */
	for (size_t i = 0; i < table->keys; i++)
		if (strcmp(before->cells[i], read.said.cells[i]) != 0)
			return error_set(err, ERROR_DATA,
				_("“%s” is what the row is known by; add another row, and delete this one."),
				_(table->fields[i].label));
	entry->said = read.said;
	*laid = entry;
	return true;
}

/* The keys say whether it is a new row, and that what an empty field means. */
static bool desk_set(struct office_desk *desk, struct office_desk_table *rows, enum office_how how,
	const char *const *typed, struct office_entry **laid, int *field, struct error *err)
{
	const struct office_table *table = rows->table;
	struct office_entry read = {.table = table};

	for (size_t i = 0; i < OFFICE_COLUMNS_MAX; i++)
		read.said.cells[i] = "";
	if (!desk_read(desk, &read, 0, table->keys, how, NULL, typed, field, err) ||
		!office_desk_name(desk, &read, field, err))
		return false;
	struct office_entry *entry = office_desk_find(rows, &read.said);
	if (how == OFFICE_ADD && entry) {
		struct strbuf key = {0};

		office_row_key(table, &read.said, &key);
		error_set(err, ERROR_DATA, _("“%s” is there already; edit it instead."),
			strbuf_text(&key));
		strbuf_free(&key);
		return false;
	}
	if (how == OFFICE_SET_ONCE && entry && entry->line)
		return error_set(err, ERROR_DATA, _("Line %lld of this file is the same record already."),
			(long long)entry->line);
	const struct office_row *before = !entry ? NULL : entry->is_said ? &entry->said : entry->stored;
	if (!desk_read(desk, &read, table->keys, table->field_count, how, before, typed, field, err) ||
		!office_desk_name(desk, &read, field, err))
		return false;
	if (!entry)
		entry = office_desk_add(desk, rows, NULL, &read.said);
	entry->said = read.said;
	*laid = entry;
	return true;
}

bool office_desk_put(struct office_desk *desk, const struct office_table *table,
	enum office_how how, const struct office_row *before, const char *const *typed,
	int64_t line, struct office_entry **laid, int *field, struct error *err)
{
	struct office_desk_table *rows = office_desk_table(desk, table, err);
	struct office_entry *entry = NULL;

	*field = -1;
	if (!rows)
		return false;
	if (!(how == OFFICE_EDIT ? desk_edit(desk, rows, before, typed, &entry, field, err) :
				   desk_set(desk, rows, how, typed, &entry, field, err)))
		return false;
	entry->is_said = true;
	entry->here = true;
	entry->now = entry->said;
	if (!entry->line)
		entry->line = line;
	if (laid)
		*laid = entry;
	return true;
}

bool office_desk_remove(struct office_desk *desk, const struct office_table *table,
	const struct office_row *before, struct error *err)
{
	struct office_desk_table *rows = office_desk_table(desk, table, err);
	struct office_entry *entry = rows ? office_desk_find(rows, before) : NULL;

	if (!rows)
		return false;
	if (!entry)
		return error_set(err, ERROR_DATA,
			_("Someone has changed or removed this meanwhile. Please read it again."));
	entry->is_said = entry->goes = true;
	entry->here = false;
	return true;
}
