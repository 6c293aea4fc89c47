/* master_table - the rows of a master as a table for screen and files. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "service/office/master.h"

/* Whether a row is valid in a fiscal year: of that very year, or from it on. */
static bool holds_in(const struct master *master, const struct master_row *row, int fiscal_year)
{
	const size_t field = (size_t)master->year_field;
	const int first = (int)strtol(row->cells[field], NULL, 10);
	const bool has_end = field + 1 < master->field_count &&
		master->fields[field + 1].type == MASTER_LAST_YEAR;
	const int last = has_end ? (int)strtol(row->cells[field + 1], NULL, 10) : 0;

	if (!has_end)
		return first == fiscal_year || first == 0;
	return first <= fiscal_year && (last == 0 || last >= fiscal_year);
}

static void add_columns(const struct master *master, struct table *table)
{
	for (size_t i = 0; i < master->field_count; i++) {
		const struct master_field *field = &master->fields[i];

		table_add_column(table, field->id, _(field->label),
			field->type == MASTER_DATE ? COLUMN_DATE : COLUMN_TEXT)->files = false;
		/* the same for machines, beside it */
		table_add_column(table, field->id, field->id, COLUMN_CODE)->people = false;
	}
}

/* What people read of a cell: the label of a choice, where there are some. */
static void add_label(const struct master_choices *choices, const struct master *master,
	size_t field, const char *stored, struct strbuf *text)
{
	for (size_t i = 0; i < choices->items.count; i++) {
		if (strcmp(choices->items.items[i].id, stored) == 0) {
			strbuf_add_text(text, choices->items.items[i].label);
			return;
		}
	}
	master_cell(master, field, stored, true, text);
}

static void set_row(const struct master *master, const struct master_row *stored,
	const struct master_choices choices[MASTER_COLUMNS_MAX], struct table *table, size_t place)
{
	struct table_row *row = table_add_row(table, ROW_DATA);
	struct strbuf text = {0};

	row->key[0] = (int64_t)place;
	for (size_t i = 0; i < master->field_count; i++) {
		strbuf_clear(&text);
		add_label(&choices[i], master, i, stored->cells[i], &text);
		table_set_text(table, row, 2 * i, strbuf_text(&text));
		strbuf_clear(&text);
		master_cell(master, i, stored->cells[i], false, &text);
		table_set_text(table, row, 2 * i + 1, strbuf_text(&text));
	}
	strbuf_free(&text);
}

static bool load_choices(struct session *session, const struct master *master,
	struct master_choices choices[MASTER_COLUMNS_MAX], struct error *err)
{
	for (size_t i = 0; i < master->field_count; i++)
		if (master->fields[i].choices &&
			!master->fields[i].choices(session, session->fiscal_year, &choices[i], err))
			return false;
	return true;
}

bool master_table(struct session *session, const struct master *master, int fiscal_year,
	struct table *table, struct error *err)
{
	struct master_choices choices[MASTER_COLUMNS_MAX] = {{{0}, {0}}};
	struct master_rows rows = {0};
	const bool loaded = load_choices(session, master, choices, err) &&
		master_load(session, master, &rows, err);

	if (loaded) {
		table_init(table, master->id, _(master->title));
		table->body = arena_strdup(&table->arena, session->body.name);
		table->ties = true;
		add_columns(master, table);
		for (size_t r = 0; r < rows.items.count; r++)
			if (fiscal_year == 0 || master->year_field < 0 ||
				holds_in(master, &rows.items.items[r], fiscal_year))
				set_row(master, &rows.items.items[r], choices, table, r);
	}
	master_store_free(&rows);
	for (size_t i = 0; i < MASTER_COLUMNS_MAX; i++) {
		vec_free(&choices[i].items);
		arena_free(&choices[i].arena);
	}
	return loaded;
}
