/* exporting_office - rows of the office's tables as import takes them. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/strbuf.h"
#include "base/strmap.h"
#include "model/office/office_sheet.h"
#include "service/files/exporter.h"
#include "service/office/office.h"
#include "store/office_store.h"

enum { PARTS = 2 };

struct office_export {
	struct output *out;
	const struct office_sheet *sheet;
	struct office_rows rows[PARTS];
	struct office_rows names[OFFICE_SHEET_COLUMNS_MAX]; /* rows whose names stand under a heading */
	struct strmap by_code[OFFICE_SHEET_COLUMNS_MAX];
};

static void office_export_row(struct office_export *export, const struct office_row *first,
	const struct office_row *second)
{
	struct output *out = export->out;

	for (size_t i = 0; i < export->sheet->count; i++) {
		const struct office_heading *at = &export->sheet->headings[i];
		const struct office_table *table = export->sheet->tables[at->part];
		const struct office_row *row = at->part == 0 ? first : second;
		const enum office_type type = table->fields[at->field].type;
		const bool is_number = type == OFFICE_NUMBER || type == OFFICE_POSITION ||
			type == OFFICE_YEAR || type == OFFICE_LAST_YEAR ||
			type == OFFICE_EVERY_YEAR || type == OFFICE_FLAG ||
			type == OFFICE_MONTH || type == OFFICE_FIGURE;
		int64_t place;

		if (at->import_only)
			continue;
		strbuf_clear(&out->text);
		if (row && !at->is_name)
			office_cell(table, at->field, row->cells[at->field], false, &out->text);
		else if (row && strmap_get(&export->by_code[i], row->cells[at->field], &place))
			strbuf_add_text(&out->text, export->names[i].items.items[place]
					.cells[table->fields[at->field].refers->name_field]);
		record_put(out->writer, is_number ? RECORD_NUMBER : type == OFFICE_DATE ? RECORD_DAY :
			RECORD_TEXT, strbuf_text(&out->text));
	}
	record_end(out->writer);
}

/* A row for each of the second table, one without where there is none. */
static void office_export_beside(struct office_export *export, const struct office_row *first)
{
	size_t link = 0;
	bool put = false;

	/* The field of the second table that names its row of the first. */
	while (export->sheet->tables[1]->fields[link].refers != export->sheet->tables[0])
		link++;

	for (size_t i = 0; i < export->rows[1].items.count; i++) {
		const struct office_row *second = &export->rows[1].items.items[i];

		if (strcmp(second->cells[link], first->cells[0]) != 0)
			continue;
		office_export_row(export, first, second);
		put = true;
	}
	if (!put)
		office_export_row(export, first, NULL);
}

static bool office_export_load(struct office_export *export, struct error *err)
{
	for (size_t part = 0; part < PARTS && export->sheet->tables[part]; part++)
		if (!office_store_load(export->out->session->store, export->sheet->tables[part], true,
			    &export->rows[part], err))
			return false;

	/* The names that stand beside codes. */
	for (size_t i = 0; i < export->sheet->count; i++) {
		const struct office_heading *at = &export->sheet->headings[i];
		const struct office_table *refers =
			export->sheet->tables[at->part]->fields[at->field].refers;

		if (!at->is_name || at->import_only)
			continue;
		if (!office_load(export->out->session, refers, &export->names[i], err))
			return false;
		for (size_t n = 0; n < export->names[i].items.count; n++)
			strmap_put(&export->by_code[i], export->names[i].items.items[n].cells[0],
				(int64_t)n);
	}
	return true;
}

bool exporting_office(struct output *out, enum sheet_kind kind)
{
	struct office_export export = {.out = out, .sheet = sheet_office(kind)};
	const bool loaded = office_export_load(&export, out->err);

	for (size_t i = 0; loaded && i < export.rows[0].items.count; i++) {
		if (export.sheet->tables[1])
			office_export_beside(&export, &export.rows[0].items.items[i]);
		else
			office_export_row(&export, &export.rows[0].items.items[i], NULL);
	}
	for (size_t part = 0; part < PARTS; part++)
		office_rows_free(&export.rows[part]);
	for (size_t i = 0; i < export.sheet->count; i++) {
		office_rows_free(&export.names[i]);
		strmap_free(&export.by_code[i]);
	}
	return loaded;
}
