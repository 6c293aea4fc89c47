/* draw - the only gate to the screen. Everything is measured by base/text.h, clipped to its area,
 * and never put into the second half of a wide character. Coordinates are relative to the area;
 * what lies outside is left out, so that no screen needs to care for small terminals. */
#ifndef UI_TERM_DRAW_H
#define UI_TERM_DRAW_H

#include <stddef.h>
#include <stdint.h>

#include "base/text.h"
#include "ui/term/theme.h"

struct area {
	int y, x; /* on the terminal */
	int rows, columns;
};
/* The whole terminal, as it is now. */
struct area area_terminal(void);
/* The part of an area; cut to fit, rows or columns may become 0. -1 rows or columns = the rest. */
struct area area_part(struct area area, int y, int x, int rows, int columns);
/* A centred part of at most that size. */
struct area area_centre(struct area area, int rows, int columns);
bool area_contains(struct area area, int y, int x); /* terminal coordinates */

struct canvas {
	const struct theme *theme;
	int cursor_y, cursor_x; /* where the caret goes after this frame; -1 = the last cell */
	bool cursor_visible;
	/* Boxes and cleared areas of this frame in the order they were drawn; for proof.h. */
	struct canvas_piece {
		struct area area;
		bool box;
	} pieces[64];
	size_t piece_count;
};
/* Begins a frame: no caret, nothing drawn. */
void draw_begin(struct canvas *canvas);

/* Puts text in exactly `columns` cells (cut with '…', padded with blanks; -1 = as wide as it is,
 * cut at the area's edge). Returns the columns written. text NULL counts as "". */
int draw_text(const struct canvas *canvas, struct area area, int y, int x, int columns,
	const char *text, enum text_align align, enum theme_role role);
/* The same for length bytes and without '…': what does not fit is dropped. */
int draw_bytes(const struct canvas *canvas, struct area area, int y, int x, int columns,
	const char *bytes, size_t length, enum theme_role role);
/* printf first; left aligned, as wide as it is. Returns the columns written. */
int draw_format(const struct canvas *canvas, struct area area, int y, int x, enum theme_role role,
	const char *format, ...) __attribute__((format(printf, 6, 7)));
void draw_clear(struct canvas *canvas, struct area area, enum theme_role role);
/* A line of `columns` cells. */
void draw_rule(const struct canvas *canvas, struct area area, int y, int x, int columns);
void draw_vertical(const struct canvas *canvas, struct area area, int y, int x, int rows);
/* A border with a title on its top line; returns the area inside. */
struct area draw_box(struct canvas *canvas, struct area area, const char *title);
/* Eighths of a cell that value takes of so many cells, where maximum takes all of them; at least one
 * for what is more than nothing. */
int64_t draw_eighths(int cells, int64_t value, int64_t maximum);
/* Cells of a bar: dense ones, or light ones that are told from them without colour too. */
void draw_fill(const struct canvas *canvas, struct area area, int y, int x, int columns,
	enum theme_role role, bool light);
/* Cells of a part of a stacked bar, the place-th of them: its key in the first on a coloured ground,
 * without colour in all of them, every other part reversed. */
void draw_segment(const struct canvas *canvas, struct area area, int y, int x, int columns,
	size_t place, char key);
/* value of maximum as a bar of `columns` cells; nothing for value <= 0. */
void draw_bar(const struct canvas *canvas, struct area area, int y, int x, int columns,
	int64_t value, int64_t maximum);
/* Text broken into lines from row y on. Returns the rows it takes (also beyond the area). */
int draw_wrapped(const struct canvas *canvas, struct area area, int y, const char *text,
	enum theme_role role);
/* Puts the caret there (hidden outside the area); the IME's window opens at it. */
void draw_caret(struct canvas *canvas, struct area area, int y, int x);
/* Where the reader looks, when nothing is typed: the hidden caret follows (screen readers). */
void draw_focus(struct canvas *canvas, struct area area, int y, int x);

#endif
