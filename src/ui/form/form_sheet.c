#include "config.h"

#include "ui/form/form_sheet.h"

#include <stdlib.h>
#include <string.h>

#include "base/decimal.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "base/text.h"
#include "model/fiscal_year.h"
#include "ui/form/private.h"

/* --- lines --------------------------------------------------------------------------------- */

static void forget(struct sheet_line *line, enum cell cell)
{
	free(line->typed[cell]);
	free(line->why[cell]);
	line->typed[cell] = line->why[cell] = NULL;
}

static void free_line(struct sheet_line *line)
{
	for (int cell = 0; cell < CELL_COUNT; cell++)
		forget(line, (enum cell)cell);
}

void form_sheet_clear(struct form_sheet *sheet)
{
	for (size_t i = 0; i < sheet->lines.count; i++)
		free_line(&sheet->lines.items[i]);
	sheet->lines.count = 0;
	sheet->editing = false;
}

void form_sheet_init(struct app *app, struct form *form)
{
	w_input_init(&form->sheet.input, &app->clipboard);
}

void form_sheet_free(struct form_sheet *sheet)
{
	form_sheet_clear(sheet);
	vec_free(&sheet->lines);
	vec_free(&sheet->hits);
	w_input_free(&sheet->input);
	free(sheet->why);
}

static struct sheet_line *current(struct form_sheet *sheet)
{
	return sheet->line < sheet->lines.count ? &sheet->lines.items[sheet->line] : NULL;
}

/* The line of that number and stage, or NULL. */
static struct sheet_line *find(struct form_sheet *sheet, int number, enum stage stage)
{
	for (size_t i = 0; i < sheet->lines.count; i++) {
		const struct effect *effect = &sheet->lines.items[i].effect;

		if (effect->line == number && effect->stage == stage)
			return &sheet->lines.items[i];
	}
	return NULL;
}

int form_sheet_free_number(const struct form_sheet *sheet)
{
	int last = 0;

	for (size_t i = 0; i < sheet->lines.count; i++) {
		if (sheet->lines.items[i].effect.line > last)
			last = sheet->lines.items[i].effect.line;
	}
	return last + 1;
}

static bool stands_before(const struct effect *a, const struct effect *b)
{
	return a->line < b->line || (a->line == b->line && a->stage < b->stage);
}

void form_sheet_insert(struct form_sheet *sheet, const struct effect *effect)
{
	size_t at = 0;

	while (at < sheet->lines.count && !stands_before(effect, &sheet->lines.items[at].effect))
		at++;
	*vec_add(&sheet->lines) = (struct sheet_line){0};
	memmove(&sheet->lines.items[at + 1], &sheet->lines.items[at],
		(sheet->lines.count - 1 - at) * sizeof *sheet->lines.items);
	sheet->lines.items[at] = (struct sheet_line){.effect = *effect};
	sheet->line = at;
}

void form_sheet_show(struct form *form)
{
	struct form_sheet *sheet = &form->sheet;
	size_t line = sheet->line;

	form_sheet_clear(sheet);
	for (size_t i = 0; i < form->project.effects.count; i++)
		form_sheet_insert(sheet, &form->project.effects.items[i]);
	sheet->line = line < sheet->lines.count ? line : 0;
}

void form_sheet_store(struct form *form)
{
	form->project.effects.count = 0;
	for (size_t i = 0; i < form->sheet.lines.count; i++)
		*vec_add(&form->project.effects) = form->sheet.lines.items[i].effect;
	/* each line can be computed; a sum beyond all numbers is refused when it is saved */
	project_sum_effects(&form->project, NULL);
}

static void swap_up(struct form_sheet *sheet, size_t at)
{
	struct sheet_line line = sheet->lines.items[at];

	sheet->lines.items[at] = sheet->lines.items[at - 1];
	sheet->lines.items[at - 1] = line;
}

void form_sheet_rearrange(struct form *form)
{
	struct form_sheet *sheet = &form->sheet;
	struct sheet_line *lines = sheet->lines.items;

	for (int cell = 0; cell < CELL_COUNT; cell++) {
		if (form_cell_kind(&lines[sheet->line].effect, (enum cell)cell) == CELL_KIND_NONE)
			forget(&lines[sheet->line], (enum cell)cell);
	}
	for (; sheet->line > 0 && stands_before(&lines[sheet->line].effect,
		&lines[sheet->line - 1].effect); sheet->line--)
		swap_up(sheet, sheet->line);
	for (; sheet->line + 1 < sheet->lines.count && stands_before(
		&lines[sheet->line + 1].effect, &lines[sheet->line].effect); sheet->line++)
		swap_up(sheet, sheet->line + 1);
	form_sheet_store(form);
}

