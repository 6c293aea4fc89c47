/* form_cell - the cells of an effect line: what they hold and how they read. */
#include "config.h"

#include "ui/form/form_sheet.h"

#include <stdlib.h>
#include <string.h>

#include "base/decimal.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "model/destination.h"
#include "ui/form/private.h"

/* "Before: min" stands over minutes a case. Widths are those of usual figures; larger ones widen
 * their column. */
#define CELL_OF_CELL(cell, heading, brief, hint, align, width, brief_width) \
	[CELL_##cell] = {heading, brief, hint, TEXT_##align, width, brief_width, CELL_REST
#define CELL_REST(field) field},
#define CELL_OF_NO_CELL CELL_NOTHING
#define CELL_NOTHING(field)
#define CELL_OF(name, id, label, variants, written, stored, locked, cell) \
	CELL_OF_##cell(EFFECT_FIELD_##name)

const struct cell_info form_cells[CELL_COUNT] = {
	EFFECT_COLUMNS(CELL_OF)
	[CELL_ARROW] = {"", NULL, "", TEXT_CENTER, 2, 2, EFFECT_FIELD_COUNT},
	[CELL_SAVED] = {N_("a period"), N_("saved"), N_("Saved in each period"), TEXT_RIGHT, 8, 7,
		EFFECT_FIELD_COUNT},
	[CELL_IN_YEAR] = {N_("In-year"), NULL, N_("Hours saved within this fiscal year (201, 201:30)"),
		TEXT_RIGHT, 8, 7, EFFECT_FIELD_DIRECT_HOURS},
	[CELL_FULL_YEAR] = {N_("Full-year"), N_("Full yr"), N_("Hours saved in a full year (345, 345:30)"),
		TEXT_RIGHT, 8, 7, EFFECT_FIELD_DIRECT_HOURS},
};

/* --- what a cell is ------------------------------------------------------------------------ */

static enum form_cell_kind form_cell_kind_per_period(enum cell cell)
{
	switch (cell) {
	case CELL_LABEL:
		return CELL_KIND_TEXT;
	case CELL_STAGE:
	case CELL_PERIOD:
	case CELL_DESTINATION:
		return CELL_KIND_CHOICE;
	case CELL_ARROW:
	case CELL_SAVED:
	case CELL_IN_YEAR:
	case CELL_FULL_YEAR:
	case CELL_COUNT:
		return CELL_KIND_NONE;
	default:
		return CELL_KIND_NUMBER;
	}
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
		return cell == CELL_AFTER_CASES || cell == CELL_PERIODS_FULL ? CELL_KIND_NONE : kind;
	case EFFECT_DIRECT:
		if (cell == CELL_IN_YEAR || cell == CELL_FULL_YEAR)
			return CELL_KIND_NUMBER;
		return kind == CELL_KIND_NUMBER ? CELL_KIND_NONE : kind;
	}
	return kind;
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

static void form_cell_add_value(const struct effect *effect, enum cell cell, struct strbuf *out)
{
	if (form_cell_kind(effect, cell) == CELL_KIND_NONE && cell != CELL_SAVED &&
		cell != CELL_IN_YEAR && cell != CELL_FULL_YEAR)
		return;
	switch (cell) {
	case CELL_LABEL:
		strbuf_add_text(out, effect->label);
		break;
	case CELL_STAGE:
		strbuf_add_text(out, form_cell_stage_text(effect->stage));
		break;
	case CELL_BEFORE_MINUTES:
		decimal_add_grouped(out, effect->before_minutes, 2, true);
		break;
	case CELL_BEFORE_CASES:
		decimal_add_grouped(out,
			effect->kind == EFFECT_MONTHLY ? form_cell_cases_of_year(effect) :
			effect->before_cases, 0, false);
		break;
	case CELL_AFTER_MINUTES:
		decimal_add_grouped(out, effect->after_minutes, 2, true);
		break;
	case CELL_AFTER_CASES:
		decimal_add_grouped(out, effect->after_cases, 0, false);
		break;
	case CELL_PERIOD:
		strbuf_add_text(out, form_cell_period_text(effect));
		break;
	case CELL_PERIODS:
		strbuf_add_int(out, effect->periods_in_year);
		break;
	case CELL_PERIODS_FULL:
		strbuf_add_int(out, effect->periods_full_year);
		break;
	case CELL_DESTINATION:
		form_cell_add_destination(effect, out);
		break;
	case CELL_UNIT_CASES:
		if (effect->unit_cases)
			decimal_add_grouped(out, effect->unit_cases, 0, false);
		break;
	default:
		form_cell_add_saving(effect, cell, out);
	}
}

void form_cell_text(const struct sheet_line *line, enum cell cell, struct strbuf *out)
{
	if (line->typed[cell])
		strbuf_add_text(out, line->typed[cell]);
	else
		form_cell_add_value(&line->effect, cell, out);
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
		form->working_days, &form->project.arena, err) &&
		effect_compute(&changed, &saving, err);
	free(direct);
	if (good)
		*effect = changed;
	return good;
}
