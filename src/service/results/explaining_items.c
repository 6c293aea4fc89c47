#include "config.h"

#include "service/results/explaining_items.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/strmap.h"
#include "model/fiscal_year.h"
#include "rollup/coverage.h"
#include "service/results/explaining_text.h"
#include "store/project_store.h"

/* ---- which row a project belongs to ------------------------------------------------------------ */

/* Columns whose text says which projects a row is of, the narrowest first. */
enum item_way { WAY_NUMBERS = DIMENSION_COUNT };
static const struct {
	const char *column;
	int by; /* an enum dimension by its code, or WAY_NUMBERS: the numbers that the cell lists */
} item_ways[] = {
	{"numbers", WAY_NUMBERS},
	{"number", WAY_NUMBERS},
	{"team_code", DIMENSION_TEAM},
	{"section_code", DIMENSION_SECTION},
	{"department_code", DIMENSION_DEPARTMENT},
	{"problem_type_code", DIMENSION_PROBLEM_TYPE},
	{"primary_tool_code", DIMENSION_TOOL},
	{"fiscal_year_code", DIMENSION_FISCAL_YEAR},
	{"status_code", DIMENSION_STATUS},
};

struct item_rows {
	int by;
	struct strmap rows; /* code → its last row */
	int64_t *others;    /* by row: the one before of the same code, -1 = none */
	int64_t rest;       /* the row of what no other row is of; -1 = none */
};

static int items_column(const struct table *table, int *by)
{
	for (size_t i = 0; i < sizeof item_ways / sizeof item_ways[0]; i++) {
		const int column = table_column_index(table, item_ways[i].column);

		*by = item_ways[i].by;
		if (column >= 0)
			return column;
	}
	return -1;
}

/* Puts a project under every wanted row of its code. */
static void items_add(const struct explaining_page *page, const struct item_rows *rows,
	const char *code, int64_t project_id, const struct snapshot_project *project,
	struct explaining_items *items)
{
	int64_t row = rows->rest;

	for (strmap_get(&rows->rows, code, &row); row >= 0; row = rows->others[row])
		if (page->row < 0 || row == page->row)
			*vec_add(&items->items) =
				(struct explaining_item){(size_t)row, project_id, project};
}

static bool items_of_now(const struct explaining_page *page, const struct explaining_kind *kind,
	const struct item_rows *rows, struct explaining_items *items, struct error *err)
{
	const int fiscal_year = page->table->fiscal_year;
	/* whatever its figures are, a project has been handed in */
	const uint8_t taken = FACT_COUNTED | (kind->states ? FACT_TOO_LARGE : 0);
	const struct facts *facts =
		rollups_facts(page->session, fiscal_year, page->choice->filter, err);
	char year[16];

	if (!facts)
		return false;
	snprintf(year, sizeof year, "%d", fiscal_year);
	const uint16_t year_code = facts_find(facts, DIMENSION_FISCAL_YEAR, year);
	const struct dictionary_entry *const entries = facts->dictionary[rows->by].entries.items;
	for (size_t f = 0; f < facts->count; f++)
		if ((facts->flags[f] & taken) &&
			(!fiscal_year || facts->codes[DIMENSION_FISCAL_YEAR][f] == year_code) &&
			(kind->half == HALF_NONE ||
				facts->codes[DIMENSION_HALF_YEAR][f] == kind->half))
			items_add(page, rows, entries[facts->codes[rows->by][f]].code,
				facts->project_id[f], NULL, items);
	return true;
}

static const char *items_frozen_code(const struct snapshot_project *project, int fiscal_year, int by,
	char buffer[64])
{
	switch (by) {
	case DIMENSION_TEAM:
		return project->team_code;
	case DIMENSION_SECTION:
		return project->section_code;
	case DIMENSION_DEPARTMENT:
		return project->department_code;
	case DIMENSION_PROBLEM_TYPE:
		return project->problem_type;
	case DIMENSION_STATUS:
		return workflow_status_id(project->status);
	case DIMENSION_TOOL:
		snprintf(buffer, 64, "%.*s", (int)strcspn(project->tools, ","), project->tools);
		return buffer;
	default:
		snprintf(buffer, 64, "%d", fiscal_year);
		return buffer;
	}
}

