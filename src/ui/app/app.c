#include "config.h"

#include "ui/app/app.h"

#include <assert.h>

#include "base/ambient.h"
#include "base/i18n.h"
#include "ui/app/frame.h"
#include "ui/term/proof.h"

enum { TICK_MS = 1000, REFRESH_MS = 3000, DRAW_AT_LEAST_MS = 40 };

/* --- events -------------------------------------------------------------------------------- */

/* Finds the action; ACTION_NONE also when one more key is awaited (*pending). */
static enum action app_look_up(struct app *app, enum context context, int before, int key,
	bool *pending)
{
	enum action action = keymap_find(&app->keymap, context, before, key, pending);

	if (*pending)
		app->pending_key = key;
	return action;
}

static void app_on_key(struct app *app, struct event *event)
{
	struct screen *screen = app_top(app);
	bool typing = screen->ops->typing && screen->ops->typing(app, screen);
	int before = app->pending_key;
	bool pending = false;
	enum action action;

	app->pending_key = K_NONE;
	if (!typing)
		event->key = key_fold(event->key);
	else if (!key_printable(event->key) || before != K_NONE)
		event->action = app_look_up(app, CONTEXT_TEXT, before, event->key, &pending);
	if (pending || (screen->ops->input && screen->ops->input(app, screen, event)))
		return;
	if (typing && key_printable(event->key))
		return;
	action = app_look_up(app, screen->ops->context, before, event->key, &pending);
	if (action != ACTION_NONE) {
		app_act(app, action);
		return;
	}
	if (pending || typing)
		return;
	if (key_from_input_method(event->key)) {
		app_warn(app,
			_("The input method (IME) is on. Please switch it off to give commands."));
		return;
	}

	struct strbuf name = {0};

	key_format(event->key, &name);
	app_message(app, _("Nothing happens on %s here. ? shows what does."), strbuf_text(&name));
	strbuf_free(&name);
}

static void app_on_mouse(struct app *app, const struct event *event)
{
	struct screen *screen = app_top(app);
	enum action action = frame_click(app, event->y, event->x);

	if (action != ACTION_NONE && (event->mouse == MOUSE_CLICK || event->mouse == MOUSE_DOUBLE))
		app_act(app, action);
	else if (screen->ops->mouse)
		screen->ops->mouse(app, screen, event);
}

static void app_on_signal(struct app *app)
{
	struct terminal_signals signals = terminal_signals(app->terminal);

	if (signals.hung_up)
		app->hung_up = app->quit = true;
	else if (signals.suspended)
		terminal_suspend(app->terminal);
	else if (signals.continued) /* after SIGSTOP nobody knows how the terminal was left */
		terminal_reset(app->terminal);
	app->dirty = true;
}

/* A script names a place. What is not there ends it. */
static void app_on_name(struct app *app, const struct event *event)
{
	struct screen *screen = app_top(app);
	struct error err = {0};
	bool done;

	app->dirty = true;
	if (event->kind == EVENT_OPEN)
		done = app->design->go && app->design->go(app, event->text, &err);
	else
		done = (screen->ops->go_to && screen->ops->go_to(app, screen, event->text)) ||
			error_set(&err, ERROR_USAGE, _("There is no field “%s” here."), event->text);
	if (!done) {
		terminal_fail(app->terminal, &err);
		app->quit = true;
	}
}

static void app_on_event(struct app *app, struct event *event)
{
	struct screen *screen = app_top(app);

	switch (event->kind) {
	case EVENT_NONE:
		return;
	case EVENT_KEY:
	case EVENT_PASTE:
	case EVENT_MOUSE:
		strbuf_clear(&app->message);
		app->dirty = true;
		if (frame_area().rows == 0) {
			/* Too small to see what a key would do: only leaving is left. */
			if (event->kind == EVENT_KEY && event->key == K_INTERRUPT)
				app_back(app);
			return;
		}
		if (event->kind == EVENT_KEY)
			app_on_key(app, event);
		else if (event->kind == EVENT_MOUSE)
			app_on_mouse(app, event);
		else if (!screen->ops->input || !screen->ops->input(app, screen, event))
			app_message(app, _("Nothing can be pasted here."));
		return;
	case EVENT_RESIZE:
		if (terminal_width_changed(app->terminal)) {
			theme_set_glyphs(&app->theme, terminal_narrow_proved(app->terminal));
			strbuf_clear(&app->place);
			terminal_repaint(app->terminal);
		}
		app->dirty = true;

		return;
	case EVENT_SIGNAL:
		app_on_signal(app);
		return;
	case EVENT_OPEN:
	case EVENT_FIELD:
		app_on_name(app, event);
		return;
	case EVENT_END:
		app->quit = true;
	}
}

