#include "config.h"

#include "ui/app.h"

#include <stdarg.h>
#include <stdio.h>

#include "base/ambient.h"
#include "base/i18n.h"
#include "model/fiscal_year.h"
#include "ui/frame.h"
#include "ui/go_to.h"
#include "ui/proof.h"
#include "ui/s_help.h"
#include "ui/s_palette.h"
#include "ui/s_snapshots.h"
#include "ui/s_tour.h"
#include "ui/undo.h"
#include "ui/wall.h"

enum { TICK_MS = 1000, REFRESH_MS = 3000, DRAW_AT_LEAST_MS = 40 };

/* --- messages ------------------------------------------------------------------------------ */

__attribute__((format(printf, 3, 0)))
static void set_message(struct app *app, enum theme_role role, const char *format,
	va_list arguments)
{
	char text[1024];

	vsnprintf(text, sizeof text, format, arguments);
	strbuf_clear(&app->message);
	strbuf_add_text(&app->message, text);
	app->message_role = role;
	app->dirty = true;
}

void app_message(struct app *app, const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	set_message(app, THEME_MESSAGE, format, arguments);
	va_end(arguments);
}

void app_warn(struct app *app, const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	set_message(app, THEME_WARNING, format, arguments);
	va_end(arguments);
}

bool app_error(struct app *app, const struct error *err)
{
	if (err->code == ERROR_NONE || err->code == ERROR_CANCELLED)
		return false;
	app_warn(app, "%s", err->message);
	app->message_role = THEME_ERROR;
	return false;
}

/* --- session ------------------------------------------------------------------------------- */

/* "見本県 ▸ 福祉保健部" for the top line. */
static void look_up_place(struct app *app)
{
	struct session *session = app->session;
	const struct unit_tree *tree;
	int at;

	strbuf_clear(&app->place);
	strbuf_add_text(&app->place, session->body.name);
	tree = session_units(session, session->fiscal_year, NULL);
	at = tree ? unit_tree_find(tree, session->unit_code) : -1;
	if (at >= 0 && tree->nodes.items[at].depth > 0) {
		strbuf_addf(&app->place, " %s %s", app->theme.glyphs.right,
			tree->nodes.items[at].unit.name);
	}
}

bool app_set_fiscal_year(struct app *app, int fiscal_year)
{
	struct error err = {0};
	char year[FISCAL_YEAR_TEXT];

	if (fiscal_year < FISCAL_YEAR_MIN || fiscal_year > FISCAL_YEAR_MAX)
		return false;
	if (!session_set_fiscal_year(app->session, fiscal_year, &err))
		return app_error(app, &err);
	fiscal_year_format(fiscal_year, year);
	strbuf_clear(&app->place);
	app_mark_stale(app, NULL);
	app_message(app, "%s", year);
	return true;
}

bool app_permits(struct app *app, enum permission permission, const char *unit_code)
{
	struct error err = {0};

	return session_permits(
		       app->session, permission, app->session->fiscal_year, unit_code, &err) ||
	       app_error(app, &err);
}

bool app_hung_up(const struct app *app)
{
	return app->hung_up;
}

void app_redraw(struct app *app)
{
	app->dirty = true;
}

void app_later(struct app *app)
{
	app->later = true;
}

static bool nobody_waits(void *data)
{
	return !terminal_waiting(data);
}

void app_patience_begin(struct app *app)
{
	db_set_patience(store_db(app->session->store), nobody_waits, app->terminal);
}

void app_patience_end(struct app *app)
{
	db_set_patience(store_db(app->session->store), app_work_goes_on, app);
}

/* --- actions ------------------------------------------------------------------------------- */

static void open_palette(struct app *app)
{
	enum action chosen = ACTION_NONE;

	if (app_run_modal(app, &s_palette_ops, &(struct s_palette_argument){app_top(app), &chosen}))
		app_act(app, chosen);
}

