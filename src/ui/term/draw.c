#include "config.h"

#include "ui/term/draw.h"

#include <curses.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

#include "base/mem.h"

enum { CHUNK = 256 };

static int draw_clamp(int value, int low, int high)
{
	if (value > high)
		value = high;
	return value < low ? low : value;
}

struct area area_terminal(void)
{
	return (struct area){0, 0, LINES, COLS};
}

struct area area_part(struct area area, int y, int x, int rows, int columns)
{
	struct area part;

	y = draw_clamp(y, 0, area.rows);
	x = draw_clamp(x, 0, area.columns);
	part.y = area.y + y;
	part.x = area.x + x;
	part.rows = rows < 0 ? area.rows - y : draw_clamp(rows, 0, area.rows - y);
	part.columns = columns < 0 ? area.columns - x : draw_clamp(columns, 0, area.columns - x);
	return part;
}

struct area area_centre(struct area area, int rows, int columns)
{
	rows = draw_clamp(rows, 0, area.rows);
	columns = draw_clamp(columns, 0, area.columns);
	return area_part(area, (area.rows - rows) / 2, (area.columns - columns) / 2, rows, columns);
}

bool area_contains(struct area area, int y, int x)
{
	return y >= area.y && y < area.y + area.rows && x >= area.x && x < area.x + area.columns;
}

static void draw_set_role(const struct canvas *canvas, enum theme_role role)
{
	attrset((int)canvas->theme->attributes[role]);
}

/* Which part of a wide character a cell holds: 0 = none or its first half, 1 = the second. */
static int draw_wide_part(int y, int x, cchar_t *cell)
{
	int part;

	if (x >= COLS || mvin_wch(y, x, cell) == ERR)
		return 0;
	part = (int)(cell->attr & A_CHARTEXT); /* ncurses counts the halves there, from 1 */
	return part > 1 ? part - 1 : 0;
}

/* Half of a wide character that is about to lose its other half becomes a blank. */
static void draw_blank_half(int y, int x, const cchar_t *cell)
{
	attr_t attributes;
	short pair;

	attr_get(&attributes, &pair, NULL);
	attrset((int)(cell->attr & A_ATTRIBUTES));
	mvaddch(y, x, ' ');
	attr_set(attributes, pair, NULL);
}

/* Writes from the start of letters what is one letter; returns how many characters that was. */
static int draw_add_plain_or_letter(const wchar_t *letters, int count)
{
	int plain = 0, marks = 1;

	while (plain < count && wcwidth(letters[plain]) > 0)
		plain++;
	if (plain == count || plain == 0) {
		addnwstr(letters, count);
		return count;
	}
	while (plain - 1 + marks < count && wcwidth(letters[plain - 1 + marks]) == 0)
		marks++;
	if (plain > 1)
		addnwstr(letters, plain - 1);

	/* A letter with its marks, of which so many count. Curses would put the marks of a wide
	 * letter on its second half, where they are lost, if they came one by one. */
	const wchar_t *letter = letters + plain - 1;
	wchar_t characters[CCHARW_MAX + 1] = {0};
	cchar_t cell;

	for (int i = 0; i < marks && i < CCHARW_MAX; i++)
		characters[i] = letter[i];
	if (setcchar(&cell, characters, A_NORMAL, 0, NULL) == OK)
		add_wch(&cell);

	return plain - 1 + marks;
}

/* Writes bytes, which are known to fit in columns cells, at the terminal's y, x. What terminals do
 * not agree on is left out, and marks without a letter, which would land on the cell before. Curses
 * would leave halves of wide characters beside it. */
static void draw_put(int y, int x, int columns, const char *bytes, size_t length)
{
	wchar_t few[CHUNK];
	wchar_t *wide = length < CHUNK ? few : xmalloc(length * sizeof *wide);
	int count = 0;
	cchar_t cell;

	while (length > 0) {
		uint32_t character;
		size_t used = text_decode(bytes, length, &character);

		bytes += used;
		length -= used;
		if (text_char_shown(character) && (count > 0 || text_char_width(character) > 0))
			wide[count++] = (wchar_t)character;
	}
	if (draw_wide_part(y, x, &cell))
		draw_blank_half(y, x - 1, &cell);
	if (draw_wide_part(y, x + columns, &cell))
		draw_blank_half(y, x + columns, &cell);
	move(y, x);
	for (int at = 0; at < count;)
		at += draw_add_plain_or_letter(wide + at, count - at);
	if (wide != few)
		free(wide);
}

