#include "config.h"

#include "service/project/similars.h"

#include "base/i18n.h"
#include "base/text.h"
#include "model/fiscal_year.h"
#include "service/session/cache.h"
#include "store/project_store.h"

/* ---- the index ------------------------------------------------------------------------------ */

static struct similar_project view_of(const struct project *project)
{
	return (struct similar_project){
		.id = project->id,
		.title = project->title,
		.approach = project->approach,
		.current_issue = project->current_issue,
		.work = project->work,
		.problem_type = project->problem_type,
		.tools = project->tools,
		.tool_count = project->tool_count,
	};
}

static bool similars_add(const struct project *project, void *data)
{
	const struct similar_project view = view_of(project);

	if (project->status != STATUS_CANCELLED)
		similar_add(data, &view);
	return true;
}

/* The index as of the last change; owned by the session. NULL on failure. */
static struct similar_index *index_of(struct session *session, struct error *err)
{
	struct session_cache *cache = session->cache;
	const int64_t change = store_last_change(session->store);

	if (cache->similar && cache->similar_change == change)
		return cache->similar;
	similar_free(cache->similar);
	cache->similar = similar_new();
	cache->similar_change = change;
	if (project_store_each(session->store, NULL, false, similars_add, cache->similar, err))
		return cache->similar;
	similar_free(cache->similar);
	cache->similar = NULL;
	return NULL;
}

bool similars_count(struct session *session, size_t *count, struct error *err)
{
	struct project_list *list = project_store_list(session->store, NULL, NULL, 0, err);
	int64_t projects = 0;
	const bool counted = list && project_list_count(list, &projects, err);

	project_list_free(list);
	*count = (size_t)projects;
	return counted;
}

bool similars_to_project(struct session *session, const struct project *project,
	struct similar_hit *hits, size_t most, size_t *count, struct error *err)
{
	struct similar_index *index = index_of(session, err);
	const struct similar_project view = view_of(project);

	*count = index ? similar_to_project(index, &view, hits, most) : 0;
	return index != NULL;
}

bool similars_to_text(struct session *session, const char *text, struct similar_hit *hits,
	size_t most, size_t *count, struct error *err)
{
	struct similar_index *index = index_of(session, err);

	*count = index ? similar_to_text(index, text, hits, most) : 0;
	return index != NULL;
}

/* ---- the table ------------------------------------------------------------------------------ */

/* The columns between likeness and hours. */
static const struct {
	const char *id;
	enum field field;
	bool people, files;
} fields[] = {
	{"number", FIELD_NUMBER, true, true},
	{"title", FIELD_TITLE, true, true},
	{"status", FIELD_STATUS, false, true},
	{"status_shown", FIELD_STATUS, true, false},
	{"department", FIELD_DEPARTMENT, false, true},
	{"section", FIELD_SECTION, true, true},
	{"team", FIELD_TEAM, true, true},
	{"problem_type_code", FIELD_PROBLEM_TYPE_CODE, false, true},
	{"problem_type", FIELD_PROBLEM_TYPE, false, true},
	{"tools", FIELD_TOOLS, false, true},
	{"tools_shown", FIELD_TOOLS, true, false},
};
enum { FIELDS = sizeof fields / sizeof fields[0] };

static bool similars_add_row(struct session *session, const struct similar_hit *hit,
	struct table *table, struct error *err)
{
	struct project_context context;
	struct project project;

	project_init(&project);
	const enum project_find found =
		project_store_by_id(session->store, hit->id, &project, err);
	bool good = found != PROJECT_FAILED;
	if (found == PROJECT_FOUND) {
		good = session_context(session, project.fiscal_year, &context, err);
		struct table_row *row = table_add_row(table, ROW_DATA);

		row->key[0] = hit->id;
		table_set_number(table, row, 0, hit->score);
		for (size_t f = 0; good && f < FIELDS; f++) {
			struct strbuf text = {0};

			project_field_get(&project, fields[f].field, &context,
				fields[f].people ? FIELD_HUMAN : FIELD_MACHINE, &text);
			table_set_text(table, row, f + 1, strbuf_text(&text));
			strbuf_free(&text);
		}
		table_set_number(table, row, FIELDS + 1,
			project.minutes[project_stage(&project)][BASIS_IN_YEAR]);
	}
	project_free(&project);
	return good;
}

bool similars_table(struct session *session, const char *title, const struct similar_hit *hits,
	size_t count, struct table *table, struct error *err)
{
	table_init(table, "similar", title);
	table->body = arena_strdup(&table->arena, session->body.name);
	table->ties = true;

	table_add_column(table, "similarity", _("Likeness (%)"), COLUMN_PERCENT)->additive = false;
	for (size_t f = 0; f < FIELDS; f++) {
		struct table_column *column = table_add_column(table, fields[f].id,
			_(project_fields[fields[f].field].label), COLUMN_TEXT);

		column->people = fields[f].people;
		column->files = fields[f].files;
	}
	table_add_column(table, "hours", _("Hours saved (hours)"), COLUMN_HOURS)->additive = false;

	for (size_t i = 0; i < count; i++) {
		if (similars_add_row(session, &hits[i], table, err))
			continue;
		table_free(table);
		return false;
	}
	return true;
}
