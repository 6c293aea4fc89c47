/* importing_office - import of the files of the office's tables: each row is laid on the desk under its
 * headings, all are judged together as they would then stand, and stored. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "model/office/office_sheet.h"
#include "service/files/importer.h"
#include "service/office/desk.h"
#include "service/office/office.h"

enum { PARTS = 2 };

/* A row of the file: what it laid down. */
struct laid_row {
	int64_t line;
	const char *cells[OFFICE_SHEET_COLUMNS_MAX];
	struct office_entry *entries[PARTS];
	bool rejected;
};

struct office_import {
	struct importer *importer;
	const struct office_sheet *sheet;
	struct office_desk *desk;
	VEC(struct laid_row) rows;
	const char *headings[OFFICE_SHEET_COLUMNS_MAX];
	bool present[OFFICE_SHEET_COLUMNS_MAX];
	struct arena arena;
};

static bool office_import_begin(struct importer *importer, struct error *err)
{
	struct office_import *import;

	importer->state = NULL;
	if (!session_permits(importer->session, PERMISSION_EDIT_MASTERS, importer->session->fiscal_year,
		    NULL, err))
		return false;
	import = xcalloc(1, sizeof *import);
	import->importer = importer;
	import->sheet = sheet_office(importer->options->kind);
	import->desk = office_desk_new(importer->session);
	importer->state = import;
	return true;
}

static void office_import_release(struct importer *importer)
{
	struct office_import *import = importer->state;

	if (!import)
		return;
	office_desk_free(import->desk);
	vec_free(&import->rows);
	arena_free(&import->arena);
	free(import);
}

/* ---- a row ----------------------------------------------------------------------------------- */

/* The heading of a field: the one that the file has, else the first; or -1. */
static int office_import_heading(const struct office_import *import, size_t part, int field)
{
	const struct office_sheet *const sheet = import->sheet;
	int first = -1;

	for (size_t i = 0; i < sheet->count; i++) {
		if (sheet->headings[i].part != part || (int)sheet->headings[i].field != field)
			continue;
		if (import->present[i])
			return (int)i;
		first = first < 0 ? (int)i : first;
	}
	return first;
}

/* Once, with the first row: what the file has. Headings of the second table say nothing without the one that makes
 * a row of it: they are told as ignored. */
static void office_import_look(struct office_import *import, const struct sheet_row *row)
{
	const struct office_sheet *const sheet = import->sheet;
	int first = -1;
	bool second = false;

	for (size_t i = 0; i < sheet->count; i++) {
		import->headings[i] = arena_strdup(&import->arena, row->headings[i]);
		import->present[i] = row->present[i];
		if (sheet->headings[i].part == 0)
			continue;
		first = first < 0 ? (int)sheet->headings[i].field : first;
		second |= row->present[i] && (int)sheet->headings[i].field == first;
	}
	for (size_t i = 0; i < sheet->count && !second; i++)
		if (sheet->headings[i].part > 0 && row->present[i])
			*vec_add(&import->importer->result->report.ignored) = xstrdup(row->headings[i]);
}

static bool office_import_reject(struct office_import *import, const struct laid_row *row,
	int heading, const char *reason)
{
	sheet_reject_add(&import->importer->result->report, row->line,
		heading < 0 ? "" : import->headings[heading], heading < 0 ? "" : row->cells[heading], reason);
	return true;
}

/* What stands under the headings of one of the tables; NULL where the file has no such column. False where
 * nothing does that would make a row. */
static bool office_import_typed(const struct office_sheet *sheet, const struct sheet_row *row,
	size_t part, const char *typed[OFFICE_COLUMNS_MAX])
{
	int first = -1;

	for (size_t i = 0; i < sheet->count; i++) {
		const struct office_heading *heading = &sheet->headings[i];
		const char **cell = &typed[heading->field];

		if (heading->part != part)
			continue;
		if (first < 0)
			first = (int)heading->field;
		/* a name stands after the code, and is read where that is not given */
		if (row->present[i] && (!heading->is_name || !*cell || !**cell))
			*cell = row->cells[i];
	}
	return part == 0 || (typed[first] && *typed[first]);
}

static bool office_import_row(struct importer *importer, const struct sheet_row *row,
	struct error *err)
{
	struct office_import *import = importer->state;
	struct laid_row *laid = vec_add(&import->rows);
	const struct office_sheet *sheet = import->sheet;
	const char *typed[PARTS][OFFICE_COLUMNS_MAX] = {{NULL}};
	bool there[PARTS] = {true};

