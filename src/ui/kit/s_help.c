#include "config.h"

#include "ui/kit/s_help.h"

#include <stdio.h>

#include "base/i18n.h"
#include "ui/app/app.h"
#include "ui/widget/w_list.h"

struct line {
	enum action action;   /* ACTION_NONE: a heading */
	const char *heading;  /* translated */
};
struct help {
	struct app *app;
	const struct screen_ops *about;
	bool offered[ACTION_COUNT]; /* by the screen, when help was asked for */
	bool whole;
	struct w_list list;
	VEC(struct line) lines;
};

enum { COLUMN_KEYS, COLUMN_LABEL, COLUMN_HELP };
static const struct w_column columns[] = {
	[COLUMN_KEYS] = {N_("Key"), 18, 10, 0, TEXT_LEFT},
	[COLUMN_LABEL] = {N_("Command"), 18, 10, 0, TEXT_LEFT},
	[COLUMN_HELP] = {N_("What it does"), 20, 20, 1, TEXT_LEFT},
};

static int64_t help_count(void *data)
{
	const struct help *help = data;

	return (int64_t)help->lines.count;
}

static void help_cell(void *data, int64_t row, size_t column, struct strbuf *out,
	enum theme_role *role)
{
	const struct help *help = data;
	const struct line *line = &help->lines.items[row];

	if (line->action == ACTION_NONE) {
		*role = THEME_TITLE;
		if (column == COLUMN_KEYS)
			strbuf_add_text(out, line->heading);
		return;
	}
	switch (column) {
	case COLUMN_KEYS:
		*role = THEME_LABEL;
		keymap_format(&help->app->keymap, line->action, true, out);
		break;
	case COLUMN_LABEL:
		strbuf_add_text(out, _(action_row(line->action)->label));
		break;
	default:
		strbuf_add_text(out, _(action_row(line->action)->help));
	}
}

static const struct w_list_source source = {.count = help_count, .cell = help_cell};

static void help_add_heading(struct help *help, const char *text)
{
	*vec_add(&help->lines) = (struct line){ACTION_NONE, text};
}

/* What works on every screen is told once, below. */
static bool help_is_common(enum action action)
{
	return action_in(action, CONTEXT_HOME) && action_in(action, CONTEXT_PROJECTS) &&
		action_in(action, CONTEXT_FORM) && action_in(action, CONTEXT_PIVOT) &&
		action_in(action, CONTEXT_ADMIN);
}

static void help_add_action(struct help *help, enum action action)
{
	if (help->whole || help->offered[action])
		*vec_add(&help->lines) = (struct line){action, NULL};
}

static void help_add_context(struct help *help, enum context context)
{
	size_t before = help->lines.count;

	help_add_heading(help, context_label(context));
	for (int i = ACTION_NONE + 1; i < ACTION_COUNT; i++) {
		if (action_in((enum action)i, context) && !help_is_common((enum action)i))
			help_add_action(help, (enum action)i);
	}
	if (help->lines.count == before + 1)
		help->lines.count = before; /* a heading with nothing below */
}

static void help_fill(struct help *help)
{
	help->lines.count = 0;
	for (int i = CONTEXT_TEXT + 1; i < CONTEXT_COUNT; i++) {
		if (help->whole || (enum context)i == help->about->context)
			help_add_context(help, (enum context)i);
	}
	help_add_heading(help, _("Everywhere"));
	for (int i = ACTION_NONE + 1; i < ACTION_COUNT; i++) {
		if (help_is_common((enum action)i))
			help_add_action(help, (enum action)i);
	}
	help_add_heading(help, context_label(CONTEXT_TEXT));
	for (int i = ACTION_NONE + 1; i < ACTION_COUNT; i++) {
		if (action_in((enum action)i, CONTEXT_TEXT))
			*vec_add(&help->lines) = (struct line){(enum action)i, NULL};
	}
	w_list_go(&help->list, 0);
}

static bool help_open(struct app *app, struct screen *screen, const void *argument,
	struct error *err)
{
	const struct screen *about = argument;
	struct help *help = screen->state;

	(void)err;
	help->app = app;
	help->about = about->ops;
	for (int i = ACTION_NONE + 1; i < ACTION_COUNT; i++)
		help->offered[i] = app_offers(app, about, (enum action)i);
	w_list_init(&help->list, &source, help, columns, sizeof columns / sizeof columns[0]);
	help->list.headings = true;
	help_fill(help);
	return true;
}

static void help_draw(struct app *app, struct screen *screen, struct canvas *canvas,
	struct area area)
{
	struct help *help = screen->state;
	char title[256];
	struct area inside;

	(void)app;
	snprintf(title, sizeof title, _("Help: %s"),
		help->whole ? _("all screens") : _(help->about->title));
	inside = draw_box(canvas, area, title);
	w_list_draw(&help->list, canvas, inside, true);
}

static void help_move(struct app *app, struct screen *screen, enum action action)
{
	struct help *help = screen->state;

	(void)app;
	w_list_action(&help->list, action);
}

static void help_other(struct app *app, struct screen *screen, enum action action)
{
	struct help *help = screen->state;

	(void)app;
	(void)action;
	help->whole = !help->whole;
	help_fill(help);
}

static const struct screen_act help_acts[] = {
	{ACTION_UP, .to = ACTION_LAST, .each = help_move},
	{ACTION_NEXT, .to = ACTION_PREVIOUS, .each = help_other},
	{ACTION_RELOAD, .act = NULL},
	{ACTION_YEAR_BEFORE, .act = NULL, .to = ACTION_YEAR_AFTER},
	{ACTION_HELP, .act = NULL},
	{0},
};

static bool help_mouse(struct app *app, struct screen *screen, const struct event *event)
{
	struct help *help = screen->state;

	(void)app;
	return w_list_mouse(&help->list, event, NULL) != W_LIST_NOWHERE;
}

/* On narrow terminals the sentence has no column: it stands below for the row of the cursor. */
static void help_status(const struct app *app, const struct screen *screen, struct strbuf *out)
{
	const struct help *help = screen->state;
	int64_t row = w_list_cursor(&help->list);

	(void)app;
	if (row > 0 && help->lines.items[row].action != ACTION_NONE)
		strbuf_add_text(out, _(action_row(help->lines.items[row].action)->help));
	else
		strbuf_add_text(out, _("Tab shows the keys of all screens."));
}

static void help_close(struct app *app, struct screen *screen)
{
	struct help *help = screen->state;

	(void)app;
	w_list_free(&help->list);
	vec_free(&help->lines);
}

const struct screen_ops s_help_ops = {
	.title = N_("Help"),
	.context = CONTEXT_HELP,
	.acts = help_acts,
	.private_size = sizeof(struct help),
	.open = help_open,
	.draw = help_draw,
	.mouse = help_mouse,
	.status = help_status,
	.close = help_close,
};
