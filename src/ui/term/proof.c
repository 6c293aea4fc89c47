#include "config.h"

#include "ui/term/proof.h"

#include <curses.h>
#include <string.h>
#include <wchar.h>

#include "base/i18n.h"

/* What stands in a cell: the bytes of its characters, and which half of a wide one it is. */
struct seen {
	char text[32];
	int half;    /* 0 = the whole of a narrow one or the first half */
	int columns; /* of the characters */
};

static void proof_look(int y, int x, struct seen *seen)
{
	wchar_t characters[CCHARW_MAX + 1] = {0};
	cchar_t cell;
	attr_t attributes;
	short pair;
	size_t length = 0;

	*seen = (struct seen){.columns = 1};
	if (mvin_wch(y, x, &cell) == ERR)
		return;
	/* ncurses counts the halves of wide characters in the text bits, from 1 */
	seen->half = (int)(cell.attr & A_CHARTEXT);
	seen->half = seen->half > 1 ? seen->half - 1 : 0;
	if (getcchar(&cell, characters, &attributes, &pair, NULL) == ERR)
		return;
	for (int i = 0; characters[i] && length + 4 < sizeof seen->text; i++)
		length += text_encode((uint32_t)characters[i], seen->text + length);
	if (characters[0])
		seen->columns = text_char_width((uint32_t)characters[0]);
}

static bool proof_wrong(struct error *err, int y, int x, const char *found)
{
	return error_set(err, ERROR_DATA, _("The screen is broken at row %d, column %d: “%s”."), y,
		x, found);
}

/* Each first half has its second beside it, and the other way round. */
static bool proof_rows_are_whole(struct error *err)
{
	for (int y = 0; y < LINES; y++) {
		int expected = 0;

		for (int x = 0; x < COLS; x++) {
			struct seen seen;

			proof_look(y, x, &seen);
			if (seen.half != expected)
				return proof_wrong(err, y, x, seen.text);
			expected = seen.half == 0 && seen.columns == 2 ? 1 : 0;
		}
		if (expected != 0)
			return proof_wrong(err, y, COLS - 1, "");
	}
	return true;
}

/* One of the glyphs that a border may have there, unless something covers it. */
static bool proof_border_stands(const struct canvas *canvas, size_t piece, int y, int x,
	const char *glyph, const char *other, struct error *err)
{
	struct seen seen;

	if (y >= LINES || x >= COLS)
		return true;
	for (size_t i = piece + 1; i < canvas->piece_count; i++)
		if (area_contains(canvas->pieces[i].area, y, x))
			return true;
	proof_look(y, x, &seen);
	if (strcmp(seen.text, glyph) == 0 || strcmp(seen.text, other) == 0)
		return true;
	return proof_wrong(err, y, x, seen.text);
}

static bool proof_box_stands(const struct canvas *canvas, size_t piece, struct error *err)
{
	const struct glyphs *glyphs = &canvas->theme->glyphs;
	const struct area *area = &canvas->pieces[piece].area;
	int right = area->x + area->columns - 1, bottom = area->y + area->rows - 1;

	for (int y = area->y + 1; y < bottom; y++) {
		if (!proof_border_stands(canvas, piece, y, area->x, glyphs->vertical, glyphs->tee_left,
			    err) ||
			!proof_border_stands(canvas, piece, y, right, glyphs->vertical,
				glyphs->tee_right, err))
			return false;
	}
	return proof_border_stands(canvas, piece, area->y, area->x, glyphs->top_left, glyphs->tee_left,
		       err) &&
	       proof_border_stands(canvas, piece, area->y, right, glyphs->top_right, glyphs->tee_right,
		       err) &&
	       proof_border_stands(canvas, piece, bottom, area->x, glyphs->bottom_left,
		glyphs->tee_left, err) &&
	       proof_border_stands(canvas, piece, bottom, right, glyphs->bottom_right,
		glyphs->tee_right, err);
}

bool proof_screen(const struct canvas *canvas, struct error *err)
{
	int y, x;
	bool whole;

	getyx(stdscr, y, x);
	whole = proof_rows_are_whole(err);
	for (size_t i = 0; whole && i < canvas->piece_count; i++)
		whole = !canvas->pieces[i].box || proof_box_stands(canvas, i, err);
	move(y, x);
	return whole;
}
