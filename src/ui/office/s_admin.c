#include "config.h"

#include "ui/office/s_admin.h"

#include "base/i18n.h"
#include "model/office/office_table.h"
#include "ui/app/app.h"
#include "ui/office/s_import.h"
#include "ui/office/s_office_table.h"
#include "ui/office/s_overlaps.h"
#include "ui/office/s_snapshots.h"
#include "ui/office/s_units.h"
#include "ui/widget/w_list.h"

/* Pages that are more than a small table; a page takes its place here. The tables follow them. */
static const struct {
	const char *id;
	const char *title, *help; /* N_() */
	bool (*open)(struct app *app);
} pages[] = {
	{"units", N_("Units"), N_("the unit tree of the fiscal year, and its reorganisation"),
		units_open},
	{"snapshots", N_("Snapshots"),
		N_("results frozen at the half and at the year's end; what changed since"),
		snapshots_open},
	{"overlaps", N_("Possible double counting"),
		N_("projects that claim the same piece of work, to be cleared with a reason"),
		overlaps_open},
	{"import", N_("Import"), N_("a workbook or CSV of your own: what its columns mean, what would change"),
		import_open},
};
enum { PAGES = sizeof pages / sizeof pages[0] };

struct admin {
	struct w_list list;
};

/* A table that has no page of its own among those above; NULL behind the last. */
static const struct office_table *admin_table(size_t number)
{
	for (size_t i = 0; i < OFFICE_TABLE_COUNT; i++)
		if (!office_tables[i]->own_page && number-- == 0)
			return office_tables[i];
	return NULL;
}

size_t admin_pages(void)
{
	size_t count = PAGES;

	while (admin_table(count - PAGES))
		count++;
	return count;
}

const char *admin_page_id(size_t page)
{
	return page < PAGES ? pages[page].id : admin_table(page - PAGES)->id;
}

const char *admin_page_title(size_t page)
{
	return page < PAGES ? _(pages[page].title) : _(admin_table(page - PAGES)->title);
}

void admin_page_open(struct app *app, size_t page)
{
	if (page < PAGES)
		pages[page].open(app);
	else
		office_table_open(app, admin_table(page - PAGES)->id);
}

static int64_t admin_count(void *data)
{
	(void)data;
	return (int64_t)admin_pages();
}

static void admin_cell(void *data, int64_t row, size_t column, struct strbuf *out,
	enum theme_role *role)
{
	(void)data;
	if (column == 1)
		*role = THEME_MUTED;
	if (column == 0)
		strbuf_add_text(out, admin_page_title((size_t)row));
	else
		strbuf_add_text(out, _(row < PAGES ? pages[row].help : admin_table((size_t)row - PAGES)->help));
}

static const struct w_list_source source = {.count = admin_count, .cell = admin_cell};
static const struct w_column columns[] = {
	{.heading = NULL, .width = 24, .minimum = 8},
	{.heading = NULL, .width = 30, .minimum = 12, .grow = 1},
};

static bool admin_open_screen(struct app *app, struct screen *screen, const void *argument,
	struct error *err)
{
	struct admin *admin = screen->state;

	(void)app;
	(void)argument;
	(void)err;
	w_list_init(&admin->list, &source, admin, columns, sizeof columns / sizeof columns[0]);
	return true;
}

static void admin_draw(struct app *app, struct screen *screen, struct canvas *canvas,
	struct area area)
{
	struct admin *admin = screen->state;

	(void)app;
	w_list_draw(&admin->list, canvas, draw_box(canvas, area, _("Office")), true);
}

static void admin_open_row(struct app *app, struct screen *screen)
{
	const struct admin *admin = screen->state;
	const int64_t row = w_list_cursor(&admin->list);

	if (row >= 0)
		admin_page_open(app, (size_t)row);
}

static void admin_move(struct app *app, struct screen *screen, enum action action)
{
	struct admin *admin = screen->state;

	(void)app;
	w_list_action(&admin->list, action);
}

static const struct screen_act admin_acts[] = {
	{ACTION_UP, .to = ACTION_LAST, .each = admin_move},
	{ACTION_OPEN, .act = admin_open_row},
	{0},
};

static bool admin_mouse(struct app *app, struct screen *screen, const struct event *event)
{
	struct admin *admin = screen->state;
	int column = -1;
	const enum w_list_hit hit = w_list_mouse(&admin->list, event, &column);

	if (hit == W_LIST_ROW_OPENED)
		admin_open_row(app, screen);
	return hit != W_LIST_NOWHERE;
}

/* What is cut in the list stands below, as far as a line goes. */
static void admin_status(const struct app *app, const struct screen *screen, struct strbuf *out)
{
	const struct admin *admin = screen->state;
	const int64_t row = w_list_cursor(&admin->list);
	enum theme_role role;

	(void)app;
	if (row >= 0)
		admin_cell(NULL, row, 1, out, &role);
}

static void admin_close_screen(struct app *app, struct screen *screen)
{
	struct admin *admin = screen->state;

	(void)app;
	w_list_free(&admin->list);
}

const struct screen_ops s_admin_ops = {
	.title = N_("Office"),
	.context = CONTEXT_ADMIN,
	.acts = admin_acts,
	.private_size = sizeof(struct admin),
	.open = admin_open_screen,
	.draw = admin_draw,
	.mouse = admin_mouse,
	.status = admin_status,
	.close = admin_close_screen,
};
