#include "config.h"

#include "ui/kit/ask_filter.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "ui/app/app.h"
#include "ui/kit/filter_offer.h"

struct ask_argument {
	const char *initial;
	char **answer;
};
struct ask {
	struct w_filter filter;
	struct filter_offer offer;
	char **answer;
};

static bool ask_filter_open(struct app *app, struct screen *screen, const void *argument,
	struct error *err)
{
	const struct ask_argument *wanted = argument;
	struct ask *ask = screen->state;
	struct error ignored = {0};

	(void)err;
	ask->answer = wanted->answer;
	w_filter_init(&ask->filter, &app->clipboard);
	w_filter_set(&ask->filter, wanted->initial, &ignored);
	w_filter_edit(&ask->filter);
	filter_offer_begin(&ask->offer, app->session);
	filter_offer_follow(&ask->offer, &ask->filter, false);
	return true;
}

/* In the place of the title, with the offers over what it narrows. */
static void ask_filter_draw(struct app *app, struct screen *screen, struct canvas *canvas,
	struct area area)
{
	struct ask *ask = screen->state;

	(void)app;
	draw_clear(canvas, area_part(area, 0, 0, 1, -1), THEME_POPUP);
	w_filter_draw(&ask->filter, canvas, area, 0, NULL);
	filter_offer_draw(&ask->offer, canvas, area, 0, 1);
}

static bool ask_filter_typing(const struct app *app, const struct screen *screen)
{
	(void)app;
	(void)screen;
	return true;
}

static bool ask_filter_input(struct app *app, struct screen *screen, const struct event *event)
{
	struct ask *ask = screen->state;
	bool changed = false, mine = w_filter_event(&ask->filter, event, &changed);

	(void)app;
	if (mine)
		filter_offer_follow(&ask->offer, &ask->filter, false);
	return mine;
}

static void ask_filter_accept(struct app *app, struct screen *screen)
{
	struct ask *ask = screen->state;
	struct strbuf text = {0};
	struct error err = {0};

	if (ask->offer.chosen) {
		filter_offer_take(&ask->offer, &ask->filter);
		return;
	}
	if (!w_filter_accept(&ask->filter, &err)) {
		app_error(app, &err);
		return;
	}
	w_filter_expression(&ask->filter, &text);
	*ask->answer = xstrdup(strbuf_text(&text));
	strbuf_free(&text);
	app_pop(app, screen);
}

static void ask_filter_move(struct app *app, struct screen *screen, enum action action)
{
	struct ask *ask = screen->state;

	(void)app;
	filter_offer_action(&ask->offer, action);
}

static void ask_filter_take(struct app *app, struct screen *screen)
{
	struct ask *ask = screen->state;

	(void)app;
	filter_offer_take(&ask->offer, &ask->filter);
}

static void ask_filter_unfollow(struct app *app, struct screen *screen)
{
	struct ask *ask = screen->state;

	(void)app;
	filter_offer_follow(&ask->offer, &ask->filter, false);
}

static bool ask_filter_follows(const struct app *app, const struct screen *screen)
{
	const struct ask *ask = screen->state;

	(void)app;
	return ask->offer.chosen;
}

static const struct screen_act ask_filter_acts[] = {
	{ACTION_UP, .to = ACTION_DOWN, .each = ask_filter_move},
	{ACTION_NEXT, .act = ask_filter_take},
	{ACTION_OPEN, .act = ask_filter_accept},
	{ACTION_HELP, .act = NULL},
	{ACTION_BACK, .act = ask_filter_unfollow, .offered = ask_filter_follows},
	{0},
};

static bool ask_filter_mouse(struct app *app, struct screen *screen, const struct event *event)
{
	struct ask *ask = screen->state;
	bool hit = filter_offer_mouse(&ask->offer, event);

	(void)app;
	if (hit && (event->mouse == MOUSE_CLICK || event->mouse == MOUSE_DOUBLE))
		filter_offer_take(&ask->offer, &ask->filter);
	return hit;
}

static void ask_filter_status(const struct app *app, const struct screen *screen,
	struct strbuf *out)
{
	(void)app;
	(void)screen;
	filter_offer_hint(out);
}

static void ask_filter_close(struct app *app, struct screen *screen)
{
	struct ask *ask = screen->state;

	(void)app;
	w_filter_free(&ask->filter);
	filter_offer_free(&ask->offer);
}

static const struct screen_ops ask_filter_ops = {
	.title = N_("Filter"),
	.context = CONTEXT_POPUP,
	.acts = ask_filter_acts,
	.overlay = true,
	.private_size = sizeof(struct ask),
	.open = ask_filter_open,
	.draw = ask_filter_draw,
	.typing = ask_filter_typing,
	.input = ask_filter_input,
	.mouse = ask_filter_mouse,
	.status = ask_filter_status,
	.close = ask_filter_close,
};

char *ask_filter(struct app *app, const char *initial)
{
	char *answer = NULL;

	app_run_modal(app, &ask_filter_ops, &(struct ask_argument){initial, &answer});
	return answer;
}
