#include "config.h"

#include "service/files/importing_effect_lines.h"

#include <stdio.h>
#include <string.h>

#include "base/i18n.h"
#include "model/effect_field.h"
#include "model/fiscal_year.h"
#include "store/project_store.h"

/* ---- what the file names ------------------------------------------------------------------------ */

/* Keys of importer->seen: a line, from 1; ANY_LINE of a stage or of ANY_STAGE, which is spared;
 * STAGE_NAMED; and below it those that were noted as unnamed. */
enum { ANY_STAGE = -1, ANY_LINE = 0, STAGE_NAMED = -1, NOTED = -1 };

struct line_key {
	char text[UUID_TEXT + 32];
};

static struct line_key effect_lines_key(const char *uuid, int stage, int line)
{
	struct line_key key;

	snprintf(key.text, sizeof key.text, "%s/%d/%d", uuid, stage, line);
	return key;
}

static bool effect_lines_has(const struct importer *importer, const char *uuid, int stage, int line)
{
	return strmap_get(&importer->seen, effect_lines_key(uuid, stage, line).text, NULL);
}

static void effect_lines_put(struct importer *importer, const char *uuid, int stage, int line,
	int64_t row)
{
	strmap_put(&importer->seen, effect_lines_key(uuid, stage, line).text, row);
}

bool effect_lines_name(struct importer *importer, const char *uuid, enum stage stage, int line,
	int64_t row, int64_t *earlier)
{
	effect_lines_put(importer, uuid, (int)stage, STAGE_NAMED, row);
	return importer_first(importer, effect_lines_key(uuid, (int)stage, line).text, row, earlier);
}

void effect_lines_spare(struct importer *importer, struct effect_lines *lines, const char *uuid,
	int stage, int line, int64_t rejected_before)
{
	effect_lines_put(importer, uuid, stage, stage == ANY_STAGE ? ANY_LINE : line, 0);
	lines->placed += importer->result->report.rejected_rows - rejected_before;
}

void effect_lines_look(struct importer *importer, struct effect_lines *lines,
	const struct project *stored, struct project *project, int64_t row)
{
	for (size_t i = 0; i < stored->effects.count; i++) {
		const struct effect *effect = &stored->effects.items[i];
		const int stage = (int)effect->stage, noted = NOTED - effect->line;

		if (!effect_lines_has(importer, stored->uuid, stage, STAGE_NAMED) ||
			effect_lines_has(importer, stored->uuid, stage, effect->line) ||
			effect_lines_has(importer, stored->uuid, stage, noted) ||
			!project_effect(project, effect->line, effect->stage))
			continue;
		effect_lines_put(importer, stored->uuid, stage, noted, row);
		struct unnamed_line *unnamed = vec_add(&lines->unnamed);
		*unnamed = (struct unnamed_line){
			.line = effect->line, .stage = effect->stage, .row = row};
		memcpy(unnamed->uuid, stored->uuid, sizeof unnamed->uuid);
	}
}

/* ---- what becomes of the others ----------------------------------------------------------------- */

static bool effect_lines_stay(const struct importer *importer, const struct unnamed_line *unnamed)
{
	const int stage = (int)unnamed->stage;

	return effect_lines_has(importer, unnamed->uuid, stage, unnamed->line) ||
		effect_lines_has(importer, unnamed->uuid, stage, ANY_LINE) ||
		effect_lines_has(importer, unnamed->uuid, ANY_STAGE, ANY_LINE);
}

void effect_lines_describe(const struct effect *effect, struct strbuf *out)
{
	strbuf_clear(out);
	for (int field = 0; field < EFFECT_FIELD_COUNT; field++) {
		if (field)
			strbuf_add_char(out, ',');
		effect_field_get(effect, (enum effect_field)field, out);
	}
	/* what is shown has little room: no commas behind the last that stands */
	while (out->length > 0 && strbuf_text(out)[out->length - 1] == ',')
		strbuf_truncate(out, out->length - 1);
}

