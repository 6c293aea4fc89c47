/* importing_effects - import of effect lines. */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "model/effect_field.h"
#include "model/fiscal_year.h"
#include "model/lock.h"
#include "service/files/importer.h"
#include "store/project_store.h"

/* For every project and stage that the file names, its lines replace what was there. Rows of one
 * project usually stand together, so the project in hand is kept until another one comes. */

enum { COLUMN_PROJECT_UUID, COLUMN_PROJECT_NUMBER, COLUMN_FIRST_FIELD };

struct reading {
	struct project stored;  /* as it was before this import touched it */
	struct project project; /* with the file's lines */
	bool open;
	int64_t line;           /* of its first row */
};

static bool begin(struct importer *importer, struct error *err)
{
	(void)err;
	importer->state = xcalloc(1, sizeof(struct reading));
	return true;
}

static void close_project(struct reading *reading)
{
	if (!reading->open)
		return;
	project_free(&reading->stored);
	project_free(&reading->project);
	reading->open = false;
}

static void release(struct importer *importer)
{
	close_project(importer->state);
	free(importer->state);
}

/* ---- comparing and storing --------------------------------------------------------------------- */

static int by_line_and_stage(const void *a, const void *b)
{
	const struct effect *left = a, *right = b;

	return left->line != right->line ? (left->line > right->line) - (left->line < right->line) :
					   (int)left->stage - (int)right->stage;
}

static void describe(const struct effect *effect, struct strbuf *out)
{
	strbuf_clear(out);
	for (int field = 0; field < EFFECT_FIELD_COUNT; field++) {
		if (field)
			strbuf_add_char(out, ',');
		effect_field_get(effect, (enum effect_field)field, out);
	}
}

static const struct effect *find_line(const struct project *project, int line, enum stage stage)
{
	for (size_t i = 0; i < project->effects.count; i++)
		if (project->effects.items[i].line == line &&
			project->effects.items[i].stage == stage)
			return &project->effects.items[i];
	return NULL;
}

/* Counts and notes what became of each line; true when anything differs. */
static bool compare(struct importer *importer, const struct reading *reading)
{
	const struct project *before = &reading->stored, *after = &reading->project;
	char number[FISCAL_YEAR_TEXT];
	bool any = after->effects.count != before->effects.count;

	fiscal_year_number_format(after->fiscal_year, after->number, number);
	for (size_t i = 0; i < after->effects.count; i++) {
		const struct effect *effect = &after->effects.items[i];
		const struct effect *old = find_line(before, effect->line, effect->stage);
		strbuf_clear(&importer->before);
		if (old)
			describe(old, &importer->before);
		describe(effect, &importer->after);
		if (old && strcmp(strbuf_text(&importer->before),
				   strbuf_text(&importer->after)) == 0) {
			importer->result->unchanged++;
			continue;
		}
		any = true;
		*(old ? &importer->result->changed : &importer->result->added) += 1;
		importer_difference(importer, reading->line, number, _("effect line"),
			strbuf_text(&importer->before), strbuf_text(&importer->after));
	}
	return any;
}

static bool flush(struct importer *importer, struct error *err)
{
	struct reading *reading = importer->state;
	bool stored = true;

	if (!reading->open)
		return true;
	struct project *project = &reading->project;
	if (project->effects.count)
		qsort(project->effects.items, project->effects.count,
			sizeof *project->effects.items, by_line_and_stage);
	const bool may = lock_broken(&reading->stored, project) < 0 ||
		importer_may_change(importer, reading->line, &reading->stored, project);
	if (may && compare(importer, reading))
		stored = project_sum_effects(project, err) &&
			project_store_update(importer->session->store, project, err);
	close_project(reading);
	return stored;
}

static bool finish(struct importer *importer, struct error *err)
{
	return flush(importer, err);
}

/* ---- reading rows -------------------------------------------------------------------------------- */

static enum project_find load(struct importer *importer, const struct sheet_row *row,
	struct project *project, struct error *err)
{
	const char *uuid_text = row->cells[COLUMN_PROJECT_UUID];
	const char *number_text = row->cells[COLUMN_PROJECT_NUMBER];
	char uuid[UUID_TEXT];
	int fiscal_year, number;
	struct error error;

