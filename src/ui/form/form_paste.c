/* form_paste - cells copied in a spreadsheet among the effect lines: a preview, a yes, and the way back. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "service/files/pasting_effects.h"
#include "ui/form/private.h"
#include "ui/kit/w_preview.h"

/* The columns of the sheet from the cursor on. Hours are what its last columns hold. */
static size_t paste_columns(const struct form_sheet *sheet, struct pasting_column columns[CELL_COUNT])
{
	size_t count = 0;

	for (int cell = (int)sheet->cell; cell < CELL_COUNT; cell++) {
		const enum effect_field field = form_cells[cell].field;
		const bool hours = cell == CELL_IN_YEAR || cell == CELL_FULL_YEAR;

		/* what stands below the sheet is no column of it */
		if (cell == CELL_ARROW || ((int)sheet->cell < CELL_TABLE_COUNT && cell >= CELL_TABLE_COUNT))
			continue;
		columns[count++] = (struct pasting_column){
			.label = hours || field == EFFECT_FIELD_COUNT ? _(form_cells[cell].heading) :
				_(effect_fields[field].label),
			.field = field,
			.part = cell == CELL_IN_YEAR ? (int)BASIS_IN_YEAR : hours ? (int)BASIS_FULL_YEAR :
				EFFECT_PART_WHOLE,
			.unit = {hours ? 'h' : '\0'},
		};
	}
	return count;
}

static const struct pasting_cell *paste_cell(const void *data, size_t row, size_t column)
{
	const struct pasting_effects *const pasting = data;

	return row < pasting->lines.count && column >= PASTING_EFFECTS_FIRST &&
		column < PASTING_EFFECTS_FIRST + pasting->column_count ?
		&pasting->lines.items[row].cells[column - PASTING_EFFECTS_FIRST] : NULL;
}

static const char *paste_why(const void *data, size_t row, size_t column)
{
	const struct pasting_cell *const cell = paste_cell(data, row, column);

	return cell ? cell->why : NULL;
}

static enum theme_role paste_role(const void *data, size_t row, size_t column)
{
	const struct pasting_cell *const cell = paste_cell(data, row, column);

	if (!cell || cell->fate == PASTING_TAKEN)
		return THEME_NORMAL;
	return cell->fate == PASTING_BAD ? THEME_ERROR : THEME_MUTED;
}

/* Says what the paste comes to. */
static void paste_sum_up(const struct pasting_effects *pasting, struct strbuf *out)
{
	size_t passed = 0;

	for (size_t i = 0; i < pasting->lines.count; i++)
		for (size_t c = 0; c < pasting->column_count; c++) {
			const enum pasting_fate fate = pasting->lines.items[i].cells[c].fate;

			passed += fate == PASTING_COMPUTED || fate == PASTING_NOWHERE;
		}
	strbuf_addf(out, _("Lines: %zu new, %zu changed."), pasting->added, pasting->changed);
	if (pasting->bad)
		strbuf_addf(out, ngettext(" %zu cell cannot be read (!); it stays in the sheet, to be corrected.",
			" %zu cells cannot be read (!); they stay in the sheet, to be corrected.", pasting->bad),
			pasting->bad);
	if (passed)
		strbuf_addf(out, ngettext(" %zu cell is passed over.", " %zu cells are passed over.", passed), passed);
	if (pasting->totals)
		strbuf_addf(out, ngettext(" %zu line of sums is left out.", " %zu lines of sums are left out.",
			pasting->totals), pasting->totals);
}

/* What cannot be read stays in its cell, as if it had been typed there. */
static void paste_keep_bad(struct sheet_line *line, const struct pasting_effects *pasting,
	const struct pasting_line *pasted)
{
	for (size_t c = 0; c < pasting->column_count; c++) {
		const struct pasting_cell *const from = &pasted->cells[c];
		int cell = 0;

		while (cell < CELL_COUNT && (form_cells[cell].field != pasting->columns[c].field ||
			form_cell_kind(&line->effect, (enum cell)cell) == CELL_KIND_NONE))
			cell++;
		if (cell == CELL_COUNT || (from->fate != PASTING_BAD && from->fate != PASTING_TAKEN))
			continue;
		form_lines_forget(line, (enum cell)cell);
		if (from->fate == PASTING_BAD) {
			line->typed[cell] = xstrdup(from->text);
			line->why[cell] = xstrdup(from->why);
		}
	}
}

