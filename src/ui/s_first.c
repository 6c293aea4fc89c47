#include "config.h"

#include "ui/s_first.h"

#include <stdlib.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "base/text.h"
#include "service/session/creating.h"
#include "ui/app/app.h"
#include "ui/widget/w_input.h"

enum { FIELD_NAME, FIELD_CODE, FIELDS };

static const char no_code[] = "000000"; /* as `uraniwa init` */

struct first {
	const struct session_options *options;
	char *target;
	struct w_input inputs[FIELDS];
	int focus;
};

static const char *const labels[FIELDS] = {
	[FIELD_NAME] = N_("Name of the body (prefecture, city …)"),
	[FIELD_CODE] = N_("Its code, if it has one"),
};

static bool first_open(struct app *app, struct screen *screen, const void *argument,
	struct error *err)
{
	struct first *first = screen->state;

	(void)err;
	first->options = argument;
	first->target = first->options->target ? xstrdup(first->options->target) :
		creating_default_target();
	for (int i = 0; i < FIELDS; i++) {
		w_input_init(&first->inputs[i], &app->clipboard);
		first->inputs[i].max_bytes = i == FIELD_NAME ? sizeof app->session->body.name - 1 :
			sizeof app->session->body.code - 1;
	}
	return true;
}

static void first_draw(struct app *app, struct screen *screen, struct canvas *canvas,
	struct area area)
{
	struct first *first = screen->state;
	struct area inside = area_part(area, 1, 2, area.rows - 1, area.columns - 4);
	int y = 0;

	(void)app;
	y += draw_wrapped(canvas, inside, y, _("Welcome. There is no database here yet:"),
		THEME_STRONG);
	y += draw_wrapped(canvas, inside, y, first->target, THEME_MUTED);
	for (int i = 0; i < FIELDS; i++) {
		draw_text(canvas, inside, y + (area.rows > 12), 0, -1, _(labels[i]), TEXT_LEFT,
			THEME_LABEL);
		y += area.rows > 12;
		w_input_draw(&first->inputs[i], canvas, inside, y + 1, 0,
			inside.columns < 50 ? inside.columns : 50, i == first->focus);
		y += 2;
	}
	draw_wrapped(canvas, inside, y + 1,
		_("Enter makes it. To look around first, leave and call: uraniwa demo"),
		THEME_MUTED);
}

static bool first_typing(const struct app *app, const struct screen *screen)
{
	(void)app;
	(void)screen;
	return true;
}

static void first_make_database(struct app *app, struct screen *screen)
{
	struct first *first = screen->state;
	const char *name = w_input_text(&first->inputs[FIELD_NAME]);
	const char *code = w_input_text(&first->inputs[FIELD_CODE]);
	struct store_body made;
	struct error err = {0};
	size_t length;

	text_trim(name, &length);
	if (length == 0) {
		first->focus = FIELD_NAME;
		app_warn(app, _("Please type the name of the body first."));
		return;
	}
	if (!creating_database(first->target, *code ? code : no_code, name, &made, &err) ||
		!session_open(app->session, first->options, &err)) {
		app_error(app, &err);
		return;
	}
	app_pop(app, screen);
	app_show(app, TAB_HOME, NULL);
	app_message(app, _("The database is ready."));
}

static bool first_input(struct app *app, struct screen *screen, const struct event *event)
{
	struct first *first = screen->state;

	if (event->kind == EVENT_KEY && event->key == K_ENTER) {
		first_make_database(app, screen);
		return true;
	}
	return w_input_event(&first->inputs[first->focus], event, NULL);
}

static void first_step(struct app *app, struct screen *screen, enum action action)
{
	struct first *first = screen->state;

	(void)app;
	(void)action;
	first->focus = FIELDS - 1 - first->focus;
}

static const struct screen_act first_acts[] = {
	{ACTION_UP, .to = ACTION_DOWN, .each = first_step},
	{ACTION_NEXT, .to = ACTION_PREVIOUS, .each = first_step},
	{ACTION_SAVE, .act = first_make_database},
	{0},
};

static void first_close(struct app *app, struct screen *screen)
{
	struct first *first = screen->state;

	(void)app;
	free(first->target);
	for (int i = 0; i < FIELDS; i++)
		w_input_free(&first->inputs[i]);
}

const struct screen_ops s_first_ops = {
	.title = N_("First start"),
	.context = CONTEXT_FIRST,
	.acts = first_acts,
	.private_size = sizeof(struct first),
	.open = first_open,
	.draw = first_draw,
	.typing = first_typing,
	.input = first_input,
	.close = first_close,
};