/* The projects whose numbers a cell lists: "R7-0023, R7-0175". */
static bool items_of_numbers(const struct explaining_page *page, size_t row, const char *text,
	struct explaining_items *items, struct error *err)
{
	while (*text) {
		const size_t length = strcspn(text, ",");
		char number[FISCAL_YEAR_TEXT + 16];
		struct project project;
		int fiscal_year, count;

		snprintf(number, sizeof number, "%.*s", (int)length, text);
		text += length + strspn(text + length, ", ");
		if (!fiscal_year_number_parse(number, &fiscal_year, &count, err))
			return false;
		for (size_t i = 0; page->frozen && i < page->frozen->projects.count; i++)
			if (page->frozen->projects.items[i].number == count)
				*vec_add(&items->items) = (struct explaining_item){row, 0,
					&page->frozen->projects.items[i]};
		if (page->frozen)
			continue;
		project_init(&project);
		const enum project_find found = project_store_by_number(page->session->store,
			fiscal_year, count, &project, err);
		if (found == PROJECT_FOUND)
			*vec_add(&items->items) = (struct explaining_item){row, project.id, NULL};
		project_free(&project);
		if (found == PROJECT_FAILED)
			return false;
	}
	return true;
}

static int items_compare(const void *a, const void *b)
{
	const struct explaining_item *left = a, *right = b;

	if (left->row != right->row)
		return left->row < right->row ? -1 : 1;
	/* facts and frozen projects lie in arrays: their order is that of the numbers */
	if (left->project_id != right->project_id)
		return left->project_id < right->project_id ? -1 : 1;
	return left->project && left->project->number != right->project->number ?
		(left->project->number < right->project->number ? -1 : 1) : 0;
}

bool explaining_items_find(const struct explaining_page *page, const struct explaining_kind *kind,
	struct explaining_items *items, struct error *err)
{
	const struct table *const table = page->table;
	struct item_rows rows = {.rest = -1};
	const int column = items_column(table, &rows.by);
	bool found = true;

	/* what is frozen does not say when a project started */
	if (column < 0 || (page->frozen && kind->half != HALF_NONE))
		return true;
	rows.others = xcalloc(table->rows.count + 1, sizeof *rows.others);
	for (size_t r = 0; found && r < table->rows.count; r++) {
		const struct table_cell *const cell = &table->rows.items[r].cells[column];

		rows.others[r] = -1;
		if (table->rows.items[r].kind == ROW_UNCLASSIFIED)
			rows.rest = (int64_t)r;
		else if (table->rows.items[r].kind != ROW_DATA || cell->kind != CELL_TEXT)
			continue;
		else if (rows.by == WAY_NUMBERS)
			found = (page->row >= 0 && page->row != (int)r) ||
				items_of_numbers(page, r, cell->text, items, err);
		else {
			strmap_get(&rows.rows, cell->text, &rows.others[r]);
			strmap_put(&rows.rows, cell->text, (int64_t)r);
		}
	}
	if (found && rows.by != WAY_NUMBERS && page->frozen) {
		for (size_t i = 0; i < page->frozen->projects.count; i++) {
			const struct snapshot_project *project = &page->frozen->projects.items[i];
			char buffer[64];

			if (snapshot_counts(project) || (kind->states &&
				workflow_counts(project->status) && !project->excluded))
				items_add(page, &rows, items_frozen_code(project,
					page->frozen->fiscal_year, rows.by, buffer), 0, project,
					items);
		}
	} else if (found && rows.by != WAY_NUMBERS)
		found = items_of_now(page, kind, &rows, items, err);
	strmap_free(&rows.rows);
	free(rows.others);
	if (items->items.count)
		qsort(items->items.items, items->items.count, sizeof *items->items.items,
			items_compare);
	return found;
}

void explaining_items_free(struct explaining_items *items)
{
	vec_free(&items->items);
}

/* ---- projects with their lines ----------------------------------------------------------------- */

