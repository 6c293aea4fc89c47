#include "config.h"

#include "ui/kit/s_viewer.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "base/text.h"
#include "ui/app/app.h"

struct viewer_argument {
	const char *title, *text;
};
struct line {
	size_t start, length; /* without blanks at the start of its paragraph */
	int indent;           /* columns */
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

/* A paragraph while it is wrapped: a copy of its text, and where that stands in the viewer's. */
struct paragraph {
	struct viewer *viewer;
	const char *copy;
	size_t start;
	int indent, hang; /* of the first line, and of those that follow */
	bool begun;
};

static void viewer_add_line(const char *start, size_t length, void *data)
{
	struct paragraph *paragraph = data;

	*vec_add(&paragraph->viewer->lines) =
		(struct line){paragraph->start + (size_t)(start - paragraph->copy), length,
			paragraph->begun ? paragraph->hang : paragraph->indent};
	paragraph->begun = true;
}

/* Lines that follow the first stand under its text, behind "- " or "1. ". */
static int viewer_marker_columns(const char *text)
{
	const size_t digits = strspn(text, "0123456789");

	if (digits > 0 && text[digits] == '.' && text[digits + 1] == ' ')
		return (int)digits + 2;
	return strncmp(text, "- ", 2) == 0 ? 2 : 0;
}

static void viewer_wrap(struct viewer *viewer, int columns)
{
	if (viewer->columns == columns)
		return;
	viewer->columns = columns;
	viewer->lines.count = 0;
	for (size_t start = 0;;) {
		const size_t length = strcspn(viewer->text + start, "\n");

		/* The paragraph of length bytes from start on. */
		const size_t blanks = strspn(viewer->text + start, " ");
		const size_t indent = blanks < length ? blanks : length;
		char *copy = xstrndup(viewer->text + start + indent, length - indent);
		struct paragraph paragraph = {viewer, copy, start + indent, (int)indent,
			(int)indent + viewer_marker_columns(copy), false};

		if (paragraph.hang > columns / 2)
			paragraph.indent = paragraph.hang = 0;
		text_wrap(copy, columns - paragraph.hang, viewer_add_line, &paragraph);
		free(copy);

		if (!viewer->text[start + length])
			break;
		start += length + 1;
	}
}

static void viewer_go(struct viewer *viewer, int top)
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
	viewer_wrap(viewer, inside.columns);
	viewer_go(viewer, viewer->top);
	for (int y = 0; y < inside.rows && viewer->top + y < (int)viewer->lines.count; y++) {
		const struct line *line = &viewer->lines.items[viewer->top + y];

		draw_bytes(canvas, inside, y, line->indent, -1, viewer->text + line->start, line->length,
			THEME_NORMAL);
	}
	draw_focus(canvas, inside, 0, 0);
}

static void viewer_move(struct app *app, struct screen *screen, enum action action)
{
	struct viewer *viewer = screen->state;
	const int page = viewer->rows > 1 ? viewer->rows - 1 : 1;

	(void)app;
	switch (action) {
	case ACTION_UP:
		viewer_go(viewer, viewer->top - 1);
		break;
	case ACTION_DOWN:
		viewer_go(viewer, viewer->top + 1);
		break;
	case ACTION_PAGE_UP:
		viewer_go(viewer, viewer->top - page);
		break;
	case ACTION_PAGE_DOWN:
		viewer_go(viewer, viewer->top + page);
		break;
	case ACTION_FIRST:
		viewer_go(viewer, 0);
		break;
	case ACTION_LAST:
		viewer_go(viewer, (int)viewer->lines.count);
		break;
	default:
		break;
	}
}

static void viewer_yank(struct app *app, struct screen *screen)
{
	const struct viewer *viewer = screen->state;

	app_copy(app, viewer->text);
}

static const struct screen_act viewer_acts[] = {
	{ACTION_UP, .to = ACTION_LAST, .each = viewer_move},
	{ACTION_YANK, .act = viewer_yank},
	{ACTION_RELOAD, .act = NULL},
	{ACTION_YEAR_BEFORE, .act = NULL, .to = ACTION_YEAR_AFTER},
	{0},
};

static bool viewer_mouse(struct app *app, struct screen *screen, const struct event *event)
{
	if (event->mouse == MOUSE_WHEEL_UP || event->mouse == MOUSE_WHEEL_DOWN) {
		for (int i = 0; i < 3; i++)
			viewer_move(app, screen,
				event->mouse == MOUSE_WHEEL_UP ? ACTION_UP : ACTION_DOWN);
		return true;
	}
	return false;
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
	.acts = viewer_acts,
	.private_size = sizeof(struct viewer),
	.open = viewer_screen_open,
	.draw = viewer_draw,
	.mouse = viewer_mouse,
	.status = viewer_status,
	.close = viewer_close,
};

bool viewer_open(struct app *app, const char *title, const char *text)
{
	return app_push(app, &viewer_ops, &(struct viewer_argument){title, text});
}
