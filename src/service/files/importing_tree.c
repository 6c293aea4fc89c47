/* importing_tree - units as they are in a fiscal year: what differs from the tree as it is becomes new versions from
 * that year on. A file that is the whole tree ends what it does not have; an office's own list adds (domain.md §1). */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "model/fiscal_year.h"
#include "model/office/office_fields.h"
#include "model/office/office_sheet.h"
#include "service/files/importer.h"
#include "service/files/importing_list.h"
#include "service/office/desk.h"
#include "service/office/office.h"
#include "store/unit_store.h"

/* A row of the file that says how a unit is in that year. */
struct tree_row {
	int64_t line;
	int node; /* of the tree as it was; -1 = a new unit */
	struct office_entry *entry;
	const char *headings[UNIT_FIELDS], *cells[UNIT_FIELDS]; /* by field */
	int listed; /* entry of the list; -1 = it is no list */
};

struct tree_import {
	struct importer *importer;
	int fiscal_year;
	struct unit_tree tree;  /* of the year, as it was */
	struct unit_tree other; /* of another year, in which a row begins */
	int other_year;         /* 0 = not read yet */
	bool *stays;            /* by node: the file has it */
	const char **successor; /* by node: who takes over, as the file says; NULL = nobody */
	struct office_desk *desk;
	VEC(struct tree_row) rows;
	struct importing_list list; /* where the file is one: what its rows name */
	bool is_list;
	struct error fault;     /* why a unit that the file does not have may not end */
	struct error young;     /* likewise, as it begins in that very year */
	struct arena arena;
};

static bool tree_begin(struct importer *importer, struct error *err)
{
	importer->state = NULL;
	if (!session_permits(importer->session, PERMISSION_EDIT_MASTERS, importer->session->fiscal_year,
		    NULL, err))
		return false;
	struct tree_import *import = xcalloc(1, sizeof *import);
	importer->state = import;
	import->importer = importer;
	import->fiscal_year = importer->session->fiscal_year;
	import->desk = office_desk_new(importer->session);
	import->list.units.tree = &import->tree;
	if (!unit_store_tree(importer->session->store, import->fiscal_year, &import->tree, err))
		return false;
	import->stays = xcalloc(import->tree.nodes.count + 1, sizeof *import->stays);
	import->successor = xcalloc(import->tree.nodes.count + 1, sizeof *import->successor);
	return true;
}

static void tree_release(struct importer *importer)
{
	struct tree_import *import = importer->state;

	if (!import)
		return;
	importing_list_free(&import->list);
	unit_tree_free(&import->tree);
	unit_tree_free(&import->other);
	office_desk_free(import->desk);
	vec_free(&import->rows);
	free(import->stays);
	free(import->successor);
	arena_free(&import->arena);
	free(import);
}

/* ---- a row ----------------------------------------------------------------------------------- */

static bool tree_reject(struct tree_import *import, const struct tree_row *row, int field,
	const char *reason)
{
	/* what we found out of a list is no cell of it */
	if (row->listed >= 0 && (field == UNIT_KIND || field == UNIT_PARENT || field == UNIT_CODE))
		field = UNIT_NAME;
	const char *cell = field < 0 ? NULL : row->cells[field];

	sheet_reject_add(&import->importer->result->report, row->line,
		field < 0 ? "" : row->headings[field], cell ? cell : "", reason);
	return true;
}

/* False when it was rejected; 0 for an empty cell. */
static bool tree_year(struct tree_import *import, const struct tree_row *row, int field, int *year)
{
	const char *cell = row->cells[field];
	struct error reason = {0};

	*year = 0;
	if (!cell || !*cell || fiscal_year_parse(cell, year, &reason))
		return true;
	tree_reject(import, row, field, reason.message);
	return false;
}

/* What `export units` writes has a row for each form of a unit. Sets other where the row is one that is
 * stored, but not that of the year. */
static bool tree_is_other_form(struct importer *importer, int node, int first, bool *other,
	struct error *err)
{
	struct tree_import *import = importer->state;

