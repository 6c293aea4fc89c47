/* form_sheet_texts - the effect sheet as draft texts and back. */
#include "config.h"

#include <stdlib.h>

#include "base/mem.h"
#include "ui/form/private.h"

void form_sheet_texts_collect(const struct form *form, struct draft *draft)
{
	const struct form_sheet *sheet = &form->sheet;
	struct strbuf text = {0};

	for (size_t i = 0; i < sheet->lines.count; i++) {
		const struct sheet_line *line = &sheet->lines.items[i];
		struct draft_line *kept = draft_add_line(draft);

		for (int field = 0; field < EFFECT_FIELD_COUNT; field++) {
			strbuf_clear(&text);
			effect_field_get(&line->effect, (enum effect_field)field, &text);
			draft_line_set(kept, (enum effect_field)field, strbuf_text(&text));
		}
		for (int cell = 0; cell < CELL_COUNT; cell++) {
			bool here = sheet->editing && i == sheet->line && sheet->cell == (enum cell)cell &&
				(sheet->why || form_cell_kind(&line->effect, (enum cell)cell) ==
					CELL_KIND_TEXT);

			if (here)
				draft_line_set(kept, form_cells[cell].field, w_input_text(&sheet->input));
			else if (line->typed[cell])
				draft_line_set(kept, form_cells[cell].field, line->typed[cell]);
		}
	}
	strbuf_free(&text);
}

/* The cell that an unread text of a field is shown in. */
static enum cell sheet_texts_cell_of(enum effect_field field)
{
	int cell = 0;

	while (cell < CELL_COUNT && form_cells[cell].field != field)
		cell++;
	return (enum cell)cell;
}

static void sheet_texts_restore_line(struct form *form, const struct draft_line *kept)
{
	struct form_sheet *sheet = &form->sheet;
	struct effect effect = effect_new(form_lines_free_number(sheet), STAGE_ESTIMATE, PERIOD_MONTH,
		form->working_days);
	char *why[EFFECT_FIELD_COUNT] = {NULL};

	for (int field = 0; field < EFFECT_FIELD_COUNT; field++) {
		struct error err = {0};

		if (!effect_field_set(&effect, (enum effect_field)field, kept->texts[field],
			form->working_days, &form->project.arena, &err))
			why[field] = xstrdup(err.message);
	}
	form_lines_insert(sheet, &effect);
	for (int field = 0; field < EFFECT_FIELD_COUNT; field++) {
		enum cell cell = sheet_texts_cell_of((enum effect_field)field);

		if (why[field] && cell < CELL_COUNT) {
			sheet->lines.items[sheet->line].typed[cell] = xstrdup(kept->texts[field]);
			sheet->lines.items[sheet->line].why[cell] = why[field];
		} else {
			free(why[field]);
		}
	}
}

void form_sheet_texts_restore(struct form *form, const struct draft *draft)
{
	form_lines_clear(&form->sheet);
	for (size_t i = 0; i < draft->lines.count; i++)
		sheet_texts_restore_line(form, &draft->lines.items[i]);
	form->sheet.line = 0;
	form->sheet.cell = CELL_LABEL;
	form_lines_store(form);
}
