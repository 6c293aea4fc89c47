/* project_saving - what all effect lines of a project save, by stage and basis. */
#include "config.h"

#include <stdlib.h>

#include "base/decimal.h"
#include "base/i18n.h"
#include "base/text.h"
#include "model/effect_direct.h"
#include "model/quantity.h"
#include "model/project_set.h"

/* ---- the line that holds a figure ----------------------------------------------------------- */

/* The one directly entered line of a stage; NULL when there is none or it is not alone. */
static struct effect *saving_lone_direct_line(struct project *project, enum stage stage)
{
	struct effect *found = NULL;

	for (size_t i = 0; i < project->effects.count; i++) {
		struct effect *effect = &project->effects.items[i];
		if (effect->stage != stage)
			continue;
		if (found || effect->kind != EFFECT_DIRECT)
			return NULL;
		found = effect;
	}
	return found;
}

/* The totals of a stage whose only line this is. */
static void saving_hold(struct project *project, const struct effect *line)
{
	project->has_stage[line->stage] = true;
	project->minutes[line->stage][BASIS_IN_YEAR] = line->direct_in_year;
	project->minutes[line->stage][BASIS_FULL_YEAR] = line->direct_full_year;
	project->before[line->stage][BASIS_IN_YEAR] = line->direct_before_in_year;
	project->before[line->stage][BASIS_FULL_YEAR] = line->direct_before_full_year;
}

static void saving_put_new_line(struct project *project, enum stage stage, int64_t minutes)
{
	int number = 0;
	bool several = false;

	/* The actual of a project with one line belongs to that line. */
	for (size_t i = 0; i < project->effects.count; i++) {
		const int other = project->effects.items[i].line;

		several = several || (number != 0 && other != number);
		number = other > number ? other : number;
	}
	if (number == 0 || several)
		number++;

	struct effect line =
		effect_new(number, stage, PERIOD_YEAR, EFFECT_WORKING_DAYS_DEFAULT);

	line.kind = EFFECT_DIRECT;
	line.direct_in_year = minutes;
	line.direct_full_year = minutes;

	/* Lines stand by number, then stage. */
	size_t at = project->effects.count;

	*vec_add(&project->effects) = line;
	struct effect *items = project->effects.items;
	for (; at > 0; at--) {
		const struct effect *before = &items[at - 1];
		if (before->line < line.line ||
			(before->line == line.line && before->stage < line.stage))
			break;
		items[at] = *before;
	}
	items[at] = line;

	saving_hold(project, &line);
}

/* ---- reading figures ------------------------------------------------------------------------ */

/* ---- the fields ---------------------------------------------------------------------------- */

static bool saving_set_figure(struct project *project, enum field field, const char *text,
	int64_t minutes, struct error *err)
{
	const bool full_year = project_figure_basis((int)field) == BASIS_FULL_YEAR;
	const enum stage stage = project_figure_stage(project, (int)field);
	const bool work = field == FIELD_HOURS_BEFORE || field == FIELD_HOURS_AFTER;

	const enum effect_type type = field == FIELD_HOURS_AFTER ? EFFECT_TYPE_HOURS_AFTER :
		EFFECT_TYPE_HOURS_BEFORE;
	const char *const label = _(project_fields[field].label);

	if (work && !project->has_stage[stage]) {
		struct effect trial = effect_new(1, stage, PERIOD_YEAR, EFFECT_WORKING_DAYS_DEFAULT);

		if (!effect_direct_set(&trial, type, label, text, err))
			return false;
		saving_put_new_line(project, stage, 0);
	}
	if (!project->has_stage[stage]) {
		saving_put_new_line(project, stage, minutes);
		return true;
	}
	struct effect *line = saving_lone_direct_line(project, stage);
	if (line && work) {
		if (!effect_direct_set(line, type, label, text, err))
			return false;
		saving_hold(project, line);
		return true;
	}
	if (line) {
		const bool together = line->direct_in_year == line->direct_full_year;

		if (!full_year)
			line->direct_in_year = minutes;
		/* One figure says nothing of the other, unless both were one. */
		if (full_year || together)
			line->direct_full_year = minutes;

		saving_hold(project, line);
		return true;
	}

	/* The figure may only repeat what the lines come to: hours may be rounded as shown. */
	int64_t held;

	if (project_figure(project, (int)field, &held) && (minutes == held ||
		(project_fields[field].type == FIELD_TYPE_HOURS &&
			minutes == effect_hours(held) * 60)))
		return true;
	return error_set(err, ERROR_DATA,
		_("%s: this project's savings come from its effect lines; change those instead, "
		  "or leave this empty."),
		label);
}

bool project_set_saving(struct project *project, enum field field, const char *text,
	struct error *err)
{
	struct error reason = {0};
	int64_t minutes;
	size_t length;

	text_trim(text, &length);
	if (field == FIELD_STAGE) {
		enum stage stage;

		if (length > 0 && !effect_stage_parse(text, &stage))
			return project_refuse(err, FIELD_STAGE, text,
				_("write estimate, forecast or actual."));
		project->stage = length > 0 ? (int)stage : -1;
		return true;
	}
	if (length == 0)
		return true;

	const bool good = project_fields[field].type == FIELD_TYPE_HOURS ?
		effect_parse_hours(text, &minutes, &reason) :
		quantity_parse(text, QUANTITY_MINUTES, &minutes, &reason);

	if (!good)
		return project_refuse_as(err, field, &reason);
	return saving_set_figure(project, field, text, minutes, err);
}
