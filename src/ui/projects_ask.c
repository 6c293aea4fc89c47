/* projects_ask - questions of the projects list: sort, columns, search, export. */
#include "config.h"

#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "model/filter.h"
#include "model/fiscal_year.h"
#include "service/explaining.h"
#include "service/registering.h"
#include "ui/export_table.h"
#include "ui/projects.h"
#include "ui/s_viewer.h"
#include "ui/w_choice.h"

/* --- order --------------------------------------------------------------------------------- */

void projects_sort_by(struct projects *projects, const struct projects_column *column)
{
	if (projects->sort.field == column->field)
		projects->sort.descending = !projects->sort.descending;
	else
		projects->sort = (struct project_sort){column->field, column->figures};
	projects_read_later(projects, false);
}

void projects_ask_sort(struct projects *projects)
{
	const struct glyphs *glyphs = &projects->app->theme.glyphs;
	struct w_choice_entry entries[PROJECTS_COLUMNS_MAX] = {0};
	int now = 0, chosen;

	for (size_t i = 0; i < projects_column_count; i++) {
		const struct projects_column *column = &projects_columns[i];

		entries[i] = (struct w_choice_entry){.label = _(project_fields[column->field].label),
			.reading = column->reading};
		if (column->field != projects->sort.field)
			continue;
		now = (int)i;
		entries[i].hint = projects->sort.descending ? glyphs->descending : glyphs->ascending;
	}
	chosen = w_choice_run(projects->app, _("Sort by (again: the other way round)"), entries,
		projects_column_count, now);
	if (chosen >= 0)
		projects_sort_by(projects, &projects_columns[chosen]);
}

/* --- columns ------------------------------------------------------------------------------- */

void projects_ask_columns(struct projects *projects)
{
	struct w_choice_entry entries[PROJECTS_COLUMNS_MAX] = {0};
	bool chosen[PROJECTS_COLUMNS_MAX], any = false;
	struct error err = {0};

	for (size_t i = 0; i < projects_column_count; i++) {
		const struct projects_column *column = &projects_columns[i];

		entries[i] = (struct w_choice_entry){.label = _(project_fields[column->field].label),
			.reading = column->reading};
		chosen[i] = projects->chosen[i];
	}
	if (!w_choice_run_many(projects->app, _("Columns"), entries, projects_column_count, chosen))
		return;
	for (size_t i = 0; i < projects_column_count; i++)
		any = any || chosen[i];
	if (!any) {
		app_warn(projects->app, _("At least one column stays."));
		return;
	}
	memcpy(projects->chosen, chosen, projects_column_count * sizeof chosen[0]);
	if (!projects_columns_remember(chosen, &err))
		app_error(projects->app, &err);
}

/* --- terms of the filter ------------------------------------------------------------------- */

/* The keys that are offered, with the kana they are found by. */
static const struct {
	enum filter_key key;
	const char *reading;
} offered[] = {
	{FILTER_DEPARTMENT, "ぶきょく"},
	{FILTER_SECTION, "しょぞく"},
	{FILTER_TEAM, "はん"},
	{FILTER_STATUS, "じょうたい"},
	{FILTER_PROBLEM_TYPE, "かだいるいけい"},
	{FILTER_TOOL, "おもなつーる"},
	{FILTER_ANY_TOOL, "しようつーる"},
	{FILTER_HOURS, "さくげんじかん みこみ"},
	{FILTER_ACTUAL, "じっせきじかん"},
	{FILTER_LEADER, "りーだー"},
	{FILTER_OWNER, "たんとうしゃ"},
	{FILTER_WORK, "ぎょうむ"},
	{FILTER_START, "かいしび"},
	{FILTER_COST, "けいひ"},
	{FILTER_REPLICABLE, "よこてんかい"},
	{FILTER_UPDATED, "こうしんにちじ"},
	{FILTER_FISCAL_YEAR, "ねんど"},
};
enum { OFFERED = sizeof offered / sizeof offered[0] };

/* The values of one key. */
struct values {
	VEC(struct w_choice_entry) entries;
	VEC(const char *) texts; /* what is written into the filter */
	struct arena arena;
};

static void add_value(struct values *values, const char *label, const char *text,
	const char *hint)
{
	struct w_choice_entry *entry = vec_add(&values->entries);

	entry->label = arena_strdup(&values->arena, label);
	entry->reading = NULL;
	entry->hint = hint ? arena_strdup(&values->arena, hint) : NULL;
	*vec_add(&values->texts) = arena_strdup(&values->arena, text);
}

/* A name that several units bear is written as its code. */
static bool is_only_one(const struct unit_tree *units, const struct unit *unit)
{
	return unit_tree_resolve(units, unit->kind, NULL, NULL, unit->name, NULL) >= 0;
}

static void add_units(struct projects *projects, enum unit_kind kind, struct values *values)
{
	struct session *session = projects->app->session;
	const struct unit_tree *units = session_units(session, session->fiscal_year, NULL);

	for (size_t i = 0; units && i < units->nodes.count; i++) {
		const struct unit_node *node = &units->nodes.items[i];
		const char *above = node->parent > 0 ? units->nodes.items[node->parent].unit.name : NULL;

		if (node->unit.kind == kind)
			add_value(values, node->unit.name,
				is_only_one(units, &node->unit) ? node->unit.name : node->unit.code, above);
	}
}

