#include "config.h"

#include "cli/assign.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/decimal.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "base/text.h"
#include "model/effect_field.h"
#include "model/fiscal_year.h"

void assign_print_number(const struct project *project)
{
	char number[FISCAL_YEAR_TEXT];

	fiscal_year_number_format(project->fiscal_year, project->number, number);
	puts(number);
}

static bool assign_set(struct project *project, const char *assignment,
	const struct project_context *context, struct error *err)
{
	const char *equals = strchr(assignment, '=');

	if (!equals)
		return error_set(err, ERROR_USAGE, _("--set takes FIELD=VALUE, not “%s”."),
			assignment);
	char *name = xstrndup(assignment, (size_t)(equals - assignment));
	const int field = project_field_by_heading(name);
	bool good;
	if (field < 0)
		good = error_set(err, ERROR_USAGE, _("There is no field “%s”."), name);
	else if (!project_fields[field].editable)
		good = error_set(err, ERROR_USAGE, _("%s cannot be set by hand."),
			_(project_fields[field].label));
	else
		good = project_field_set(project, (enum field)field, equals + 1, context, err);
	free(name);
	return good;
}

/* ---- effect lines ---------------------------------------------------------------------------- */

struct effect_text {
	const char *value; /* NULL = not given; in the copy */
};

/* The field that a piece "id=…" names; -1 when it names none. */
static int effect_field_of(const char *piece)
{
	const size_t length = strcspn(piece, "=");

	for (int field = 0; piece[length] && field < EFFECT_FIELD_COUNT; field++)
		if (strlen(effect_fields[field].id) == length &&
			memcmp(effect_fields[field].id, piece, length) == 0)
			return field;
	return -1;
}

/* Splits "line=1,label=a, b,before_cases=1,724" at the commas that a field's name follows, so that
 * values may have commas of their own. Cuts text up. */
static bool split_effect(char *text, struct effect_text *fields, struct error *err)
{
	for (char *piece = text; piece;) {
		const int field = effect_field_of(piece);
		if (field < 0)
			return error_set(err, ERROR_USAGE,
				_("“%s” names no field of an effect line."), piece);
		char *comma = strchr(piece, ',');
		while (comma && effect_field_of(comma + 1) < 0)
			comma = strchr(comma + 1, ',');
		if (comma)
			*comma++ = '\0';
		fields[field].value = strchr(piece, '=') + 1;
		piece = comma;
	}
	return true;
}

/* The key of a line: its number (0 = not given) and stage. */
static bool assign_read_key(const struct effect_text *fields, int *line, enum stage *stage,
	struct error *err)
{
	const char *line_text = fields[EFFECT_FIELD_LINE].value;
	const char *stage_text = fields[EFFECT_FIELD_STAGE].value;
	int64_t number = 0;

	*stage = STAGE_ESTIMATE;
	if (stage_text && !effect_stage_parse(stage_text, stage))
		return error_set(err, ERROR_USAGE,
			_("“%s” is no stage: estimate, forecast or actual."), stage_text);
	if (line_text && (!decimal_parse(line_text, 0, &number, NULL) || number < 1 ||
				 number > 1000))
		return error_set(err, ERROR_USAGE,
			_("“%s” is no number of an effect line; they count from 1."), line_text);
	*line = (int)number;
	return true;
}

static bool assign_effect(struct command_run *run, struct project *project, const char *text,
	struct error *err)
{
	struct effect_text fields[EFFECT_FIELD_COUNT] = {{NULL}};
	const int working_days = session_working_days(&run->session, project->fiscal_year);
	int line;
	enum stage stage;
	char *copy = arena_strdup(&project->arena, text);

	if (!split_effect(copy, fields, err) || !assign_read_key(fields, &line, &stage, err))
		return false;
	struct effect *known = line ? project_effect(project, line, stage) : NULL;

	if (!line) {
		line = 1;
		for (size_t i = 0; i < project->effects.count; i++)
			if (project->effects.items[i].line >= line)
				line = project->effects.items[i].line + 1;
	}
	struct effect effect =
		known ? *known : effect_new(line, stage, PERIOD_MONTH, working_days);

	if (!known)
		effect.label = effect.destination = "";

	struct saving saving;

	for (int field = 0; field < EFFECT_FIELD_COUNT; field++)
		if (fields[field].value && field != EFFECT_FIELD_LINE &&
			!effect_field_set(&effect, (enum effect_field)field, fields[field].value,
				working_days, &project->arena, err))
			return false;
	project_follow(project, &effect);
	if (!effect_compute(&effect, &saving, err))
		return false;
	*(known ? known : vec_add(&project->effects)) = effect;
	qsort(project->effects.items, project->effects.count, sizeof *project->effects.items,
		effect_compare);
	return true;
}

/* "2" takes line 2 away in every stage, "2:actual" in that one. */
static bool drop_effect(struct project *project, const char *text, struct error *err)
{
	const char *colon = strchr(text, ':');
	char *number = xstrndup(text, colon ? (size_t)(colon - text) : strlen(text));
	const struct effect_text fields[EFFECT_FIELD_COUNT] = {
		[EFFECT_FIELD_LINE] = {number},
		[EFFECT_FIELD_STAGE] = {colon ? colon + 1 : NULL},
	};
	int line;
	enum stage stage;
	size_t kept = 0;

	const bool good = assign_read_key(fields, &line, &stage, err);
	free(number);
	if (!good)
		return false;
	for (size_t i = 0; i < project->effects.count; i++) {
		const struct effect *effect = &project->effects.items[i];
		if (effect->line != line || (colon && effect->stage != stage))
			project->effects.items[kept++] = *effect;
	}
	if (kept == project->effects.count)
		return error_set(err, ERROR_USAGE, _("There is no effect line “%s”."), text);
	project->effects.count = kept;
	return true;
}

bool assign_all(struct command_run *run, struct project *project,
	const struct project_context *context, struct error *err)
{
	const struct options *options = &run->options;
	const char *value;

	for (size_t i = 0; (value = options_nth(options, "set", i)); i++)
		if (!assign_set(project, value, context, err))
			return false;
	for (size_t i = 0; (value = options_nth(options, "effect", i)); i++)
		if (!assign_effect(run, project, value, err))
			return false;
	for (size_t i = 0; (value = options_nth(options, "drop-effect", i)); i++)
		if (!drop_effect(project, value, err))
			return false;
	return true;
}
