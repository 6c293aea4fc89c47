#include "config.h"

#include "ui/widget/w_table.h"

#include <string.h>

#include "base/text.h"
#include "model/table_scope.h"
#include "ui/widget/w_table_widths.h"

enum { WHEEL_ROWS = 3, BAR_MIN = 6, NOTES_ROWS_MIN = 10 };

void w_table_init(struct w_table *view)
{
	*view = (struct w_table){.fixed = 1, .sort_column = -1, .bar_column = -1};
}

void w_table_free(struct w_table *view)
{
	vec_free(&view->widths);
	vec_free(&view->positions);
}

/* The next column people see in that direction, or the same one. */
static size_t w_table_step_column(const struct w_table *view, size_t from, int direction)
{
	size_t at = from;

	while (direction < 0 ? at > 0 : at + 1 < view->table->columns.count) {
		at = direction < 0 ? at - 1 : at + 1;
		if (w_table_shows(view, at))
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
	if (table->columns.count > 0 && !w_table_shows(view, view->cursor_column))
		view->cursor_column = w_table_step_column(view, view->cursor_column, 1);
}

static void w_table_go_to_row(struct w_table *view, int64_t row)
{
	int64_t count = (int64_t)view->table->rows.count;

	if (row >= count)
		row = count - 1;
	view->cursor_row = row < 0 ? 0 : (size_t)row;
}

bool w_table_go_to(struct w_table *view, const char *id)
{
	const int column = view->table ? table_column_index(view->table, id) : -1;

	if (column < 0 || !w_table_shows(view, (size_t)column))
		return false;
	view->cursor_column = (size_t)column;
	return true;
}

bool w_table_action(struct w_table *view, enum action action)
{
	int64_t row = (int64_t)view->cursor_row;
	int64_t page = view->shown_rows > 1 ? (int64_t)view->shown_rows - 1 : 1;

	if (!view->table || view->table->columns.count == 0)
		return false;
	switch (action) {
	case ACTION_UP:
		w_table_go_to_row(view, row - 1);
		return true;
	case ACTION_DOWN:
		w_table_go_to_row(view, row + 1);
		return true;
	case ACTION_PAGE_UP:
		w_table_go_to_row(view, row - page);
		return true;
	case ACTION_PAGE_DOWN:
		w_table_go_to_row(view, row + page);
		return true;
	case ACTION_FIRST:
		w_table_go_to_row(view, 0);
		return true;
	case ACTION_LAST:
		w_table_go_to_row(view, (int64_t)view->table->rows.count - 1);
		return true;
	case ACTION_LEFT:
		view->cursor_column = w_table_step_column(view, view->cursor_column, -1);
		return true;
	case ACTION_RIGHT:
		view->cursor_column = w_table_step_column(view, view->cursor_column, 1);
		return true;
	default:
		return false;
	}
}

/* The total stands below what scrolls and is always seen. */
static size_t w_table_body_count(const struct w_table *view)
{
	size_t count = view->table->rows.count;

	while (count > 0 && view->table->rows.items[count - 1].kind == ROW_TOTAL)
		count--;
	return count;
}

/* The rows scroll; the cursor goes with them only where it would be lost from sight. */
static void w_table_wheel(struct w_table *view, int64_t by)
{
	const int64_t body = (int64_t)w_table_body_count(view), rows = (int64_t)view->shown_rows;
	const int64_t last = body > rows ? body - rows : 0;
	int64_t top = (int64_t)view->top + by, cursor = (int64_t)view->cursor_row;

	top = top < 0 ? 0 : top > last ? last : top;
	view->top = (size_t)top;
	if (cursor >= body || rows < 1)
		return;
	view->cursor_row = (size_t)(cursor < top ? top : cursor >= top + rows ? top + rows - 1 : cursor);
}

enum w_table_hit w_table_mouse(struct w_table *view, const struct event *event, int *column)
{
	int y = event->y - view->area.y - view->heading_rows, hit = -1;

	if (!view->table || !area_contains(view->area, event->y, event->x))
		return W_TABLE_NOWHERE;
	if (event->mouse == MOUSE_WHEEL_UP || event->mouse == MOUSE_WHEEL_DOWN) {
		w_table_wheel(view, event->mouse == MOUSE_WHEEL_UP ? -WHEEL_ROWS : WHEEL_ROWS);
		return W_TABLE_SCROLLED;
	}
	for (size_t i = 0; i < view->positions.count && hit < 0; i++) {
		const int start = view->area.x + view->positions.items[i];

		if (view->positions.items[i] >= 0 && event->x >= start &&
			event->x < start + view->widths.items[i])
			hit = (int)i;
	}
	if (hit < 0)
		return W_TABLE_NOWHERE;
	if (y < 0) {
		if (column)
			*column = hit;
		return W_TABLE_HEADING;
	}

	/* The body scrolls; the totals stand below what is shown of it. */
	const size_t body = w_table_body_count(view), line = (size_t)y;
	const bool total = line >= view->shown_rows;
	const size_t row = total ? body + line - view->shown_rows : view->top + line;

	if (row >= (total ? view->table->rows.count : body))
		return W_TABLE_NOWHERE;
	view->cursor_row = row;
	view->cursor_column = (size_t)hit;
	return event->mouse == MOUSE_DOUBLE ? W_TABLE_CELL_OPENED : W_TABLE_CELL;
}

/* --- drawing ------------------------------------------------------------------------------- */

static enum theme_role w_table_cell_role(const struct w_table *view, size_t row, size_t column,
	bool focus)
{
	const struct table_row *line = &view->table->rows.items[row];
	const struct table_cell *cell = &line->cells[column];

	if (row == view->cursor_row && column == view->cursor_column)
		return focus ? THEME_CURSOR : THEME_CURSOR_IDLE;
	/* far to the right it must still be seen whose figure it is */
	if (row == view->cursor_row && view->positions.items[column] == 0)
		return THEME_CURSOR_IDLE;
	if (cell->kind == CELL_NUMBER && cell->number < 0)
		return THEME_NEGATIVE;
	if (line->kind == ROW_TOTAL || line->kind == ROW_SUBTOTAL)
		return THEME_TOTAL;
	if (view->role && view->role(view->beside_data, row, column) != THEME_NORMAL)
		return view->role(view->beside_data, row, column);
	return line->kind == ROW_UNCLASSIFIED ? THEME_MUTED : THEME_NORMAL;
}

struct heading {
	struct w_table *view;
	const struct canvas *canvas;
	struct area area;
	size_t column;
	int y;
};

static void w_table_heading_line(const char *start, size_t length, void *data)
{
	struct heading *heading = data;
	struct w_table *view = heading->view;
	const struct glyphs *glyphs = &heading->canvas->theme->glyphs;
	bool text = w_table_is_text(&view->table->columns.items[heading->column]);
	bool last = heading->y == view->heading_rows - 1;
	struct strbuf line = {0};

	strbuf_add(&line, start, length);
	if (last && (int)heading->column == view->sort_column)
		strbuf_add_text(&line, view->sort_descending ? glyphs->descending : glyphs->ascending);
	draw_text(heading->canvas, heading->area, heading->y++,
		view->positions.items[heading->column], view->widths.items[heading->column],
		strbuf_text(&line), text ? TEXT_LEFT : TEXT_RIGHT, last ? THEME_HEADING : THEME_TITLE);
	strbuf_free(&line);
}

/* Headings end on the same line, wherever they begin. */
static void w_table_draw_heading(struct w_table *view, struct canvas *canvas, struct area area)
{
	for (size_t i = 0; i < view->positions.count; i++) {
		const char *label = view->table->columns.items[i].label;
		struct heading heading = {view, canvas, area, i, view->heading_rows - 1};
		int width;

		if (view->positions.items[i] < 0)
			continue;
		width = view->widths.items[i] - ((int)i == view->sort_column ? 1 : 0);
		if (w_table_is_text(&view->table->columns.items[i])) {
			w_table_heading_line(label, strlen(label), &heading);
			continue;
		}
		heading.y = view->heading_rows - (int)text_wrap(label, width, NULL, NULL);
		text_wrap(label, width, w_table_heading_line, &heading);
	}
}

/* Totals are not compared with their parts. */
static bool w_table_has_bar(const struct w_table *view, size_t row)
{
	enum row_kind kind = view->table->rows.items[row].kind;

	return view->bar_column >= 0 && (kind == ROW_DATA || kind == ROW_UNCLASSIFIED);
}

static void w_table_draw_cell(struct w_table *view, struct canvas *canvas, struct area area,
	size_t row, size_t column, bool focus)
{
	bool text_column = w_table_is_text(&view->table->columns.items[column]);
	int beside = w_table_beside(view, column);
	struct strbuf text = {0};

	/* The word of a total may stand in a column that is left out. */
	size_t from = column;

	if (view->positions.items[column] == 0 && view->first > 0 &&
		view->table->rows.items[row].cells[column].kind == CELL_EMPTY) {
		while (from > 0 && view->table->rows.items[row].cells[from].kind == CELL_EMPTY)
			from--;
	}
	table_cell_text(view->table, row, from, TABLE_PEOPLE, &text);

	draw_text(canvas, area, 0, beside, area.columns - beside, strbuf_text(&text),
		text_column ? TEXT_LEFT : TEXT_RIGHT, w_table_cell_role(view, row, column, focus));
	if (beside > 0)
		view->beside(view->beside_data, canvas, area_part(area, 0, 0, 1, beside), row, column);
	if (row == view->cursor_row && column == view->cursor_column && focus)
		draw_focus(canvas, area, 0, 0);
	strbuf_free(&text);
}

/* What the table covers and its notes at the foot, broken into lines; returns the rows they take. */
static int w_table_draw_notes(const struct w_table *view, const struct canvas *canvas,
	struct area area)
{
	struct strbuf scope = {0};
	int y = 0;

	table_scope_rest(view->table, &scope);
	if (scope.length)
		y += draw_wrapped(canvas, area, y, strbuf_text(&scope), THEME_MUTED);
	strbuf_free(&scope);
	for (size_t i = 0; i < view->table->notes.count; i++)
		y += draw_wrapped(canvas, area, y, view->table->notes.items[i].text, THEME_MUTED);
	return y;
}

static void w_table_scroll(struct w_table *view, size_t body)
{
	size_t rows = view->shown_rows;

	if (view->cursor_row < body) {
		if (view->top > view->cursor_row)
			view->top = view->cursor_row;
		if (view->cursor_row >= view->top + rows)
			view->top = view->cursor_row - rows + 1;
	}
	if (view->top + rows > body)
		view->top = body > rows ? body - rows : 0;
}

struct bars {
	int x, columns;
	int64_t most;
};

static void w_table_draw_line(struct w_table *view, struct canvas *canvas, struct area area, int y,
	size_t row, const struct bars *bars, bool focus)
{
	for (size_t i = 0; i < view->positions.count; i++) {
		int x = view->positions.items[i];

		if (x >= 0)
			w_table_draw_cell(view, canvas, area_part(area, y, x, 1,
				view->widths.items[i]), row, i, focus);
	}

	if (w_table_has_bar(view, row) && bars->columns >= BAR_MIN) {
		draw_bar(canvas, area, y, bars->x, bars->columns,
			view->table->rows.items[row].cells[view->bar_column].number, bars->most);
	}
}

void w_table_draw(struct w_table *view, struct canvas *canvas, struct area area, bool focus)
{
	struct bars bars;
	int notes, y;
	size_t body, totals;

	if (!view->table || view->table->columns.count == 0 || area.rows < 2 || area.columns < 2) {
		view->area = area;
		return;
	}
	bars.x = w_table_arrange(view, area.columns) + W_TABLE_GAP;
	bars.columns = area.columns - bars.x;

	int64_t most = 0;

	for (size_t i = 0; i < view->table->rows.count; i++) {
		int64_t number = w_table_has_bar(view, i) ?
			view->table->rows.items[i].cells[view->bar_column].number : 0;

		most = number > most ? number : most;
	}
	bars.most = most;
	view->area = area;
	/* Notes never take more than a quarter, and nothing of a small screen; the export has them
	 * all. */
	notes = area.rows < NOTES_ROWS_MIN ? 0 :
		w_table_draw_notes(view, canvas, area_part(area, area.rows, 0, 0, -1));
	notes = notes < area.rows / 4 ? notes : area.rows / 4;
	body = w_table_body_count(view);
	totals = view->table->rows.count - body;
	view->shown_rows = (size_t)(area.rows - view->heading_rows - notes);
	view->shown_rows = view->shown_rows > totals ? view->shown_rows - totals : 0;
	if (view->shown_rows > body)
		view->shown_rows = body;
	w_table_scroll(view, body);
	w_table_draw_heading(view, canvas, area);
	y = view->heading_rows;
	for (size_t i = 0; i < view->shown_rows; i++)
		w_table_draw_line(view, canvas, area, y++, view->top + i, &bars, focus);
	for (size_t i = 0; i < totals; i++)
		w_table_draw_line(view, canvas, area, y++, body + i, &bars, focus);
	w_table_draw_notes(view, canvas, area_part(area, area.rows - notes, 0, notes, -1));
	view->used_rows = y;
	view->note_rows = notes;
}

static bool w_table_tells_nothing(const struct table *table)
{
	bool figures = false, data = false;

	for (size_t r = 0; r < table->rows.count; r++) {
		for (size_t c = 0; c < table->columns.count; c++) {
			const struct table_cell *cell = &table->rows.items[r].cells[c];

			if (cell->kind == CELL_NUMBER && cell->number != 0)
				return false;
			figures = figures || cell->kind == CELL_NUMBER;
		}
		data = data || table->rows.items[r].kind == ROW_DATA;
	}
	return figures || !data;
}

void w_table_draw_empty(const struct w_table *view, struct canvas *canvas, const char *text)
{
	if (view->table && w_table_tells_nothing(view->table))
		draw_wrapped(canvas, area_part(view->area, view->used_rows + 1, 1,
			view->area.rows - view->note_rows > view->used_rows + 1 ?
				view->area.rows - view->note_rows - view->used_rows - 1 : 0,
			view->area.columns - 2), 0, text, THEME_LABEL);
}
