#include "config.h"

#include "service/files/templates.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "exchange/template.h"
#include "model/filter.h"
#include "model/project.h"
#include "store/project_store.h"

/* The columns of the hidden sheet: the departments; of each section its department, and it; of each team its section
 * after its department, and it; problem types; tools. */
enum { LIST_DEPARTMENTS, LIST_SECTION_OF, LIST_SECTIONS, LIST_TEAM_OF, LIST_TEAMS, LIST_TYPES, LIST_TOOLS, LISTS };

static const struct {
	enum field field;
	const char *help; /* N_() */
	enum template_cell cell;
	int list;         /* the choices: -1 = none */
	int width;
} templates_columns[] = {
	{FIELD_DEPARTMENT, N_("Choose the department."), TEMPLATE_TEXT, LIST_DEPARTMENTS, 16},
	{FIELD_SECTION, N_("Choose the section, after the department."), TEMPLATE_TEXT, LIST_SECTIONS, 18},
	{FIELD_TEAM, N_("Choose the team, after the section. Needed."), TEMPLATE_TEXT, LIST_TEAMS, 16},
	{FIELD_TITLE, N_("What is improved and how, in one line. Needed."), TEMPLATE_TEXT, -1, 36},
	{FIELD_PROBLEM_TYPE, N_("Choose one."), TEMPLATE_TEXT, LIST_TYPES, 24},
	{FIELD_PRIMARY_TOOL, N_("Choose the tool that does most."), TEMPLATE_TEXT, LIST_TOOLS, 20},
	{FIELD_OWNER, N_("The name of who is in charge."), TEMPLATE_TEXT, -1, 14},
	{FIELD_CURRENT_ISSUE, N_("What takes time or goes wrong today."), TEMPLATE_LONG_TEXT, -1, 36},
	{FIELD_APPROACH, N_("What is done about it."), TEMPLATE_LONG_TEXT, -1, 36},
	{FIELD_QUALITATIVE_EFFECT, N_("What gets better besides hours."), TEMPLATE_LONG_TEXT, -1, 30},
	{FIELD_HOURS_BEFORE, N_("Hours a year before; digits only."), TEMPLATE_FIGURE, -1, 14},
	{FIELD_HOURS_AFTER, N_("Hours a year afterwards; digits only."), TEMPLATE_FIGURE, -1, 14},
	{FIELD_IMPLEMENTATION_COST, N_("Yen, digits only."), TEMPLATE_FIGURE, -1, 14},
	{FIELD_RUNNING_COST, N_("Yen a year, digits only."), TEMPLATE_FIGURE, -1, 14},
	{FIELD_STARTED_ON, N_("A day, such as 2025-04-01."), TEMPLATE_DAY, -1, 14},
	{FIELD_OPERATING_FROM, N_("A month, such as 2025-09."), TEMPLATE_TEXT, -1, 14},
	{FIELD_NUMBER, N_("Leave it as it is; a new project has none."), TEMPLATE_TEXT, -1, 12},
};
enum { TEMPLATES_COLUMNS = sizeof templates_columns / sizeof templates_columns[0] };

static void templates_add_units(const struct unit_tree *tree, int only, struct template_list lists[LISTS],
	struct arena *arena)
{
	for (size_t i = 0; i < tree->nodes.count; i++) {
		const struct unit_node *const node = &tree->nodes.items[i];
		const bool wanted = only < 0 || unit_tree_within(tree, (int)i, only) ||
			unit_tree_within(tree, only, (int)i);
		const char *const department =
			node->department < 0 ? "" : tree->nodes.items[node->department].unit.name;
		const char *const section = node->section < 0 ? "" : tree->nodes.items[node->section].unit.name;

		if (!wanted)
			continue;
		if (node->unit.kind == UNIT_DEPARTMENT) {
			*vec_add(&lists[LIST_DEPARTMENTS].items) = node->unit.name;
		} else if (node->unit.kind == UNIT_SECTION) {
			*vec_add(&lists[LIST_SECTION_OF].items) = department;
			*vec_add(&lists[LIST_SECTIONS].items) = node->unit.name;
		} else if (node->unit.kind == UNIT_TEAM) {
			char *const above = xasprintf("%s/%s", department, section);

			*vec_add(&lists[LIST_TEAM_OF].items) = arena_strdup(arena, above);
			*vec_add(&lists[LIST_TEAMS].items) = node->unit.name;
			free(above);
		}
	}
}

static void templates_add_catalogue(const struct catalogue *catalogue, int fiscal_year, struct template_list *list)
{
	for (size_t i = 0; i < catalogue->entries.count; i++) {
		const struct catalogue_entry *const entry = &catalogue->entries.items[i];

		if (catalogue_find(catalogue, entry->code, fiscal_year) == (int)i)
			*vec_add(&list->items) = catalogue_name(entry);
	}
}