	*other = false;
	if (!first || node < 0 ||
		first == import->tree.nodes.items[node].unit.first_fiscal_year)
		return true;
	if (first != import->other_year) {
		unit_tree_free(&import->other);
		import->other_year = first;
		if (!unit_store_tree(importer->session->store, first, &import->other, err))
			return false;
	}
	const int found =
		unit_tree_find(&import->other, import->tree.nodes.items[node].unit.code);
	*other = found >= 0 &&
		import->other.nodes.items[found].unit.first_fiscal_year == first;
	return true;
}

static const char *tree_text(struct tree_import *import, const struct unit *unit, size_t field)
{
	switch (field) {
	case UNIT_NAME:
		return unit->name;
	case UNIT_PARENT:
		return unit->parent_code;
	case UNIT_READING:
		return unit->reading;
	case UNIT_LEAD:
		return unit->lead_section ? "1" : "0";
	case UNIT_POSITION:
		return unit->position ? arena_printf(&import->arena, "%d", unit->position) : "";
	default:
		return "";
	}
}

/* Lays down the version from that year on; cells that the file does not have stay as they are. */
static bool tree_lay(struct tree_import *import, struct tree_row *row, struct error *err)
{
	const struct unit *stored = row->node < 0 ? NULL : &import->tree.nodes.items[row->node].unit;
	const char *typed[OFFICE_COLUMNS_MAX] = {NULL};
	struct error reason = {0};
	int field = -1;

	for (size_t i = 0; i < UNIT_FIELDS; i++) {
		const bool kept = !row->cells[i] ||
			(!*row->cells[i] && (i == UNIT_POSITION || i == UNIT_LEAD));

		typed[i] = !kept ? row->cells[i] : stored ? tree_text(import, stored, i) : "";
	}
	/* another name is read otherwise */
	if (stored && !row->cells[UNIT_READING] && strcmp(stored->name, typed[UNIT_NAME]) != 0)
		typed[UNIT_READING] = "";
	typed[UNIT_FIRST] = arena_printf(&import->arena, "%d", import->fiscal_year);
	typed[UNIT_LAST] = stored && stored->last_fiscal_year ?
		arena_printf(&import->arena, "%d", stored->last_fiscal_year) : "";
	typed[UNIT_SUCCESSOR] = stored ? stored->successor_code : "";
	if (!office_desk_put(import->desk, &office_units, OFFICE_SET_ONCE, NULL, typed, row->line, &row->entry,
		    &field, &reason)) {
		if (reason.code == ERROR_DATA)
			return tree_reject(import, row, field, reason.message);
		*err = reason;
		return false;
	}
	if (!stored || strcmp(row->entry->said.cells[UNIT_KIND], unit_kind_id(stored->kind)) == 0)
		return true;
	office_desk_leave(row->entry);
	return tree_reject(import, row, UNIT_KIND,
		_("This code is a unit of another kind; give the new unit a code of its own."));
}

static bool tree_row(struct importer *importer, const struct sheet_row *sheet_row,
	struct error *err)
{
	struct tree_import *import = importer->state;
	struct tree_row row = {.line = sheet_row->line, .listed = -1};
	int first, last;
	bool other;

	import->is_list = importing_list_means(sheet_row);
	if (import->is_list) {
		importing_list_add(&import->list, sheet_row, &importer->result->report);
		return true;
	}
	/* The cells of a row by field; NULL where the file has no such column. */
	const struct office_sheet *sheet = office_sheet_of(&office_units);

	for (size_t i = 0; i < sheet->count; i++) {
		const size_t field = sheet->headings[i].field;

		if (sheet->headings[i].is_name && (!sheet_row->present[i] || row.cells[field]))
			continue;
		row.headings[field] = arena_strdup(&import->arena, sheet_row->headings[i]);
		row.cells[field] = sheet_row->present[i] ? arena_strdup(&import->arena,
			sheet_row->cells[i]) : NULL;
	}

