#include "config.h"

#include "ui/w_table.h"

#include "base/i18n.h"

enum { WIDTH_MAX = 40, WIDTH_MIN = 4, WHEEL_ROWS = 3, GAP = 1, BAR_MIN = 6 };

void w_table_init(struct w_table *view)
{
	*view = (struct w_table){.fixed = 1, .sort_column = -1, .bar_column = -1};
}

void w_table_free(struct w_table *view)
{
	vec_free(&view->widths);
	vec_free(&view->positions);
}

static bool shown(const struct w_table *view, size_t column)
{
	return view->table->columns.items[column].people;
}

static bool is_text(const struct table_column *column)
{
	return column->type == COLUMN_TEXT || column->type == COLUMN_CODE ||
		column->type == COLUMN_DATE;
}

/* The next column people see in that direction, or the same one. */
static size_t step_column(const struct w_table *view, size_t from, int direction)
{
	size_t at = from;

	while (direction < 0 ? at > 0 : at + 1 < view->table->columns.count) {
		at = direction < 0 ? at - 1 : at + 1;
		if (shown(view, at))
			return at;
	}
	return from;
}

void w_table_set(struct w_table *view, const struct table *table)
{
	view->table = table;
	view->measured = NULL;
	if (!table)
		return;
	if (view->cursor_row >= table->rows.count)
		view->cursor_row = table->rows.count ? table->rows.count - 1 : 0;
	if (view->cursor_column >= table->columns.count)
		view->cursor_column = 0;
	if (table->columns.count > 0 && !shown(view, view->cursor_column))
		view->cursor_column = step_column(view, view->cursor_column, 1);
}

static void go_to_row(struct w_table *view, int64_t row)
{
	int64_t count = (int64_t)view->table->rows.count;

	if (row >= count)
		row = count - 1;
	view->cursor_row = row < 0 ? 0 : (size_t)row;
}

bool w_table_action(struct w_table *view, enum action action)
{
	int64_t row = (int64_t)view->cursor_row;
	int64_t page = view->shown_rows > 1 ? (int64_t)view->shown_rows - 1 : 1;

	if (!view->table || view->table->columns.count == 0)
		return false;
	switch (action) {
	case ACTION_UP:
		go_to_row(view, row - 1);
		return true;
	case ACTION_DOWN:
		go_to_row(view, row + 1);
		return true;
	case ACTION_PAGE_UP:
		go_to_row(view, row - page);
		return true;
	case ACTION_PAGE_DOWN:
		go_to_row(view, row + page);
		return true;
	case ACTION_FIRST:
		go_to_row(view, 0);
		return true;
	case ACTION_LAST:
		go_to_row(view, (int64_t)view->table->rows.count - 1);
		return true;
	case ACTION_LEFT:
		view->cursor_column = step_column(view, view->cursor_column, -1);
		return true;
	case ACTION_RIGHT:
		view->cursor_column = step_column(view, view->cursor_column, 1);
		return true;
	default:
		return false;
	}
}

/* The table column at terminal column x, -1 for none. */
static int column_at(const struct w_table *view, int x)
{
	for (size_t i = 0; i < view->positions.count; i++) {
		int start = view->positions.items[i];

		if (start >= 0 && x >= view->area.x + start &&
			x < view->area.x + start + view->widths.items[i])
			return (int)i;
	}
	return -1;
}

enum w_table_hit w_table_mouse(struct w_table *view, const struct event *event, int *column)
{
	int y = event->y - view->area.y - 1, hit;

	if (!view->table || !area_contains(view->area, event->y, event->x))
		return W_TABLE_NOWHERE;
	if (event->mouse == MOUSE_WHEEL_UP || event->mouse == MOUSE_WHEEL_DOWN) {
		go_to_row(view, (int64_t)view->cursor_row +
			(event->mouse == MOUSE_WHEEL_UP ? -WHEEL_ROWS : WHEEL_ROWS));
		return W_TABLE_SCROLLED;
	}
	hit = column_at(view, event->x);
	if (hit < 0)
		return W_TABLE_NOWHERE;
	if (y < 0) {
		if (column)
			*column = hit;
		return W_TABLE_HEADING;
	}
	if (view->top + (size_t)y >= view->table->rows.count || (size_t)y >= view->shown_rows)
		return W_TABLE_NOWHERE;
	view->cursor_row = view->top + (size_t)y;
	view->cursor_column = (size_t)hit;
	return event->mouse == MOUSE_DOUBLE ? W_TABLE_CELL_OPENED : W_TABLE_CELL;
}

