/* projects_layout - choosing the columns of the projects list: which, in which order, how wide. */
#include "config.h"

#include <string.h>

#include "base/i18n.h"
#include "ui/projects/private.h"

enum { COLUMN_NAME, COLUMN_WIDTH, WIDTH = 36, ROWS_AROUND = 2 };
static const struct w_column columns[] = {
	[COLUMN_NAME] = {NULL, 16, 4, 1, TEXT_LEFT},
	[COLUMN_WIDTH] = {NULL, 8, 4, 0, TEXT_RIGHT},
};

struct editor {
	struct projects *projects;
	struct projects_layout before;
	struct w_list list;
};

/* --- the list ------------------------------------------------------------------------------ */

static int64_t projects_layout_count(void *data)
{
	(void)data;
	return (int64_t)projects_column_count;
}

static struct projects_place *projects_layout_place_of(const struct editor *editor, int64_t row)
{
	return &editor->projects->layout.places[row];
}

/* The columns it takes now; -1 = there is no room for it. */
static int projects_layout_width_now(const struct editor *editor,
	const struct projects_place *place)
{
	const struct projects *projects = editor->projects;

	for (size_t i = 0; i < projects->plan.count; i++) {
		if (projects->plan.shown[i] == &projects_columns[place->column])
			return projects->list.widths[i];
	}
	return -1;
}

static void projects_layout_cell(void *data, int64_t row, size_t column, struct strbuf *out,
	enum theme_role *role)
{
	const struct editor *editor = data;
	const struct projects_place *place = projects_layout_place_of(editor, row);
	int width;

	if (!place->shown)
		*role = THEME_MUTED;
	if (column == COLUMN_NAME) {
		strbuf_add_text(out, _(project_fields[projects_columns[place->column].field].label));
	} else if (place->shown) {
		width = projects_layout_width_now(editor, place);
		if (width < 0)
			strbuf_add_text(out, _("no room"));
		else
			strbuf_addf(out, place->width > 0 ? "%d" : "(%d)", width);
	}
}

static bool projects_layout_shown(void *data, int64_t row)
{
	return projects_layout_place_of(data, row)->shown;
}

static const struct w_list_source source = {.count = projects_layout_count,
	.cell = projects_layout_cell, .marked = projects_layout_shown};

/* --- the pop-up ---------------------------------------------------------------------------- */

static bool projects_layout_editor_open(struct app *app, struct screen *screen,
	const void *argument, struct error *err)
{
	struct editor *editor = screen->state;

	(void)app;
	(void)err;
	editor->projects = *(struct projects *const *)argument;
	editor->before = editor->projects->layout;
	w_list_init(&editor->list, &source, editor, columns, sizeof columns / sizeof columns[0]);
	return true;
}

/* On the right, so that the first columns of the list behind are seen to change. */
static void projects_layout_editor_draw(struct app *app, struct screen *screen,
	struct canvas *canvas, struct area area)
{
	struct editor *editor = screen->state;
	struct area box = area_centre(area, (int)projects_column_count + ROWS_AROUND, WIDTH);

	(void)app;
	if (area.columns > WIDTH)
		box.x = area.x + area.columns - WIDTH;
	draw_clear(canvas, box, THEME_POPUP);
	w_list_draw(&editor->list, canvas, draw_box(canvas, box, _("Columns")), true);
}

static void projects_layout_show(struct app *app, struct editor *editor)
{
	struct projects_place *place = projects_layout_place_of(editor, editor->list.cursor);
	size_t others = 0;

	for (size_t i = 0; i < projects_column_count; i++)
		others += editor->projects->layout.places[i].shown;
	if (place->shown && others == 1)
		app_warn(app, _("At least one column stays."));
	else
		place->shown = !place->shown;
}

static void projects_layout_accept(struct app *app, struct screen *screen)
{
	struct editor *editor = screen->state;
	struct error err = {0};

	if (!projects_columns_remember(&editor->projects->layout, &err))
		app_error(app, &err);
	app_pop(app, screen);
}

static void projects_layout_editor_move(struct app *app, struct screen *screen, enum action action)
{
	struct editor *editor = screen->state;

	(void)app;
	w_list_action(&editor->list, action);
}