	if (*uuid_text && !uuid_normalize(uuid_text, uuid)) {
		importer_reject(importer, row, COLUMN_PROJECT_UUID,
			_("This is no UUID (8-4-4-4-12 hexadecimal digits)."));
		return PROJECT_MISSING;
	}
	if (*uuid_text) {
		const enum project_find found =
			project_store_by_uuid(importer->session->store, uuid, project, err);
		if (found == PROJECT_MISSING)
			importer_reject(importer, row, COLUMN_PROJECT_UUID,
				_("There is no such project; import the projects first."));
		return found;
	}
	if (!fiscal_year_number_parse(number_text, &fiscal_year, &number, &error)) {
		importer_reject(importer, row, COLUMN_PROJECT_NUMBER, error.message);
		return PROJECT_MISSING;
	}
	const enum project_find found = project_store_by_number(importer->session->store,
		fiscal_year, number, project, err);
	if (found == PROJECT_MISSING)
		importer_reject(importer, row, COLUMN_PROJECT_NUMBER,
			_("There is no such project; import the projects first."));
	return found;
}

/* True when the row is of the project in hand. */
static bool same_project(const struct reading *reading, const struct sheet_row *row)
{
	char number[FISCAL_YEAR_TEXT];

	if (!reading->open)
		return false;
	if (*row->cells[COLUMN_PROJECT_UUID])
		return strcasecmp(row->cells[COLUMN_PROJECT_UUID], reading->project.uuid) == 0;
	fiscal_year_number_format(reading->project.fiscal_year, reading->project.number, number);
	return strcasecmp(row->cells[COLUMN_PROJECT_NUMBER], number) == 0;
}

static enum project_find turn_to(struct importer *importer, const struct sheet_row *row,
	struct error *err)
{
	struct reading *reading = importer->state;

	if (same_project(reading, row))
		return PROJECT_FOUND;
	if (!flush(importer, err))
		return PROJECT_FAILED;
	project_init(&reading->stored);
	const enum project_find found = load(importer, row, &reading->stored, err);
	if (found != PROJECT_FOUND) {
		project_free(&reading->stored);
		return found;
	}
	project_copy(&reading->project, &reading->stored);
	reading->line = row->line;
	reading->open = true;
	return PROJECT_FOUND;
}

/* The first row of a project and stage clears the lines that were stored for it. */
static void replace_stage(struct importer *importer, struct project *project, enum stage stage,
	int64_t line)
{
	char key[UUID_TEXT + 32];
	int64_t earlier;
	size_t kept = 0;

	snprintf(key, sizeof key, "%s/%s", project->uuid, effect_stage_id(stage));
	if (!importer_first(importer, key, line, &earlier))
		return;
	for (size_t i = 0; i < project->effects.count; i++)
		if (project->effects.items[i].stage != stage)
			project->effects.items[kept++] = project->effects.items[i];
	project->effects.count = kept;
}

static bool read_effect(struct importer *importer, const struct sheet_row *row,
	struct project *project, struct effect *effect)
{
	const int working_days =
		session_working_days(importer->session, project->fiscal_year);
	struct error error;
	struct saving saving;

	*effect = effect_new(1, STAGE_ESTIMATE, PERIOD_MONTH, working_days);
	effect->label = effect->destination = "";
	for (int field = 0; field < EFFECT_FIELD_COUNT; field++) {
		const int column = COLUMN_FIRST_FIELD + field;
		if (effect_field_set(effect, (enum effect_field)field, row->cells[column],
			    working_days, &project->arena, &error))
			continue;
		importer_reject(importer, row, column, error.message);
		return false;
	}
	if (effect->line < 1) {
		importer_reject(importer, row, COLUMN_FIRST_FIELD + EFFECT_FIELD_LINE,
			_("Lines count from 1."));
		return false;
	}
	if (effect_compute(effect, &saving, &error))
		return true;
	importer_reject(importer, row, -1, error.message);
	return false;
}

static bool row(struct importer *importer, const struct sheet_row *sheet_row, struct error *err)
{
	struct reading *reading = importer->state;
	struct effect effect;

	if (!*sheet_row->cells[COLUMN_PROJECT_UUID] && !*sheet_row->cells[COLUMN_PROJECT_NUMBER])
		return importer_reject(importer, sheet_row, COLUMN_PROJECT_NUMBER,
			_("The row names no project."));
	const enum project_find found = turn_to(importer, sheet_row, err);
	if (found != PROJECT_FOUND)
		return found == PROJECT_MISSING;
	struct project *project = &reading->project;
	if (!session_permits(importer->session, PERMISSION_WRITE_PROJECT, project->fiscal_year,
		    project->team_code, err))
		return false;
	if (!read_effect(importer, sheet_row, project, &effect))
		return true;
	replace_stage(importer, project, effect.stage, sheet_row->line);
	if (find_line(project, effect.line, effect.stage))
		return importer_reject(importer, sheet_row, COLUMN_FIRST_FIELD + EFFECT_FIELD_LINE,
			_("This line of the project and stage stands twice in the file."));
	*vec_add(&project->effects) = effect;
	return true;
}

const struct importer_kind importing_effects = {
	.begin = begin, .row = row, .finish = finish, .release = release};
