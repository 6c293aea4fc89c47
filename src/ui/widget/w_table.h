/* w_table - shows a struct table: headings, aligned numbers, a cursor cell, scrolling both ways,
 * total rows that stay in sight, notes at the foot. */
#ifndef UI_WIDGET_W_TABLE_H
#define UI_WIDGET_W_TABLE_H

#include "model/table.h"
#include "ui/term/draw.h"
#include "ui/term/event.h"

struct w_table {
	const struct table *table; /* not owned; NULL shows nothing */
	size_t first;      /* table columns before this one are left out; 0 = none */
	size_t fixed;      /* columns at the left that never scroll */
	size_t cursor_row, cursor_column; /* rows of the table; columns of the table */
	size_t top, left;  /* first shown row; first shown column after the fixed ones */
	int sort_column;   /* table column, -1 = none */
	bool sort_descending;
	int bar_column;    /* table column also drawn as a bar in what room is left; -1 = none */
	/* What stands left of each figure, in an area of so many columns; NULL = nothing. */
	void (*beside)(const void *data, const struct canvas *canvas, struct area area, size_t row,
		size_t column);
	/* How a figure is drawn, when nothing else is said of it; NULL = THEME_NORMAL. */
	enum theme_role (*role)(const void *data, size_t row, size_t column);
	const void *beside_data; /* for both */
	int beside_columns;
	/* as of the last draw */
	struct area area;
	VEC(int) widths;      /* per table column; 0 = not for people */
	VEC(int) positions;   /* x of each column, -1 = not shown now */
	const struct table *measured;
	int heading_rows;
	size_t shown_rows;    /* that scroll; totals stand below them */
	int used_rows, note_rows; /* from the top; at the foot */
};

void w_table_init(struct w_table *view);
void w_table_free(struct w_table *view);
/* Another table, or the same one changed; keeps the cursor where it still fits. */
void w_table_set(struct w_table *view, const struct table *table);
/* The cursor to the column of that id; false when none that is shown has it. */
bool w_table_go_to(struct w_table *view, const char *id);
/* Moves in all directions: true. */
bool w_table_action(struct w_table *view, enum action action);
enum w_table_hit { W_TABLE_NOWHERE, W_TABLE_CELL, W_TABLE_CELL_OPENED, W_TABLE_HEADING,
	W_TABLE_SCROLLED };
/* Clicks move the cursor; *column is the table column of a heading that was hit. */
enum w_table_hit w_table_mouse(struct w_table *view, const struct event *event, int *column);
void w_table_draw(struct w_table *view, struct canvas *canvas, struct area area, bool focus);

/* Says what to do next where a table has no row but totals, or nothing but zeros: below it, as of the
 * last draw. Nothing for any other. */
void w_table_draw_empty(const struct w_table *view, struct canvas *canvas, const char *text);

#endif