/* --- the loop ------------------------------------------------------------------------------ */

static void app_draw(struct app *app)
{
	struct session *session = app->session;
	struct screen *screen = app_top(app);
	struct error err = {0};

	app_work_begin(app);
	if (screen && screen->stale)
		app_reload(app, screen);
	if (session->store && app->place.length == 0) { /* "見本県 ▸ 福祉保健部" for the top line */
		const struct unit_tree *tree = session_units(session, session->fiscal_year, NULL);
		const int at = tree ? unit_tree_find(tree, session->unit_code) : -1;

		strbuf_add_text(&app->place, session->body.name);
		if (at >= 0 && tree->nodes.items[at].depth > 0)
			strbuf_addf(&app->place, " %s %s", app->theme.glyphs.right,
				tree->nodes.items[at].unit.name);
	}
	app->work.drawing = true;
	frame_draw(app);
	app->work.drawing = false;
	terminal_update(app->terminal, app->canvas.cursor_y, app->canvas.cursor_x,
		app->canvas.cursor_visible);
	app->dirty = false;
	if (terminal_on_trial(app->terminal) && !proof_screen(&app->canvas, &err))
		terminal_fail(app->terminal, &err);
}

/* True while some screen has more to do at once. */
static bool app_tick(struct app *app)
{
	bool more = false;

	for (int tab = 0; tab < TAB_COUNT; tab++) {
		struct screen_stack *stack = &app->tabs[tab];

		for (size_t i = 0; i < stack->screens.count; i++) {
			struct screen *screen = stack->screens.items[i];

			if (screen->ops->tick && screen->ops->tick(app, screen))
				more = true;
		}
	}
	app->ticked_ms = ambient_monotonic_ms();
	return more;
}

/* Deals with everything that has come in, but draws now and then when keys pour in. */
static void app_take_events(struct app *app, struct event *event, enum tab tab, size_t depth)
{
	int64_t started = ambient_monotonic_ms();

	do {
		app_work_begin(app);
		app_on_event(app, event);
		if (app->quit || app->tabs[tab].screens.count < depth)
			return;
		terminal_read(app->terminal, 0, event);
	} while (event->kind != EVENT_NONE &&
		ambient_monotonic_ms() - started < DRAW_AT_LEAST_MS);
	app_on_event(app, event);
}

/* Runs while that tab has at least depth screens. */
static void app_run(struct app *app, enum tab tab, size_t depth)
{
	bool more = true;

	while (!app->quit && app_top(app) && app->tabs[tab].screens.count >= depth) {
		struct event event;

		if (app->dirty)
			app_draw(app);
		if (more || app->later || ambient_monotonic_ms() - app->ticked_ms >= TICK_MS) {
			app->later = false;
			more = app_tick(app);

			/* what other people changed */
			const int64_t now = ambient_monotonic_ms();
			const bool due = !app->steady && app->session->store &&
				now - app->refreshed_ms >= REFRESH_MS;

			app->refreshed_ms = due ? now : app->refreshed_ms;
			if (due && session_refresh(app->session))
				app_mark_stale(app, NULL);
			if (app->design->every_turn)
				app->design->every_turn(app);
			if (app->dirty)
				app_draw(app);
		}
		terminal_read(app->terminal, more || app->later ? 0 : TICK_MS, &event);
		more = more || (app->steady && event.kind != EVENT_NONE);
		app_take_events(app, &event, tab, depth);
	}
}

void app_loop(struct app *app)
{
	app_run(app, app->tab, 0);
}

void app_init(struct app *app, const struct app_design *design, struct session *session,
	struct terminal *terminal)
{
	assert(design && session);
	*app = (struct app){
		.design = design, .session = session, .terminal = terminal, .run = app_run,
		.dirty = true};
	app->canvas.theme = &app->theme;
	app->ticked_ms = app->refreshed_ms = ambient_monotonic_ms();
	keymap_init(&app->keymap);
}

void app_close(struct app *app)
{
	for (int tab = 0; tab < TAB_COUNT; tab++) {
		app_cut(app, (enum tab)tab, 0);
		vec_free(&app->tabs[tab].screens);
	}
	keymap_free(&app->keymap);
	strbuf_free(&app->message);
	strbuf_free(&app->clipboard);
	strbuf_free(&app->place);
}
