#include "config.h"

#include "ui/go_to.h"

#include <string.h>

#include "base/i18n.h"
#include "rollup/named.h"
#include "ui/office/s_admin.h"
#include "ui/reports/s_reports.h"
#include "ui/widget/w_list.h"

/* In the order of the list: the pages of the office, then the tables. */
static const char letters[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

enum { COLUMN_LETTER, COLUMN_TITLE, ROWS_AROUND = 2, WIDTH = 40 };

struct go_to {
	struct w_list list;
	int *chosen;
};

static int64_t go_to_count(void *data)
{
	(void)data;
	return (int64_t)(admin_pages() + named_table_count);
}

static void go_to_cell(void *data, int64_t row, size_t column, struct strbuf *out,
	enum theme_role *role)
{
	const size_t pages = admin_pages();

	(void)data;
	if (column == COLUMN_LETTER) {
		*role = THEME_KEY;
		if ((size_t)row < sizeof letters - 1)
			strbuf_add_char(out, letters[row]);
	} else {
		strbuf_add_text(out, (size_t)row < pages ? admin_page_title((size_t)row) :
							   _(named_tables[(size_t)row - pages].title));
	}
}

static const struct w_list_source source = {.count = go_to_count, .cell = go_to_cell};
static const struct w_column columns[] = {
	{.heading = NULL, .width = 1, .minimum = 1},
	{.heading = NULL, .width = 30, .minimum = 12, .grow = 1},
};

static bool go_to_open_screen(struct app *app, struct screen *screen, const void *argument,
	struct error *err)
{
	struct go_to *go_to = screen->state;

	(void)app;
	(void)err;
	go_to->chosen = *(int *const *)argument;
	w_list_init(&go_to->list, &source, go_to, columns, sizeof columns / sizeof columns[0]);
	return true;
}

static void go_to_draw(struct app *app, struct screen *screen, struct canvas *canvas,
	struct area area)
{
	struct go_to *go_to = screen->state;
	const struct area box = area_centre(area, (int)go_to_count(NULL) + ROWS_AROUND, WIDTH);

	(void)app;
	draw_clear(canvas, box, THEME_POPUP);
	w_list_draw(&go_to->list, canvas, draw_box(canvas, box, _("Pages")), true);
}

/* Letters are taken as they are: none of them is a command here. */
static bool go_to_typing(const struct app *app, const struct screen *screen)
{
	(void)app;
	(void)screen;
	return true;
}

static void go_to_choose(struct app *app, struct screen *screen, int64_t row)
{
	const struct go_to *go_to = screen->state;

	if (row < 0 || row >= go_to_count(NULL))
		return;
	*go_to->chosen = (int)row;
	app_pop(app, screen);
}

static bool go_to_input(struct app *app, struct screen *screen, const struct event *event)
{
	const int key = event->kind == EVENT_KEY ? key_fold(event->key) : 0;
	const char *letter = key > 0 && key < 0x80 ? strchr(letters, key) : NULL;

	if (!letter || !*letter)
		return false;
	go_to_choose(app, screen, letter - letters);
	return true;
}

static void go_to_open_row(struct app *app, struct screen *screen)
{
	const struct go_to *go_to = screen->state;

	go_to_choose(app, screen, w_list_cursor(&go_to->list));
}

static void go_to_move(struct app *app, struct screen *screen, enum action action)
{
	struct go_to *go_to = screen->state;

	(void)app;
	w_list_action(&go_to->list, action);
}

static const struct screen_act go_to_acts[] = {
	{ACTION_UP, .to = ACTION_LAST, .each = go_to_move},
	{ACTION_OPEN, .act = go_to_open_row},
	{0},
};

static bool go_to_mouse(struct app *app, struct screen *screen, const struct event *event)
{
	struct go_to *go_to = screen->state;
	const enum w_list_hit hit = w_list_mouse(&go_to->list, event, NULL);

	if (hit == W_LIST_ROW_OPENED)
		go_to_open_row(app, screen);
	return hit != W_LIST_NOWHERE;
}

static void go_to_status(const struct app *app, const struct screen *screen, struct strbuf *out)
{
	(void)app;
	(void)screen;
	strbuf_add_text(out, _("A letter goes there at once."));
}

static void go_to_close_screen(struct app *app, struct screen *screen)
{
	struct go_to *go_to = screen->state;

	(void)app;
	w_list_free(&go_to->list);
}

static const struct screen_ops go_to_ops = {
	.title = N_("Pages"),
	.context = CONTEXT_POPUP,
	.acts = go_to_acts,
	.overlay = true,
	.private_size = sizeof(struct go_to),
	.open = go_to_open_screen,
	.draw = go_to_draw,
	.typing = go_to_typing,
	.input = go_to_input,
	.mouse = go_to_mouse,
	.status = go_to_status,
	.close = go_to_close_screen,
};

void go_to_run(struct app *app)
{
	int chosen = -1, *const answer = &chosen;

	app_run_modal(app, &go_to_ops, &answer);
	if (chosen < 0 || app->quit)
		return;
	if ((size_t)chosen < admin_pages())
		admin_page_open(app, (size_t)chosen);
	else
		reports_open(app, (size_t)chosen - admin_pages());
}

/* ---- by name --------------------------------------------------------------------------------- */

static size_t go_to_tab_count(void)
{
	return TAB_COUNT;
}

static const char *go_to_tab_id(const struct app *app, size_t at)
{
	return app->design->tabs[at].id;
}

static void go_to_tab(struct app *app, size_t at)
{
	app_show(app, (enum tab)at, NULL);
}

static const char *go_to_page_id(const struct app *app, size_t at)
{
	(void)app;
	return admin_page_id(at);
}

static size_t go_to_table_count(void)
{
	return named_table_count;
}

static const char *go_to_table_id(const struct app *app, size_t at)
{
	(void)app;
	return named_tables[at].id;
}

/* What can be gone to by name. */
static const struct go_to_kind {
	const char *prefix;
	size_t (*count)(void);
	const char *(*id)(const struct app *app, size_t at);
	void (*open)(struct app *app, size_t at);
} kinds[] = {
	{"", go_to_tab_count, go_to_tab_id, go_to_tab},
	{"office/", admin_pages, go_to_page_id, admin_page_open},
	{"reports/", go_to_table_count, go_to_table_id, reports_open},
};
enum { KINDS = sizeof kinds / sizeof kinds[0] };

/* Index in the kind of the place of that name; -1 = none. */
static int go_to_find(const struct app *app, const struct go_to_kind *kind, const char *name)
{
	for (size_t i = 0; i < kind->count(); i++) {
		if (strcmp(kind->id(app, i), name) == 0)
			return (int)i;
	}
	return -1;
}

/* Whether the kind is meant by what stands before the slash. */
static bool go_to_meant(const struct go_to_kind *kind, const char *name, size_t before)
{
	return before == 0 || (strlen(kind->prefix) == before &&
		strncmp(kind->prefix, name, before) == 0);
}

/* Names what there is of the kind that was meant; without one, the tabs and the kinds. */
static bool go_to_nowhere(const struct app *app, const char *name, size_t before, struct error *err)
{
	struct strbuf all = {0};

	for (size_t k = 0; k < KINDS; k++) {
		const bool listed = before == 0 ? !*kinds[k].prefix :
			go_to_meant(&kinds[k], name, before);

		for (size_t i = 0; listed && i < kinds[k].count(); i++)
			strbuf_addf(&all, " %s%s", kinds[k].prefix, kinds[k].id(app, i));
		if (!listed && before == 0)
			strbuf_addf(&all, " %s…", kinds[k].prefix);
	}
	error_set(err, ERROR_USAGE, _("There is no page “%s”, but:%s"), name, strbuf_text(&all));
	strbuf_free(&all);
	return false;
}

bool go_to_named(struct app *app, const char *name, struct error *err)
{
	const char *slash = strchr(name, '/');
	const char *last = slash ? slash + 1 : name;
	const size_t before = (size_t)(last - name);
	const struct go_to_kind *found = NULL;
	int at = -1;

	for (size_t k = 0; k < KINDS; k++) {
		const int here = go_to_find(app, &kinds[k], last);

		if (here < 0 || !go_to_meant(&kinds[k], name, before))
			continue;
		if (found)
			return error_set(err, ERROR_USAGE,
				_("“%s” is several pages: %s%s and %s%s."), name, found->prefix,
				last, kinds[k].prefix, last);
		found = &kinds[k];
		at = here;
		if (!*found->prefix)
			break; /* a tab has the plain name */
	}
	if (!found)
		return go_to_nowhere(app, name, before, err);
	found->open(app, (size_t)at);
	return true;
}
