/* form_sheet_draw - drawing the effect sheet. */
#include "config.h"

#include "base/decimal.h"
#include "base/i18n.h"
#include "base/text.h"
#include "model/worth.h"
#include "ui/form/private.h"

/* How a line is laid out: all in one row where there is room; else the figures it comes to beside
 * the work step and what is typed below; else three rows. */
struct layout {
	int rows;
	int row_of[CELL_TABLE_COUNT];
	int x[CELL_TABLE_COUNT];
	int columns[CELL_TABLE_COUNT];
	const char *headings[CELL_TABLE_COUNT]; /* translated */
	int person_years; /* columns kept after the totals */
};

enum { GAP = 1, INDENT = 2, PERSON_YEARS_GAP = 1 };

static bool sheet_draw_is_result(enum cell cell)
{
	return cell == CELL_SAVED || cell == CELL_IN_YEAR || cell == CELL_FULL_YEAR;
}

static int sheet_draw_row_of(enum cell cell, int rows)
{
	if (rows == 1 || cell == CELL_LABEL || cell == CELL_STAGE)
		return 0;
	if (sheet_draw_is_result(cell))
		return rows == 2 ? 0 : 2;
	return 1;
}

/* The columns a cell needs for what stands in it; the one being typed in stays as it is. */
static int sheet_draw_columns_needed(const struct form_sheet *sheet, enum cell cell, int least)
{
	struct strbuf text = {0};

	for (size_t i = 0; i < sheet->lines.count && cell != CELL_LABEL; i++) {
		int width;

		if (sheet->editing && i == sheet->line && cell == sheet->cell)
			continue;
		strbuf_clear(&text);
		form_cell_text(&sheet->lines.items[i], cell, &text);
		width = text_width(strbuf_text(&text));
		least = width > least ? width : least;
	}
	strbuf_free(&text);
	return least;
}

/* What stands below a result; "" where sums say nothing: 分/月 and 分/週 do not add up. */
static void sheet_draw_add_total(const struct sheet_total *total, enum cell cell,
	struct strbuf *out)
{
	if (cell == CELL_IN_YEAR)
		form_cell_add_hours(out, total->minutes[BASIS_IN_YEAR]);
	else if (cell == CELL_FULL_YEAR)
		form_cell_add_hours(out, total->minutes[BASIS_FULL_YEAR]);
	else if (cell == CELL_SAVED && total->period >= 0)
		form_cell_add_minutes(out, total->per_period);
}

/* Results are as wide as their totals too. */
static int sheet_draw_columns_of_totals(const struct sheet_total totals[STAGE_COUNT],
	enum cell cell, int least)
{
	struct strbuf text = {0};

	for (int stage = 0; stage < STAGE_COUNT; stage++) {
		int width;

		strbuf_clear(&text);
		sheet_draw_add_total(&totals[stage], cell, &text);
		width = text_width(strbuf_text(&text));
		least = width > least ? width : least;
	}
	strbuf_free(&text);
	return least;
}

/* True when it fits: the work step gets what is left of its row. */
static bool sheet_draw_place(struct layout *layout, int columns)
{
	int end[3] = {0, layout->rows > 1 ? INDENT : 0, layout->rows > 1 ? INDENT : 0};
	int rest;

	for (int cell = 0; cell < CELL_TABLE_COUNT; cell++) {
		int row = layout->row_of[cell];

		layout->x[cell] = end[row];
		end[row] += layout->columns[cell] + GAP;
	}
	rest = columns - (end[0] - GAP) - (layout->rows < 3 ? layout->person_years : 0);
	layout->columns[CELL_LABEL] += rest;
	for (int cell = CELL_LABEL + 1; cell < CELL_TABLE_COUNT; cell++) {
		if (layout->row_of[cell] == 0)
			layout->x[cell] += rest;
	}
	return rest >= 0 && end[1] - GAP <= columns && end[2] - GAP <= columns;
}

