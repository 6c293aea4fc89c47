/* office_list - the rows of one of the office's tables as a table for screen and files. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "service/office/office.h"

static void list_set_row(const struct office_table *table, const struct office_row *stored,
	const struct office_choices choices[OFFICE_COLUMNS_MAX], struct table *list, size_t place)
{
	struct table_row *row = table_add_row(list, ROW_DATA);
	struct strbuf text = {0};

	row->key[0] = (int64_t)place;
	for (size_t i = 0; i < table->field_count; i++) {
		strbuf_clear(&text);
		/* What people read: the label of a choice, where there are some. */
		const char *label = NULL;
		for (size_t c = 0; !label && c < choices[i].items.count; c++)
			if (strcmp(choices[i].items.items[c].id, stored->cells[i]) == 0)
				label = choices[i].items.items[c].label;
		if (label)
			strbuf_add_text(&text, label);
		else
			office_cell(table, i, stored->cells[i], true, &text);
		table_set_text(list, row, 2 * i, strbuf_text(&text));
		strbuf_clear(&text);
		office_cell(table, i, stored->cells[i], false, &text);
		table_set_text(list, row, 2 * i + 1, strbuf_text(&text));
	}
	strbuf_free(&text);
}

bool office_list(struct session *session, const struct office_table *table, int fiscal_year,
	struct table *list, struct error *err)
{
	struct office_choices choices[OFFICE_COLUMNS_MAX] = {{{0}, {0}}};
	struct office_rows rows = {0};
	bool loaded = true;

	for (size_t i = 0; loaded && i < table->field_count; i++)
		loaded = office_choices(session, table, i, &choices[i], err);
	loaded = loaded && office_load(session, table, &rows, err);
	if (loaded) {
		table_init(list, table->id, _(table->title));
		list->body = arena_strdup(&list->arena, session->body.name);
		list->ties = true;

		for (size_t i = 0; i < table->field_count; i++) {
			const struct office_field *field = &table->fields[i];

			table_add_column(list, field->id, _(field->label),
				field->type == OFFICE_DATE ? COLUMN_DATE : COLUMN_TEXT)->files =
				false;
			/* the same for machines, beside it */
			table_add_column(list, field->id, field->id, COLUMN_CODE)->people = false;
		}

		for (size_t r = 0; r < rows.items.count; r++)
			if (fiscal_year == 0 || table->year_field < 0 ||
				office_row_holds(table, &rows.items.items[r], fiscal_year))
				list_set_row(table, &rows.items.items[r], choices, list, r);
	}
	office_rows_free(&rows);
	for (size_t i = 0; i < OFFICE_COLUMNS_MAX; i++)
		office_choices_free(&choices[i]);
	return loaded;
}
