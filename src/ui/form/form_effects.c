/* form_effects - choosing period, stage, months and use of an effect line. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "model/destination.h"
#include "ui/form/form_grid.h"
#include "ui/form/private.h"
#include "ui/kit/w_choice.h"

static struct sheet_line *effects_current(struct form *form)
{
	return &form->sheet.lines.items[form->sheet.line];
}

/* Sets a cell from a list; what was typed there before is gone. */
static bool effects_put(struct app *app, struct form *form, enum effect_field field,
	const char *text)
{
	struct effect changed = effects_current(form)->effect;
	struct saving saving;
	struct error err = {0};

	if (!effect_field_set(&changed, field, text, form->working_days, &form->project.arena, &err))
		return app_error(app, &err);
	project_follow(&form->project, &changed);
	if (!effect_compute(&changed, &saving, &err))
		return app_error(app, &err);
	effects_current(form)->effect = changed;
	return true;
}

/* --- stage --------------------------------------------------------------------------------- */

static bool effects_is_taken(const struct form *form, int line, enum stage stage)
{
	for (size_t i = 0; i < form->sheet.lines.count; i++) {
		const struct effect *effect = &form->sheet.lines.items[i].effect;

		if (effect->line == line && effect->stage == stage)
			return true;
	}
	return false;
}

static void effects_choose_stage(struct app *app, struct form *form)
{
	struct w_choice_entry entries[STAGE_COUNT] = {0};
	struct effect *effect = &effects_current(form)->effect;
	int chosen;

	for (int stage = 0; stage < STAGE_COUNT; stage++)
		entries[stage].label = effect_stage_label((enum stage)stage);
	chosen = w_choice_run(app, _(effect_fields[EFFECT_FIELD_STAGE].label), entries, STAGE_COUNT,
		(int)effect->stage);
	if (chosen < 0 || chosen == (int)effect->stage)
		return;
	/* a line stands once in each stage; what takes another one's place becomes a line of its own */
	while (effects_is_taken(form, effect->line, (enum stage)chosen))
		effect->line++;
	effect->stage = (enum stage)chosen;
}

/* --- period and kind ----------------------------------------------------------------------- */

/* Twelve counts, those of the line to begin with. False when given up. */
static bool effects_choose_months(struct app *app, struct form *form)
{
	static const char *const months[EFFECT_MONTHS] = {
		N_("Apr"), N_("May"), N_("Jun"), N_("Jul"), N_("Aug"), N_("Sep"),
		N_("Oct"), N_("Nov"), N_("Dec"), N_("Jan"), N_("Feb"), N_("Mar"),
	};
	const struct effect *effect = &effects_current(form)->effect;
	struct form_grid grid = {.title = _("Cases month by month"), .count = EFFECT_MONTHS,
		.columns = 3, .sum = true};
	struct strbuf text = {0};
	bool done;

	for (int i = 0; i < EFFECT_MONTHS; i++) {
		grid.labels[i] = _(months[i]);
		grid.values[i] = effect->kind == EFFECT_MONTHLY ? effect->monthly_cases[i] :
			effect->period == PERIOD_MONTH ? effect->before_cases : 0;
	}
	do {
		done = form_grid_run(app, &grid);
		strbuf_clear(&text);
		for (int i = 0; i < EFFECT_MONTHS; i++)
			strbuf_addf(&text, "%s%lld", i > 0 ? ";" : "", (long long)grid.values[i]);
	} while (done && !effects_put(app, form, EFFECT_FIELD_MONTHLY_CASES, strbuf_text(&text)));
	strbuf_free(&text);
	return done;
}

