#include "config.h"

#include "ui/s_viewer.h"

#include <stdlib.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "base/text.h"
#include "ui/app.h"

struct viewer_argument {
	const char *title, *text;
};
struct line {
	size_t start, length;
};
struct viewer {
	char *title, *text;
	VEC(struct line) lines; /* the text wrapped at `columns` */
	int columns, rows;      /* of the inside, as of the last draw */
	int top;
};

static bool viewer_screen_open(struct app *app, struct screen *screen, const void *argument,
	struct error *err)
{
	const struct viewer_argument *wanted = argument;
	struct viewer *viewer = screen->state;

	(void)app;
	(void)err;
	viewer->title = xstrdup(wanted->title);
	viewer->text = xstrdup(wanted->text);
	return true;
}

static void add_line(const char *start, size_t length, void *data)
{
	struct viewer *viewer = data;

	*vec_add(&viewer->lines) = (struct line){(size_t)(start - viewer->text), length};
}

static void wrap(struct viewer *viewer, int columns)
{
	if (viewer->columns == columns)
		return;
	viewer->columns = columns;
	viewer->lines.count = 0;
	text_wrap(viewer->text, columns, add_line, viewer);
}

static void go(struct viewer *viewer, int top)
{
	int last = (int)viewer->lines.count - viewer->rows;

	viewer->top = top > last ? last : top;
	if (viewer->top < 0)
		viewer->top = 0;
}

static void viewer_draw(struct app *app, struct screen *screen, struct canvas *canvas,
	struct area area)
{
	struct viewer *viewer = screen->state;
	struct area inside = draw_box(canvas, area, viewer->title);

	(void)app;
	inside = area_part(inside, 0, 1, -1, inside.columns - 2);
	if (inside.rows <= 0 || inside.columns < 2)
		return;
	viewer->rows = inside.rows;
	wrap(viewer, inside.columns);
	go(viewer, viewer->top);
	for (int y = 0; y < inside.rows && viewer->top + y < (int)viewer->lines.count; y++) {
		const struct line *line = &viewer->lines.items[viewer->top + y];

		draw_bytes(canvas, inside, y, 0, -1, viewer->text + line->start, line->length,
			THEME_NORMAL);
	}
	draw_focus(canvas, inside, 0, 0);
}

static bool viewer_action(struct app *app, struct screen *screen, enum action action)
{
	struct viewer *viewer = screen->state;
	int page = viewer->rows > 1 ? viewer->rows - 1 : 1;

	switch (action) {
	case ACTION_UP:
		go(viewer, viewer->top - 1);
		return true;
	case ACTION_DOWN:
		go(viewer, viewer->top + 1);
		return true;
	case ACTION_PAGE_UP:
		go(viewer, viewer->top - page);
		return true;
	case ACTION_PAGE_DOWN:
		go(viewer, viewer->top + page);
		return true;
	case ACTION_FIRST:
		go(viewer, 0);
		return true;
	case ACTION_LAST:
		go(viewer, (int)viewer->lines.count);
		return true;
	case ACTION_YANK:
		app_copy(app, viewer->text);
		return true;
	default:
		return false;
	}
}

static bool viewer_mouse(struct app *app, struct screen *screen, const struct event *event)
{
	if (event->mouse == MOUSE_WHEEL_UP || event->mouse == MOUSE_WHEEL_DOWN) {
		for (int i = 0; i < 3; i++)
			viewer_action(app, screen,
				event->mouse == MOUSE_WHEEL_UP ? ACTION_UP : ACTION_DOWN);
		return true;
	}
	return false;
}

static bool viewer_offers(const struct app *app, const struct screen *screen, enum action action)
{
	(void)app;
	(void)screen;
	switch (action) {
	case ACTION_OPEN:
	case ACTION_SEARCH:
	case ACTION_RELOAD:
	case ACTION_UNDO:
	case ACTION_YEAR_BEFORE:
	case ACTION_YEAR_AFTER:
		return false;
	default:
		return true;
	}
}

static void viewer_status(const struct app *app, const struct screen *screen, struct strbuf *out)
{
	const struct viewer *viewer = screen->state;
	int last = viewer->top + viewer->rows, lines = (int)viewer->lines.count;

	(void)app;
	if (lines > viewer->rows)
		strbuf_addf(out, _("Lines %d to %d of %d"), viewer->top + 1, last < lines ? last : lines,
			lines);
}

static void viewer_close(struct app *app, struct screen *screen)
{
	struct viewer *viewer = screen->state;

	(void)app;
	free(viewer->title);
	free(viewer->text);
	vec_free(&viewer->lines);
}

static const struct screen_ops viewer_ops = {
	.title = N_("Text"),
	.context = CONTEXT_HELP,
	.private_size = sizeof(struct viewer),
	.open = viewer_screen_open,
	.draw = viewer_draw,
	.action = viewer_action,
	.mouse = viewer_mouse,
	.offers = viewer_offers,
	.status = viewer_status,
	.close = viewer_close,
};

bool viewer_open(struct app *app, const char *title, const char *text)
{
	return app_push(app, &viewer_ops, &(struct viewer_argument){title, text});
}
