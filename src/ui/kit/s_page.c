#include "config.h"

#include "ui/kit/s_page.h"

#include <stdlib.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "base/text.h"
#include "model/table_scope.h"
#include "ui/kit/export_table.h"
#include "ui/widget/w_table.h"
#include "ui/widget/w_table_order.h"

struct page {
	const struct page_ops *ops;
	struct page_values values; /* texts owned */
	struct table table;
	bool has_table;
	struct w_table view;
};

struct page_argument {
	const struct page_ops *ops;
	const struct page_values *values;
};

/* ---- for the acts --------------------------------------------------------------------------- */

const struct table_row *page_row(const struct screen *screen)
{
	const struct page *page = screen->state;
	const size_t row = page->view.cursor_row;

	return page->has_table && row < page->table.rows.count &&
			page->table.rows.items[row].kind == ROW_DATA ?
		&page->table.rows.items[row] : NULL;
}

bool page_on_row(const struct app *app, const struct screen *screen)
{
	(void)app;
	return page_row(screen) != NULL;
}

bool page_office(const struct app *app, const struct screen *screen)
{
	(void)screen;
	return session_permits(app->session, PERMISSION_EDIT_MASTERS, app->session->fiscal_year,
		NULL, NULL);
}

bool page_office_on_row(const struct app *app, const struct screen *screen)
{
	return page_row(screen) && page_office(app, screen);
}

const char *page_text(const struct screen *screen, const char *column)
{
	const struct page *page = screen->state;
	const struct table_row *row = page_row(screen);
	const int at = table_column_index(&page->table, column);

	return row && at >= 0 && row->cells[at].kind == CELL_TEXT ? row->cells[at].text : "";
}

struct page_values *page_values_of(struct screen *screen)
{
	struct page *page = screen->state;

	return &page->values;
}

void page_set_text(struct screen *screen, size_t at, const char *text)
{
	struct page *page = screen->state;
	char *copy = text ? xstrdup(text) : NULL;

	free((char *)page->values.texts[at]);
	page->values.texts[at] = copy;
}

static bool page_make(struct app *app, struct page *page, struct error *err)
{
	struct table table;

	if (!page->ops->make(app, &page->values, &table, err))
		return false;
	w_table_renew(&page->view, &table);
	if (page->has_table)
		table_free(&page->table);
	page->table = table;
	page->has_table = true;
	page->view.table = &page->table;
	return true;
}

void page_read(struct app *app, struct screen *screen)
{
	struct error err = {0};

	if (!page_make(app, screen->state, &err))
		app_error(app, &err);
	app_redraw(app);
}

/* ---- the screen ----------------------------------------------------------------------------- */

static void page_close_screen(struct app *app, struct screen *screen)
{
	struct page *page = screen->state;

	(void)app;
	for (size_t t = 0; t < PAGE_TEXTS; t++)
		page_set_text(screen, t, NULL);
	if (page->has_table)
		table_free(&page->table);
	w_table_free(&page->view);
}

static bool page_open_screen(struct app *app, struct screen *screen, const void *argument,
	struct error *err)
{
	const struct page_argument *wanted = argument;
	struct page *page = screen->state;

	page->ops = wanted->ops;
	screen->acts = page->ops->acts;
	w_table_init(&page->view);
	if (wanted->values)
		for (size_t n = 0; n < PAGE_NUMBERS; n++)
			page->values.numbers[n] = wanted->values->numbers[n];
	for (size_t t = 0; wanted->values && t < PAGE_TEXTS; t++)
		page_set_text(screen, t, wanted->values->texts[t]);
	if (page_make(app, page, err)) {
		if (page->ops->start)
			page->view.cursor_row = page->ops->start(&page->table);
		return true;
	}
	page_close_screen(app, screen);
	return false;
}

static bool page_reload(struct app *app, struct screen *screen, struct error *err)
{
	return page_make(app, screen->state, err);
}

static void page_draw(struct app *app, struct screen *screen, struct canvas *canvas,
	struct area area)
{
	struct page *page = screen->state;
	struct strbuf beside = {0}, caption = {0};
	const int title = draw_text(canvas, area, 0, 1, -1, _(page->ops->title), TEXT_LEFT,
		THEME_TITLE);

