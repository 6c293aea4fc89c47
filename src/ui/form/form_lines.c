/* form_lines - the effect lines that the sheet edits, in their order, and the project's own. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/decimal.h"
#include "ui/form/private.h"

void form_lines_forget(struct sheet_line *line, enum cell cell)
{
	free(line->typed[cell]);
	free(line->why[cell]);
	line->typed[cell] = line->why[cell] = NULL;
}

static void form_lines_drop(struct sheet_line *line)
{
	for (int cell = 0; cell < CELL_COUNT; cell++)
		form_lines_forget(line, (enum cell)cell);
}

void form_lines_clear(struct form_sheet *sheet)
{
	for (size_t i = 0; i < sheet->lines.count; i++)
		form_lines_drop(&sheet->lines.items[i]);
	sheet->lines.count = 0;
	sheet->editing = false;
}

void form_lines_init(struct app *app, struct form *form)
{
	w_input_init(&form->sheet.input, &app->clipboard);
}

void form_lines_free(struct form_sheet *sheet)
{
	form_lines_clear(sheet);
	vec_free(&sheet->lines);
	vec_free(&sheet->hits);
	w_input_free(&sheet->input);
	free(sheet->why);
}

struct sheet_line *form_lines_current(struct form_sheet *sheet)
{
	return sheet->line < sheet->lines.count ? &sheet->lines.items[sheet->line] : NULL;
}

struct sheet_line *form_lines_find(struct form_sheet *sheet, int number, enum stage stage)
{
	for (size_t i = 0; i < sheet->lines.count; i++) {
		const struct effect *effect = &sheet->lines.items[i].effect;

		if (effect->line == number && effect->stage == stage)
			return &sheet->lines.items[i];
	}
	return NULL;
}

int form_lines_free_number(const struct form_sheet *sheet)
{
	int last = 0;

	for (size_t i = 0; i < sheet->lines.count; i++) {
		if (sheet->lines.items[i].effect.line > last)
			last = sheet->lines.items[i].effect.line;
	}
	return last + 1;
}

static bool form_lines_stands_before(const struct effect *a, const struct effect *b)
{
	return a->line < b->line || (a->line == b->line && a->stage < b->stage);
}

void form_lines_insert(struct form_sheet *sheet, const struct effect *effect)
{
	size_t at = 0;

	while (at < sheet->lines.count && !form_lines_stands_before(effect,
		&sheet->lines.items[at].effect))
		at++;
	*vec_add(&sheet->lines) = (struct sheet_line){0};
	memmove(&sheet->lines.items[at + 1], &sheet->lines.items[at],
		(sheet->lines.count - 1 - at) * sizeof *sheet->lines.items);
	sheet->lines.items[at] = (struct sheet_line){.effect = *effect};
	sheet->line = at;
}

void form_lines_remove(struct form_sheet *sheet)
{
	struct sheet_line *line = form_lines_current(sheet);

	form_lines_drop(line);
	memmove(line, line + 1, (sheet->lines.count - sheet->line - 1) * sizeof *line);
	sheet->lines.count--;
}

void form_lines_show(struct form *form)
{
	struct form_sheet *sheet = &form->sheet;
	size_t line = sheet->line;

	form_lines_clear(sheet);
	for (size_t i = 0; i < form->project.effects.count; i++)
		form_lines_insert(sheet, &form->project.effects.items[i]);
	sheet->line = line < sheet->lines.count ? line : 0;
}

void form_lines_store(struct form *form)
{
	form->project.effects.count = 0;
	for (size_t i = 0; i < form->sheet.lines.count; i++) {
		struct effect *const effect = &form->sheet.lines.items[i].effect;

		/* the start of operation may be another by now */
		project_follow(&form->project, effect);
		*vec_add(&form->project.effects) = *effect;
	}
	/* each line can be computed; a sum beyond all numbers is refused when it is saved */
	project_sum_effects(&form->project, NULL);
}

static void form_lines_swap_up(struct form_sheet *sheet, size_t at)
{
	struct sheet_line line = sheet->lines.items[at];

	sheet->lines.items[at] = sheet->lines.items[at - 1];
	sheet->lines.items[at - 1] = line;
}

void form_lines_rearrange(struct form *form)
{
	struct form_sheet *sheet = &form->sheet;
	struct sheet_line *lines = sheet->lines.items;

	for (int cell = 0; cell < CELL_COUNT; cell++) {
		if (form_cell_kind(&lines[sheet->line].effect, (enum cell)cell) == CELL_KIND_NONE)
			form_lines_forget(&lines[sheet->line], (enum cell)cell);
	}
	for (; sheet->line > 0 && form_lines_stands_before(&lines[sheet->line].effect,
		&lines[sheet->line - 1].effect); sheet->line--)
		form_lines_swap_up(sheet, sheet->line);
	for (; sheet->line + 1 < sheet->lines.count && form_lines_stands_before(
		&lines[sheet->line + 1].effect, &lines[sheet->line].effect); sheet->line++)
		form_lines_swap_up(sheet, sheet->line + 1);
	form_lines_store(form);
}

bool form_lines_has_unread(const struct form_sheet *sheet)
{
	for (size_t i = 0; i < sheet->lines.count; i++) {
		for (int cell = 0; cell < CELL_COUNT; cell++) {
			if (sheet->lines.items[i].typed[cell])
				return true;
		}
	}
	return false;
}

void form_lines_totals(const struct form_sheet *sheet, struct sheet_total totals[STAGE_COUNT])
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
			decimal_sum(total->minutes[basis], saving.minutes[basis],
				&total->minutes[basis]);
	}
}