static void paste_apply(struct form *form, const struct pasting_effects *pasting)
{
	struct form_sheet *sheet = &form->sheet;
	const enum cell cell = sheet->cell;

	/* those that are there first, for new ones come between them */
	for (int pass = 0; pass < 2; pass++) {
		for (size_t i = 0; i < pasting->lines.count; i++) {
			const struct pasting_line *const line = &pasting->lines.items[i];
			struct effect effect = line->effect;

			if ((pass == 0) != (line->at >= 0))
				continue;
			effect_keep_texts(&effect, &form->project.arena);
			if (pass == 0)
				sheet->lines.items[line->at].effect = effect;
			else
				form_lines_insert(sheet, &effect);
			paste_keep_bad(pass == 0 ? &sheet->lines.items[line->at] : form_lines_current(sheet), pasting,
				line);
		}
	}
	sheet->cell = cell;
	form_lines_store(form);
}

/* The lines as they stand, beside which a change is told. */
static void paste_note(const struct form *form, struct draft *note)
{
	draft_free(note);
	*note = (struct draft){0};
	form_sheet_texts_collect(form, note);
}

static void paste_rows_of(struct app *app, struct form *form, const struct pasted *pasted)
{
	struct form_sheet *const sheet = &form->sheet;
	struct pasting_column columns[CELL_COUNT];
	struct pasting_effects pasting = {0};
	struct strbuf summary = {0};
	struct table table;

	form_edit_leave(form);
	struct effect *const lines = xcalloc(sheet->lines.count + 1, sizeof *lines);

	for (size_t i = 0; i < sheet->lines.count; i++)
		lines[i] = sheet->lines.items[i].effect;
	pasting_effects(&pasting, pasted,
		&(struct pasting_place){.project = &form->project, .lines = lines, .count = sheet->lines.count,
			.line = sheet->line, .columns = columns, .column_count = paste_columns(sheet, columns),
			.working_days = form->working_days});
	pasting_effects_tell(&pasting, &table);
	paste_sum_up(&pasting, &summary);
	if (w_preview_run(app, &(struct w_preview){.title = _("Paste into the effect lines"),
			.summary = strbuf_text(&summary),
			.question = pasting.added || pasting.changed || pasting.bad ?
				_("Take these lines over? They are stored when you save.") : NULL,
			.table = &table, .why = paste_why, .role = paste_role, .data = &pasting})) {
		paste_note(form, &form->unpasted);
		paste_apply(form, &pasting);
		paste_note(form, &form->pasted);
		form->dirty = true;
		form_check(app, form);
		app_message(app, _("Pasted: %zu new, %zu changed. u takes it back, C-s saves."), pasting.added,
			pasting.changed);
	}
	table_free(&table);
	strbuf_free(&summary);
	pasting_effects_free(&pasting);
	free(lines);
}

bool form_paste(struct app *app, struct form *form, const char *text)
{
	const bool on_sheet = form->section == SECTION_EFFECTS;
	struct pasted pasted = {0};
	bool mine = true;

	pasted_split(text, &pasted);
	const bool table = pasted_is_table(&pasted);

	if (table && on_sheet)
		paste_rows_of(app, form, &pasted);
	else if (pasted.rows.count > 0) {
		/* lines of prose are nobody's rows; one cell comes without the marks that hold its line breaks */
		const struct event event = {.kind = EVENT_PASTE, .text = table ? text : pasted_cell(&pasted, 0, 0)};

		mine = on_sheet ? form_edit_input(app, form, &event) : form_fields_input(app, form, &event);
	}
	pasted_free(&pasted);
	return mine;
}

void form_paste_take_back(struct app *app, struct form *form)
{
	struct draft now = {0};

	form_settle(app, form);
	form_sheet_texts_collect(form, &now);
	if (form->pasted.lines.count == 0)
		app_message(app, _("Nothing was pasted here that could be taken back."));
	else if (!draft_same(&now, &form->pasted))
		app_warn(app, _("The lines were changed after they were pasted; they stay."));
	else {
		form_sheet_texts_restore(form, &form->unpasted);
		form_paste_forget(form);
		form->dirty = true;
		form_check(app, form);
		app_message(app, _("What was pasted is taken back."));
	}
	draft_free(&now);
}

void form_paste_forget(struct form *form)
{
	draft_free(&form->unpasted);
	draft_free(&form->pasted);
	form->unpasted = form->pasted = (struct draft){0};
}
