#include "config.h"

#include "service/files/importing_list.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "model/office/office_sheet.h"

/* The columns of a list: its places among the headings of units. */
struct list_columns {
	size_t code, name;
};

static size_t list_column(const char *id)
{
	const struct office_sheet *const sheet = office_sheet_of(&office_units);
	size_t column = 0;

	while (column < sheet->count && strcmp(sheet->headings[column].id, id) != 0)
		column++;
	assert(column < sheet->count);
	return column;
}

static struct list_columns list_columns_of(enum unit_kind kind)
{
	static const char *const ids[UNIT_KIND_COUNT][2] = {
		[UNIT_BODY] = {"code", "name"},
		[UNIT_DEPARTMENT] = {"department_code", "department"},
		[UNIT_SECTION] = {"section_code", "section"},
		[UNIT_TEAM] = {"team_code", "team"},
	};

	return (struct list_columns){list_column(ids[kind][0]), list_column(ids[kind][1])};
}

static bool list_has(const struct sheet_row *row, const char *id)
{
	return row->present[list_column(id)];
}

/* 所属名 alone, beside a kind or the unit above, is the name of whatever unit the row is. */
static bool list_is_by_levels(const struct sheet_row *row)
{
	return list_has(row, "department") || list_has(row, "team");
}

bool importing_list_means(const struct sheet_row *row)
{
	const bool coded = list_has(row, "code") || list_has(row, "section_code");

	const bool placed = list_has(row, "parent_code") || list_has(row, "first_fiscal_year");

	return list_is_by_levels(row) || list_has(row, "parent") || !coded || !list_has(row, "kind") || !placed;
}

void importing_list_free(struct importing_list *list)
{
	unit_list_free(&list->units);
	vec_free(&list->rows);
	arena_free(&list->arena);
}

/* ---- what else a row says -------------------------------------------------------------------------- */

static size_t list_save(struct importing_list *list, const struct sheet_row *row)
{
	static const int more[] = {UNIT_READING, UNIT_LEAD, UNIT_POSITION};
	const struct office_sheet *const sheet = office_sheet_of(&office_units);
	struct importing_list_row *const saved = vec_add(&list->rows);

	for (size_t i = 0; i < sheet->count; i++)
		for (size_t m = 0; m < sizeof more / sizeof more[0]; m++)
			if ((int)sheet->headings[i].field == more[m] && row->present[i]) {
				saved->headings[more[m]] = arena_strdup(&list->arena, row->headings[i]);
				saved->cells[more[m]] = arena_strdup(&list->arena, row->cells[i]);
			}
	return list->rows.count - 1;
}

static int list_put(struct importing_list *list, const struct sheet_row *row, enum unit_kind kind,
	const struct list_columns *columns, int parent, const char *above)
{
	const bool named = row->present[columns->name];
	const struct unit_list_entry entry = {
		.line = row->line,
		.row = SIZE_MAX,
		.column = named ? columns->name : columns->code,
		.kind = kind,
		.code = row->cells[columns->code],
		.name = row->cells[columns->name],
		.above = above,
		.parent = parent,
		.parent_node = -1,
	};

	return unit_list_add(&list->units, &entry);
}

/* ---- by levels --------------------------------------------------------------------------------------- */

/* 総務部,人事課,給与班 names three units, each below the one to its left; what is blank at the left is what stood
 * there above. A blank between two that are named is nobody's. */
