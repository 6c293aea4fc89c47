/* desk_rows - the rows of the desk: read once, found by their keys. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "service/office/desk.h"
#include "service/office/private.h"
#include "store/office_store.h"

struct office_desk *office_desk_new(struct session *session)
{
	struct office_desk *desk = xcalloc(1, sizeof *desk);

	desk->session = session;
	for (size_t i = 0; i < OFFICE_TABLE_COUNT; i++)
		desk->tables[i].table = office_tables[i];
	return desk;
}

void office_desk_free(struct office_desk *desk)
{
	if (!desk)
		return;
	for (size_t i = 0; i < OFFICE_TABLE_COUNT; i++) {
		struct office_desk_table *rows = &desk->tables[i];

		office_rows_free(&rows->stored);
		vec_free(&rows->entries);
		strmap_free(&rows->by_key);
		strmap_free(&rows->by_name);
	}
	arena_free(&desk->arena);
	free(desk);
}

/* The keys of a row in one text, parted by what no cell holds. */
static void desk_add_key(const struct office_table *table, const struct office_row *row,
	struct strbuf *key)
{
	for (size_t i = 0; i < table->keys; i++) {
		strbuf_add_text(key, row->cells[i]);
		strbuf_add_char(key, '\x1f');
	}
}

struct office_entry *office_desk_add(struct office_desk *desk, struct office_desk_table *rows,
	const struct office_row *stored, const struct office_row *keys)
{
	struct office_entry *entry = arena_alloc(&desk->arena, sizeof *entry);
	struct strbuf key = {0};

	entry->table = rows->table;
	entry->stored = stored;
	*vec_add(&rows->entries) = entry;
	/* a new row that the database numbers is nobody's yet */
	if (!rows->table->numbered || *keys->cells[0]) {
		desk_add_key(rows->table, keys, &key);
		strmap_put(&rows->by_key, strbuf_text(&key), (int64_t)rows->entries.count - 1);
	}
	strbuf_free(&key);
	return entry;
}

struct office_desk_table *office_desk_table(struct office_desk *desk,
	const struct office_table *table, struct error *err)
{
	struct office_desk_table *rows = desk->tables;

	while (rows->table != table)
		rows++;
	if (rows->loaded)
		return rows;
	if (!office_store_load(desk->session->store, table, false, &rows->stored, err))
		return NULL;
	rows->loaded = true;
	for (size_t i = 0; i < rows->stored.items.count; i++) {
		const struct office_row *row = &rows->stored.items.items[i];
		struct office_entry *entry = office_desk_add(desk, rows, row, row);

		entry->now = *row;
		entry->here = true;
	}
	return rows;
}

struct office_entry *office_desk_find(const struct office_desk_table *rows,
	const struct office_row *keys)
{
	struct strbuf key = {0};
	int64_t place;

	desk_add_key(rows->table, keys, &key);
	const bool found = strmap_get(&rows->by_key, strbuf_text(&key), &place);
	strbuf_free(&key);
	return found ? rows->entries.items[place] : NULL;
}

struct office_entry *office_desk_find_key(const struct office_desk_table *rows, const char *key)
{
	const struct office_row row = {{key}};
	struct office_entry *entry = office_desk_find(rows, &row);

	return entry && entry->here ? entry : NULL;
}

void office_desk_leave(struct office_entry *entry)
{
	entry->refused = true;
	entry->here = entry->stored != NULL;
	if (entry->here)
		entry->now = *entry->stored;
}

bool office_entry_changes(const struct office_entry *entry)
{
	if (entry->here != (entry->stored != NULL))
		return true;
	for (size_t i = 0; entry->here && i < entry->table->field_count; i++)
		if (strcmp(entry->now.cells[i], entry->stored->cells[i]) != 0)
			return true;
	return false;
}

const struct unit_tree *office_entry_units(struct office_desk *desk,
	const struct office_entry *entry, const struct office_row *row, struct error *err)
{
	const int year_field = entry->table->year_field;
	const int year = year_field < 0 ? 0 : office_row_year(row, (size_t)year_field);

	return session_units(desk->session, year ? year : desk->session->fiscal_year, err);
}