static bool sheet_draw_try_layout(const struct form_sheet *sheet, struct layout *layout, int rows,
	bool brief, int columns)
{
	struct sheet_total totals[STAGE_COUNT];

	form_lines_totals(sheet, totals);
	*layout = (struct layout){.rows = rows};
	layout->person_years = text_width(_("%s person-years")) - 2 + 3 + PERSON_YEARS_GAP;
	for (int cell = 0; cell < CELL_TABLE_COUNT; cell++) {
		const struct cell_info *info = &form_cells[cell];
		const char *heading = brief && info->brief ? info->brief : info->heading;
		int width;

		layout->headings[cell] = *heading ? _(heading) : "";
		layout->row_of[cell] = sheet_draw_row_of((enum cell)cell, rows);
		width = sheet_draw_columns_needed(sheet, (enum cell)cell,
			brief ? info->brief_columns : info->columns);
		if (sheet_draw_is_result((enum cell)cell))
			width = sheet_draw_columns_of_totals(totals, (enum cell)cell, width);
		if (rows < 3 && text_width(layout->headings[cell]) > width)
			width = text_width(layout->headings[cell]);
		layout->columns[cell] = width;
	}
	return sheet_draw_place(layout, columns);
}

static void sheet_draw_lay_out(const struct form_sheet *sheet, struct layout *layout, int columns)
{
	if (sheet_draw_try_layout(sheet, layout, 1, false, columns) ||
		sheet_draw_try_layout(sheet, layout, 1, true, columns) ||
		sheet_draw_try_layout(sheet, layout, 2, false, columns) ||
		sheet_draw_try_layout(sheet, layout, 2, true, columns))
		return;
	sheet_draw_try_layout(sheet, layout, 3, true, columns);
}

/* --- lines --------------------------------------------------------------------------------- */

static void sheet_draw_headings(const struct layout *layout, struct canvas *canvas,
	struct area area)
{
	for (int cell = 0; cell < CELL_TABLE_COUNT; cell++) {
		draw_text(canvas, area, layout->row_of[cell], layout->x[cell], layout->columns[cell],
			layout->headings[cell], form_cells[cell].align, THEME_HEADING);
	}
}

static bool sheet_draw_is_negative(const struct effect *effect, enum cell cell)
{
	struct saving saving;

	if (!sheet_draw_is_result(cell) || !effect_compute(effect, &saving, NULL))
		return false;
	if (cell == CELL_SAVED)
		return saving.per_period < 0;
	return saving.minutes[cell == CELL_FULL_YEAR ? BASIS_FULL_YEAR : BASIS_IN_YEAR] < 0;
}

static enum theme_role sheet_draw_role_of(const struct form *form, size_t at, enum cell cell)
{
	const struct sheet_line *line = &form->sheet.lines.items[at];

	if (form->inside && at == form->sheet.line && cell == form->sheet.cell)
		return THEME_CURSOR;
	if (line->typed[cell] || form_cell_is_doubtful(cell, form_cell_doubts(form, &line->effect)))
		return THEME_ERROR;
	return sheet_draw_is_negative(&line->effect, cell) ? THEME_NEGATIVE : THEME_NORMAL;
}

/* Figures keep to the right while they are typed. */
static void sheet_draw_input(struct form_sheet *sheet, struct canvas *canvas, struct area box)
{
	int needed = text_width(w_input_text(&sheet->input)) + 1;
	int x = form_cells[sheet->cell].align == TEXT_RIGHT && needed < box.columns ?
		box.columns - needed : 0;

	draw_clear(canvas, box, THEME_INPUT_FOCUS);
	w_input_draw(&sheet->input, canvas, box, 0, x, box.columns - x, true);
}

/* Draws a cell of the line in its box, with the input where it is being typed in. */
static void sheet_draw_cell(struct form *form, struct canvas *canvas, struct area box, size_t at,
	enum cell cell)
{
	struct form_sheet *sheet = &form->sheet;
	bool here = form->inside && at == sheet->line && cell == sheet->cell;
	struct strbuf text = {0};