bool form_sheet_has_unread(const struct form_sheet *sheet)
{
	for (size_t i = 0; i < sheet->lines.count; i++) {
		for (int cell = 0; cell < CELL_COUNT; cell++) {
			if (sheet->lines.items[i].typed[cell])
				return true;
		}
	}
	return false;
}

void form_sheet_totals(const struct form_sheet *sheet, struct sheet_total totals[STAGE_COUNT])
{
	for (int stage = 0; stage < STAGE_COUNT; stage++)
		totals[stage] = (struct sheet_total){.period = -1};
	for (size_t i = 0; i < sheet->lines.count; i++) {
		const struct effect *effect = &sheet->lines.items[i].effect;
		struct sheet_total *total = &totals[effect->stage];
		int period = effect->kind == EFFECT_PER_PERIOD ? (int)effect->period : -1;
		struct saving saving;

		if (!effect_compute(effect, &saving, NULL))
			continue;
		total->period = total->any && total->period != period ? -1 : period;
		total->any = true;
		decimal_sum(total->per_period, saving.per_period, &total->per_period);
		for (int basis = 0; basis < BASIS_COUNT; basis++)
			decimal_sum(total->minutes[basis], saving.minutes[basis], &total->minutes[basis]);
	}
}

/* --- editing a cell ------------------------------------------------------------------------ */

static void set_why(struct form_sheet *sheet, const char *why)
{
	free(sheet->why);
	sheet->why = why ? xstrdup(why) : NULL;
}

/* Reads what stands in the input. A work step is kept only in the end: each text it is given stays
 * in memory. */
static void try_typed(struct form *form, bool final)
{
	struct form_sheet *sheet = &form->sheet;
	struct sheet_line *line = current(sheet);
	struct effect effect = sheet->before;
	struct error err = {0};

	if (sheet->cell == CELL_LABEL && !final)
		return;
	if (form_cell_set(form, &effect, sheet->cell, w_input_text(&sheet->input), &err)) {
		line->effect = effect;
		set_why(sheet, NULL);
	} else {
		if (final)
			line->effect = sheet->before;
		set_why(sheet, err.message);
	}
}

/* Begins with what stands there, or with nothing where typing replaces it. */
static void begin(struct form *form, bool replace)
{
	struct form_sheet *sheet = &form->sheet;
	struct sheet_line *line = current(sheet);
	struct strbuf text = {0};

	sheet->editing = true;
	sheet->before = line->effect;
	if (!replace && line->typed[sheet->cell])
		strbuf_add_text(&text, line->typed[sheet->cell]);
	else if (!replace)
		form_cell_machine(&line->effect, sheet->cell, &text);
	w_input_set(&sheet->input, strbuf_text(&text));
	sheet->input.filter = form_cell_kind(&line->effect, sheet->cell) == CELL_KIND_TEXT ||
		line->effect.kind == EFFECT_DIRECT ? W_INPUT_ANY : W_INPUT_NUMBER;
	set_why(sheet, NULL);
	strbuf_free(&text);
}

void form_sheet_settle(struct app *app, struct form *form)
{
	struct form_sheet *sheet = &form->sheet;
	struct sheet_line *line = current(sheet);

	(void)app;
	if (!sheet->editing || !line)
		return;
	try_typed(form, true);
	forget(line, sheet->cell);
	if (sheet->why) {
		line->typed[sheet->cell] = xstrdup(w_input_text(&sheet->input));
		line->why[sheet->cell] = xstrdup(sheet->why);
	}
	sheet->editing = false;
	form_sheet_store(form);
}

static void give_up(struct form_sheet *sheet)
{
	current(sheet)->effect = sheet->before;
	sheet->editing = false;
}

/* True for what begins a number: typing it in a cell replaces what stands there. */
static bool begins_number(const struct event *event)
{
	int key = key_fold(event->key);

	return event->kind == EVENT_PASTE || (key >= '0' && key <= '9') || key == '.' || key == '-' ||
		key == 0x25b3 || key == 0x25b2;
}