static void effect_lines_drop(struct importer *importer, struct project *project,
	const struct unnamed_line *unnamed, int64_t *counter)
{
	char number[FISCAL_YEAR_TEXT];
	size_t kept = 0;

	fiscal_year_number_format(project->fiscal_year, project->number, number);
	for (size_t i = 0; i < project->effects.count; i++) {
		const struct effect *effect = &project->effects.items[i];

		if (effect->line != unnamed->line || effect->stage != unnamed->stage) {
			project->effects.items[kept++] = *effect;
			continue;
		}
		effect_lines_describe(effect, &importer->before);
		importer_difference(importer, 0, number, _("effect line"),
			strbuf_text(&importer->before), _("removed"));
		++*counter;
	}
	project->effects.count = kept;
}

/* What the other lines of its stage come to, compared with it; false where there are none. */
static bool effect_lines_sum_to(const struct project *project, const struct effect *whole)
{
	int64_t rest[BASIS_COUNT] = {whole->direct_in_year, whole->direct_full_year};
	bool any = false;

	for (size_t i = 0; i < project->effects.count; i++) {
		const struct effect *effect = &project->effects.items[i];
		struct saving saving;

		if (effect->stage != whole->stage || effect->line == whole->line)
			continue;
		if (!effect_compute(effect, &saving, NULL))
			return false;
		any = true;
		for (int basis = 0; basis < BASIS_COUNT; basis++)
			rest[basis] -= saving.minutes[basis];
	}
	return any && !rest[BASIS_IN_YEAR] && !rest[BASIS_FULL_YEAR];
}

void effect_lines_break_down(struct importer *importer, const struct project *stored,
	struct project *project)
{
	int lines_of[STAGE_COUNT] = {0};

	for (size_t i = 0; i < stored->effects.count; i++)
		lines_of[stored->effects.items[i].stage]++;
	for (size_t i = 0; i < stored->effects.count; i++) {
		const struct effect *whole = &stored->effects.items[i];
		const struct unnamed_line line = {.line = whole->line, .stage = whole->stage};

		if (lines_of[whole->stage] == 1 && whole->kind == EFFECT_DIRECT &&
			whole->direct_before_in_year == EFFECT_UNKNOWN && !*whole->label &&
			!*whole->destination &&
			!effect_lines_has(importer, stored->uuid, (int)whole->stage, whole->line) &&
			effect_lines_sum_to(project, whole))
			effect_lines_drop(importer, project, &line, &importer->result->changed);
	}
}

/* Those of one project, from first on; *after gets where the next one's begin. */
static bool effect_lines_replace(struct importer *importer, const struct effect_lines *lines,
	size_t first, size_t *after, struct error *err)
{
	const char *uuid = lines->unnamed.items[first].uuid;
	struct store *store = importer->session->store;
	struct project stored, project;
	bool done = true;

	project_init(&stored);
	if (project_store_by_uuid(store, uuid, &stored, err) != PROJECT_FOUND) {
		project_free(&stored);
		return false;
	}
	project_copy(&project, &stored);
	for (*after = first; *after < lines->unnamed.count; ++*after) {
		const struct unnamed_line *unnamed = &lines->unnamed.items[*after];

		if (strcmp(unnamed->uuid, uuid) != 0)
			break;
		if (!effect_lines_stay(importer, unnamed))
			effect_lines_drop(importer, &project, unnamed, &importer->result->removed);
	}
	if (project.effects.count < stored.effects.count &&
		importer_may_change(importer, lines->unnamed.items[first].row, &stored, &project) &&
		importer_sums(importer, lines->unnamed.items[first].row, &project) &&
		importer_stands(importer, lines->unnamed.items[first].row, &stored, &project))
		done = project_store_update(store, &project, err);
	project_free(&project);
	project_free(&stored);
	return done;
}

bool effect_lines_finish(struct importer *importer, struct effect_lines *lines, struct error *err)
{
	const bool all_placed = importer->result->report.rejected_rows == lines->placed;

	if (importer->options->replace && all_placed) {
		for (size_t i = 0; i < lines->unnamed.count;)
			if (!effect_lines_replace(importer, lines, i, &i, err))
				return false;
		return true;
	}
	for (size_t i = 0; i < lines->unnamed.count; i++)
		importer->result->unnamed += !effect_lines_stay(importer, &lines->unnamed.items[i]);
	return true;
}