	row.node = unit_tree_find(&import->tree, row.cells[UNIT_CODE] ? row.cells[UNIT_CODE] : "");
	if (!tree_year(import, &row, UNIT_FIRST, &first) || !tree_year(import, &row, UNIT_LAST, &last))
		return true;
	/* a unit that ended before: it says who takes over */
	if (last && last < import->fiscal_year) {
		if (row.node >= 0 && row.cells[UNIT_SUCCESSOR] && *row.cells[UNIT_SUCCESSOR])
			import->successor[row.node] = row.cells[UNIT_SUCCESSOR];
		return true;
	}
	if (!tree_is_other_form(importer, row.node, first, &other, err))
		return false;
	if (row.node >= 0)
		import->stays[row.node] = true;
	if (other)
		return true;
	if (!tree_lay(import, &row, err))
		return false;
	*vec_add(&import->rows) = row;
	return true;
}

/* ---- the whole ------------------------------------------------------------------------------- */

static void tree_refuse(const struct office_entry *entry, int field, const char *reason, void *data)
{
	struct tree_import *import = data;

	for (size_t i = 0; i < import->rows.count; i++)
		if (import->rows.items[i].entry == entry) {
			tree_reject(import, &import->rows.items[i], field, reason);
			return;
		}
	if (!*import->fault.message)
		error_set(&import->fault, ERROR_DATA, "%s", reason);
}

/* What the list names, as rows of the tree. */
static bool tree_take_list(struct tree_import *import, struct error *err)
{
	const struct office_desk_table *const units = office_desk_table(import->desk, &office_units, err);

	if (!units)
		return false;
	for (size_t i = 0; i < units->entries.count; i++) {
		const char *const *const cells = units->entries.items[i]->now.cells;
		enum unit_kind kind;

		if (unit_kind_parse(cells[UNIT_KIND], &kind))
			unit_list_elsewhere(&import->list.units, kind, cells[UNIT_PARENT], cells[UNIT_NAME],
				cells[UNIT_CODE]);
	}
	importing_list_end(&import->list);
	unit_list_settle(&import->list.units);
	for (size_t i = 0; i < import->list.units.entries.count; i++) {
		const struct unit_list_entry *const entry = &import->list.units.entries.items[i];
		struct tree_row row = {.line = entry->line, .node = entry->node, .listed = (int)i};

		if ((entry->kind == UNIT_BODY || entry->twin >= 0) && !entry->fault)
			continue;
		for (size_t f = 0; entry->row != SIZE_MAX && f < UNIT_FIELDS; f++) {
			row.headings[f] = import->list.rows.items[entry->row].headings[f];
			row.cells[f] = import->list.rows.items[entry->row].cells[f];
		}
		for (size_t f = 0; f < UNIT_FIELDS; f++)
			row.headings[f] = row.headings[f] ? row.headings[f] : import->list.headings[entry->column];
		row.cells[UNIT_NAME] = entry->name;
		if (entry->node >= 0)
			import->stays[entry->node] = true;
		if (entry->fault) {
			tree_reject(import, &row, UNIT_NAME, entry->fault);
			continue;
		}
		row.cells[UNIT_CODE] = entry->code;
		row.cells[UNIT_KIND] = unit_kind_id(entry->kind);
		row.cells[UNIT_PARENT] = unit_list_parent_code(&import->list.units, (int)i);
		if (!tree_lay(import, &row, err))
			return false;
		*vec_add(&import->rows) = row;
	}
	return true;
}