static bool begins_typing(const struct form_sheet *sheet, const struct event *event)
{
	enum form_cell_kind kind = form_cell_kind(&sheet->lines.items[sheet->line].effect, sheet->cell);

	if (event->kind != EVENT_KEY && event->kind != EVENT_PASTE)
		return false;
	if (kind == CELL_KIND_NUMBER)
		return begins_number(event);
	/* Latin letters are commands; Japanese can only be meant as text */
	return kind == CELL_KIND_TEXT &&
		(event->kind == EVENT_PASTE || key_from_input_method(event->key));
}

/* True where a number or a text is typed on a cell whose value is chosen from a list: digits would
 * otherwise leave the form for another tab. */
static bool typed_on_choice(const struct form_sheet *sheet, const struct event *event)
{
	enum form_cell_kind kind = form_cell_kind(&sheet->lines.items[sheet->line].effect, sheet->cell);

	return kind == CELL_KIND_CHOICE &&
		(event->kind == EVENT_KEY || event->kind == EVENT_PASTE) &&
		(begins_number(event) || key_from_input_method(event->key));
}

bool form_sheet_input(struct app *app, struct form *form, const struct event *event)
{
	struct form_sheet *sheet = &form->sheet;
	bool changed = false, mine;

	if (!current(sheet))
		return false;
	if (!sheet->editing && typed_on_choice(sheet, event)) {
		app_message(app, _("This is chosen from a list: press Enter."));
		return true;
	}
	if (!sheet->editing && !begins_typing(sheet, event))
		return false;
	if (!sheet->editing)
		begin(form, true);
	mine = w_input_event(&sheet->input, event, &changed);
	if (changed) {
		try_typed(form, false);
		form->dirty = true;
	}
	return mine;
}

/* --- moving -------------------------------------------------------------------------------- */

static bool reachable(struct form_sheet *sheet, enum cell cell)
{
	return form_cell_kind(&current(sheet)->effect, cell) != CELL_KIND_NONE;
}

static void go_line(struct form_sheet *sheet, int64_t line)
{
	if (sheet->lines.count == 0)
		return;
	if (line < 0)
		line = 0;
	if (line >= (int64_t)sheet->lines.count)
		line = (int64_t)sheet->lines.count - 1;
	sheet->line = (size_t)line;
	while (sheet->cell > CELL_LABEL && !reachable(sheet, sheet->cell))
		sheet->cell--;
}

/* The next cell to edit, in the line or beyond; false at the end of all. */
static bool step(struct form_sheet *sheet, int by, bool beyond)
{
	int cell = (int)sheet->cell;

	do {
		cell += by;
	} while (cell >= 0 && cell < CELL_COUNT && !reachable(sheet, (enum cell)cell));
	if (cell >= 0 && cell < CELL_COUNT) {
		sheet->cell = (enum cell)cell;
		return true;
	}
	if (!beyond || (by < 0 ? sheet->line == 0 : sheet->line + 1 >= sheet->lines.count))
		return false;
	sheet->line = by < 0 ? sheet->line - 1 : sheet->line + 1;
	sheet->cell = by < 0 ? CELL_COUNT - 1 : CELL_LABEL;
	return reachable(sheet, sheet->cell) || step(sheet, by, false);
}

/* --- adding and deleting ------------------------------------------------------------------- */

/* Months from the start of operation to March, where that is known and in this year. */
static int months_in_operation(const struct project *project)
{
	struct date from = project->operating_from;

	if (from.year == 0 || fiscal_year_of(from) != project->fiscal_year)
		return EFFECT_MONTHS;
	return EFFECT_MONTHS - (from.month + 8) % 12;
}

static void add_line(struct form *form)
{
	struct form_sheet *sheet = &form->sheet;
	struct effect effect = effect_new(form_sheet_free_number(sheet), STAGE_ESTIMATE, PERIOD_MONTH,
		form->working_days);

	effect.periods_in_year = months_in_operation(&form->project);
	form_sheet_insert(sheet, &effect);
	sheet->cell = CELL_LABEL;
	begin(form, false);
}