/* What may be chosen in the first row; sections are those of the department there, teams those of the section. */
static char *templates_choices(const char *sheet, int list, const struct template_list lists[LISTS])
{
	static const char *const above[LISTS] = {[LIST_SECTIONS] = "$A5", [LIST_TEAMS] = "$A5&\"/\"&$B5"};
	const size_t rows = lists[list].items.count ? lists[list].items.count : 1;
	const char own = (char)('A' + list), key = (char)('A' + list - 1);

	if (!above[list])
		return xasprintf("=%s!$%c$1:$%c$%zu", sheet, own, own, rows);
	return xasprintf("=OFFSET(%s!$%c$1,MATCH(%s,%s!$%c$1:$%c$%zu,0)-1,0,COUNTIF(%s!$%c$1:$%c$%zu,%s),1)", sheet, own,
		above[list], sheet, key, key, rows, sheet, key, key, rows, above[list]);
}

struct templates_filling {
	struct session *session;
	struct arena *arena;
	VEC(struct template_row) rows;
	struct error *err;
	bool failed;
};

static bool templates_fill(const struct project *project, void *data)
{
	struct templates_filling *const filling = data;
	const char **const cells = arena_alloc(filling->arena, TEMPLATES_COLUMNS * sizeof *cells);
	struct project_context context;
	struct strbuf text = {0};

	filling->failed = !session_context(filling->session, project->fiscal_year, &context, filling->err);
	for (size_t i = 0; i < TEMPLATES_COLUMNS && !filling->failed; i++) {
		strbuf_clear(&text);
		/* a tool stands there as in the list that it is chosen from */
		project_field_get(project, templates_columns[i].field, &context,
			templates_columns[i].list == LIST_TOOLS ? FIELD_HUMAN : FIELD_MACHINE, &text);
		cells[i] = arena_strdup(filling->arena, strbuf_text(&text));
	}
	strbuf_free(&text);
	if (!filling->failed)
		vec_add(&filling->rows)->cells = cells;
	return !filling->failed && filling->rows.count < TEMPLATE_ROWS;
}

/* The projects of a section in the year before. */
static bool templates_fill_in(struct templates_filling *filling, const char *section)
{
	struct session *const session = filling->session;
	char *const words = xasprintf("fy:%d section:=%s", session->fiscal_year - 1, section);
	struct filter filter = {0};
	const bool read = filter_parse(words, &filter, filling->err) &&
		project_store_each(session->store, &filter, true, templates_fill, filling, filling->err);

	filter_free(&filter);
	free(words);
	return read && !filling->failed;
}

bool templates_projects(struct session *session, int section, FILE *stream, struct error *err)
{
	struct project_context context;
	struct template_list lists[LISTS] = {0};
	struct template_column columns[TEMPLATES_COLUMNS];
	char *choices[TEMPLATES_COLUMNS] = {NULL};
	struct arena arena = {0};
	struct templates_filling filling = {.session = session, .arena = &arena, .err = err};
	const char *const lists_name = _("Choices");

	if (!session_context(session, session->fiscal_year, &context, err))
		return false;
	templates_add_units(context.units, section, lists, &arena);
	templates_add_catalogue(context.problem_types, session->fiscal_year, &lists[LIST_TYPES]);
	templates_add_catalogue(context.tools, session->fiscal_year, &lists[LIST_TOOLS]);
	for (size_t i = 0; i < TEMPLATES_COLUMNS; i++) {
		if (templates_columns[i].list >= 0)
			choices[i] = templates_choices(lists_name, templates_columns[i].list, lists);
		columns[i] = (struct template_column){_(project_fields[templates_columns[i].field].label),
			_(templates_columns[i].help), templates_columns[i].cell, choices[i], templates_columns[i].width};
	}
	const bool filled = section < 0 ||
		templates_fill_in(&filling, context.units->nodes.items[section].unit.code);
	const struct template_sheet template = {_("Projects to register"),
		_("One project a line, from here on. Send the file back as it is."), lists_name, columns, TEMPLATES_COLUMNS,
		lists, LISTS, filling.rows.items, filling.rows.count};
	const bool written = filled && template_write(&template, stream, err);

	for (size_t i = 0; i < TEMPLATES_COLUMNS; i++)
		free(choices[i]);
	for (size_t l = 0; l < LISTS; l++)
		vec_free(&lists[l].items);
	vec_free(&filling.rows);
	arena_free(&arena);
	return written;
}

char *templates_file_name(const struct unit *section)
{
	char *const name = xasprintf("%s_%s.xlsx", section->code, section->name);

	for (char *at = name; (at = strpbrk(at, "/\\:*?\"<>|"));)
		*at = '-';
	return name;
}
