#include "config.h"

#include "ui/widget/w_table_widths.h"

#include <assert.h>
#include <string.h>

#include "base/text.h"

enum { WIDTH_MAX = 40, WIDTH_MIN = 4 };

bool w_table_is_text(const struct table_column *column)
{
	return column_type_is_text(column->type);
}

bool w_table_shows(const struct w_table *view, size_t column)
{
	assert(view->table && column < view->table->columns.count);
	return column >= view->first && view->table->columns.items[column].people;
}

int w_table_beside(const struct w_table *view, size_t column)
{
	assert(view->table && column < view->table->columns.count);
	return view->beside && !w_table_is_text(&view->table->columns.items[column]) ?
		view->beside_columns : 0;
}

/* The widest word of Latin letters or katakana: kint/one is no heading, nor is フ/ロー. */
static int w_table_widths_longest_word(const char *text)
{
	int longest = 0, run = 0;
	bool was_kana = false;

	while (*text) {
		uint32_t character;
		const size_t length = text_decode(text, strlen(text), &character);
		const bool is_kana = character >= 0x30A1 && character <= 0x30FC && character != 0x30FB;
		const bool is_word = is_kana || (character < 0x80 && character > ' ');

		run = !is_word ? 0 : (is_kana == was_kana ? run : 0) + 1 + is_kana;
		was_kana = is_kana;
		longest = run > longest ? run : longest;
		text += length;
	}
	return longest;
}

/* A long heading over short figures is broken into lines; a sign of sorting needs its own room. */
static int w_table_widths_heading_width(const struct w_table *view, size_t column, int least)
{
	const char *label = view->table->columns.items[column].label;
	int width = text_width(label), sign = (int)column == view->sort_column ? 1 : 0;

	if (w_table_is_text(&view->table->columns.items[column]))
		return width + sign;
	if (least < w_table_widths_longest_word(label))
		least = w_table_widths_longest_word(label);
	while (width > least && text_wrap(label, width - 1, NULL, NULL) <= W_TABLE_HEADING_ROWS)
		width--;
	return width + sign;
}

static int w_table_widths_natural_width(const struct w_table *view, size_t column,
	struct strbuf *scratch)
{
	const struct table *table = view->table;
	int widest = WIDTH_MIN, heading;

	for (size_t row = 0; row < table->rows.count; row++) {
		int width;

		strbuf_clear(scratch);
		table_cell_text(table, row, column, TABLE_PEOPLE, scratch);
		width = text_width(strbuf_text(scratch));
		widest = width > widest ? width : widest;
	}
	widest += w_table_beside(view, column);
	heading = w_table_widths_heading_width(view, column, widest);
	widest = heading > widest ? heading : widest;
	if (widest > WIDTH_MAX && w_table_is_text(&table->columns.items[column]))
		widest = WIDTH_MAX;
	return widest;
}

static void w_table_widths_measure(struct w_table *view)
{
	struct strbuf scratch = {0};

	if (view->measured == view->table)
		return;
	view->widths.count = view->positions.count = 0;
	for (size_t i = 0; i < view->table->columns.count; i++) {
		*vec_add(&view->widths) = w_table_shows(view, i) ?
			w_table_widths_natural_width(view, i, &scratch) : 0;
		*vec_add(&view->positions) = -1;
	}
	strbuf_free(&scratch);
	view->measured = view->table;
}

/* Places columns from `left` on after the fixed ones; returns the x behind the last. */
static int w_table_widths_place(struct w_table *view, size_t left, int columns)
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
		x += width + W_TABLE_GAP;
	}
	return x > 0 ? x - W_TABLE_GAP : 0;
}

static bool w_table_widths_all_placed(const struct w_table *view)
{
	for (size_t i = 0; i < view->widths.count; i++) {
		if (view->widths.items[i] > 0 && view->positions.items[i] < 0)
			return false;
	}
	return true;
}

/* Long names give way to figures: down to half of the room, or less than that is enough for all. */
static void w_table_widths_squeeze_fixed(struct w_table *view, int columns)
{
	const int count = (int)(view->fixed ? view->fixed : 1);
	int room = columns;
	size_t seen = 0;

	/* What the columns that are not fixed take, gaps and all. */
	for (size_t i = 0; i < view->widths.count; i++)
		if (view->widths.items[i] > 0 && seen++ >= view->fixed)
			room -= view->widths.items[i] + W_TABLE_GAP;

	const int most = (room > columns / 2 ? room : columns / 2) / count -
		(count > 1 ? W_TABLE_GAP : 0);

	seen = 0;
	for (size_t i = 0; i < view->widths.count && seen < view->fixed; i++) {
		if (view->widths.items[i] == 0)
			continue;
		seen++;
		if (view->widths.items[i] > most &&
			w_table_is_text(&view->table->columns.items[i]))
			view->widths.items[i] = most < WIDTH_MIN ? WIDTH_MIN : most;
	}
}

int w_table_arrange(struct w_table *view, int columns)
{
	int used;

	view->measured = view->area.columns == columns ? view->measured : NULL;
	w_table_widths_measure(view);
	used = w_table_widths_place(view, 0, columns);
	if (used > columns || !w_table_widths_all_placed(view)) {
		w_table_widths_squeeze_fixed(view, columns);
		used = w_table_widths_place(view, 0, columns);
	}
	if (used <= columns && w_table_widths_all_placed(view)) {
		view->left = 0;
	} else {
		if (view->left > view->cursor_column)
			view->left = view->cursor_column;
		used = w_table_widths_place(view, view->left, columns);
		while (view->positions.items[view->cursor_column] < 0 &&
			view->left + 1 < view->table->columns.count)
			used = w_table_widths_place(view, ++view->left, columns);
	}

	/* The most lines that a heading which is shown takes. */
	int rows = 1;

	for (size_t i = 0; i < view->positions.count; i++) {
		const struct table_column *column = &view->table->columns.items[i];
		int width = view->widths.items[i] - ((int)i == view->sort_column ? 1 : 0);

		if (view->positions.items[i] >= 0 && !w_table_is_text(column) &&
			text_width(column->label) > width)
			rows = W_TABLE_HEADING_ROWS;
	}
	view->heading_rows = rows;
	return used;
}