/* What a project comes to in a stage: as it was frozen, with the lines where they still come to that. */
static void items_write_stage(const struct explaining_page *page, const struct explaining_item *item,
	const struct project *project, enum stage stage, int depth, const char *label)
{
	const enum basis basis = page->table->basis;
	const int64_t now = project->minutes[stage][basis];
	const int64_t told = item->project ? item->project->minutes[stage][basis] : now;

	if (!label)
		explaining_total(page->out, told, item->project ?
			page->frozen->hours_per_person_year :
			session_hours_per_person_year(page->session, project->fiscal_year));
	strbuf_add_char(page->out, '\n');
	if (told == now) {
		explaining_lines(page->out, project, stage, basis,
			&(struct explaining_only){label, -1}, depth);
		return;
	}
	explaining_indent(page->out, depth);
	strbuf_add_text(page->out, _("The lines have changed since this was frozen.\n"));
}

/* One stage stands beside the project, several below it. */
static void items_write_figures(const struct explaining_page *page,
	const struct explaining_kind *kind, const struct explaining_item *item,
	const struct project *project, const char *label)
{
	if (!kind->stages) {
		if (!label)
			strbuf_add_text(page->out, _(": "));
		items_write_stage(page, item, project, page->table->stage, 3, label);
		return;
	}
	strbuf_add_char(page->out, '\n');
	for (int stage = 0; stage < STAGE_COUNT; stage++) {
		if (!(kind->stages & 1u << stage) || (!project->has_stage[stage] &&
			(!item->project || !item->project->minutes[stage][page->table->basis])))
			continue;
		explaining_indent(page->out, 3);
		strbuf_addf(page->out, "%s%s", effect_stage_label((enum stage)stage), _(": "));
		items_write_stage(page, item, project, (enum stage)stage, 4, label);
	}
}

/* What the row says is missing; -1 where it says nothing. */
static int items_missing(const struct explaining_page *page, size_t row)
{
	const int column = table_column_index(page->table, "missing");

	for (int step = 0; column >= 0 && step < COVERAGE_STEP_COUNT; step++)
		if (strcmp(page->table->rows.items[row].cells[column].text,
			coverage_step_label((enum coverage_step)step)) == 0)
			return step;
	return -1;
}

static bool items_write_one(const struct explaining_page *page, const struct explaining_kind *kind,
	const struct explaining_item *item, const char *label, struct error *err)
{
	const int missing = items_missing(page, item->row);
	struct project project;

	project_init(&project);
	const enum project_find found = item->project ?
		project_store_by_uuid(page->session->store, item->project->uuid, &project, err) :
		project_store_by_id(page->session->store, item->project_id, &project, err);
	const enum status status = item->project ? item->project->status : project.status;
	if (found != PROJECT_FAILED && missing >= 0 && coverage_taken(status, (enum coverage_step)missing)) {
		project_free(&project);
		return true; /* the row is about those that have not come so far */
	}
	if (found != PROJECT_FAILED) {
		explaining_indent(page->out, 2);
		if (item->project)
			explaining_number(page->out, page->frozen->fiscal_year,
				item->project->number, item->project->title);
		else
			explaining_number(page->out, project.fiscal_year, project.number,
				project.title);
	}
	if (found != PROJECT_FAILED && kind->states)
		strbuf_addf(page->out, "%s%s\n", _(": "), workflow_status_label(status));
	else if (found != PROJECT_FAILED)
		items_write_figures(page, kind, item, &project, label);
	project_free(&project);
	return found != PROJECT_FAILED;
}

bool explaining_items_write(const struct explaining_page *page, const struct explaining_kind *kind,
	const struct explaining_items *items, size_t row, struct error *err)
{
	const int column = table_column_index(page->table, "line");
	const struct table_cell *const cell =
		column < 0 ? NULL : &page->table->rows.items[row].cells[column];
	const char *const label = cell && cell->kind == CELL_TEXT ? cell->text : NULL;
	size_t first = 0, end = items->items.count;

	while (first < end) {
		const size_t middle = first + (end - first) / 2;

		if (items->items.items[middle].row < row)
			first = middle + 1;
		else
			end = middle;
	}
	for (size_t i = first; i < items->items.count && items->items.items[i].row == row; i++)
		if (!items_write_one(page, kind, &items->items.items[i], label, err))
			return false;
	return true;
}
