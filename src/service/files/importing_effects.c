/* importing_effects - import of effect lines. */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/decimal.h"
#include "base/i18n.h"
#include "base/text.h"
#include "model/effect_field.h"
#include "model/fiscal_year.h"
#include "model/lock.h"
#include "service/files/importing_effect_cells.h"
#include "service/files/importing_effect_lines.h"
#include "store/project_store.h"

/* Rows of one project usually stand together, so the project in hand is kept until another one
 * comes. */

struct effect_reading {
	struct project stored;  /* as it was before this import touched it */
	struct project project; /* with the file's lines */
	VEC(struct unnamed_line) named; /* by the rows at hand */
	bool open;
	int64_t line;           /* of its first row */
	struct effect_lines lines; /* of the whole file */
	struct effect_cells cells; /* of the row at hand */
};

static bool effects_begin(struct importer *importer, struct error *err)
{
	(void)err;
	importer->state = xcalloc(1, sizeof(struct effect_reading));
	return true;
}

static void effects_close_project(struct effect_reading *reading)
{
	if (!reading->open)
		return;
	project_free(&reading->stored);
	project_free(&reading->project);
	reading->named.count = 0;
	reading->open = false;
}

static void effects_release(struct importer *importer)
{
	struct effect_reading *reading = importer->state;

	effects_close_project(reading);
	vec_free(&reading->named);
	vec_free(&reading->lines.unnamed);
	effect_cells_free(&reading->cells);
	free(reading);
}

/* ---- comparing and storing --------------------------------------------------------------------- */

/* Notes what is doubtful in a line that is new or changed; it is stored all the same. */
static void effects_doubt(struct importer *importer, const struct project *project,
	const struct unnamed_line *named, const struct effect *effect)
{
	const struct doubt_context context = doubt_context_of(project,
		session_hours_per_person_year(importer->session, project->fiscal_year));
	const doubts found = doubt_asked(doubt_find(effect, &context));

	if (!found)
		return;
	struct importing_doubt *const doubt = vec_add(&importer->result->doubts);
	*doubt = (struct importing_doubt){.line = named->row, .effect_line = effect->line,
		.found = found};
	fiscal_year_number_format(project->fiscal_year, project->number, doubt->what);
}

/* True when anything differs; noted: what became of each line that was named is counted and noted. */
static bool effects_compare(struct importer *importer, const struct effect_reading *reading, bool noted)
{
	const struct project *before = &reading->stored, *after = &reading->project;
	char number[FISCAL_YEAR_TEXT];
	bool any = false;

	fiscal_year_number_format(after->fiscal_year, after->number, number);
	for (size_t i = 0; i < reading->named.count; i++) {
		const struct unnamed_line *named = &reading->named.items[i];
		const struct effect *effect = project_effect(after, named->line, named->stage);
		const struct effect *old = project_effect(before, named->line, named->stage);

		strbuf_clear(&importer->before);
		if (old)
			effect_lines_describe(old, &importer->before);
		effect_lines_describe(effect, &importer->after);
		if (old && strcmp(strbuf_text(&importer->before),
				   strbuf_text(&importer->after)) == 0) {
			if (noted)
				importer_unchanged(importer, reading->line, number);
			continue;
		}
		any = true;
		if (!noted)
			break;
		effects_doubt(importer, after, named, effect);
		*(old ? &importer->result->changed : &importer->result->added) += 1;
		importer_difference(importer, reading->line, number, _("effect line"),
			strbuf_text(&importer->before), strbuf_text(&importer->after));
	}
	return any;
}