/* What an action means where the screen has no meaning of its own for it. */
static void default_action(struct app *app, enum action action)
{
	switch (action) {
	case ACTION_BACK:
		app_back(app);
		break;
	case ACTION_HELP:
		if (app_top(app)->ops != &s_help_ops)
			app_push(app, &s_help_ops, app_top(app));
		break;
	case ACTION_GO:
		go_to_run(app);
		break;
	case ACTION_PALETTE:
		open_palette(app);
		break;
	case ACTION_YEAR_BEFORE:
		app_set_fiscal_year(app, app->session->fiscal_year - 1);
		break;
	case ACTION_YEAR_AFTER:
		app_set_fiscal_year(app, app->session->fiscal_year + 1);
		break;
	case ACTION_RELOAD:
		if (app->session->store)
			session_refresh(app->session);
		app_mark_stale(app, NULL);
		break;
	case ACTION_UNDO:
	case ACTION_REDO:
		undo_step(app, action == ACTION_UNDO ? HISTORY_UNDO : HISTORY_REDO);
		break;
	case ACTION_UNDO_LIST:
		undo_list(app);
		break;
	case ACTION_SNAPSHOTS:
		snapshot_page_open(app);
		break;
	case ACTION_TOUR:
		tour_run(app);
		break;
	case ACTION_WALL:
		wall_next(app);
		break;
	case ACTION_REDRAW:
		terminal_repaint(app->terminal);
		app->dirty = true;
		break;
	case ACTION_SUSPEND:
		terminal_suspend(app->terminal);
		app->dirty = true;
		break;
	default:
		if (action >= ACTION_TAB_1 && action <= ACTION_TAB_6)
			app_show(app, (enum tab)(action - ACTION_TAB_1), NULL);
	}
}

/* Says why an action of this kind of screen is not to be had here; moving says nothing. */
static void why_not(struct app *app, struct screen *screen, enum action action)
{
	struct error err = {0};

	if (screen->ops->why_not && screen->ops->why_not(app, screen, action))
		return;
	if (!frame_permits(app, screen, action, &err))
		app_error(app, &err);
	else if (action >= ACTION_OPEN)
		/* the name of a command, such as “New” */
		app_message(app, _("“%s” does nothing here. ? shows what does."),
			_(action_row(action)->label));
}

void app_act(struct app *app, enum action action)
{
	struct screen *screen = app_top(app);

	if (!screen || action == ACTION_NONE)
		return;
	app->dirty = true;
	if (action != ACTION_WALL)
		wall_end(app);
	if (!frame_offers(app, screen, action)) {
		why_not(app, screen, action);
		return;
	}
	if (!screen->ops->action || !screen->ops->action(app, screen, action))
		default_action(app, action);
}

/* --- events -------------------------------------------------------------------------------- */

static void unknown_key(struct app *app, int key)
{
	struct strbuf name = {0};

	if (key_from_input_method(key)) {
		app_warn(app,
			_("The input method (IME) is on. Please switch it off to give commands."));
		return;
	}
	key_format(key, &name);
	app_message(app, _("Nothing happens on %s here. ? shows what does."), strbuf_text(&name));
	strbuf_free(&name);
}

/* Finds the action; ACTION_NONE also when one more key is awaited (*pending). */
static enum action look_up(struct app *app, enum context context, int before, int key,
	bool *pending)
{
	enum action action = keymap_find(&app->keymap, context, before, key, pending);

	if (*pending)
		app->pending_key = key;
	return action;
}

static void on_key(struct app *app, struct event *event)
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
		event->action = look_up(app, CONTEXT_TEXT, before, event->key, &pending);
	if (pending || (screen->ops->input && screen->ops->input(app, screen, event)))
		return;
	if (typing && key_printable(event->key))
		return;
	action = look_up(app, screen->ops->context, before, event->key, &pending);
	if (action != ACTION_NONE)
		app_act(app, action);
	else if (!pending && !typing)
		unknown_key(app, event->key);
}

/* Too small to see what a key would do: only leaving is left. */
static void on_key_unseen(struct app *app, const struct event *event)
{
	if (event->kind == EVENT_KEY && event->key == K_INTERRUPT)
		app_back(app);
}

