#include "config.h"

#include "ui/widget/w_list.h"

#include <assert.h>

#include "base/i18n.h"

enum { WIDTHS_MAX = sizeof((struct w_list *)0)->widths / sizeof(int), WHEEL_ROWS = 3 };

void w_list_init(struct w_list *list, const struct w_list_source *source, void *data,
	const struct w_column *columns, size_t column_count)
{
	assert(column_count <= WIDTHS_MAX);
	*list = (struct w_list){.source = source, .data = data, .columns = columns,
		.column_count = column_count, .sort_column = -1};
}

void w_list_free(struct w_list *list)
{
	strbuf_free(&list->scratch);
}

static int64_t w_list_count_of(const struct w_list *list)
{
	return list->source->count(list->data);
}

static bool w_list_exists(const struct w_list *list, int64_t row)
{
	int64_t count = w_list_count_of(list);

	if (row < 0)
		return false;
	return count >= 0 ? row < count : list->source->exists(list->data, row);
}

static int64_t w_list_last_row(const struct w_list *list)
{
	int64_t count = w_list_count_of(list);

	return count >= 0 ? count - 1 : list->source->last(list->data);
}

int64_t w_list_cursor(const struct w_list *list)
{
	return w_list_exists(list, list->cursor) ? list->cursor : -1;
}

void w_list_go(struct w_list *list, int64_t row)
{
	if (row < 0)
		row = 0;
	if (row > 0 && !w_list_exists(list, row))
		row = w_list_last_row(list);
	list->cursor = row < 0 ? 0 : row;
}

static int w_list_heading_rows(const struct w_list *list)
{
	return list->headings && list->area.rows > 3 ? 1 : 0;
}

static int w_list_page_rows(const struct w_list *list)
{
	int rows = list->area.rows - w_list_heading_rows(list);

	return rows > 1 ? rows - 1 : 1;
}

bool w_list_action(struct w_list *list, enum action action)
{
	switch (action) {
	case ACTION_UP:
		w_list_go(list, list->cursor - 1);
		return true;
	case ACTION_DOWN:
		if (w_list_exists(list, list->cursor + 1))
			list->cursor++;
		return true;
	case ACTION_PAGE_UP:
		list->top -= w_list_page_rows(list);
		w_list_go(list, list->cursor - w_list_page_rows(list));
		return true;
	case ACTION_PAGE_DOWN:
		list->top += w_list_page_rows(list);
		w_list_go(list, list->cursor + w_list_page_rows(list));
		return true;
	case ACTION_FIRST:
		w_list_go(list, 0);
		return true;
	case ACTION_LAST:
		w_list_go(list, w_list_last_row(list));
		return true;
	default:
		return false;
	}
}

/* The rows scroll; the cursor goes with them only where it would be lost from sight. */
static void w_list_wheel(struct w_list *list, int by)
{
	int rows = list->area.rows - w_list_heading_rows(list);
	int64_t top = list->top + by, cursor = list->cursor;

	if (rows < 1)
		return;
	while (top > 0 && !w_list_exists(list, top + rows - 1))
		top--;
	list->top = top < 0 ? 0 : top;
	if (cursor < list->top)
		cursor = list->top;
	if (cursor > list->top + rows - 1)
		cursor = list->top + rows - 1;
	w_list_go(list, cursor);
}

enum w_list_hit w_list_mouse(struct w_list *list, const struct event *event, int *column)
{
	int y = event->y - list->area.y - w_list_heading_rows(list);

	if (!area_contains(list->area, event->y, event->x))
		return W_LIST_NOWHERE;
	if (event->mouse == MOUSE_WHEEL_UP || event->mouse == MOUSE_WHEEL_DOWN) {
		w_list_wheel(list, event->mouse == MOUSE_WHEEL_UP ? -WHEEL_ROWS : WHEEL_ROWS);
		return W_LIST_SCROLLED;
	}
	if (y < 0) {
		int hit = -1, at = list->area.x + 1;

		for (size_t i = 0; i < list->column_count && hit < 0; i++) {
			const int width = list->widths[i];

			if (width > 0 && event->x >= at && event->x < at + width)
				hit = (int)i;
			at += width > 0 ? width + 1 : 0;
		}
		if (column)
			*column = hit;
		return hit < 0 ? W_LIST_NOWHERE : W_LIST_HEADING;
	}
	if (!w_list_exists(list, list->top + y))
		return W_LIST_NOWHERE;
	list->cursor = list->top + y;
	return event->mouse == MOUSE_DOUBLE ? W_LIST_ROW_OPENED : W_LIST_ROW;
}

/* --- drawing ------------------------------------------------------------------------------- */