	if (!import->headings[0])
		office_import_look(import, row);
	laid->line = row->line;
	for (size_t i = 0; i < import->sheet->count; i++)
		laid->cells[i] = arena_strdup(&import->arena, row->cells[i]);
	for (size_t part = 0; part < PARTS && sheet->tables[part]; part++)
		there[part] = office_import_typed(sheet, row, part, typed[part]);
	for (size_t part = 0; part < PARTS && there[part]; part++) {
		const bool last = part == PARTS - 1 || !there[part + 1];
		struct error reason = {0};
		int field = -1;

		/* The second table's rows belong to the row of the first beside them. */
		const struct office_field *fields = sheet->tables[part]->fields;
		for (size_t i = 0; part > 0 && i < sheet->tables[part]->field_count; i++)
			if (fields[i].refers == sheet->tables[0] && !typed[part][i])
				typed[part][i] = laid->entries[0]->said.cells[0];
		if (office_desk_lay(import->desk, sheet->tables[part],
			    last ? OFFICE_SET_ONCE : OFFICE_SET, NULL, typed[part], row->line,
			    &laid->entries[part], &field, &reason))
			continue;
		if (reason.code != ERROR_DATA) {
			*err = reason;
			return false;
		}
		/* A row that is refused leaves what is stored alone, in both tables. */
		for (size_t i = 0; i < PARTS; i++)
			if (laid->entries[i] && laid->entries[i]->line == laid->line)
				laid->entries[i]->refused = true;
		laid->rejected = true;
		office_import_reject(import, laid, office_import_heading(import, part, field),
			reason.message);
		break;
	}
	return true;
}

/* ---- the whole ------------------------------------------------------------------------------- */

/* True when no row that stands has laid this down. */
static bool office_import_is_nobodys(const struct office_import *import,
	const struct office_entry *entry)
{
	for (size_t i = 0; i < import->rows.count; i++) {
		const struct laid_row *row = &import->rows.items[i];

		if (!row->rejected && (row->entries[0] == entry || row->entries[1] == entry))
			return false;
	}
	return true;
}

/* Every row that laid this down is bad, and what else those rows say goes with them. */
static void office_import_refuse(const struct office_entry *entry, int field, const char *reason,
	void *data)
{
	struct office_import *import = data;

	for (size_t i = 0; i < import->rows.count; i++) {
		struct laid_row *row = &import->rows.items[i];
		const size_t part = row->entries[1] == entry;

		if (row->rejected || row->entries[part] != entry)
			continue;
		row->rejected = true;
		office_import_reject(import, row, office_import_heading(import, part, field), reason);
		struct office_entry *beside = row->entries[!part];
		if (beside && office_import_is_nobodys(import, beside))
			beside->refused = true;
	}
}

static bool office_import_judge(struct importer *importer, struct error *err)
{
	struct office_import *import = importer->state;

	return office_desk_judge(import->desk, office_import_refuse, import, err);
}

/* What a row changes of one table: a row that comes, or each of its cells. */
static void office_import_tell(struct office_import *import, const struct laid_row *row,
	size_t part)
{
	const struct office_entry *entry = row->entries[part];
	const struct office_table *table = entry->table;
	struct importer *importer = import->importer;
	struct strbuf key = {0};

	office_row_key(table, &entry->now, &key);
	if (!entry->stored)
		importer_difference(importer, row->line, strbuf_text(&key), "", "",
			entry->now.cells[table->name_field]);
	for (size_t i = 0; entry->stored && i < table->field_count; i++) {
		const int heading = office_import_heading(import, part, (int)i);

		if (strcmp(entry->stored->cells[i], entry->now.cells[i]) == 0)
			continue;
		strbuf_clear(&importer->before);
		strbuf_clear(&importer->after);
		office_cell(table, i, entry->stored->cells[i], true, &importer->before);
		office_cell(table, i, entry->now.cells[i], true, &importer->after);
		importer_difference(importer, row->line, strbuf_text(&key),
			heading < 0 ? table->fields[i].id : import->sheet->headings[heading].id,
			strbuf_text(&importer->before), strbuf_text(&importer->after));
	}
	strbuf_free(&key);
}

static bool office_import_finish(struct importer *importer, struct error *err)
{
	struct office_import *import = importer->state;
	struct importing_result *result = importer->result;

	for (size_t i = 0; i < import->rows.count; i++) {
		const struct laid_row *row = &import->rows.items[i];
		bool changes = false, adds = false;

		if (row->rejected)
			continue;
		for (size_t part = 0; part < PARTS; part++) {
			const struct office_entry *entry = row->entries[part];

			/* told with the first row that says so */
			if (!entry || entry->line != row->line || !office_entry_changes(entry))
				continue;
			office_import_tell(import, row, part);
			changes = true;
			adds = adds || !entry->stored;
		}
		if (changes || adds) {
			*(adds ? &result->added : &result->changed) += 1;
			continue;
		}
		struct strbuf key = {0};

		office_row_key(row->entries[0]->table, &row->entries[0]->now, &key);
		importer_unchanged(importer, row->line, strbuf_text(&key));
		strbuf_free(&key);
	}
	importer_followed(importer, import->desk);
	return office_desk_store(import->desk, err);
}

const struct importer_kind importing_office = {.begin = office_import_begin, .row = office_import_row,
	.judge = office_import_judge, .finish = office_import_finish, .release = office_import_release};