static void on_mouse(struct app *app, const struct event *event)
{
	struct screen *screen = app_top(app);
	enum action action = frame_click(app, event->y, event->x);

	if (action != ACTION_NONE && (event->mouse == MOUSE_CLICK || event->mouse == MOUSE_DOUBLE))
		app_act(app, action);
	else if (screen->ops->mouse)
		screen->ops->mouse(app, screen, event);
}

static void on_signal(struct app *app)
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

static void on_resize(struct app *app)
{
	if (terminal_width_changed(app->terminal)) {
		theme_set_glyphs(&app->theme, terminal_narrow_proved(app->terminal));
		strbuf_clear(&app->place);
		terminal_repaint(app->terminal);
	}
	app->dirty = true;
}

static void on_event(struct app *app, struct event *event)
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
			on_key_unseen(app, event);
			return;
		}
		if (event->kind == EVENT_KEY)
			on_key(app, event);
		else if (event->kind == EVENT_MOUSE)
			on_mouse(app, event);
		else if (screen->ops->input)
			screen->ops->input(app, screen, event);
		return;
	case EVENT_RESIZE:
		on_resize(app);
		return;
	case EVENT_SIGNAL:
		on_signal(app);
		return;
	case EVENT_END:
		app->quit = true;
	}
}

/* --- the loop ------------------------------------------------------------------------------ */

static void draw(struct app *app)
{
	struct screen *screen = app_top(app);
	struct error err = {0};

	app_work_begin(app);
	if (screen && screen->stale)
		app_reload(app, screen);
	if (app->session->store && app->place.length == 0)
		look_up_place(app);
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
static bool tick(struct app *app)
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

/* Sees what other people changed. */
static void look_around(struct app *app)
{
	int64_t now = ambient_monotonic_ms();

	if (app->steady || !app->session->store || now - app->refreshed_ms < REFRESH_MS)
		return;
	app->refreshed_ms = now;
	if (session_refresh(app->session))
		app_mark_stale(app, NULL);
}

/* Deals with everything that has come in, but draws now and then when keys pour in. */
static void take_events(struct app *app, struct event *event, enum tab tab, size_t depth)
{
	int64_t started = ambient_monotonic_ms();

	do {
		app_work_begin(app);
		on_event(app, event);
		if (app->quit || app->tabs[tab].screens.count < depth)
			return;
		terminal_read(app->terminal, 0, event);
	} while (event->kind != EVENT_NONE &&
		ambient_monotonic_ms() - started < DRAW_AT_LEAST_MS);
	on_event(app, event);
}

/* Runs while that tab has at least depth screens. */
static void run(struct app *app, enum tab tab, size_t depth)
{
	bool more = true;

	while (!app->quit && app_top(app) && app->tabs[tab].screens.count >= depth) {
		struct event event;

		if (app->dirty)
			draw(app);
		if (more || app->later || ambient_monotonic_ms() - app->ticked_ms >= TICK_MS) {
			app->later = false;
			more = tick(app);
			look_around(app);
			wall_tick(app);
			if (app->dirty)
				draw(app);
		}
		terminal_read(app->terminal, more || app->later ? 0 : TICK_MS, &event);
		more = more || (app->steady && event.kind != EVENT_NONE);
		take_events(app, &event, tab, depth);
	}
}

bool app_run_modal(struct app *app, const struct screen_ops *ops, const void *argument)
{
	if (app->quit || !app_push(app, ops, argument))
		return false;
	const enum tab tab = app->tab;
	const size_t depth = app->tabs[tab].screens.count;

	run(app, tab, depth);
	/* When the program ends it is still there: it goes while what it was given still is. */
	app_cut(app, tab, depth - 1);
	return !app->quit;
}

void app_loop(struct app *app)
{
	run(app, app->tab, 0);
}

void app_init(struct app *app, struct session *session, struct terminal *terminal)
{
	*app = (struct app){.session = session, .terminal = terminal, .dirty = true};
	app->canvas.theme = &app->theme;
	app->ticked_ms = app->refreshed_ms = ambient_monotonic_ms();
	keymap_init(&app->keymap);
}
