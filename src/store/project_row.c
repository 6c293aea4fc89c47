#include "config.h"

#include "store/project_row.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"

/* ---- reading ------------------------------------------------------------------------------ */

static struct date read_date(const char *text)
{
	struct date date = {0};

	if (strlen(text) != 10)
		return date;
	date.year = (int)strtol(text, NULL, 10);
	date.month = (int)strtol(text + 5, NULL, 10);
	date.day = (int)strtol(text + 8, NULL, 10);
	return date;
}

static bool read_status(struct project *project, const char *text, struct error *err)
{
	for (int status = 0; status < STATUS_COUNT; status++) {
		if (strcmp(text, workflow_status_id((enum status)status)) != 0)
			continue;
		project->status = (enum status)status;
		return true;
	}
	return error_set(err, ERROR_DATABASE,
		_("Project %lld has a status this program does not know: %s."),
		(long long)project->id, text);
}

static bool read_exclusion(struct project *project, const char *text, struct error *err)
{
	return exclusion_parse(text, &project->exclusion.exclusion) ||
	       error_set(err, ERROR_DATABASE,
		       _("Project %lld has a state of exclusion this program does not know: %s."),
		       (long long)project->id, text);
}

static void read_tools(struct project *project, const char *codes)
{
	while (*codes && project->tool_count < PROJECT_TOOLS_MAX) {
		const size_t length = strcspn(codes, ",");
		project->tools[project->tool_count++] =
			arena_strndup(&project->arena, codes, length);
		codes += length + (codes[length] == ',');
	}
}

static int64_t read_yen(struct db_statement *row, int column)
{
	return db_column_is_null(row, column) ? -1 : db_column_int(row, column);
}

static void read_texts(struct project *project, struct db_statement *row, int column)
{
	const char **const slots[] = {
		&project->leader, &project->owner, NULL, &project->created_at,
		&project->created_by, &project->updated_at, &project->updated_by,
		&project->copied_from, &project->title, &project->work, &project->current_issue,
		&project->approach, &project->qualitative_effect, &project->progress,
		&project->next_plan, &project->expected_savings, &project->open_issues,
		&project->result_text, &project->status_reason,
	};
	for (size_t i = 0; i < sizeof slots / sizeof slots[0]; i++, column++)
		if (slots[i])
			*slots[i] = project_text(project, db_column_text(row, column));
		else
			project->version = db_column_int(row, column);
	project->exclusion.rule = db_column_int(row, column);
}

bool project_row_read(struct store *store, struct db_statement *row, struct project *project,
	struct error *err)
{
	int column = 16;

	project->id = db_column_int(row, 0);
	snprintf(project->uuid, sizeof project->uuid, "%s", db_column_text(row, 1));
	project->fiscal_year = (int)db_column_int(row, 2);
	project->number = (int)db_column_int(row, 3);
	project->team_code = project_text(project, db_column_text(row, 4));
	project->section_code = project_text(project, db_column_text(row, 5));
	project->department_code = project_text(project, db_column_text(row, 6));
	project->problem_type = project_text(project, db_column_text(row, 7));
	read_tools(project, db_column_text(row, 8));
	if (!read_status(project, db_column_text(row, 9), err) ||
		!read_exclusion(project, db_column_text(row, 10), err))
		return false;
	project->replicable = db_column_int(row, 11) != 0;
	project->started_on = read_date(db_column_text(row, 12));
	project->operating_from = read_date(db_column_text(row, 13));
	project->implementation_cost = read_yen(row, 14);
	project->running_cost = read_yen(row, 15);
	for (int stage = 0; stage < STAGE_COUNT; stage++)
		project->has_stage[stage] = db_column_int(row, column++) != 0;
	for (int stage = 0; stage < STAGE_COUNT; stage++)
		for (int basis = 0; basis < BASIS_COUNT; basis++)
			project->minutes[stage][basis] = db_column_int(row, column++);
	read_texts(project, row, column);
	return project_held_units(store, project, err);
}

/* ---- writing ------------------------------------------------------------------------------ */

static void bind_yen(struct db_statement *statement, int index, int64_t yen)
{
	if (yen < 0)
		db_bind_null(statement, index);
	else
		db_bind_int(statement, index, yen);
}

static void bind_date(struct db_statement *statement, int index, struct date date, char text[11])
{
	date_format(date, text);
	db_bind_text(statement, index, *text ? text : NULL);
}

static void bind_key(struct db_statement *statement, int index, const struct strbuf *key)
{
	db_bind_text_n(statement, index, strbuf_text(key), key->length);
}

static void bind_further(struct db_statement *statement, const struct project *project)
{
	const char *const texts[] = {
		project->progress, project->next_plan, project->expected_savings,
		project->open_issues, project->result_text, project->status_reason,
	};
	int index = PROJECT_BIND_FURTHER;

	db_bind_text(statement, index++, exclusion_id(project->exclusion.exclusion));
	if (project->exclusion.rule)
		db_bind_int(statement, index++, project->exclusion.rule);
	else
		db_bind_null(statement, index++);
	for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
		db_bind_text(statement, index++, texts[i]);
}

void project_row_bind(struct db_statement *statement, const struct project *project,
	const struct project_held *held, struct project_dates *dates)
{
	const char *const texts[] = {
		project->leader, project->owner, project->copied_from, project->title,
		project->work, project->current_issue, project->approach,
		project->qualitative_effect,
	};
	int index = 15;

	db_bind_text(statement, 1, project->uuid);
	db_bind_int(statement, 2, project->fiscal_year);
	db_bind_int(statement, 3, project->number);
	db_bind_text(statement, 4, project->team_code);
	db_bind_text(statement, 5, project->section_code);
	db_bind_text(statement, 6, project->department_code);
	db_bind_text(statement, 7, project->problem_type);
	bind_key(statement, 8, &held->tools);
	db_bind_text(statement, 9, workflow_status_id(project->status));
	db_bind_int(statement, 10, project->replicable);
	bind_date(statement, 11, project->started_on, dates->started_on);
	bind_date(statement, 12, project->operating_from, dates->operating_from);
	bind_yen(statement, 13, project->implementation_cost);
	bind_yen(statement, 14, project->running_cost);
	for (int stage = 0; stage < STAGE_COUNT; stage++)
		db_bind_int(statement, index++, project->has_stage[stage]);
	for (int stage = 0; stage < STAGE_COUNT; stage++)
		for (int basis = 0; basis < BASIS_COUNT; basis++)
			db_bind_int(statement, index++, project->minutes[stage][basis]);
	for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
		db_bind_text(statement, index++, texts[i]);
	bind_key(statement, 32, &held->leader_key);
	bind_key(statement, 33, &held->owner_key);
	bind_key(statement, 34, &held->work_key);
	bind_key(statement, 35, &held->search_key);
	bind_further(statement, project);
}