static void list_add_levels(struct importing_list *list, const struct sheet_row *row)
{
	int parent = -1, lowest = -1, first = -1;
	bool gap = false;

	for (enum unit_kind kind = UNIT_DEPARTMENT; kind <= UNIT_TEAM; kind++) {
		const struct list_columns columns = list_columns_of(kind);
		const bool given = !text_is_blank(row->cells[columns.name]) || !text_is_blank(row->cells[columns.code]);

		if (!row->present[columns.name] && !row->present[columns.code])
			continue;
		const bool top = first < 0;
		first = (int)kind;
		if (!given) {
			gap |= lowest >= 0;
			parent = lowest >= 0 ? parent : list->above[kind];
			continue;
		}
		const bool orphan = parent < 0 && !top;
		parent = list_put(list, row, kind, &columns, parent, "");
		struct unit_list_entry *const entry = &list->units.entries.items[parent];
		if (gap)
			entry->fault = _("The cell at its left is blank. Write the name or 〃 there.");
		else if (orphan && lowest < 0)
			entry->fault = _("The cells at its left are blank, and nothing stands above them.");
		if (top && kind > UNIT_DEPARTMENT && entry->parent_node < 0) {
			/* the first level that the file has is found in the tree where it is not the departments' */
			const int found = unit_tree_named(list->units.tree, kind, row->cells[columns.name], NULL);

			if (found >= 0)
				entry->parent_node = list->units.tree->nodes.items[found].parent;
			else
				entry->fault = _("Which department this stands in is not said, and it is not known. Add a column 部局.");
		}
		lowest = parent;
		list->above[kind] = parent;
		for (size_t below = kind + 1; below < UNIT_KIND_COUNT; below++)
			list->above[below] = -1;
	}
	if (lowest >= 0 && list->units.entries.items[lowest].row == SIZE_MAX)
		list->units.entries.items[lowest].row = list_save(list, row);
}

/* ---- a unit a row ------------------------------------------------------------------------------------ */

/* Below the one that it names; where the file has none of these columns, below the last larger one. */
static void list_add_one(struct importing_list *list, const struct sheet_row *row)
{
	const struct list_columns section = list_columns_of(UNIT_SECTION), own = list_columns_of(UNIT_BODY);
	const struct list_columns columns = {row->present[own.code] ? own.code : section.code,
		row->present[own.name] ? own.name : section.name};
	const size_t by_code = list_column("parent_code"), by_name = list_column("parent");
	const char *const kind_cell = row->cells[list_column("kind")];
	const bool named = row->present[by_code] || row->present[by_name];
	enum unit_kind kind = UNIT_KIND_COUNT;
	const bool understood = text_is_blank(kind_cell) || unit_kind_parse(kind_cell, &kind);
	int parent = -1;

	for (size_t above = 0; !named && kind < UNIT_KIND_COUNT && above < kind; above++)
		parent = list->above[above] >= 0 ? list->above[above] : parent;
	const char *const above = !text_is_blank(row->cells[by_code]) ? row->cells[by_code] : row->cells[by_name];
	const int place = list_put(list, row, kind, &columns, parent, text_is_blank(above) ? "" : above);
	struct unit_list_entry *const entry = &list->units.entries.items[place];

	if (!understood || (!named && kind == UNIT_KIND_COUNT))
		entry->fault = _("What kind of unit this is, is not understood: 部局, 所属 or 班.");
	if (entry->row == SIZE_MAX)
		entry->row = list_save(list, row);
	entry->by_order = list->by_order = !named;
	list->goes_back |= list->counts[kind] > 0 && kind < list->last;
	list->last = kind;
	list->counts[kind]++;
	for (size_t below = kind; below < UNIT_KIND_COUNT; below++)
		list->above[below] = below == kind ? place : -1;
}

void importing_list_end(struct importing_list *list)
{
	for (size_t i = 0; list->by_order && !list->goes_back && i < list->units.entries.count; i++) {
		struct unit_list_entry *const entry = &list->units.entries.items[i];

		if (entry->parent >= 0 && list->counts[list->units.entries.items[entry->parent].kind] > 1 && !entry->fault &&
			unit_tree_find_typed(list->units.tree, entry->code) < 0)
			entry->fault = _("Which unit this stands below is not said, and the list is sorted by kind. Add a column 親.");
	}
}

void importing_list_add(struct importing_list *list, const struct sheet_row *row, struct sheet_report *report)
{
	static const char *const ignored[] = {"first_fiscal_year", "last_fiscal_year", "successor_code"};

	for (size_t i = 0; i < office_sheet_of(&office_units)->count && !list->begun; i++)
		list->headings[i] = arena_strdup(&list->arena, row->headings[i]);
	for (size_t i = 0; i < UNIT_KIND_COUNT && !list->begun; i++)
		list->above[i] = -1;
	for (size_t i = 0; i < sizeof ignored / sizeof ignored[0] && !list->begun; i++)
		if (list_has(row, ignored[i]))
			*vec_add(&report->ignored) = xstrdup(row->headings[list_column(ignored[i])]);
	list->begun = true;
	if (list_is_by_levels(row))
		list_add_levels(list, row);
	else
		list_add_one(list, row);
}
