/* s_page - a table with something to do on its rows. A page is a const struct: what its table is and
 * which actions it has; scrolling, headings, notes, export and copying to the clipboard are the
 * same on all of them. */
#ifndef UI_KIT_S_PAGE_H
#define UI_KIT_S_PAGE_H

#include "model/table.h"
#include "ui/app/app.h"

enum { PAGE_TEXTS = 4, PAGE_NUMBERS = 8 };

/* What a page is opened for: texts are copied by page_open(). What they mean is up to the page. */
struct page_values {
	const char *texts[PAGE_TEXTS]; /* NULL = none */
	int64_t numbers[PAGE_NUMBERS];
};

struct page_ops {
	const char *title;    /* N_() */
	enum context context; /* CONTEXT_ADMIN, CONTEXT_REPORTS or CONTEXT_PROJECTS */
	const char *empty;    /* N_(): said where there are no rows */
	bool (*make)(struct app *app, const struct page_values *values, struct table *table,
		struct error *err);
	bool ordered; /* the rows stand in an order that means something: they are not sorted */
	/* The row the cursor starts on; NULL = the first. */
	size_t (*start)(const struct table *table);
	/* Appends what is to be seen beside the title; NULL = nothing. */
	void (*subtitle)(const struct page_values *values, struct strbuf *out);
	/* Appends more of the cursor's row than there is room for in the table; NULL = nothing. */
	void (*more)(const struct screen *screen, struct strbuf *out);
	/* Takes rows that were pasted; false where the text is none. NULL = nothing can be pasted. */
	bool (*paste)(struct app *app, struct screen *screen, const char *text);
	const struct screen_act *acts; /* its own and, at their end, PAGE_ACTS */
};

/* Opens it above the present screen. False with a message shown when its table cannot be made. */
bool page_open(struct app *app, const struct page_ops *ops, const struct page_values *values);

/* What every page can do; it ends the table. */
#define PAGE_ACTS                                                                                  \
	{ACTION_UP, .to = ACTION_LAST, .each = page_move},                                         \
	{ACTION_SORT, .act = page_sort, .offered = page_sorts},                                    \
	{ACTION_EXPORT, .act = page_export}, {ACTION_YANK, .act = page_yank}, {0}
void page_move(struct app *app, struct screen *screen, enum action action);
void page_sort(struct app *app, struct screen *screen);
bool page_sorts(const struct app *app, const struct screen *screen);
void page_export(struct app *app, struct screen *screen);
void page_yank(struct app *app, struct screen *screen);

/* For offered: the cursor is on a row; the office may; both. */
bool page_on_row(const struct app *app, const struct screen *screen);
bool page_office(const struct app *app, const struct screen *screen);
bool page_office_on_row(const struct app *app, const struct screen *screen);

/* For the acts. The row of the cursor, NULL when there is none. */
const struct table_row *page_row(const struct screen *screen);
/* The text of a cell of that row, "" where there is none. */
const char *page_text(const struct screen *screen, const char *column);
struct page_values *page_values_of(struct screen *screen);
/* Gives text `at` another value (copied; NULL = none). */
void page_set_text(struct screen *screen, size_t at, const char *text);
/* Makes the table anew; an error is shown. */
void page_read(struct app *app, struct screen *screen);

#endif
