#include "config.h"

#include "service/files/pasting_effects.h"

#include "base/i18n.h"
#include "exchange/sheet.h"
#include "exchange/sheet_cells.h"
#include "service/files/importing_effect_cells.h"
#include "service/files/pasting_row.h"

/* What the headings in the first row mean; false where it is a row of figures. */
static bool pasting_read_headings(struct pasting_effects *to, const struct pasted *pasted)
{
	size_t known = 0, filled = 0;

	for (size_t c = 0; c < to->column_count; c++) {
		struct pasting_column *const named = &to->columns[c];
		const int column = sheet_column_by_heading(SHEET_EFFECTS, pasted_cell(pasted, 0, c));

		*named = (struct pasting_column){.label = pasted_cell(pasted, 0, c), .field = EFFECT_FIELD_COUNT};
		filled += *named->label != '\0';
		if (column < EFFECT_COLUMN_FIRST)
			continue;
		const struct effect_part *const part = effect_part_at((size_t)(column - EFFECT_COLUMN_FIRST));

		known++;
		sheet_unit_of(named->label, named->unit);
		named->part = part->part;
		named->field = part->field;
		/* of two columns for one thing the first counts */
		for (size_t before = 0; before < c; before++)
			if (to->columns[before].field == part->field && to->columns[before].part == part->part)
				named->field = EFFECT_FIELD_COUNT;
	}
	return known > 0 && 2 * known >= filled;
}

/* The texts of the row as they are meant: 〃 is the cell above, － none, a bare figure has the unit of its heading. */
static void pasting_read_cells(struct pasting_row *row, const struct pasted *pasted, size_t at,
	const struct pasting_cell *above)
{
	struct pasting_effects *const to = row->to;

	row->line->cells = arena_alloc(&to->arena, (to->column_count + 1) * sizeof *row->line->cells);
	for (size_t c = 0; c < to->column_count; c++) {
		struct pasting_cell *const cell = &row->line->cells[c];

		cell->text = pasted_cell(pasted, at, c);
		if (above && sheet_cell_is_ditto(cell->text))
			cell->text = above[c].text;
		else if (sheet_cell_is_none(cell->text))
			cell->text = "";
		else if (*to->columns[c].unit && sheet_cell_is_bare(cell->text))
			cell->text = arena_printf(&to->arena, "%s%s", cell->text, to->columns[c].unit);
		if (*cell->text && to->columns[c].field == EFFECT_FIELD_COUNT) {
			cell->fate = PASTING_NOWHERE;
			cell->why = _("No column of the sheet takes this.");
		}
	}
}

void pasting_effects(struct pasting_effects *to, const struct pasted *pasted, const struct pasting_place *place)
{
	const struct pasting_column beyond = {.label = _("(none)"), .field = EFFECT_FIELD_COUNT};
	const struct pasting_cell *above = NULL;

	to->column_count = pasted->columns < PASTING_COLUMNS_MAX ? pasted->columns : PASTING_COLUMNS_MAX;
	const size_t first = pasted->rows.count > 0 && pasting_read_headings(to, pasted);

	for (size_t c = 0; !first && c < to->column_count; c++)
		to->columns[c] = c < place->column_count ? place->columns[c] : beyond;
	for (size_t i = first; i < pasted->rows.count; i++) {
		const struct pasted_row *const cells = &pasted->rows.items[i];
		const bool total = sheet_cells_are_total(cells->cells, cells->count);

		to->totals += total;
		if (total || cells->count == 0)
			continue;
		struct pasting_row row = {to, place, vec_add(&to->lines), {0}, false};

		pasting_read_cells(&row, pasted, i, above);
		pasting_find_line(&row, place->line + (i - first));
		pasting_take(&row);
		above = row.line->cells;
	}
}

void pasting_effects_free(struct pasting_effects *to)
{
	vec_free(&to->lines);
	arena_free(&to->arena);
}

void pasting_effects_tell(const struct pasting_effects *to, struct table *table)
{
	const size_t year = PASTING_EFFECTS_FIRST + to->column_count;

	table_init(table, "pasted", _("Pasted cells"));
	table->ties = true; /* it is a list: there is nothing to prove */
	table_add_column(table, "line", _("Line"), COLUMN_TEXT);
	for (size_t c = 0; c < to->column_count; c++)
		table_add_column(table, "cell", to->columns[c].label, COLUMN_TEXT);
	table_add_column(table, "in_year", _("Hours in the year"), COLUMN_HOURS);
	for (size_t i = 0; i < to->lines.count; i++) {
		const struct pasting_line *const line = &to->lines.items[i];
		struct table_row *const row = table_add_row(table, ROW_DATA);
		struct strbuf text = {0};
		struct saving saving;

		strbuf_addf(&text, "%d %s%s%s", line->effect.line, effect_stage_label(line->effect.stage),
			line->at < 0 ? " " : "", line->at < 0 ? _("new line") : "");
		table_set_text(table, row, 0, strbuf_text(&text));
		for (size_t c = 0; c < to->column_count; c++) {
			strbuf_clear(&text);
			strbuf_addf(&text, "%s%s", line->cells[c].fate == PASTING_BAD ? "!" : "", line->cells[c].text);
			table_set_text(table, row, PASTING_EFFECTS_FIRST + c, strbuf_text(&text));
		}
		if (effect_compute(&line->effect, &saving, NULL))
			table_set_number(table, row, year, saving.minutes[BASIS_IN_YEAR]);
		strbuf_free(&text);
	}
}