	(void)app;
	if (page->ops->subtitle)
		page->ops->subtitle(&page->values, &beside);
	draw_text(canvas, area, 0, title + 3, area.columns - title - 4, strbuf_text(&beside),
		TEXT_LEFT, THEME_STRONG);
	w_table_draw(&page->view, canvas, area_part(area, 1, 1, area.rows - 2, area.columns - 2),
		true);
	if (page->ops->empty)
		w_table_draw_empty(&page->view, canvas, _(page->ops->empty));
	table_caption(&page->table, &caption);
	draw_text(canvas, area, area.rows - 1, 1, area.columns - 2, strbuf_text(&caption),
		TEXT_LEFT, THEME_LABEL);
	strbuf_free(&beside);
	strbuf_free(&caption);
}

static void page_sort_by(struct page *page, size_t column)
{
	if (!page->ops->ordered && column < page->table.columns.count)
		w_table_sort(&page->view, &page->table, column);
}

void page_move(struct app *app, struct screen *screen, enum action action)
{
	struct page *page = screen->state;

	(void)app;
	w_table_action(&page->view, action);
}

void page_sort(struct app *app, struct screen *screen)
{
	struct page *page = screen->state;

	(void)app;
	page_sort_by(page, page->view.cursor_column);
}

bool page_sorts(const struct app *app, const struct screen *screen)
{
	const struct page *page = screen->state;

	(void)app;
	return !page->ops->ordered;
}

void page_export(struct app *app, struct screen *screen)
{
	struct page *page = screen->state;

	export_table(app, &page->table);
}

void page_yank(struct app *app, struct screen *screen)
{
	struct page *page = screen->state;

	export_cell(app, &page->table, &page->view);
}

static bool page_mouse(struct app *app, struct screen *screen, const struct event *event)
{
	struct page *page = screen->state;
	int column = -1;

	switch (w_table_mouse(&page->view, event, &column)) {
	case W_TABLE_NOWHERE:
		return false;
	case W_TABLE_CELL_OPENED:
		if (app_offers(app, screen, ACTION_OPEN))
			app_act(app, ACTION_OPEN);
		return true;
	case W_TABLE_HEADING:
		page_sort_by(page, (size_t)column);
		return true;
	default:
		return true;
	}
}

static bool page_input(struct app *app, struct screen *screen, const struct event *event)
{
	const struct page *page = screen->state;

	return event->kind == EVENT_PASTE && page->ops->paste && page->ops->paste(app, screen, event->text);
}

static bool page_go_to(struct app *app, struct screen *screen, const char *id)
{
	struct page *page = screen->state;

	(void)app;
	return w_table_go_to(&page->view, id);
}

static void page_status(const struct app *app, const struct screen *screen, struct strbuf *out)
{
	const struct page *page = screen->state;
	size_t rows = 0;

	(void)app;
	for (size_t r = 0; r < page->table.rows.count; r++)
		rows += page->table.rows.items[r].kind == ROW_DATA;
	if (page_row(screen))
		strbuf_addf(out, "%zu / %zu  ", page->view.cursor_row + 1, rows);
	if (page_row(screen) && page->ops->more)
		page->ops->more(screen, out);
}

#define PAGE_SCREEN(of)                                                                            \
	{                                                                                          \
		.title = N_("Table"), .context = (of), .private_size = sizeof(struct page),        \
		.open = page_open_screen, .reload = page_reload, .draw = page_draw,                \
		.input = page_input, .mouse = page_mouse, .go_to = page_go_to, .status = page_status,                   \
		.close = page_close_screen,                                                        \
	}

/* One for each context, for the keys that it has. */
static const struct screen_ops screens[] = {
	PAGE_SCREEN(CONTEXT_ADMIN),
	PAGE_SCREEN(CONTEXT_REPORTS),
	PAGE_SCREEN(CONTEXT_PROJECTS),
};

bool page_open(struct app *app, const struct page_ops *ops, const struct page_values *values)
{
	for (size_t i = 0; i < sizeof screens / sizeof screens[0]; i++)
		if (screens[i].context == ops->context)
			return app_push(app, &screens[i], &(struct page_argument){ops, values});
	return false;
}