static void add_entries(struct projects *projects, const struct catalogue *catalogue,
	struct values *values)
{
	struct strbuf name = {0};

	for (size_t i = 0; i < catalogue->entries.count; i++) {
		const struct catalogue_entry *entry = &catalogue->entries.items[i];

		if (catalogue_find(catalogue, entry->code, projects->fiscal_year) != (int)i)
			continue;
		strbuf_clear(&name);
		catalogue_display_name(catalogue, entry, &name);
		add_value(values, strbuf_text(&name), entry->code, entry->code);
	}
	strbuf_free(&name);
}

static void add_values(struct projects *projects, enum filter_key key, struct values *values)
{
	switch (key) {
	case FILTER_DEPARTMENT:
		add_units(projects, UNIT_DEPARTMENT, values);
		break;
	case FILTER_SECTION:
		add_units(projects, UNIT_SECTION, values);
		break;
	case FILTER_TEAM:
		add_units(projects, UNIT_TEAM, values);
		break;
	case FILTER_STATUS:
		for (int status = 0; status < STATUS_COUNT; status++)
			add_value(values, workflow_status_label((enum status)status),
				workflow_status_label((enum status)status), NULL);
		break;
	case FILTER_PROBLEM_TYPE:
		add_entries(projects, &projects->app->session->problem_types, values);
		break;
	case FILTER_TOOL:
	case FILTER_ANY_TOOL:
		add_entries(projects, &projects->app->session->tools, values);
		break;
	case FILTER_REPLICABLE:
		add_value(values, _("yes"), "yes", NULL);
		add_value(values, _("no"), "no", NULL);
		break;
	default:
		break;
	}
}

/* The term a key and one of its values make; only "key:" where the value is to be typed. */
static void insert_term(struct projects *projects, enum filter_key key, const char *value)
{
	struct filter filter = {0};
	struct strbuf term = {0};

	if (value) {
		filter_add(&filter, key, FILTER_MATCH, value);
		filter_format(&filter, &term);
		filter_free(&filter);
	} else {
		strbuf_addf(&term, "%s:", filter_keys[key].id);
	}
	w_filter_insert(&projects->filter, strbuf_text(&term), value == NULL);
	strbuf_free(&term);
}

void projects_ask_term(struct projects *projects)
{
	struct w_choice_entry keys[OFFERED];
	struct values values = {0};
	enum filter_key key;
	int chosen;

	for (size_t i = 0; i < OFFERED; i++)
		keys[i] = (struct w_choice_entry){.label = _(filter_keys[offered[i].key].label),
			.reading = offered[i].reading, .hint = filter_keys[offered[i].key].id};
	chosen = w_choice_run(projects->app, _("Narrow by what?"), keys, OFFERED, 0);
	if (chosen < 0)
		return;
	key = offered[chosen].key;
	add_values(projects, key, &values);
	if (values.entries.count == 0) {
		insert_term(projects, key, NULL);
	} else {
		chosen = w_choice_run(projects->app, _(filter_keys[key].label), values.entries.items,
			values.entries.count, 0);
		if (chosen >= 0)
			insert_term(projects, key, values.texts.items[chosen]);
	}
	vec_free(&values.entries);
	vec_free(&values.texts);
	arena_free(&values.arena);
}

/* --- what leaves the screen ---------------------------------------------------------------- */

void projects_export(struct projects *projects)
{
	struct strbuf expression = {0};
	struct listing_query query;
	struct table table;
	struct error err = {0};

	projects_query(projects, &expression, &query);
	if (listing_table(projects->app->session, &query, &table, &err)) {
		export_table(projects->app, &table);
		table_free(&table);
	} else {
		app_error(projects->app, &err);
	}
	strbuf_free(&expression);
}

void projects_explain(struct projects *projects)
{
	const struct project *here = projects_here(projects);
	struct session *session = projects->app->session;
	struct project project;
	struct strbuf text = {0}, title = {0};
	struct error err = {0};
	char number[FISCAL_YEAR_TEXT];

	if (!here)
		return;
	fiscal_year_number_format(here->fiscal_year, here->number, number);
	strbuf_addf(&title, _("Where the hours of %s come from"), number);
	if (registering_load(session, here->uuid, &project, &err) &&
		explaining_project(session, &project, &text, &err))
		viewer_open(projects->app, strbuf_text(&title), strbuf_text(&text));
	else
		app_error(projects->app, &err);
	project_free(&project);
	strbuf_free(&title);
	strbuf_free(&text);
}

void projects_yank(struct projects *projects)
{
	const struct project *project = projects_here(projects);
	char number[FISCAL_YEAR_TEXT];
	struct strbuf text = {0};

	if (!project)
		return;
	fiscal_year_number_format(project->fiscal_year, project->number, number);
	strbuf_addf(&text, "%s %s", number, project->title);
	app_copy(projects->app, strbuf_text(&text));
	strbuf_free(&text);
}