static void draw_put_blanks(int y, int x, int columns)
{
	static const char blanks[] = "                                ";
	int most = (int)sizeof blanks - 1;

	for (int at = 0; at < columns; at += most) {
		int count = columns - at < most ? columns - at : most;

		draw_put(y, x + at, count, blanks, (size_t)count);
	}
}

int draw_bytes(const struct canvas *canvas, struct area area, int y, int x, int columns,
	const char *bytes, size_t length, enum theme_role role)
{
	char *copy;
	size_t fits;
	int used;

	if (y < 0 || y >= area.rows || x < 0 || x >= area.columns)
		return 0;
	if (columns < 0 || columns > area.columns - x)
		columns = area.columns - x;
	copy = xstrndup(bytes, length);
	fits = text_fit(copy, columns, &used);
	draw_set_role(canvas, role);
	draw_put(area.y + y, area.x + x, used, copy, fits);
	free(copy);
	return used;
}

int draw_text(const struct canvas *canvas, struct area area, int y, int x, int columns,
	const char *text, enum text_align align, enum theme_role role)
{
	struct strbuf padded = {0};
	int room;

	text = text ? text : "";
	if (y < 0 || y >= area.rows || x < 0 || x >= area.columns)
		return 0;
	room = area.columns - x;
	if (columns < 0) {
		columns = text_width(text);
		align = TEXT_LEFT;
	}
	columns = draw_clamp(columns, 0, room);
	if (columns == 0)
		return 0;
	text_pad(&padded, text, columns, align);
	draw_set_role(canvas, role);
	draw_put(area.y + y, area.x + x, columns, padded.text, padded.length);
	strbuf_free(&padded);
	return columns;
}

int draw_format(const struct canvas *canvas, struct area area, int y, int x, enum theme_role role,
	const char *format, ...)
{
	char text[1024];
	va_list arguments;

	va_start(arguments, format);
	vsnprintf(text, sizeof text, format, arguments);
	va_end(arguments);
	return draw_text(canvas, area, y, x, -1, text, TEXT_LEFT, role);
}

void draw_begin(struct canvas *canvas)
{
	canvas->cursor_y = canvas->cursor_x = -1;
	canvas->cursor_visible = false;
	canvas->piece_count = 0;
	erase();
}

static void draw_note_piece(struct canvas *canvas, struct area area, bool box)
{
	if (canvas->piece_count < sizeof canvas->pieces / sizeof canvas->pieces[0])
		canvas->pieces[canvas->piece_count++] = (struct canvas_piece){area, box};
}

void draw_clear(struct canvas *canvas, struct area area, enum theme_role role)
{
	draw_note_piece(canvas, area, false);
	draw_set_role(canvas, role);
	for (int y = 0; y < area.rows; y++)
		draw_put_blanks(area.y + y, area.x, area.columns);
}

void draw_rule(const struct canvas *canvas, struct area area, int y, int x, int columns)
{
	const char *glyph = canvas->theme->glyphs.horizontal;

	for (int i = 0; i < columns; i++)
		draw_text(canvas, area, y, x + i, 1, glyph, TEXT_LEFT, THEME_BORDER);
}

void draw_vertical(const struct canvas *canvas, struct area area, int y, int x, int rows)
{
	for (int i = 0; i < rows; i++) {
		draw_text(canvas, area, y + i, x, 1, canvas->theme->glyphs.vertical, TEXT_LEFT,
			THEME_BORDER);
	}
}

struct area draw_box(struct canvas *canvas, struct area area, const char *title)
{
	const struct glyphs *glyphs = &canvas->theme->glyphs;
	int right = area.columns - 1, bottom = area.rows - 1;

	if (area.rows < 2 || area.columns < 2)
		return area_part(area, 0, 0, 0, 0);
	draw_note_piece(canvas, area, true);
	draw_rule(canvas, area, 0, 1, right - 1);
	draw_rule(canvas, area, bottom, 1, right - 1);
	draw_vertical(canvas, area, 1, 0, bottom - 1);
	draw_vertical(canvas, area, 1, right, bottom - 1);
	draw_text(canvas, area, 0, 0, 1, glyphs->top_left, TEXT_LEFT, THEME_BORDER);
	draw_text(canvas, area, 0, right, 1, glyphs->top_right, TEXT_LEFT, THEME_BORDER);
	draw_text(canvas, area, bottom, 0, 1, glyphs->bottom_left, TEXT_LEFT, THEME_BORDER);
	draw_text(canvas, area, bottom, right, 1, glyphs->bottom_right, TEXT_LEFT, THEME_BORDER);
	if (title && *title && right > 4) {
		int width = draw_clamp(text_width(title), 0, right - 4);

		draw_text(canvas, area, 0, 2, width, title, TEXT_LEFT, THEME_TITLE);
		draw_text(canvas, area, 0, 1, 1, " ", TEXT_LEFT, THEME_BORDER);
		draw_text(canvas, area, 0, 2 + width, 1, " ", TEXT_LEFT, THEME_BORDER);
	}
	return area_part(area, 1, 1, area.rows - 2, area.columns - 2);
}