	*vec_add(&sheet->hits) = (struct sheet_hit){box, at, cell};
	if (here && sheet->editing) {
		sheet_draw_input(sheet, canvas, box);
		return;
	}
	if (cell == CELL_ARROW)
		strbuf_add_text(&text, sheet->lines.items[at].effect.kind == EFFECT_DIRECT ? "" : "→");
	else
		form_cell_text(&sheet->lines.items[at], cell, &text);
	draw_text(canvas, box, 0, 0, box.columns, strbuf_text(&text), form_cells[cell].align,
		sheet_draw_role_of(form, at, cell));
	/* a figure leaves room at its left, nearly always */
	if (form_cells[cell].align == TEXT_RIGHT && text_width(strbuf_text(&text)) < box.columns &&
		form_cell_is_doubtful(cell, form_cell_doubts(form, &sheet->lines.items[at].effect)))
		draw_text(canvas, box, 0, 0, 1, "!", TEXT_LEFT, THEME_ERROR);
	if (here)
		draw_focus(canvas, box, 0, 0);
	strbuf_free(&text);
}

static void sheet_draw_line(struct form *form, const struct layout *layout, struct canvas *canvas,
	struct area area, int y, size_t at)
{
	for (int cell = 0; cell < CELL_TABLE_COUNT; cell++) {
		struct area box = area_part(area, y + layout->row_of[cell], layout->x[cell], 1,
			layout->columns[cell]);

		if (box.rows > 0 && box.columns > 0)
			sheet_draw_cell(form, canvas, box, at, (enum cell)cell);
	}
}

static void sheet_draw_lines(struct form *form, const struct layout *layout, struct canvas *canvas,
	struct area area)
{
	struct form_sheet *sheet = &form->sheet;
	size_t fit = area.rows > layout->rows ? (size_t)(area.rows / layout->rows) : 1;

	if (sheet->line < sheet->top)
		sheet->top = sheet->line;
	if (sheet->line >= sheet->top + fit)
		sheet->top = sheet->line - fit + 1;
	if (sheet->top + fit > sheet->lines.count)
		sheet->top = sheet->lines.count > fit ? sheet->lines.count - fit : 0;
	for (size_t i = 0; i < fit && sheet->top + i < sheet->lines.count; i++)
		sheet_draw_line(form, layout, canvas, area, (int)i * layout->rows, sheet->top + i);
	if (sheet->lines.count == 0) {
		draw_wrapped(canvas, area, 0,
			_("No effect lines yet. Enter or a adds one. Where only a yearly figure is known, choose “Entered directly” under “per”."),
			THEME_MUTED);
	}
}

/* --- totals -------------------------------------------------------------------------------- */

static int sheet_draw_count_totals(const struct sheet_total totals[STAGE_COUNT])
{
	int count = 0;

	for (int stage = 0; stage < STAGE_COUNT; stage++)
		count += totals[stage].any;
	return count;
}

static void sheet_draw_sum(const struct layout *layout, const struct canvas *canvas,
	struct area area, int y, enum cell cell, const struct sheet_total *total)
{
	int64_t value = cell == CELL_SAVED ? total->per_period :
		total->minutes[cell == CELL_FULL_YEAR ? BASIS_FULL_YEAR : BASIS_IN_YEAR];
	struct strbuf text = {0};

	sheet_draw_add_total(total, cell, &text);
	draw_text(canvas, area, y, layout->x[cell], layout->columns[cell], strbuf_text(&text),
		TEXT_RIGHT, value < 0 ? THEME_NEGATIVE : THEME_TOTAL);
	strbuf_free(&text);
}

static void sheet_draw_person_years(const struct form *form, const struct canvas *canvas,
	struct area area, int y, int x, int64_t minutes)
{
	struct strbuf number = {0};

	decimal_add_triangle(&number,
		effect_person_years_tenths(minutes, form->hours_per_person_year), 1, false);
	draw_format(canvas, area, y, x, THEME_TOTAL, _("%s person-years"), strbuf_text(&number));
	strbuf_free(&number);
}

static void sheet_draw_total(const struct form *form, const struct layout *layout,
	struct canvas *canvas,
	struct area area, int y, enum stage stage, const struct sheet_total *total)
{
	bool wide = layout->rows < 3;
	int end = layout->x[CELL_FULL_YEAR] + layout->columns[CELL_FULL_YEAR];
	struct strbuf name = {0};

