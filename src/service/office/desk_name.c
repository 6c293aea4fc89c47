/* desk_name - what the cells of a row name: codes of any width, rows and units by their names, however they are
 * spaced and in which width and kana they are written. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "service/office/private.h"

enum { NAMES_LISTED = 5 };

/* NFKC without blanks around it, in the arena. */
static const char *name_plain(struct office_desk *desk, const char *text)
{
	char *const whole = text_nfkc(text);
	size_t length;
	const char *const start = text_trim(whole, &length);
	const char *const plain = arena_strndup(&desk->arena, start, length);

	free(whole);
	return plain;
}

/* ---- rows by name ---------------------------------------------------------------------------- */

/* Of those who are called so in any spelling the one who is spelt exactly so; NULL with a message that lists them
 * where that is nobody, or several. */
static const char *name_of_several(const struct office_desk_table *rows, const char *key, const char *text,
	struct error *err)
{
	const char *exact = NULL;
	size_t found = 0, exactly = 0;
	struct strbuf list = {0};

	for (size_t i = 0; i < rows->entries.count; i++) {
		const struct office_entry *const entry = rows->entries.items[i];
		const char *const name = entry->here ? entry->now.cells[rows->table->name_field] : "";
		char *const other = text_key_joined(name);

		if (entry->here && strcmp(other, key) == 0) {
			if (found++ < NAMES_LISTED)
				strbuf_addf(&list, "%s%s (%s)", found > 1 ? ", " : "", name,
					entry->now.cells[0]);
			if (strcmp(name, text) == 0) {
				exact = entry->now.cells[0];
				exactly++;
			}
		}
		free(other);
	}
	if (exactly != 1)
		error_set(err, ERROR_DATA, _("“%s” may be any of %zu (%s%s); give the code."), text, found,
			strbuf_text(&list), found > NAMES_LISTED ? ", …" : "");
	strbuf_free(&list);
	return exactly == 1 ? exact : NULL;
}

/* A row is named by its key, or by a name that is its alone. */
static bool name_row(struct office_desk *desk, const struct office_table *refers, const char **cell,
	struct error *err)
{
	struct office_desk_table *const rows = office_desk_table(desk, refers, err);
	bool good = true;
	int64_t place;

	if (!rows)
		return false;
	if (office_desk_find_key(rows, *cell))
		return true;
	const char *const plain = name_plain(desk, *cell);
	if (office_desk_find_key(rows, plain)) {
		*cell = plain;
		return true;
	}
	/* Rows that came since the last question go into the index of names: by key the place of the row, -1 - that
	 * of the first where several are called so. */
	for (; rows->named < rows->entries.count; rows->named++) {
		const struct office_entry *const entry = rows->entries.items[rows->named];
		const struct office_row *const row = entry->here ? &entry->now : entry->stored;
		int64_t first = (int64_t)rows->named;

		if (!row)
			continue;
		char *const named = text_key_joined(row->cells[refers->name_field]);

		if (strmap_get(&rows->by_name, named, &first) && first >= 0)
			first = -1 - first;
		strmap_put(&rows->by_name, named, first);
		free(named);
	}
	char *const key = text_key_joined(*cell);
	if (strmap_get(&rows->by_name, key, &place) && place >= 0) {
		if (rows->entries.items[place]->here)
			*cell = rows->entries.items[place]->now.cells[0];
	} else if (strmap_get(&rows->by_name, key, &place)) {
		const char *const found = name_of_several(rows, key, *cell, err);

		good = found != NULL;
		if (found)
			*cell = found;
	}
	free(key);
	return good; /* whether there is such a row is judged when all are there */
}

/* ---- units and codes ------------------------------------------------------------------------- */

/* A code is kept in half width, unless it has been stored otherwise long ago. */
static bool name_code(struct office_desk *desk, const struct office_table *table, const char **cell,
	struct error *err)
{
	const char *const plain = name_plain(desk, *cell);
	const struct office_desk_table *const rows = office_desk_table(desk, table, err);

	if (!rows)
		return false;
	if (strcmp(plain, *cell) == 0)
		return true;
	for (size_t i = 0; i < rows->entries.count; i++) {
		const struct office_entry *const entry = rows->entries.items[i];

		if (entry->stored && strcmp(entry->stored->cells[0], *cell) == 0)
			return true;
	}
	if (!office_code_is_good(plain))
		return error_set(err, ERROR_DATA,
			_("“%s” is no code: leave out blanks, control characters and , / | ; = \", and a dash in front."), *cell);
	*cell = plain;
	return true;
}

bool office_desk_name(struct office_desk *desk, struct office_entry *entry, int *field,
	struct error *err)
{
	const struct office_table *const table = entry->table;

	for (size_t i = 0; i < table->field_count; i++) {
		const enum office_type type = table->fields[i].type;
		const char **const cell = &entry->said.cells[i];
		bool good = true;

		*field = (int)i;
		if (!**cell)
			continue;
		if (type == OFFICE_ROW)
			good = name_row(desk, table->fields[i].refers, cell, err);
		else if (type == OFFICE_CODE)
			good = name_code(desk, table, cell, err);
		if (type == OFFICE_UNIT || type == OFFICE_SECTION) {
			const struct unit_tree *const units = office_entry_units(desk, entry, &entry->said, err);
			struct error several = {0};
			int found;

			if (!units)
				return false;
			if (unit_tree_find(units, *cell) >= 0)
				continue;
			found = unit_tree_named(units, type == OFFICE_SECTION ? UNIT_SECTION : UNIT_KIND_COUNT, *cell,
				&several);
			if (found >= 0)
				*cell = arena_strdup(&desk->arena, units->nodes.items[found].unit.code);
			else if (several.code)
				*err = several;
			good = !several.code;
		}
		if (!good)
			return false;
	}
	*field = -1;
	return true;
}