static bool effects_flush(struct importer *importer, struct error *err)
{
	struct effect_reading *reading = importer->state;
	struct project *project = &reading->project;
	const int64_t rejected = importer->result->report.rejected_rows;
	bool stored = true;

	if (!reading->open)
		return true;
	if (project->effects.count)
		qsort(project->effects.items, project->effects.count,
			sizeof *project->effects.items, effect_compare);
	effect_lines_break_down(importer, &reading->stored, project);
	effect_lines_look(importer, &reading->lines, &reading->stored, project, reading->line);
	if ((effects_compare(importer, reading, false) &&
		(!importer_may_change(importer, reading->line, &reading->stored, project) ||
			!importer_sums(importer, reading->line, project))) ||
		!importer_stands(importer, reading->line, &reading->stored, project))
		effect_lines_spare(importer, &reading->lines, project->uuid, -1, 0, rejected);
	else if (effects_compare(importer, reading, true))
		stored = project_store_update(importer->session->store, project, err);
	effects_close_project(reading);
	return stored;
}

static bool effects_finish(struct importer *importer, struct error *err)
{
	struct effect_reading *reading = importer->state;

	return effects_flush(importer, err) && effect_lines_finish(importer, &reading->lines, err);
}

/* ---- reading rows -------------------------------------------------------------------------------- */

static enum project_find effects_load(struct importer *importer, const struct sheet_row *row,
	struct project *project, struct error *err)
{
	const char *uuid_text = row->cells[EFFECT_COLUMN_UUID];
	const char *number_text = row->cells[EFFECT_COLUMN_NUMBER];
	char uuid[UUID_TEXT];
	int fiscal_year, number;
	struct error error;

	if (*uuid_text && !uuid_normalize(uuid_text, uuid)) {
		importer_reject(importer, row, EFFECT_COLUMN_UUID,
			_("This is no UUID (8-4-4-4-12 hexadecimal digits)."));
		return PROJECT_MISSING;
	}
	if (*uuid_text) {
		const enum project_find found =
			project_store_by_uuid(importer->session->store, uuid, project, err);
		if (found == PROJECT_MISSING)
			importer_reject(importer, row, EFFECT_COLUMN_UUID,
				_("There is no such project; import the projects first."));
		return found;
	}
	if (!fiscal_year_number_parse(number_text, &fiscal_year, &number, &error)) {
		importer_reject(importer, row, EFFECT_COLUMN_NUMBER, error.message);
		return PROJECT_MISSING;
	}
	const enum project_find found = project_store_by_number(importer->session->store,
		fiscal_year, number, project, err);
	if (found == PROJECT_MISSING)
		importer_reject(importer, row, EFFECT_COLUMN_NUMBER,
			_("There is no such project; import the projects first."));
	return found;
}

/* True when the row is of the project in hand. */
static bool effects_same_project(const struct effect_reading *reading, const struct sheet_row *row)
{
	char number[FISCAL_YEAR_TEXT];

	if (!reading->open)
		return false;
	if (*row->cells[EFFECT_COLUMN_UUID])
		return strcasecmp(row->cells[EFFECT_COLUMN_UUID], reading->project.uuid) == 0;
	fiscal_year_number_format(reading->project.fiscal_year, reading->project.number, number);
	return strcasecmp(row->cells[EFFECT_COLUMN_NUMBER], number) == 0;
}

/* ---- a row as an effect line ---------------------------------------------------------------------- */

/* Which line of its project a row is, line 1 of the estimate where the file has no such columns. What
 * cannot be read is 0 and -1; true when both can. */
static bool effects_place(struct importer *importer, const struct sheet_row *row, int *line,
	int *stage)
{
	static const enum effect_field fields[] = {EFFECT_FIELD_LINE, EFFECT_FIELD_STAGE};
	struct effect place = effect_new(1, STAGE_ESTIMATE, PERIOD_MONTH, 1);
	struct error reason;
	bool read[] = {true, true};

	for (size_t i = 0; i < 2; i++) {
		const int column = EFFECT_COLUMN_FIRST + (int)fields[i];

		if (!row->present[column])
			continue;
		read[i] = effect_field_set(&place, fields[i], row->cells[column], 1, NULL, &reason);
		if (read[i] && fields[i] == EFFECT_FIELD_LINE && place.line < 1)
			read[i] = error_set(&reason, ERROR_DATA, _("Lines count from 1."));
		if (!read[i])
			importer_reject(importer, row, column, reason.message);
	}
	*line = read[0] ? place.line : 0;
	*stage = read[1] ? (int)place.stage : -1;
	return read[0] && read[1];
}

