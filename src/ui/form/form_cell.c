/* form_cell - the cells of an effect line: what they hold and how they read. */
#include "config.h"

#include "ui/form/form_sheet.h"

#include <stdlib.h>
#include <string.h>

#include "base/decimal.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "model/destination.h"
#include "model/effect_direct.h"
#include "ui/form/private.h"

/* "Before: min" stands over minutes a case. Widths are those of usual figures; larger ones widen
 * their column. */
#define CELL_INFO_CELL(part, heading, brief, hint, align, width, brief_width) \
	{heading, brief, hint, TEXT_##align, width, brief_width, CELL_INFO_REST
#define CELL_INFO_REST(name) EFFECT_FIELD_##name},
#define CELL_INFO_AT_CELL(part, ...) CELL_INFO_AT
#define CELL_INFO_AT(name) [CELL_##name] =
#define CELL_INFO_AT_NO_CELL CELL_NOTHING
#define CELL_INFO_NO_CELL CELL_NOTHING
#define CELL_INFO(name, id, label, variants, type, stored, locked, cell) \
	CELL_INFO_AT_##cell(name) CELL_INFO_##cell(name)

const struct cell_info form_cells[CELL_COUNT] = {
	EFFECT_COLUMNS(CELL_INFO)
	[CELL_ARROW] = {"", NULL, "", TEXT_CENTER, 2, 2, EFFECT_FIELD_COUNT},
	[CELL_SAVED] = {N_("a period"), N_("saved"), N_("Saved in each period"), TEXT_RIGHT, 8, 7,
		EFFECT_FIELD_COUNT},
	[CELL_IN_YEAR] = {N_("In-year"), NULL, N_("Hours saved within this fiscal year (201, 201:30)"),
		TEXT_RIGHT, 8, 7, EFFECT_FIELD_DIRECT_HOURS},
	[CELL_FULL_YEAR] = {N_("Full-year"), N_("Full yr"), N_("Hours saved in a full year (345, 345:30)"),
		TEXT_RIGHT, 8, 7, EFFECT_FIELD_DIRECT_HOURS},
};

/* --- what a cell is ------------------------------------------------------------------------ */

static bool form_cell_is(enum cell cell, enum effect_type type)
{
	const enum effect_field field = form_cells[cell].field;

	return field < EFFECT_FIELD_COUNT && effect_fields[field].type == type;
}

static enum form_cell_kind form_cell_kind_per_period(enum cell cell)
{
	const enum effect_field field = form_cells[cell].field;

	if (field >= EFFECT_FIELD_COUNT)
		return CELL_KIND_NONE;
	switch (effect_fields[field].type) {
	case EFFECT_TYPE_TEXT:
		return CELL_KIND_TEXT;
	case EFFECT_TYPE_STAGE:
	case EFFECT_TYPE_PERIOD:
	case EFFECT_TYPE_DESTINATION:
		return CELL_KIND_CHOICE;
	case EFFECT_TYPE_NUMBER:
	case EFFECT_TYPE_MINUTES:
	case EFFECT_TYPE_CASES:
	case EFFECT_TYPE_ALL_CASES:
	case EFFECT_TYPE_PERIODS:
		return CELL_KIND_NUMBER;
	case EFFECT_TYPE_YES:
	case EFFECT_TYPE_HOURS:
	case EFFECT_TYPE_HOURS_BEFORE:
	case EFFECT_TYPE_HOURS_AFTER:
	case EFFECT_TYPE_MONTHS:
		break;
	}
	return CELL_KIND_NONE;
}

enum form_cell_kind form_cell_kind(const struct effect *effect, enum cell cell)
{
	enum form_cell_kind kind = form_cell_kind_per_period(cell);

	switch (effect->kind) {
	case EFFECT_PER_PERIOD:
		return kind;
	case EFFECT_MONTHLY:
		if (cell == CELL_BEFORE_CASES)
			return CELL_KIND_CHOICE; /* the twelve counts */
		return form_cell_is(cell, EFFECT_TYPE_CASES) || cell == CELL_PERIODS_FULL_YEAR ?
			CELL_KIND_NONE : kind;
	case EFFECT_DIRECT:
		if (form_cell_is(cell, EFFECT_TYPE_HOURS) || form_cell_is(cell, EFFECT_TYPE_HOURS_BEFORE) ||
			form_cell_is(cell, EFFECT_TYPE_HOURS_AFTER))
			return CELL_KIND_NUMBER;
		return kind == CELL_KIND_NUMBER ? CELL_KIND_NONE : kind;
	}
	return kind;
}

/* --- what is doubtful ------------------------------------------------------------------------ */

doubts form_cell_doubts(const struct form *form, const struct effect *effect)
{
	const struct doubt_context context =
		doubt_context_of(&form->project, form->hours_per_person_year);

	const doubts found = doubt_find(effect, &context);

	/* a line that has just been begun is no doubtful one */
	return effect->before_minutes || effect->after_minutes ? found :
		found & ~DOUBT_BIT(DOUBT_NO_CASES);
}

bool form_cell_is_doubtful(enum cell cell, doubts found)
{
	for (int doubt = 0; doubt < DOUBT_COUNT; doubt++)
		if ((found & DOUBT_BIT(doubt)) && doubt_kinds[doubt].field == form_cells[cell].field &&
			cell != CELL_FULL_YEAR)
			return true;
	return false;
}

/* --- what it shows ------------------------------------------------------------------------- */

void form_cell_add_hours(struct strbuf *out, int64_t minutes)
{
	struct strbuf hours = {0};

	decimal_add_triangle(&hours, effect_hours(minutes), 0, false);
	strbuf_addf(out, _("%s h"), strbuf_text(&hours));
	strbuf_free(&hours);
}

void form_cell_add_minutes(struct strbuf *out, int64_t minutes)
{
	struct strbuf text = {0};

	decimal_add_triangle(&text, minutes, 0, false);
	strbuf_addf(out, _("%s min"), strbuf_text(&text));
	strbuf_free(&text);
}

static void form_cell_add_destination(const struct effect *effect, struct strbuf *out)
{
	struct destination_split split;

	if (!destination_parse(effect->destination, &split, NULL))
		return;
	for (int i = 0; i < DESTINATION_COUNT; i++) {
		if (split.percent[i] == 0)
			continue;
		strbuf_addf(out, "%s%s", out->length > 0 ? " " : "",
			destination_label((enum destination)i));
		if (split.percent[i] < 100)
			strbuf_addf(out, "%d%%", split.percent[i]);
	}
}

/* What the cell computes. */
static void form_cell_add_saving(const struct effect *effect, enum cell cell, struct strbuf *out)
{
	struct saving saving;

	if (!effect_compute(effect, &saving, NULL))
		return;
	if (cell == CELL_SAVED && effect->kind == EFFECT_PER_PERIOD)
		form_cell_add_minutes(out, saving.per_period);
	else if (cell == CELL_IN_YEAR)
		form_cell_add_hours(out, saving.minutes[BASIS_IN_YEAR]);
	else if (cell == CELL_FULL_YEAR)
		form_cell_add_hours(out, saving.minutes[BASIS_FULL_YEAR]);
}

static const char *form_cell_period_text(const struct effect *effect)
{
	if (effect->kind == EFFECT_DIRECT)
		return _("direct");
	return effect->kind == EFFECT_MONTHLY ? _("months") : effect_period_label(effect->period);
}

static int64_t form_cell_cases_of_year(const struct effect *effect)
{
	int64_t cases = 0;

	for (int month = 0; month < EFFECT_MONTHS; month++)
		cases += effect->monthly_cases[month];
	return cases;
}

static const char *form_cell_stage_text(enum stage stage)
{
	/* shorter than the labels of the stages: a column of the sheet */
	static const char *const texts[STAGE_COUNT] = {
		[STAGE_ESTIMATE] = N_("est."),
		[STAGE_FORECAST] = N_("fcst"),
		[STAGE_ACTUAL] = N_("act."),
	};

	return _(texts[stage]);
}

/* What stands in a field, as people read it. */
static void form_cell_add_field(const struct effect *effect, enum effect_field field,
	struct strbuf *out)
{
	int64_t minutes;

	switch (effect_fields[field].type) {
	case EFFECT_TYPE_STAGE:
		strbuf_add_text(out, form_cell_stage_text(effect->stage));
		break;
	case EFFECT_TYPE_MINUTES:
		decimal_add_grouped(out, effect_field_number(effect, field), 2, true);
		break;
	case EFFECT_TYPE_CASES:
		decimal_add_grouped(out,
			effect->kind == EFFECT_MONTHLY ? form_cell_cases_of_year(effect) :
			effect_field_number(effect, field), 0, false);
		break;
	case EFFECT_TYPE_ALL_CASES:
		if (effect_field_number(effect, field))
			decimal_add_grouped(out, effect_field_number(effect, field), 0, false);
		break;
	case EFFECT_TYPE_PERIOD:
		strbuf_add_text(out, form_cell_period_text(effect));
		break;
	case EFFECT_TYPE_DESTINATION:
		form_cell_add_destination(effect, out);
		break;
	case EFFECT_TYPE_HOURS_BEFORE:
	case EFFECT_TYPE_HOURS_AFTER:
		if (effect_direct_minutes(effect, effect_fields[field].type, BASIS_IN_YEAR, &minutes))
			form_cell_add_hours(out, minutes);
		break;
	case EFFECT_TYPE_NUMBER:
	case EFFECT_TYPE_TEXT:
	case EFFECT_TYPE_PERIODS:
	case EFFECT_TYPE_YES:
	case EFFECT_TYPE_HOURS:
	case EFFECT_TYPE_MONTHS:
		effect_field_get(effect, field, out);
	}
}

void form_cell_text(const struct sheet_line *line, enum cell cell, struct strbuf *out)
{
	if (line->typed[cell])
		strbuf_add_text(out, line->typed[cell]);
	else {
		if (cell == CELL_SAVED || cell == CELL_IN_YEAR || cell == CELL_FULL_YEAR)
			form_cell_add_saving(&line->effect, cell, out);
		else if (form_cell_kind(&line->effect, cell) != CELL_KIND_NONE)
			form_cell_add_field(&line->effect, form_cells[cell].field, out);
	}
}

void form_cell_machine(const struct effect *effect, enum cell cell, struct strbuf *out)
{
	size_t start = out->length;

	if (cell == CELL_IN_YEAR)
		effect_format_hours(effect->direct_in_year, out);
	else if (cell == CELL_FULL_YEAR)
		effect_format_hours(effect->direct_full_year, out);
	else
		effect_field_get(effect, form_cells[cell].field, out);
	/* nobody wants to rub out a nought first */
	if (form_cell_kind(effect, cell) == CELL_KIND_NUMBER && strcmp(strbuf_text(out) + start, "0") == 0)
		strbuf_truncate(out, start);
}

/* --- what it is given ---------------------------------------------------------------------- */

/* Both figures as EFFECT_FIELD_DIRECT_HOURS takes them. The full-year one follows the other until
 * it is given itself. Caller frees. */
static char *form_cell_direct_text(const struct effect *effect, enum cell cell, const char *text)
{
	struct strbuf both = {0};

	text = *text ? text : "0";
	if (cell == CELL_FULL_YEAR) {
		effect_format_hours(effect->direct_in_year, &both);
		strbuf_addf(&both, "/%s", text);
	} else {
		strbuf_add_text(&both, text);
		if (effect->direct_full_year != effect->direct_in_year) {
			strbuf_add_char(&both, '/');
			effect_format_hours(effect->direct_full_year, &both);
		}
	}
	return strbuf_detach(&both);
}

bool form_cell_set(struct form *form, struct effect *effect, enum cell cell, const char *text,
	struct error *err)
{
	struct effect changed = *effect;
	struct saving saving;
	char *direct = NULL;
	bool good;

	if (effect->kind == EFFECT_DIRECT && (cell == CELL_IN_YEAR || cell == CELL_FULL_YEAR)) {
		if (strchr(text, '/'))
			return error_set(err, ERROR_DATA, _("“%s” is no number of hours."), text);
		direct = form_cell_direct_text(effect, cell, text);
	}
	good = effect_field_set(&changed, form_cells[cell].field, direct ? direct : text,
		form->working_days, &form->project.arena, err);
	free(direct);
	if (!good)
		return false;
	project_follow(&form->project, &changed);
	if (!effect_compute(&changed, &saving, err))
		return false;
	*effect = changed;
	return true;
}