	strbuf_addf(&name, _("Total, %s"), effect_stage_label(stage));
	draw_text(canvas, area, y, 0, layout->x[wide ? CELL_SAVED : CELL_IN_YEAR] - GAP,
		strbuf_text(&name), wide ? TEXT_RIGHT : TEXT_LEFT, THEME_TOTAL);
	if (wide)
		sheet_draw_sum(layout, canvas, area, y, CELL_SAVED, total);
	sheet_draw_sum(layout, canvas, area, y, CELL_IN_YEAR, total);
	sheet_draw_sum(layout, canvas, area, y, CELL_FULL_YEAR, total);
	sheet_draw_person_years(form, canvas, area, y, end + PERSON_YEARS_GAP,
		total->minutes[BASIS_IN_YEAR]);
	strbuf_free(&name);
}

/* --- below the sheet ----------------------------------------------------------------------- */

static int sheet_draw_explanation(const struct form *form, struct canvas *canvas, struct area area)
{
	const struct effect *effect = &form->sheet.lines.items[form->sheet.line].effect;
	struct strbuf text = {0};
	int y = 0;

	for (int basis = 0; basis < BASIS_COUNT && y < area.rows; basis++) {
		strbuf_clear(&text);
		strbuf_addf(&text, "%s ", effect_basis_label((enum basis)basis));
		effect_explain(effect, (enum basis)basis, &text);
		y += draw_wrapped(canvas, area_part(area, y, 0, -1, -1), 0, strbuf_text(&text),
			THEME_NORMAL);
	}
	strbuf_free(&text);
	return y;
}

/* What the hours are worth beside the costs, where there is room. */
static void sheet_draw_worth(const struct form *form, struct canvas *canvas, struct area area)
{
	struct strbuf text = {0};
	struct worth worth;

	if (worth_compute(&form->project, form->hourly_rate, &worth)) {
		worth_explain(&form->project, &worth, &text);
		draw_wrapped(canvas, area, 0, strbuf_text(&text), THEME_MUTED);
	}
	strbuf_free(&text);
}

/* A cell that has no room in the sheet, with its heading. Returns the columns it takes. */
static int sheet_draw_detail(struct form *form, struct canvas *canvas, struct area area, int y,
	int x, enum cell cell)
{
	const size_t at = form->sheet.line;
	struct area box;
	int start = x;

	if (form_cell_kind(&form->sheet.lines.items[at].effect, cell) == CELL_KIND_NONE)
		return 0;
	x += draw_text(canvas, area, y, x, -1, _(form_cells[cell].heading), TEXT_LEFT,
		THEME_LABEL) + 1;
	box = area_part(area, y, x, 1, form_cells[cell].columns ? form_cells[cell].columns : -1);
	if (box.rows > 0 && box.columns > 0)
		sheet_draw_cell(form, canvas, box, at, cell);
	return x + box.columns + 2 - start;
}

/* The row below the sheet that a cell stands in; 0 for those in the sheet. */
static int sheet_draw_detail_row(enum cell cell)
{
	int row = 0;

	for (int before = CELL_TABLE_COUNT; before < (int)cell; before++)
		row += form_cells[before].columns == 0;
	return row;
}

/* The cells of a row below the sheet; below that of all cases, what full use would save. Returns the rows
 * it takes. */
static int sheet_draw_details(struct form *form, struct canvas *canvas, struct area area, int y,
	int row)
{
	const struct effect *effect = &form->sheet.lines.items[form->sheet.line].effect;
	struct headroom headroom;
	struct strbuf text = {0};
	int x = 0;

	for (int cell = CELL_TABLE_COUNT; cell < CELL_COUNT; cell++) {
		if (sheet_draw_detail_row((enum cell)cell) == row)
			x += sheet_draw_detail(form, canvas, area, y, x, (enum cell)cell);
	}
	if (x == 0)
		return 0;
	if (row != sheet_draw_detail_row(CELL_UNIT_CASES) || !effect_headroom(effect, &headroom))
		return 1;
	effect_headroom_explain(&headroom, &text);
	draw_text(canvas, area, y + 1, 0, area.columns, strbuf_text(&text), TEXT_LEFT, THEME_STRONG);
	strbuf_free(&text);
	return 2;
}

