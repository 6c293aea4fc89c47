/* form_sheet - the keys of the effect sheet: moving in it, adding and deleting lines. */
#include "config.h"

#include "ui/form/form_sheet.h"

#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "ui/form/private.h"

/* --- moving -------------------------------------------------------------------------------- */

static bool form_sheet_reachable(struct form_sheet *sheet, enum cell cell)
{
	return form_cell_kind(&form_lines_current(sheet)->effect, cell) != CELL_KIND_NONE;
}

static void form_sheet_go_line(struct form_sheet *sheet, int64_t line)
{
	if (sheet->lines.count == 0)
		return;
	if (line < 0)
		line = 0;
	if (line >= (int64_t)sheet->lines.count)
		line = (int64_t)sheet->lines.count - 1;
	sheet->line = (size_t)line;
	while (sheet->cell > CELL_LABEL && !form_sheet_reachable(sheet, sheet->cell))
		sheet->cell--;
}

/* The next cell to edit, in the line or beyond; false at the end of all. */
static bool form_sheet_step(struct form_sheet *sheet, int by, bool beyond)
{
	int cell = (int)sheet->cell;

	do {
		cell += by;
	} while (cell >= 0 && cell < CELL_COUNT && !form_sheet_reachable(sheet, (enum cell)cell));
	if (cell >= 0 && cell < CELL_COUNT) {
		sheet->cell = (enum cell)cell;
		return true;
	}
	if (!beyond || (by < 0 ? sheet->line == 0 : sheet->line + 1 >= sheet->lines.count))
		return false;
	sheet->line = by < 0 ? sheet->line - 1 : sheet->line + 1;
	sheet->cell = by < 0 ? CELL_COUNT - 1 : CELL_LABEL;
	return form_sheet_reachable(sheet, sheet->cell) || form_sheet_step(sheet, by, false);
}

/* --- adding and deleting ------------------------------------------------------------------- */

static void form_sheet_sheet_changed(struct app *app, struct form *form)
{
	form->dirty = true;
	form_check(app, form);
}

static void form_sheet_add_line(struct form *form)
{
	struct form_sheet *sheet = &form->sheet;
	struct effect effect = effect_new(form_lines_free_number(sheet), STAGE_ESTIMATE, PERIOD_MONTH,
		form->working_days);

	project_follow(&form->project, &effect);
	form_lines_insert(sheet, &effect);
	sheet->cell = CELL_LABEL;
	form_edit_begin(form, false);
}

void form_sheet_delete(struct app *app, struct form *form)
{
	struct form_sheet *sheet = &form->sheet;
	struct sheet_line *line = form_lines_current(sheet);
	char name[80];

	text_copy(name, sizeof name, line->effect.label);
	if (!app_confirm(app, _("Delete effect line %d “%s” (%s)?"), line->effect.line, name,
		effect_stage_label(line->effect.stage)))
		return;
	form_lines_remove(sheet);
	form_sheet_go_line(sheet, (int64_t)sheet->line);
	form_sheet_sheet_changed(app, form);
}

/* The same line as an actual result, to be corrected there. */
void form_sheet_copy(struct app *app, struct form *form)
{
	struct form_sheet *sheet = &form->sheet;
	struct effect effect = form_lines_current(sheet)->effect;

	if (effect.stage == STAGE_ACTUAL || form_lines_find(sheet, effect.line, STAGE_ACTUAL)) {
		app_warn(app, _("Line %d has its actual figures already."), effect.line);
		return;
	}
	effect.stage = STAGE_ACTUAL;
	form_lines_insert(sheet, &effect);
	sheet->cell = CELL_BEFORE_MINUTES;
	if (!form_sheet_reachable(sheet, sheet->cell))
		sheet->cell = CELL_IN_YEAR;
	app_message(app, _("Copied as actual figures; please correct them."));
	form_sheet_sheet_changed(app, form);
}

static void form_sheet_open_cell(struct app *app, struct form *form)
{
	struct form_sheet *sheet = &form->sheet;

	if (form_cell_kind(&form_lines_current(sheet)->effect, sheet->cell) == CELL_KIND_CHOICE)
		form_effects_choose(app, form);
	else
		form_edit_begin(form, false);
}

void form_sheet_add(struct app *app, struct form *form)
{
	form_sheet_add_line(form);
	form_sheet_sheet_changed(app, form);
}

void form_sheet_open(struct app *app, struct form *form)
{
	struct form_sheet *sheet = &form->sheet;

	if (sheet->editing) {
		form_settle(app, form);
		form_sheet_step(sheet, 1, true);
		return;
	}
	if (sheet->lines.count > 0)
		form_sheet_open_cell(app, form);
	else
		form_sheet_add_line(form);
	form_sheet_sheet_changed(app, form);
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
		form_sheet_go_line(sheet, (int64_t)sheet->line + (action == ACTION_UP ? -1 : 1));
		return true;
	case ACTION_FIRST:
	case ACTION_LAST:
		form_sheet_go_line(sheet, action == ACTION_FIRST ? 0 : (int64_t)sheet->lines.count - 1);
		return true;
	case ACTION_LEFT:
		return form_sheet_step(sheet, -1, false);
	case ACTION_RIGHT:
		form_sheet_step(sheet, 1, false);
		return true;
	case ACTION_PREVIOUS:
		return form_sheet_step(sheet, -1, true);
	case ACTION_NEXT:
		return form_sheet_step(sheet, 1, true);
	default:
		return false;
	}
}

bool form_sheet_go_to(struct app *app, struct form *form, const char *id)
{
	struct form_sheet *sheet = &form->sheet;

	for (int cell = 0; sheet->lines.count > 0 && cell < CELL_COUNT; cell++) {
		if (form_cells[cell].field >= EFFECT_FIELD_COUNT ||
			strcmp(effect_fields[form_cells[cell].field].id, id) != 0 ||
			!form_sheet_reachable(sheet, (enum cell)cell))
			continue;
		form_settle(app, form);
		sheet->cell = (enum cell)cell;
		return true;
	}
	return false;
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
		form_sheet_go_line(sheet, (int64_t)hit->line);
		if (form_sheet_reachable(sheet, hit->cell))
			sheet->cell = hit->cell;
		if (event->mouse == MOUSE_DOUBLE)
			form_sheet_open_cell(app, form);
		return;
	}
}