/* Gives each column its room: from the left, at least its minimum or nothing; what is left goes to
 * those that grow. One column for the mark stands before, one blank between two. */
static void w_list_share_room(struct w_list *list, int columns)
{
	int room = columns - 1, grow = 0;

	for (size_t i = 0; i < list->column_count; i++) {
		const struct w_column *column = &list->columns[i];
		int width = column->width < room ? column->width : room;

		if (width < column->minimum || width <= 0)
			width = 0;
		list->widths[i] = width;
		room -= width > 0 ? width + 1 : 0;
		grow += width > 0 ? column->grow : 0;
	}
	room++; /* no blank after the last one */
	for (size_t i = 0; i < list->column_count && room > 0 && grow > 0; i++) {
		int more = list->widths[i] > 0 ? room * list->columns[i].grow / grow : 0;

		if (more == 0)
			continue;
		grow -= list->columns[i].grow;
		room -= more;
		list->widths[i] += more;
	}
}

static void w_list_draw_headings(struct w_list *list, struct canvas *canvas, struct area area)
{
	const struct glyphs *glyphs = &canvas->theme->glyphs;
	int x = 1;

	for (size_t i = 0; i < list->column_count; i++) {
		const struct w_column *column = &list->columns[i];

		if (list->widths[i] == 0)
			continue;
		strbuf_clear(&list->scratch);
		if (column->heading && *column->heading)
			strbuf_add_text(&list->scratch, _(column->heading));
		if ((int)i == list->sort_column) {
			/* The mark is seen whatever room the heading has: the heading gives way. */
			const char *mark = list->sort_descending ? glyphs->descending :
				glyphs->ascending;
			int room = list->widths[i] - text_width(mark);

			strbuf_truncate(&list->scratch,
				text_fit(strbuf_text(&list->scratch), room > 0 ? room : 0, NULL));
			strbuf_add_text(&list->scratch, mark);
		}
		draw_text(canvas, area, 0, x, list->widths[i], strbuf_text(&list->scratch),
			column->align, THEME_HEADING);
		x += list->widths[i] + 1;
	}
}

static void w_list_draw_row(struct w_list *list, struct canvas *canvas, struct area area, int y,
	int64_t row, bool focus)
{
	bool here = row == list->cursor;
	bool marked = list->source->marked && list->source->marked(list->data, row);
	enum theme_role base = here ? (focus ? THEME_CURSOR : THEME_CURSOR_IDLE) :
		marked ? THEME_MARKED : THEME_NORMAL;
	int x = 1;

	if (here)
		draw_clear(canvas, area_part(area, y, 0, 1, -1), base);
	draw_text(
		canvas, area, y, 0, 1, marked ? canvas->theme->glyphs.mark : " ", TEXT_LEFT, base);
	for (size_t i = 0; i < list->column_count; i++) {
		enum theme_role role = base;

		if (list->widths[i] == 0)
			continue;
		strbuf_clear(&list->scratch);
		list->source->cell(list->data, row, i, &list->scratch, &role);
		draw_text(canvas, area, y, x, list->widths[i], strbuf_text(&list->scratch),
			list->columns[i].align, here ? base : role);
		x += list->widths[i] + 1;
	}
	if (here && focus)
		draw_focus(canvas, area, y, 0);
}

void w_list_draw(struct w_list *list, struct canvas *canvas, struct area area, bool focus)
{
	int first, rows;
	int64_t last;

	list->area = area;
	first = w_list_heading_rows(list);
	rows = area.rows - first;
	if (rows <= 0 || area.columns <= 1)
		return;
	w_list_share_room(list, area.columns);
	if (first > 0)
		w_list_draw_headings(list, canvas, area);

	if (list->cursor > 0 && !w_list_exists(list, list->cursor))
		w_list_go(list, list->cursor);
	if (list->top > list->cursor)
		list->top = list->cursor;
	if (list->cursor >= list->top + rows)
		list->top = list->cursor - rows + 1;
	if (list->top < 0)
		list->top = 0;
	/* no empty rows below the last one while others are hidden above */
	last = w_list_count_of(list);
	if (last >= 0 && list->top > 0 && list->top + rows > last)
		list->top = last > rows ? last - rows : 0;

	if (list->source->window)
		list->source->window(list->data, list->top, rows);
	for (int i = 0; i < rows && w_list_exists(list, list->top + i); i++)
		w_list_draw_row(list, canvas, area, first + i, list->top + i, focus);
	if (!w_list_exists(list, 0) && list->empty)
		draw_text(canvas, area, first, 1, area.columns - 1, list->empty, TEXT_LEFT,
			THEME_MUTED);
}
