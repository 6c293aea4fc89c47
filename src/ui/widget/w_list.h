/* w_list - a list that reads only the rows it shows; the number of rows may be unknown. */
#ifndef UI_WIDGET_W_LIST_H
#define UI_WIDGET_W_LIST_H

#include "ui/term/draw.h"
#include "ui/term/event.h"

struct w_column {
	const char *heading; /* N_() or already translated; NULL = none */
	int width;           /* columns wanted */
	int minimum;         /* not shown at all when not even that is left */
	int grow;            /* share of the room that is left; 0 = none */
	enum text_align align;
};

struct w_list_source {
	/* Number of rows, or -1 while nobody knows. Called for each draw: must be quick. */
	int64_t (*count)(void *data);
	/* With an unknown count: is there such a row? The last one (may count). */
	bool (*exists)(void *data, int64_t row);
	int64_t (*last)(void *data);
	/* A hint before drawing: these rows will be asked for. May be NULL. */
	void (*window)(void *data, int64_t first, int64_t rows);
	/* Text of a cell into out (empty at call); *role may be changed. */
	void (*cell)(void *data, int64_t row, size_t column, struct strbuf *out,
		enum theme_role *role);
	/* May be NULL. */
	bool (*marked)(void *data, int64_t row);
};

struct w_list {
	const struct w_list_source *source;
	void *data;
	const struct w_column *columns; /* owned by the screen */
	size_t column_count;
	int sort_column; /* -1 = none */
	bool sort_descending;
	bool headings;
	const char *empty; /* translated text shown when there is no row */
	int64_t cursor, top;
	/* as of the last draw */
	struct area area;
	int widths[64];
	struct strbuf scratch;
};

void w_list_init(struct w_list *list, const struct w_list_source *source, void *data,
	const struct w_column *columns, size_t column_count);
void w_list_free(struct w_list *list);
/* Moves the cursor, as far as there are rows. */
void w_list_go(struct w_list *list, int64_t row);
/* -1 when the list is empty. */
int64_t w_list_cursor(const struct w_list *list);
/* UP, DOWN, PAGE_UP, PAGE_DOWN, FIRST, LAST: true. */
bool w_list_action(struct w_list *list, enum action action);
enum w_list_hit { W_LIST_NOWHERE, W_LIST_ROW, W_LIST_ROW_OPENED, W_LIST_HEADING, W_LIST_SCROLLED };
/* Clicks and wheel: moves the cursor or tells the column head that was hit. */
enum w_list_hit w_list_mouse(struct w_list *list, const struct event *event, int *column);
void w_list_draw(struct w_list *list, struct canvas *canvas, struct area area, bool focus);

#endif