/* --- widths -------------------------------------------------------------------------------- */

static int natural_width(const struct w_table *view, size_t column, struct strbuf *scratch)
{
	const struct table *table = view->table;
	int widest = text_width(table->columns.items[column].label) +
		((int)column == view->sort_column ? 1 : 0);

	for (size_t row = 0; row < table->rows.count; row++) {
		int width;

		strbuf_clear(scratch);
		table_cell_text(table, row, column, TABLE_PEOPLE, scratch);
		width = text_width(strbuf_text(scratch));
		widest = width > widest ? width : widest;
	}
	if (widest > WIDTH_MAX && is_text(&table->columns.items[column]))
		widest = WIDTH_MAX;
	return widest < WIDTH_MIN ? WIDTH_MIN : widest;
}

static void measure(struct w_table *view)
{
	struct strbuf scratch = {0};

	if (view->measured == view->table)
		return;
	view->widths.count = view->positions.count = 0;
	for (size_t i = 0; i < view->table->columns.count; i++) {
		*vec_add(&view->widths) = shown(view, i) ? natural_width(view, i, &scratch) : 0;
		*vec_add(&view->positions) = -1;
	}
	strbuf_free(&scratch);
	view->measured = view->table;
}

/* Places columns from `left` on after the fixed ones; returns the x behind the last. */
static int place(struct w_table *view, size_t left, int columns)
{
	int x = 0;
	size_t seen = 0;

	for (size_t i = 0; i < view->widths.count; i++) {
		int width = view->widths.items[i];
		bool fixed = width > 0 && seen < view->fixed;

		view->positions.items[i] = -1;
		if (width == 0)
			continue;
		seen++;
		if (!fixed && i < left)
			continue;
		/* the first of all is cut rather than left out */
		if (x + width > columns && x > 0)
			break;
		view->positions.items[i] = x;
		x += width + GAP;
	}
	return x > 0 ? x - GAP : 0;
}

/* Leaves room for at least one scrolled column beside the fixed ones on narrow screens. */
static void squeeze_fixed(struct w_table *view, int columns)
{
	size_t seen = 0;

	for (size_t i = 0; i < view->widths.count && seen < view->fixed; i++) {
		int most = columns / 2 / (int)(view->fixed ? view->fixed : 1);

		if (view->widths.items[i] == 0)
			continue;
		seen++;
		if (view->widths.items[i] > most && is_text(&view->table->columns.items[i]))
			view->widths.items[i] = most < WIDTH_MIN ? WIDTH_MIN : most;
	}
}

static bool all_placed(const struct w_table *view)
{
	for (size_t i = 0; i < view->widths.count; i++) {
		if (view->widths.items[i] > 0 && view->positions.items[i] < 0)
			return false;
	}
	return true;
}

static int arrange(struct w_table *view, int columns)
{
	int used;

	view->measured = view->area.columns == columns ? view->measured : NULL;
	measure(view);
	used = place(view, 0, columns);
	if (used <= columns && all_placed(view)) {
		view->left = 0;
		return used;
	}
	squeeze_fixed(view, columns);
	if (view->left > view->cursor_column)
		view->left = view->cursor_column;
	used = place(view, view->left, columns);
	while (view->positions.items[view->cursor_column] < 0 &&
		view->left + 1 < view->table->columns.count)
		used = place(view, ++view->left, columns);
	return used;
}

/* --- drawing ------------------------------------------------------------------------------- */

static enum theme_role cell_role(const struct w_table *view, size_t row, size_t column, bool focus)
{
	const struct table_row *line = &view->table->rows.items[row];
	const struct table_cell *cell = &line->cells[column];

	if (row == view->cursor_row && column == view->cursor_column)
		return focus ? THEME_CURSOR : THEME_CURSOR_IDLE;
	if (cell->kind == CELL_NUMBER && cell->number < 0)
		return THEME_NEGATIVE;
	if (line->kind == ROW_TOTAL || line->kind == ROW_SUBTOTAL)
		return THEME_TOTAL;
	return line->kind == ROW_UNCLASSIFIED ? THEME_MUTED : THEME_NORMAL;
}