static void effects_choose_period(struct app *app, struct form *form)
{
	enum { MONTHLY = PERIOD_COUNT, DIRECT, CHOICES };
	const struct effect *effect = &effects_current(form)->effect;
	struct w_choice_entry entries[CHOICES] = {0};
	int initial = effect->kind == EFFECT_DIRECT ? DIRECT :
		effect->kind == EFFECT_MONTHLY ? MONTHLY : (int)effect->period;
	int chosen;

	for (int period = 0; period < PERIOD_COUNT; period++)
		entries[period].label = effect_period_label((enum period)period);
	entries[MONTHLY].label = _("Month by month: twelve counts");
	entries[DIRECT].label = _("Entered directly: hours of the year");
	chosen = w_choice_run(app, _("Cases are counted per …"), entries, CHOICES, initial);
	if (chosen < 0)
		return;
	if (chosen == DIRECT) {
		if (effect->kind != EFFECT_DIRECT) {
			/* Entered directly: what the line came to so far is the first figure. */
			struct strbuf text = {0};
			struct saving saving = {0};

			effect_compute(&effects_current(form)->effect, &saving, NULL);
			effect_format_hours(saving.minutes[BASIS_IN_YEAR], &text);
			strbuf_add_char(&text, '/');
			effect_format_hours(saving.minutes[BASIS_FULL_YEAR], &text);
			if (effects_put(app, form, EFFECT_FIELD_DIRECT_HOURS, strbuf_text(&text)))
				form->sheet.cell = CELL_IN_YEAR;
			strbuf_free(&text);
		}
	} else if (chosen == MONTHLY) {
		effects_choose_months(app, form);
	} else if (effects_put(app, form, EFFECT_FIELD_DIRECT_HOURS, "") &&
		effects_put(app, form, EFFECT_FIELD_MONTHLY_CASES, "") && chosen != initial) {
		effects_put(app, form, EFFECT_FIELD_PERIOD, effect_period_id((enum period)chosen));
	}
}

/* --- destination --------------------------------------------------------------------------- */

static void effects_split_destination(struct app *app, struct form *form)
{
	struct form_grid grid = {.title = _("Use of the freed time, in percent"),
		.count = DESTINATION_COUNT, .columns = 1, .sum = true};
	struct destination_split split = {{0}};
	struct strbuf text = {0};
	bool done;

	destination_parse(effects_current(form)->effect.destination, &split, NULL);
	for (int i = 0; i < DESTINATION_COUNT; i++) {
		grid.labels[i] = destination_label((enum destination)i);
		grid.values[i] = split.percent[i];
	}
	do {
		done = form_grid_run(app, &grid);
		strbuf_clear(&text);
		for (int i = 0; i < DESTINATION_COUNT; i++) {
			if (grid.values[i] != 0)
				strbuf_addf(&text, "%s%s:%lld", text.length ? ";" : "",
					destination_id((enum destination)i), (long long)grid.values[i]);
		}
	} while (done && !effects_put(app, form, EFFECT_FIELD_DESTINATION, strbuf_text(&text)));
	strbuf_free(&text);
}

static void effects_choose_destination(struct app *app, struct form *form)
{
	enum { SPLIT = DESTINATION_COUNT, NOTHING, CHOICES };
	struct w_choice_entry entries[CHOICES] = {0};
	int chosen;

	for (int i = 0; i < DESTINATION_COUNT; i++)
		entries[i].label = destination_label((enum destination)i);
	entries[SPLIT].label = _("Several, in percent …");
	entries[NOTHING].label = _("Not given");
	chosen = w_choice_run(app, _(effect_fields[EFFECT_FIELD_DESTINATION].label), entries, CHOICES,
		-1);
	if (chosen == SPLIT)
		effects_split_destination(app, form);
	else if (chosen >= 0)
		effects_put(app, form, EFFECT_FIELD_DESTINATION,
			chosen == NOTHING ? "" : destination_id((enum destination)chosen));
}

void form_effects_choose(struct app *app, struct form *form)
{
	switch (form->sheet.cell) {
	case CELL_STAGE:
		effects_choose_stage(app, form);
		break;
	case CELL_PERIOD:
		effects_choose_period(app, form);
		break;
	case CELL_BEFORE_CASES:
		effects_choose_months(app, form);
		break;
	case CELL_DESTINATION:
		effects_choose_destination(app, form);
		break;
	default:
		break;
	}
	form->dirty = true;
	form_lines_rearrange(form);
}
