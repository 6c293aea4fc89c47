#include "config.h"

#include "service/files/blank_units.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"

/* In the order of blank_units.columns. */
static const enum field blank_fields[BLANK_COLUMNS] = {FIELD_TEAM_CODE, FIELD_DEPARTMENT_CODE, FIELD_DEPARTMENT,
	FIELD_SECTION_CODE, FIELD_SECTION};

enum { BLANK_TEAM, BLANK_CODE, BLANK_NAME }; /* the latter two of the first level; the next has its own behind */

/* What stands in one of the columns; NULL where the file does not have it. */
static const char *blank_cell(const struct blank_units *blank, const struct sheet_row *row, size_t column)
{
	const size_t at = blank->columns[column];

	return row->present[at] ? row->cells[at] : NULL;
}

void blank_units_look(struct blank_units *blank, const struct sheet_row *row)
{
	size_t count;
	const struct sheet_column *const columns = sheet_columns(SHEET_PROJECTS, &count);

	for (size_t i = 0; i < count && !blank->begun; i++)
		for (size_t c = 0; c < BLANK_COLUMNS; c++)
			if (columns[i].id == project_fields[blank_fields[c]].id)
				blank->columns[c] = i;
	blank->begun = true;
	const char *const team = blank_cell(blank, row, BLANK_TEAM);

	for (size_t level = 0; level < BLANK_LEVELS; level++) {
		const char *const code = blank_cell(blank, row, BLANK_CODE + 2 * level);
		const char *const name = blank_cell(blank, row, BLANK_NAME + 2 * level);
		const char *const said = code && !text_is_blank(code) ? code : name && !text_is_blank(name) ? name : NULL;

		blank->blank[level] = (code || name) && !said && (!team || text_is_blank(team));
		if (said)
			text_copy(blank->above[level], sizeof blank->above[level], said);
		/* another department: its sections are others */
		for (size_t below = level + 1; said && below < BLANK_LEVELS; below++)
			blank->above[below][0] = '\0';
	}
}

void blank_units_tell(const struct blank_units *blank, struct importer *importer, const struct sheet_row *row,
	const char *what, const struct project *project)
{
	bool elsewhere = false;

	for (size_t level = 0; level < BLANK_LEVELS; level++) {
		if (!blank->blank[level])
			continue;
		const enum field *const fields = &blank_fields[BLANK_CODE + 2 * level];
		char *const key = text_key_joined(blank->above[level]);
		bool agrees = false;

		importer_difference(importer, row->line, what, project_fields[fields[1]].id, "",
			project_text_of(project, fields[1]));
		for (size_t i = 0; i < 2; i++) {
			char *const other = text_key_joined(project_text_of(project, fields[i]));

			agrees |= *key && strcmp(key, other) == 0;
			free(other);
		}
		free(key);
		elsewhere |= !agrees;
	}
	if (!elsewhere)
		return;
	struct importing_found *const found = vec_add(&importer->result->found);
	struct strbuf where = {0};

	found->line = row->line;
	text_copy(found->what, sizeof found->what, what);
	strbuf_addf(&where, "%s %s %s", project->department, project->section, project->team);
	text_copy(found->where, sizeof found->where, strbuf_text(&where));
	strbuf_free(&where);
}