static void draw_heading(struct w_table *view, struct canvas *canvas, struct area area)
{
	const struct glyphs *glyphs = &canvas->theme->glyphs;

	for (size_t i = 0; i < view->positions.count; i++) {
		const struct table_column *column = &view->table->columns.items[i];
		struct strbuf text = {0};

		if (view->positions.items[i] < 0)
			continue;
		strbuf_add_text(&text, column->label);
		if ((int)i == view->sort_column)
			strbuf_add_text(&text, view->sort_descending ? glyphs->descending : glyphs->ascending);
		draw_text(canvas, area, 0, view->positions.items[i], view->widths.items[i],
			strbuf_text(&text), is_text(column) ? TEXT_LEFT : TEXT_RIGHT, THEME_HEADING);
		strbuf_free(&text);
	}
}

static int64_t largest(const struct w_table *view)
{
	int64_t most = 0;

	for (size_t i = 0; i < view->table->rows.count; i++) {
		const struct table_row *row = &view->table->rows.items[i];
		int64_t number = row->cells[view->bar_column].number;

		if (row->kind != ROW_TOTAL && number > most)
			most = number;
	}
	return most;
}

static void draw_row(struct w_table *view, struct canvas *canvas, struct area area, int y,
	size_t row, bool focus)
{
	struct strbuf text = {0};

	for (size_t i = 0; i < view->positions.count; i++) {
		int x = view->positions.items[i];
		enum theme_role role = cell_role(view, row, i, focus);

		if (x < 0)
			continue;
		strbuf_clear(&text);
		table_cell_text(view->table, row, i, TABLE_PEOPLE, &text);
		draw_text(canvas, area, y, x, view->widths.items[i], strbuf_text(&text),
			is_text(&view->table->columns.items[i]) ? TEXT_LEFT : TEXT_RIGHT, role);
		if (row == view->cursor_row && i == view->cursor_column && focus)
			draw_focus(canvas, area, y, x);
	}
	strbuf_free(&text);
}

/* The notes at the foot, broken into lines; returns the rows they take. */
static int draw_notes(const struct w_table *view, const struct canvas *canvas, struct area area)
{
	int y = 0;

	for (size_t i = 0; i < view->table->notes.count; i++)
		y += draw_wrapped(canvas, area, y, view->table->notes.items[i].text, THEME_MUTED);
	return y;
}

static int note_rows(const struct w_table *view, const struct canvas *canvas, struct area area)
{
	int rows = draw_notes(view, canvas, area_part(area, area.rows, 0, 0, -1));

	/* the export has them all */
	return rows < area.rows / 4 ? rows : area.rows / 4;
}

static void scroll(struct w_table *view)
{
	size_t rows = view->shown_rows, count = view->table->rows.count;

	if (view->top > view->cursor_row)
		view->top = view->cursor_row;
	if (view->cursor_row >= view->top + rows)
		view->top = view->cursor_row - rows + 1;
	if (view->top + rows > count)
		view->top = count > rows ? count - rows : 0;
}

void w_table_draw(struct w_table *view, struct canvas *canvas, struct area area, bool focus)
{
	int used, notes, bar;
	int64_t most;

	if (!view->table || view->table->columns.count == 0 || area.rows < 2 || area.columns < 2) {
		view->area = area;
		return;
	}
	used = arrange(view, area.columns);
	view->area = area;
	notes = note_rows(view, canvas, area);
	view->shown_rows = (size_t)(area.rows - 1 - notes);
	scroll(view);
	draw_heading(view, canvas, area);
	bar = area.columns - used - GAP;
	most = view->bar_column >= 0 ? largest(view) : 0;
	for (size_t i = 0; i < view->shown_rows && view->top + i < view->table->rows.count; i++) {
		size_t row = view->top + i;

		draw_row(view, canvas, area, (int)i + 1, row, focus);
		if (view->bar_column >= 0 && bar >= BAR_MIN &&
			view->table->rows.items[row].kind != ROW_TOTAL) {
			draw_bar(canvas, area, (int)i + 1, used + GAP, bar,
				view->table->rows.items[row].cells[view->bar_column].number, most);
		}
	}
	draw_notes(view, canvas, area_part(area, area.rows - notes, 0, notes, -1));
}