/* What a file that is the whole tree does not have ends. */
static bool tree_judge(struct importer *importer, struct error *err)
{
	struct tree_import *import = importer->state;

	if (import->is_list && !tree_take_list(import, err))
		return false;
	/* what a row that is left out meant would end */
	if (importer->options->whole_tree && importer->options->skip_bad && importer->result->report.rejects.count > 0)
		return error_set(err, ERROR_DATA, _("A whole tree is not stored without its bad rows."));
	for (size_t i = 0; importer->options->whole_tree && i < import->tree.nodes.count; i++) {
		struct unit ended = import->tree.nodes.items[i].unit;
		int field;

		if (import->stays[i] || ended.kind == UNIT_BODY)
			continue;
		if (ended.first_fiscal_year >= import->fiscal_year) {
			if (!*import->young.message)
				error_set(&import->young, ERROR_DATA,
					_("“%s” begins or changes in that very year; undo that "
					  "instead."), ended.code);
			continue;
		}
		ended.last_fiscal_year = import->fiscal_year - 1;
		ended.successor_code = import->successor[i] ? import->successor[i] : "";
		if (!office_desk_put_unit(import->desk, OFFICE_SET, &ended, 0, NULL, &field, err))
			return false;
	}
	if (!office_desk_judge(import->desk, tree_refuse, import, err))
		return false;
	if (*import->fault.message)
		*err = import->fault;
	else if (*import->young.message)
		*err = import->young;
	return !*import->fault.message && !*import->young.message;
}

/* Notes each thing that differs; true when anything does. */
static bool tree_differs(struct tree_import *import, const struct tree_row *row)
{
	static const size_t told[] = {UNIT_NAME, UNIT_PARENT, UNIT_READING};
	const struct unit *was = &import->tree.nodes.items[row->node].unit;
	const char *const *is = row->entry->now.cells;
	bool differs = strcmp(is[UNIT_LEAD], was->lead_section ? "1" : "0") != 0 ||
		strtol(is[UNIT_POSITION], NULL, 10) != was->position;

	for (size_t i = 0; i < sizeof told / sizeof told[0]; i++) {
		const char *before = tree_text(import, was, told[i]);

		if (strcmp(before, is[told[i]]) == 0)
			continue;
		importer_difference(import->importer, row->line, is[UNIT_CODE],
			office_column(&office_units, told[i]), before, is[told[i]]);
		differs = true;
	}
	return differs;
}

/* A unit of a list is told with those above it, and whether its code is our proposal. */
static void tree_tell_new(struct tree_import *import, const struct tree_row *row)
{
	struct strbuf what = {0};

	if (row->listed >= 0)
		unit_list_path(&import->list.units, row->listed, &what);
	else
		strbuf_add_text(&what, row->entry->now.cells[UNIT_NAME]);
	if (row->listed >= 0 && import->list.units.entries.items[row->listed].proposed) {
		strbuf_add_text(&what, _(" (code proposed)"));
		import->importer->result->proposed++;
	}
	importer_difference(import->importer, row->line, row->entry->now.cells[UNIT_CODE], "", "", strbuf_text(&what));
	strbuf_free(&what);
}

static bool tree_finish(struct importer *importer, struct error *err)
{
	struct tree_import *import = importer->state;
	char year[FISCAL_YEAR_TEXT];

	for (size_t i = 0; i < import->rows.count; i++) {
		const struct tree_row *row = &import->rows.items[i];

		if (!row->entry || row->entry->refused)
			continue;
		if (row->node < 0) {
			importer->result->added++;
			tree_tell_new(import, row);
		} else if (tree_differs(import, row)) {
			importer->result->changed++;
		} else {
			office_desk_leave(row->entry);
			importer_unchanged(importer, row->line, row->entry->now.cells[UNIT_CODE]);
		}
	}
	fiscal_year_format(import->fiscal_year - 1, year);
	for (size_t i = 0; importer->options->whole_tree && i < import->tree.nodes.count; i++) {
		const struct unit *unit = &import->tree.nodes.items[i].unit;

		if (import->stays[i] || unit->kind == UNIT_BODY)
			continue;
		importer->result->changed++;
		importer_difference(importer, 0, unit->code, "last_fiscal_year", unit->name, year);
	}
	importer_followed(importer, import->desk);
	return office_desk_store(import->desk, err);
}

const struct importer_kind importing_tree = {.begin = tree_begin, .row = tree_row, .judge = tree_judge,
	.finish = tree_finish, .release = tree_release};