static void delete_line(struct app *app, struct form *form)
{
	struct form_sheet *sheet = &form->sheet;
	struct sheet_line *line = current(sheet);
	char name[80];

	text_copy(name, sizeof name, line->effect.label);
	if (!app_confirm(app, _("Delete effect line %d “%s” (%s)?"), line->effect.line, name,
		effect_stage_label(line->effect.stage)))
		return;
	free_line(line);
	memmove(line, line + 1, (sheet->lines.count - sheet->line - 1) * sizeof *line);
	sheet->lines.count--;
	go_line(sheet, (int64_t)sheet->line);
}

/* The same line as an actual result, to be corrected there. */
static void copy_to_actual(struct app *app, struct form *form)
{
	struct form_sheet *sheet = &form->sheet;
	struct effect effect = current(sheet)->effect;

	if (effect.stage == STAGE_ACTUAL || find(sheet, effect.line, STAGE_ACTUAL)) {
		app_warn(app, _("Line %d has its actual figures already."), effect.line);
		return;
	}
	effect.stage = STAGE_ACTUAL;
	form_sheet_insert(sheet, &effect);
	sheet->cell = CELL_BEFORE_MINUTES;
	if (!reachable(sheet, sheet->cell))
		sheet->cell = CELL_IN_YEAR;
	app_message(app, _("Copied as actual figures; please correct them."));
}

static void open_cell(struct app *app, struct form *form)
{
	struct form_sheet *sheet = &form->sheet;

	if (form_cell_kind(&current(sheet)->effect, sheet->cell) == CELL_KIND_CHOICE)
		form_effects_choose(app, form);
	else
		begin(form, false);
}

static void sheet_changed(struct app *app, struct form *form)
{
	form->dirty = true;
	form_check(app, form);
}

void form_sheet_add(struct app *app, struct form *form)
{
	add_line(form);
	sheet_changed(app, form);
}

void form_sheet_delete(struct app *app, struct form *form)
{
	delete_line(app, form);
	sheet_changed(app, form);
}

void form_sheet_copy(struct app *app, struct form *form)
{
	copy_to_actual(app, form);
	sheet_changed(app, form);
}

void form_sheet_open(struct app *app, struct form *form)
{
	struct form_sheet *sheet = &form->sheet;

	if (sheet->editing) {
		form_settle(app, form);
		step(sheet, 1, true);
		return;
	}
	if (sheet->lines.count > 0)
		open_cell(app, form);
	else
		add_line(form);
	sheet_changed(app, form);
}

bool form_sheet_leave(struct form *form)
{
	const bool editing = form->sheet.editing;

	if (editing)
		give_up(&form->sheet);
	return editing;
}

bool form_sheet_move(struct app *app, struct form *form, enum action action)
{
	struct form_sheet *sheet = &form->sheet;

	if (sheet->editing)
		form_settle(app, form);
	if (sheet->lines.count == 0)
		return false;
	switch (action) {
	case ACTION_UP:
	case ACTION_DOWN:
		go_line(sheet, (int64_t)sheet->line + (action == ACTION_UP ? -1 : 1));
		return true;
	case ACTION_FIRST:
	case ACTION_LAST:
		go_line(sheet, action == ACTION_FIRST ? 0 : (int64_t)sheet->lines.count - 1);
		return true;
	case ACTION_LEFT:
		return step(sheet, -1, false);
	case ACTION_RIGHT:
		step(sheet, 1, false);
		return true;
	case ACTION_PREVIOUS:
		return step(sheet, -1, true);
	case ACTION_NEXT:
		return step(sheet, 1, true);
	default:
		return false;
	}
}

void form_sheet_mouse(struct app *app, struct form *form, const struct event *event)
{
	struct form_sheet *sheet = &form->sheet;

	if (event->mouse == MOUSE_WHEEL_UP || event->mouse == MOUSE_WHEEL_DOWN) {
		form_sheet_move(app, form, event->mouse == MOUSE_WHEEL_UP ? ACTION_UP : ACTION_DOWN);
		return;
	}
	for (size_t i = 0; i < sheet->hits.count; i++) {
		const struct sheet_hit *hit = &sheet->hits.items[i];

		if (!area_contains(hit->area, event->y, event->x))
			continue;
		form_settle(app, form);
		go_line(sheet, (int64_t)hit->line);
		if (reachable(sheet, hit->cell))
			sheet->cell = hit->cell;
		if (event->mouse == MOUSE_DOUBLE)
			open_cell(app, form);
		return;
	}
}