static void projects_layout_editor_widen(struct app *app, struct screen *screen, enum action action)
{
	struct editor *editor = screen->state;
	struct projects_place *place = projects_layout_place_of(editor, editor->list.cursor);
	const int by = action == ACTION_LEFT ? -1 : 1;
	int width = projects_layout_width_now(editor, place);

	(void)app;
	if (!place->shown)
		return;
	width = place->width > 0 ? place->width + by :
		width >= 0 ? width + by : projects_columns[place->column].width;
	place->width = width < PROJECTS_WIDTH_MIN ? PROJECTS_WIDTH_MIN :
		width > PROJECTS_WIDTH_MAX ? PROJECTS_WIDTH_MAX : width;
}

static void projects_layout_editor_show(struct app *app, struct screen *screen)
{
	projects_layout_show(app, screen->state);
}

static void projects_layout_editor_shift(struct app *app, struct screen *screen, enum action action)
{
	struct editor *editor = screen->state;
	const int64_t row = editor->list.cursor, to = row + (action == ACTION_EARLIER ? -1 : 1);
	const struct projects_place moved = *projects_layout_place_of(editor, row);

	(void)app;
	if (to < 0 || to >= (int64_t)projects_column_count)
		return;
	*projects_layout_place_of(editor, row) = *projects_layout_place_of(editor, to);
	*projects_layout_place_of(editor, to) = moved;
	editor->list.cursor = to;
}

static void projects_layout_editor_usual(struct app *app, struct screen *screen)
{
	struct editor *editor = screen->state;

	(void)app;
	projects_columns_usual(&editor->projects->layout);
}

static void projects_layout_editor_give_up(struct app *app, struct screen *screen)
{
	struct editor *editor = screen->state;

	editor->projects->layout = editor->before;
	app_pop(app, screen);
}

static const struct screen_act editor_acts[] = {
	{ACTION_UP, .to = ACTION_DOWN, .each = projects_layout_editor_move},
	{ACTION_LEFT, .to = ACTION_RIGHT, .each = projects_layout_editor_widen},
	{ACTION_PAGE_UP, .to = ACTION_LAST, .each = projects_layout_editor_move},
	{ACTION_OPEN, .act = projects_layout_accept},
	{ACTION_MARK, .act = projects_layout_editor_show},
	{ACTION_EARLIER, .to = ACTION_LATER, .each = projects_layout_editor_shift},
	{ACTION_USUAL, .act = projects_layout_editor_usual},
	{ACTION_BACK, .act = projects_layout_editor_give_up},
	{0},
};

static bool projects_layout_editor_go_to(struct app *app, struct screen *screen, const char *id)
{
	struct editor *editor = screen->state;

	(void)app;
	for (int64_t row = 0; row < projects_layout_count(editor); row++) {
		const struct projects_place *place = projects_layout_place_of(editor, row);

		if (strcmp(project_fields[projects_columns[place->column].field].id, id) == 0) {
			w_list_go(&editor->list, row);
			return true;
		}
	}
	return false;
}

/* A double click shows or hides, as Space does. */
static bool projects_layout_editor_mouse(struct app *app, struct screen *screen,
	const struct event *event)
{
	struct editor *editor = screen->state;
	enum w_list_hit hit = w_list_mouse(&editor->list, event, NULL);

	if (hit == W_LIST_ROW_OPENED)
		projects_layout_show(app, editor);
	return hit != W_LIST_NOWHERE;
}

static void projects_layout_editor_status(const struct app *app, const struct screen *screen,
	struct strbuf *out)
{
	(void)app;
	(void)screen;
	strbuf_add_text(out, _("Space shows or hides, ← → make it narrower or wider, Enter keeps it so."));
}

static void projects_layout_editor_close(struct app *app, struct screen *screen)
{
	struct editor *editor = screen->state;

	(void)app;
	w_list_free(&editor->list);
}

static const struct screen_ops editor_ops = {
	.title = N_("Columns"),
	.context = CONTEXT_COLUMNS,
	.acts = editor_acts,
	.overlay = true,
	.private_size = sizeof(struct editor),
	.open = projects_layout_editor_open,
	.draw = projects_layout_editor_draw,
	.mouse = projects_layout_editor_mouse,
	.go_to = projects_layout_editor_go_to,
	.status = projects_layout_editor_status,
	.close = projects_layout_editor_close,
};

void projects_ask_columns(struct app *app, struct screen *screen)
{
	struct projects *projects = screen->state;

	app_run_modal(app, &editor_ops, &projects);
}
