/* importing_tree - a file that is the whole unit tree of a fiscal year: what differs from the tree as it
 * is becomes new versions from that year on, and what the file does not have ends (domain.md §1). */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "model/fiscal_year.h"
#include "service/files/importer.h"
#include "store/unit_store.h"

struct tree_import {
	int fiscal_year;
	struct unit_tree tree;  /* of the year, as it was */
	struct unit_tree other; /* of another year, in which a row begins */
	int other_year;         /* 0 = not read yet */
	bool *stays;            /* by node: the file has it */
	const char **successor; /* by node: who takes over, as the file says; NULL = nobody */
	struct arena arena;
};

static bool begin(struct importer *importer, struct error *err)
{
	if (!importer_begin_masters(importer, err))
		return false;
	struct tree_import *import = xcalloc(1, sizeof *import);
	importer->state = import;
	import->fiscal_year = importer->session->fiscal_year;
	if (!unit_store_tree(importer->session->store, import->fiscal_year, &import->tree, err))
		return false;
	import->stays = xcalloc(import->tree.nodes.count + 1, sizeof *import->stays);
	import->successor = xcalloc(import->tree.nodes.count + 1, sizeof *import->successor);
	return true;
}

static void release(struct importer *importer)
{
	struct tree_import *import = importer->state;

	if (!import)
		return;
	unit_tree_free(&import->tree);
	unit_tree_free(&import->other);
	free(import->stays);
	free(import->successor);
	arena_free(&import->arena);
	free(import);
}

/* ---- a row ----------------------------------------------------------------------------------- */

/* What the row says; cells that the file does not have stay as they are. */
static bool read_unit(struct importer *importer, const struct sheet_row *row,
	const struct unit *stored, struct unit *unit)
{
	*unit = stored ? *stored : (struct unit){.parent_code = "", .successor_code = "", .reading = ""};
	unit->code = row->cells[UNIT_CODE];
	unit->name = row->cells[UNIT_NAME];
	if (row->present[UNIT_PARENT])
		unit->parent_code = row->cells[UNIT_PARENT];
	if (row->present[UNIT_READING])
		unit->reading = row->cells[UNIT_READING];
	else if (stored && strcmp(stored->name, unit->name) != 0)
		unit->reading = ""; /* another name is read otherwise */
	return importer_unit_cells(importer, row, unit);
}

/* Notes each thing that differs; true when anything does. */
static bool note_differences(struct importer *importer, int64_t line, const struct unit *was,
	const struct unit *is)
{
	const bool renamed = strcmp(was->name, is->name) != 0;
	const bool moved = strcmp(was->parent_code, is->parent_code) != 0;

	if (renamed)
		importer_difference(importer, line, is->code, "name", was->name, is->name);
	if (moved)
		importer_difference(importer, line, is->code, "parent_code", was->parent_code,
			is->parent_code);
	const bool read_otherwise = strcmp(was->reading, is->reading) != 0;

	if (read_otherwise)
		importer_difference(importer, line, is->code, "reading", was->reading, is->reading);
	return renamed || moved || read_otherwise || was->position != is->position ||
		was->lead_section != is->lead_section;
}

static bool put(struct importer *importer, const struct unit *unit, struct error *err)
{
	const struct tree_import *import = importer->state;
	struct unit version = *unit;
	bool changed;

	version.first_fiscal_year = import->fiscal_year;
	return unit_store_put(importer->session->store, &version, &changed, err);
}

static bool store_row(struct importer *importer, const struct sheet_row *row, int node,
	const struct unit *unit, struct error *err)
{
	const struct tree_import *import = importer->state;
	const struct unit *stored = node < 0 ? NULL : &import->tree.nodes.items[node].unit;

	if (!stored) {
		importer->result->added++;
		importer_difference(importer, row->line, unit->code, "", "", unit->name);
		return put(importer, unit, err);
	}
	if (stored->kind != unit->kind)
		return importer_reject(importer, row, UNIT_KIND,
			_("This code is a unit of another kind; give the new unit a code of its own."));
	if (!note_differences(importer, row->line, stored, unit)) {
		importer->result->unchanged++;
		return true;
	}
	importer->result->changed++;
	return put(importer, unit, err);
}

/* What `export units` writes has a row for each form of a unit. Sets other where the row is one that is
 * stored, but not that of the year. */
static bool is_other_form(struct importer *importer, int node, int first, bool *other,
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

static bool row_unit(struct importer *importer, const struct sheet_row *row, struct error *err)
{
	struct tree_import *import = importer->state;
	const int node = unit_tree_find(&import->tree, row->cells[UNIT_CODE]);
	struct unit unit;
	int64_t earlier;
	int first, last;
	bool other;

	if (!importer_year_cell(importer, row, UNIT_FIRST, 0, &first) ||
		!importer_year_cell(importer, row, UNIT_LAST, 0, &last) ||
		!read_unit(importer, row, node < 0 ? NULL : &import->tree.nodes.items[node].unit,
			&unit))
		return true;
	/* a unit that ended before: it says who takes over */
	if (last && last < import->fiscal_year) {
		if (node >= 0 && *row->cells[UNIT_SUCCESSOR])
			import->successor[node] =
				arena_strdup(&import->arena, row->cells[UNIT_SUCCESSOR]);
		return true;
	}
	if (!is_other_form(importer, node, first, &other, err))
		return false;
	if (other) {
		import->stays[node] = true;
		return true;
	}
	if (!importer_first(importer, unit.code, row->line, &earlier))
		return importer_reject_second(importer, row, earlier);
	if (node >= 0)
		import->stays[node] = true;
	return store_row(importer, row, node, &unit, err);
}

/* ---- what the file does not have --------------------------------------------------------------- */

static bool close_unit(struct importer *importer, int node, struct error *err)
{
	const struct tree_import *import = importer->state;
	struct unit closed = import->tree.nodes.items[node].unit;
	char year[FISCAL_YEAR_TEXT];
	int64_t projects;
	bool changed;

	if (!unit_store_used(importer->session->store, closed.code, import->fiscal_year, &projects,
		    err))
		return false;
	if (projects > 0)
		return error_set(err, ERROR_DATA,
			ngettext("“%s” is not in the file, but has %lld project in that fiscal year or later.",
				"“%s” is not in the file, but has %lld projects in that fiscal year or later.",
				(unsigned long)projects),
			closed.code, (long long)projects);
	if (closed.first_fiscal_year >= import->fiscal_year)
		return error_set(err, ERROR_DATA,
			_("“%s” begins or changes in that very year; undo that instead."), closed.code);
	closed.last_fiscal_year = import->fiscal_year - 1;
	closed.successor_code = import->successor[node] ? import->successor[node] : "";
	fiscal_year_format(closed.last_fiscal_year, year);
	importer->result->changed++;
	importer_difference(importer, 0, closed.code, "last_fiscal_year", closed.name, year);
	return unit_store_put(importer->session->store, &closed, &changed, err);
}

static bool finish(struct importer *importer, struct error *err)
{
	const struct tree_import *import = importer->state;
	struct unit_tree whole = {0};

	for (size_t i = 0; i < import->tree.nodes.count; i++)
		if (!import->stays[i] && import->tree.nodes.items[i].unit.kind != UNIT_BODY &&
			!close_unit(importer, (int)i, err))
			return false;
	/* refuses units whose parent is not there */
	const bool is_whole = unit_store_tree(importer->session->store, import->fiscal_year, &whole,
		err);
	unit_tree_free(&whole);
	return is_whole;
}

const struct importer_kind importing_tree = {
	.begin = begin, .row = row_unit, .finish = finish, .release = release};
