/* form_edit - typing in a cell of the effect sheet. */
#include "config.h"

#include <stdlib.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "ui/form/private.h"

static void form_edit_set_why(struct form_sheet *sheet, const char *why)
{
	free(sheet->why);
	sheet->why = why ? xstrdup(why) : NULL;
}

/* Reads what stands in the input. A text is kept only in the end: each text it is given stays
 * in memory. */
static void form_edit_try_typed(struct form *form, bool final)
{
	struct form_sheet *sheet = &form->sheet;
	struct sheet_line *line = form_lines_current(sheet);
	struct effect effect = sheet->before;
	struct error err = {0};

	if (form_cell_kind(&line->effect, sheet->cell) == CELL_KIND_TEXT && !final)
		return;
	if (form_cell_set(form, &effect, sheet->cell, w_input_text(&sheet->input), &err)) {
		line->effect = effect;
		form_edit_set_why(sheet, NULL);
	} else {
		if (final)
			line->effect = sheet->before;
		form_edit_set_why(sheet, err.message);
	}
}

void form_edit_begin(struct form *form, bool replace)
{
	struct form_sheet *sheet = &form->sheet;
	struct sheet_line *line = form_lines_current(sheet);
	struct strbuf text = {0};

	sheet->editing = true;
	sheet->before = line->effect;
	if (!replace && line->typed[sheet->cell])
		strbuf_add_text(&text, line->typed[sheet->cell]);
	else if (!replace)
		form_cell_machine(&line->effect, sheet->cell, &text);
	w_input_set(&sheet->input, strbuf_text(&text));
	form_edit_set_why(sheet, NULL);
	strbuf_free(&text);
}

void form_edit_settle(struct form *form)
{
	struct form_sheet *sheet = &form->sheet;
	struct sheet_line *line = form_lines_current(sheet);

	if (!sheet->editing || !line)
		return;
	form_edit_try_typed(form, true);
	form_lines_forget(line, sheet->cell);
	if (sheet->why) {
		line->typed[sheet->cell] = xstrdup(w_input_text(&sheet->input));
		line->why[sheet->cell] = xstrdup(sheet->why);
	}
	sheet->editing = false;
	form_lines_store(form);
}

bool form_edit_leave(struct form *form)
{
	struct form_sheet *sheet = &form->sheet;

	if (!sheet->editing)
		return false;
	form_lines_current(sheet)->effect = sheet->before;
	sheet->editing = false;
	return true;
}

/* True for what begins a number: typing it in a cell replaces what stands there. */
static bool form_edit_begins_number(const struct event *event)
{
	int key = key_fold(event->key);

	return event->kind == EVENT_PASTE || (key >= '0' && key <= '9') || key == '.' || key == '-' ||
		key == 0x25b3 || key == 0x25b2;
}

static bool form_edit_begins_typing(const struct form_sheet *sheet, const struct event *event)
{
	enum form_cell_kind kind = form_cell_kind(&sheet->lines.items[sheet->line].effect, sheet->cell);

	if (event->kind != EVENT_KEY && event->kind != EVENT_PASTE)
		return false;
	if (kind == CELL_KIND_NUMBER)
		return form_edit_begins_number(event);
	/* Latin letters are commands; Japanese can only be meant as text */
	return kind == CELL_KIND_TEXT &&
		(event->kind == EVENT_PASTE || key_from_input_method(event->key));
}

bool form_edit_input(struct app *app, struct form *form, const struct event *event)
{
	struct form_sheet *sheet = &form->sheet;
	bool changed = false, mine;

	if (!form_lines_current(sheet))
		return false;

	/* A number or a text typed on a cell whose value is chosen from a list: digits would
	 * otherwise leave the form for another tab. */
	const bool on_choice = form_cell_kind(&sheet->lines.items[sheet->line].effect,
		sheet->cell) == CELL_KIND_CHOICE;
	const bool typed = (event->kind == EVENT_KEY || event->kind == EVENT_PASTE) &&
		(form_edit_begins_number(event) || key_from_input_method(event->key));

	if (!sheet->editing && on_choice && typed) {
		app_message(app, _("This is chosen from a list: press Enter."));
		return true;
	}
	if (!sheet->editing && !form_edit_begins_typing(sheet, event))
		return false;
	if (!sheet->editing)
		form_edit_begin(form, true);
	mine = w_input_event(&sheet->input, event, &changed);
	if (changed) {
		form_edit_try_typed(form, false);
		form->dirty = true;
	}
	return mine;
}