/* What the cell is for, or why what was typed cannot be read, or what is doubtful in the line. */
static void sheet_draw_hint(const struct form *form, struct canvas *canvas, struct area area, int y)
{
	const struct form_sheet *sheet = &form->sheet;
	const struct sheet_line *line = &sheet->lines.items[sheet->line];
	const char *why = sheet->editing ? sheet->why : line->why[sheet->cell];
	struct strbuf doubtful = {0};

	if (!form->inside)
		return;
	if (!sheet->editing && !why) {
		doubt_add_words(form_cell_doubts(form, &line->effect), &doubtful);
		why = doubtful.length ? strbuf_text(&doubtful) : NULL;
	}
	if (why) {
		draw_text(canvas, area, y, 0, 2, "!", TEXT_LEFT, THEME_ERROR);
		draw_text(canvas, area, y, 2, area.columns - 2, why, TEXT_LEFT, THEME_ERROR);
	} else if (*form_cells[sheet->cell].name) {
		draw_text(canvas, area, y, 0, area.columns, _(form_cells[sheet->cell].name), TEXT_LEFT,
			THEME_MUTED);
	}
	strbuf_free(&doubtful);
}

enum { ROWS_FOR_HEADINGS = 10, ROWS_FOR_RULE = 16, EXPLANATION_SMALL = 2, EXPLANATION_LARGE = 4,
	LINES_KEPT = 5 };

/* The row below the totals: they follow the lines, but do not move for the first few of them. */
static int sheet_draw_end_of_totals(const struct form_sheet *sheet, const struct layout *layout,
	struct area area, int top, int totals)
{
	int explanation = area.rows >= ROWS_FOR_RULE ?
		EXPLANATION_LARGE + sheet_draw_detail_row(CELL_COUNT - 1) : EXPLANATION_SMALL;
	int lines = sheet->lines.count > LINES_KEPT ? (int)sheet->lines.count : LINES_KEPT;
	int most = area.rows - explanation - 2; /* the hint and the first details come in between */

	if (most < top + layout->rows + totals)
		most = top + layout->rows + totals;
	return top + lines * layout->rows + totals < most ? top + lines * layout->rows + totals :
		most;
}

void form_sheet_draw(struct app *app, struct form *form, struct canvas *canvas, struct area area)
{
	struct form_sheet *sheet = &form->sheet;
	struct sheet_total totals[STAGE_COUNT];
	struct layout layout;
	int top = 0, count, y;

	(void)app;
	sheet->hits.count = 0;
	form_lines_totals(sheet, totals);
	count = sheet_draw_count_totals(totals);
	sheet_draw_lay_out(sheet, &layout, area.columns);
	if (area.rows >= ROWS_FOR_HEADINGS) {
		sheet_draw_headings(&layout, canvas, area);
		top = layout.rows;
	}
	y = sheet_draw_end_of_totals(sheet, &layout, area, top, count) - count;
	sheet_draw_lines(form, &layout, canvas, area_part(area, top, 0, y - top, -1));
	for (int stage = 0; stage < STAGE_COUNT; stage++) {
		if (totals[stage].any)
			sheet_draw_total(form, &layout, canvas, area, y++, (enum stage)stage,
				&totals[stage]);
	}
	if (sheet->lines.count == 0)
		return;
	sheet_draw_hint(form, canvas, area, y);
	y++;
	const bool roomy = area.rows >= ROWS_FOR_RULE;
	const int row = roomy ? 0 : sheet_draw_detail_row(sheet->cell);
	y += sheet_draw_details(form, canvas, area, y, row);
	if (row > 0)
		return; /* no room for both */
	for (int more = 1; roomy && more <= sheet_draw_detail_row(CELL_COUNT - 1); more++)
		y += sheet_draw_details(form, canvas, area, y, more);
	y += sheet_draw_explanation(form, canvas, area_part(area, y, 0, -1, -1));
	sheet_draw_worth(form, canvas, area_part(area, y, 0, -1, -1));
}
