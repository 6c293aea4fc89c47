#include "config.h"

#include "store/project_row.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "store/project_sql.h"

/* ---- reading ------------------------------------------------------------------------------ */

static struct date row_read_date(const char *text)
{
	struct date date = {0};

	if (strlen(text) != 10)
		return date;
	date.year = (int)strtol(text, NULL, 10);
	date.month = (int)strtol(text + 5, NULL, 10);
	date.day = (int)strtol(text + 8, NULL, 10);
	return date;
}

static bool row_read_status(struct project *project, const char *text, struct error *err)
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

static void row_read_tools(struct project *project, const char *codes)
{
	while (*codes && project->tool_count < PROJECT_TOOLS_MAX) {
		const size_t length = strcspn(codes, ",");
		project->tools[project->tool_count++] =
			arena_strndup(&project->arena, codes, length);
		codes += length + (codes[length] == ',');
	}
}

/* Columns as PROJECT_SELECTED gives them. */
#define SLOT_OF_STORED(kind, member, write) SLOT_##member,
#define SLOT_OF_NAMED(member)
#define SLOT_OF_COMPUTED
#define SLOT_OF(name, type, id, label, variants, stored, ...) SLOT_OF_##stored
#define SLOT_OF_FURTHER(kind, member, column, write) SLOT_##column,
enum { SLOT_id, PROJECT_COLUMNS(SLOT_OF) PROJECT_FURTHER(SLOT_OF_FURTHER) };

#define READ_TEXT(member, slot) project->member = project_text(project, db_column_text(row, slot));
#define READ_KEYED(member, slot) READ_TEXT(member, slot)
#define READ_CODES(member, slot) row_read_tools(project, db_column_text(row, slot));
#define READ_UUID(member, slot) \
	snprintf(project->member, sizeof project->member, "%s", db_column_text(row, slot));
#define READ_COUNT(member, slot) project->member = (int)db_column_int(row, slot);
#define READ_YEN(member, slot) \
	project->member = db_column_is_null(row, slot) ? -1 : db_column_int(row, slot);
#define READ_DATE(member, slot) project->member = row_read_date(db_column_text(row, slot));
#define READ_FLAG(member, slot) project->member = db_column_int(row, slot) != 0;
#define READ_STATUS(member, slot) \
	if (!row_read_status(project, db_column_text(row, slot), err)) \
		return false;
#define READ_EXCLUSION(member, slot) \
	if (!exclusion_parse(db_column_text(row, slot), &project->member.exclusion)) \
		return error_set(err, ERROR_DATABASE, \
			_("Project %lld has a state of exclusion this program does not know: %s."), \
			(long long)project->id, db_column_text(row, slot));
#define READ_COUNTER(member, slot) project->member = db_column_int(row, slot);
#define READ_TOTAL(member, slot) project->member = db_column_int(row, slot);
#define READ_RULE(member, slot) project->member = db_column_int(row, slot);
#define READ_STORED(kind, member, write) READ_##kind(member, SLOT_##member)
#define READ_NAMED(member)
#define READ_COMPUTED
#define READ(name, type, id, label, variants, stored, ...) READ_##stored
#define READ_FURTHER(kind, member, column, write) READ_##kind(member, SLOT_##column)

bool project_row_read(struct store *store, struct db_statement *row, struct project *project,
	struct error *err)
{
	project->id = db_column_int(row, SLOT_id);
	PROJECT_COLUMNS(READ)
	PROJECT_FURTHER(READ_FURTHER)
	return project_held_units(store, project, err);
}

/* ---- writing ------------------------------------------------------------------------------ */

static void row_bind_given(struct db_statement *statement, int index, bool given, int64_t value)
{
	if (given)
		db_bind_int(statement, index, value);
	else
		db_bind_null(statement, index);
}

static void row_bind_key(struct db_statement *statement, int index, const struct strbuf *key)
{
	db_bind_text_n(statement, index, strbuf_text(key), key->length);
}

#define BIND_TEXT(member) db_bind_text(statement, index++, project->member);
#define BIND_KEYED(member) BIND_TEXT(member)
#define BIND_CODES(member) row_bind_key(statement, index++, &held->member);
#define BIND_UUID(member) BIND_TEXT(member)
#define BIND_COUNT(member) db_bind_int(statement, index++, project->member);
#define BIND_YEN(member) \
	row_bind_given(statement, index++, project->member >= 0, project->member);
#define BIND_DATE(member) \
	date_format(project->member, *date); \
	db_bind_text(statement, index++, **date ? *date : NULL); \
	date++;
#define BIND_FLAG(member) db_bind_int(statement, index++, project->member);
#define BIND_STATUS(member) \
	db_bind_text(statement, index++, workflow_status_id(project->member));
#define BIND_EXCLUSION(member) \
	db_bind_text(statement, index++, exclusion_id(project->member.exclusion));
#define BIND_RULE(member) \
	row_bind_given(statement, index++, project->member != 0, project->member);
#define BIND_TOTAL(member) db_bind_int(statement, index++, project->member);

#define BIND_ENTERED_STORED(kind, member, write) IF_ENTERED(write, BIND_##kind(member))
#define BIND_ENTERED_NAMED(member)
#define BIND_ENTERED_COMPUTED
#define BIND_ENTERED(name, type, id, label, variants, stored, ...) BIND_ENTERED_##stored
#define BIND_ENTERED_FURTHER(kind, member, column, write) IF_ENTERED(write, BIND_##kind(member))

int project_row_bind_entered(struct db_statement *statement, int index,
	const struct project *project, const struct project_held *held,
	struct project_dates *dates)
{
	char(*date)[sizeof *dates->texts] = dates->texts;

	PROJECT_COLUMNS(BIND_ENTERED)
	PROJECT_FURTHER(BIND_ENTERED_FURTHER)
	return index;
}

#define BIND_HELD_STORED(kind, member, write) \
	IF_HELD(write, BIND_##kind(member)) \
	IF_KEYED(kind, row_bind_key(statement, index++, &held->member##_key);)
#define BIND_HELD_NAMED(member)
#define BIND_HELD_COMPUTED
#define BIND_HELD(name, type, id, label, variants, stored, ...) BIND_HELD_##stored
#define BIND_HELD_FURTHER(kind, member, column, write) IF_HELD(write, BIND_##kind(member))

int project_row_bind_held(struct db_statement *statement, int index,
	const struct project *project, const struct project_held *held)
{
	row_bind_key(statement, index++, &held->search_key);
	PROJECT_COLUMNS(BIND_HELD)
	PROJECT_FURTHER(BIND_HELD_FURTHER)
	return index;
}