/* The row over what is stored: columns that the file does not have stay as they are. */
static bool effects_read(struct importer *importer, const struct sheet_row *row,
	struct project *project, const struct effect *stored, struct effect *effect)
{
	struct effect_reading *reading = importer->state;
	struct effect_cells *cells = &reading->cells;
	const int working_days = session_working_days(importer->session, project->fiscal_year);
	int64_t said = 0;
	struct error error;
	struct saving saving;

	if (!effect_cells_read(cells, importer, row, stored))
		return false;
	effect->label = effect->destination = "";
	for (enum effect_field field = 0; field < EFFECT_FIELD_COUNT; field++) {
		if (field == EFFECT_FIELD_LINE || field == EFFECT_FIELD_STAGE)
			continue;
		if (!effect_field_set(effect, field,
			    effect_cells_text(cells, field, stored, &importer->before), working_days,
			    &project->arena, &error)) {
			importer_reject(importer, row, cells->columns[field], error.message);
			return false;
		}
		if (field == EFFECT_FIELD_DIRECT_HOURS)
			said = effect->direct_in_year;
	}
	project_follow(project, effect);
	if (!effect_cells_agree(cells, importer, row, effect, said))
		return false;
	if (effect_compute(effect, &saving, &error))
		return true;
	importer_reject(importer, row, -1, error.message);
	return false;
}

/* The row goes into the project in hand; false with the row rejected. */
static bool effects_take(struct importer *importer, const struct sheet_row *row, int line,
	enum stage stage)
{
	struct effect_reading *reading = importer->state;
	struct project *project = &reading->project;
	struct effect *there = project_effect(project, line, stage);
	struct effect effect = effect_new(line, stage, PERIOD_MONTH,
		session_working_days(importer->session, project->fiscal_year));
	int64_t earlier;

	if (!effects_read(importer, row, project, there, &effect))
		return false;
	if (!effect_lines_name(importer, project->uuid, stage, line, row->line, &earlier)) {
		importer_reject(importer, row, EFFECT_COLUMN_FIRST + EFFECT_FIELD_LINE,
			_("This line of the project and stage stands twice in the file."));
		return false;
	}
	if (there)
		*there = effect;
	else
		*vec_add(&project->effects) = effect;
	*vec_add(&reading->named) = (struct unnamed_line){.line = line, .stage = stage, .row = row->line};
	return true;
}

static bool effects_row(struct importer *importer, const struct sheet_row *row, struct error *err)
{
	struct effect_reading *reading = importer->state;
	int line, stage;

	if (!*row->cells[EFFECT_COLUMN_UUID] && !*row->cells[EFFECT_COLUMN_NUMBER])
		return importer_reject(importer, row, EFFECT_COLUMN_NUMBER,
			_("The row names no project."));
	if (!effects_same_project(reading, row)) {
		if (!effects_flush(importer, err))
			return false;
		project_init(&reading->stored);
		const enum project_find found = effects_load(importer, row, &reading->stored, err);
		if (found != PROJECT_FOUND) {
			project_free(&reading->stored);
			return found == PROJECT_MISSING;
		}
		project_copy(&reading->project, &reading->stored);
		reading->line = row->line;
		reading->open = true;
	}
	const struct project *project = &reading->project;
	const int64_t rejected = importer->result->report.rejected_rows;
	if (!session_permits(importer->session, PERMISSION_WRITE_PROJECT, project->fiscal_year,
		    project->team_code, err))
		return false;
	if (!effects_place(importer, row, &line, &stage) ||
		!effects_take(importer, row, line, (enum stage)stage))
		effect_lines_spare(importer, &reading->lines, project->uuid, stage, line, rejected);
	return true;
}

const struct importer_kind importing_effects = {.begin = effects_begin, .row = effects_row,
	.finish = effects_finish, .release = effects_release};