int64_t draw_eighths(int cells, int64_t value, int64_t maximum)
{
	int64_t eighths;

	if (value <= 0 || maximum <= 0)
		return 0;
	if (value >= maximum)
		return (int64_t)cells * 8;
	while (maximum > INT64_MAX / 8 / (cells + 1)) {
		maximum /= 2;
		value /= 2;
	}
	eighths = value * cells * 8 / maximum;
	return eighths > 0 ? eighths : 1;
}

void draw_fill(const struct canvas *canvas, struct area area, int y, int x, int columns,
	enum theme_role role, bool light)
{
	const struct glyphs *glyphs = &canvas->theme->glyphs;
	const char *glyph = light ? glyphs->shades[2] : glyphs->bars[8];

	if (y < 0 || y >= area.rows || x < 0 || x >= area.columns)
		return;
	columns = draw_clamp(columns, 0, area.columns - x);
	draw_set_role(canvas, role);
	if (!light && !glyphs->unicode && canvas->theme->colour) {
		attron(A_REVERSE);
		draw_put_blanks(area.y + y, area.x + x, columns);
		return;
	}
	for (int i = 0; i < columns; i++)
		draw_put(area.y + y, area.x + x + i, 1, glyph, strlen(glyph));
}

void draw_segment(const struct canvas *canvas, struct area area, int y, int x, int columns,
	size_t draw_place, char key)
{
	const bool colour = canvas->theme->colour;

	if (y < 0 || y >= area.rows || x < 0 || x >= area.columns)
		return;
	columns = draw_clamp(columns, 0, area.columns - x);
	draw_set_role(canvas, THEME_SERIES_1 + (enum theme_role)(draw_place % THEME_SERIES));
	if (colour || draw_place % 2 == 0)
		attron(A_REVERSE);
	if (colour)
		draw_put_blanks(area.y + y, area.x + x, columns);
	for (int i = 0; i < (colour ? columns > 0 : columns); i++)
		draw_put(area.y + y, area.x + x + i, 1, &key, 1);
}

void draw_bar(const struct canvas *canvas, struct area area, int y, int x, int columns,
	int64_t value, int64_t maximum)
{
	const struct glyphs *glyphs = &canvas->theme->glyphs;
	int64_t eighths;
	int whole;

	if (y < 0 || y >= area.rows || x < 0 || x >= area.columns)
		return;
	columns = draw_clamp(columns, 0, area.columns - x);
	eighths = draw_eighths(columns, value, maximum);
	if (!glyphs->unicode)
		eighths = (eighths + 4) / 8 * 8;
	whole = (int)(eighths / 8);
	draw_fill(canvas, area, y, x, whole, THEME_BAR, false);
	if (whole < columns && eighths % 8 > 0)
		draw_put(area.y + y, area.x + x + whole, 1, glyphs->bars[eighths % 8],
			strlen(glyphs->bars[eighths % 8]));
}

struct wrapping {
	const struct canvas *canvas;
	struct area area;
	int y;
	enum theme_role role;
};

static void draw_wrapped_line(const char *start, size_t length, void *data)
{
	struct wrapping *wrapping = data;

	draw_bytes(wrapping->canvas, wrapping->area, wrapping->y++, 0, -1, start, length,
		wrapping->role);
}

int draw_wrapped(const struct canvas *canvas, struct area area, int y, const char *text,
	enum theme_role role)
{
	struct wrapping wrapping = {canvas, area, y, role};

	if (area.columns < 2)
		return 0;
	text_wrap(text, area.columns, draw_wrapped_line, &wrapping);
	return wrapping.y - y;
}

static bool draw_place(struct canvas *canvas, struct area area, int y, int x)
{
	bool inside = y >= 0 && y < area.rows && x >= 0 && x < area.columns;

	canvas->cursor_y = inside ? area.y + y : -1;
	canvas->cursor_x = inside ? area.x + x : -1;
	return inside;
}

void draw_caret(struct canvas *canvas, struct area area, int y, int x)
{
	canvas->cursor_visible = draw_place(canvas, area, y, x);
}

void draw_focus(struct canvas *canvas, struct area area, int y, int x)
{
	canvas->cursor_visible = false;
	draw_place(canvas, area, y, x);
}
