/* app_dialog - questions at the bottom of the screen. */
#include "config.h"

#include "ui/app/app.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "base/text.h"
#include "ui/widget/w_input.h"

/* --- y/N ----------------------------------------------------------------------------------- */

struct confirm_argument {
	const char *question;
	bool *answer;
};
struct confirm {
	char *question;
	bool *answer;
};

static bool dialog_confirm_open(struct app *app, struct screen *screen, const void *argument,
	struct error *err)
{
	const struct confirm_argument *wanted = argument;
	struct confirm *confirm = screen->state;

	(void)app;
	(void)err;
	confirm->question = xstrdup(wanted->question);
	confirm->answer = wanted->answer;
	return true;
}

static void dialog_ignore_line(const char *start, size_t length, void *data)
{
	(void)start;
	(void)length;
	(void)data;
}

static void dialog_confirm_draw(struct app *app, struct screen *screen, struct canvas *canvas,
	struct area area)
{
	struct confirm *confirm = screen->state;
	int columns = area.columns < 64 ? area.columns : 64;
	int rows = (int)text_wrap(confirm->question, columns - 4, dialog_ignore_line, NULL);
	struct area box = area_centre(area, rows + 4, columns), inside;

	(void)app;
	draw_clear(canvas, box, THEME_POPUP);
	inside = area_part(draw_box(canvas, box, NULL), 0, 1, -1, columns - 4);
	draw_wrapped(canvas, area_part(inside, 0, 0, inside.rows - 2, -1), 0, confirm->question,
		THEME_STRONG);
	draw_text(canvas, inside, inside.rows - 1, 0, -1, _("y: yes   N: no"), TEXT_LEFT,
		THEME_LABEL);
	draw_caret(canvas, inside, inside.rows - 1, 0);
}

static bool dialog_confirm_input(struct app *app, struct screen *screen, const struct event *event)
{
	struct confirm *confirm = screen->state;

	if (event->kind != EVENT_KEY)
		return true;
	switch (event->key) {
	case 'y':
	case 'Y':
		*confirm->answer = true;
		break;
	case 'n':
	case 'N':
	case K_ENTER:
		break;
	default:
		return false; /* Esc and q go back, which is no */
	}
	app_pop(app, screen);
	return true;
}

static void dialog_confirm_close(struct app *app, struct screen *screen)
{
	struct confirm *confirm = screen->state;

	(void)app;
	free(confirm->question);
}

/* The answer is typed: there is nothing to explain. */
static const struct screen_act confirm_acts[] = {
	{ACTION_HELP, .act = NULL},
	{0},
};

static const struct screen_ops confirm_ops = {
	.title = N_("Question"),
	.context = CONTEXT_POPUP,
	.acts = confirm_acts,
	.overlay = true,
	.private_size = sizeof(struct confirm),
	.open = dialog_confirm_open,
	.draw = dialog_confirm_draw,
	.input = dialog_confirm_input,
	.close = dialog_confirm_close,
};

bool app_confirm(struct app *app, const char *format, ...)
{
	char question[2048];
	bool answer = false;
	va_list arguments;

	va_start(arguments, format);
	vsnprintf(question, sizeof question, format, arguments);
	va_end(arguments);
	if (!app_run_modal(app, &confirm_ops, &(struct confirm_argument){question, &answer}))
		return false;
	return answer;
}

/* --- one line ------------------------------------------------------------------------------ */

struct ask_argument {
	const char *prompt;
	const char *initial;
	char **answer;
};
struct ask {
	char *prompt;
	char **answer;
	struct w_input input;
};

static bool dialog_ask_open(struct app *app, struct screen *screen, const void *argument,
	struct error *err)
{
	const struct ask_argument *wanted = argument;
	struct ask *ask = screen->state;

	(void)err;
	ask->prompt = xstrdup(wanted->prompt);
	ask->answer = wanted->answer;
	w_input_init(&ask->input, &app->clipboard);
	w_input_set(&ask->input, wanted->initial);
	return true;
}

static void dialog_ask_draw(struct app *app, struct screen *screen, struct canvas *canvas,
	struct area area)
{
	struct ask *ask = screen->state;
	int x = text_width(ask->prompt) + 2;
	int y = area.rows - 1;

	(void)app;
	if (x > area.columns / 2)
		x = area.columns / 2;
	draw_clear(canvas, area_part(area, y, 0, 1, -1), THEME_POPUP);
	draw_text(canvas, area, y, 1, x - 2, ask->prompt, TEXT_LEFT, THEME_LABEL);
	w_input_draw(&ask->input, canvas, area, y, x, area.columns - x - 1, true);
}

static bool dialog_ask_typing(const struct app *app, const struct screen *screen)
{
	(void)app;
	(void)screen;
	return true;
}

static bool dialog_ask_input(struct app *app, struct screen *screen, const struct event *event)
{
	struct ask *ask = screen->state;

	(void)app;
	return w_input_event(&ask->input, event, NULL);
}

static void dialog_ask_accept(struct app *app, struct screen *screen)
{
	struct ask *ask = screen->state;

	*ask->answer = xstrdup(w_input_text(&ask->input));
	app_pop(app, screen);
}

static void dialog_ask_close(struct app *app, struct screen *screen)
{
	struct ask *ask = screen->state;

	(void)app;
	free(ask->prompt);
	w_input_free(&ask->input);
}

static const struct screen_act ask_acts[] = {
	{ACTION_OPEN, .act = dialog_ask_accept},
	{ACTION_HELP, .act = NULL},
	{0},
};

static const struct screen_ops ask_ops = {
	.title = N_("Question"),
	.context = CONTEXT_POPUP,
	.acts = ask_acts,
	.overlay = true,
	.private_size = sizeof(struct ask),
	.open = dialog_ask_open,
	.draw = dialog_ask_draw,
	.typing = dialog_ask_typing,
	.input = dialog_ask_input,
	.close = dialog_ask_close,
};

char *app_ask(struct app *app, const char *prompt, const char *initial)
{
	char *answer = NULL;

	app_run_modal(app, &ask_ops, &(struct ask_argument){prompt, initial, &answer});
	return answer;
}
