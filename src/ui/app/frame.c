#include "config.h"

#include "ui/app/frame.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "base/i18n.h"
#include "model/fiscal_year.h"

enum { ROWS_AROUND = 3, KEYS_TAIL = 4 /* commands, help, back and one spare */ };

struct area frame_area(void)
{
	const struct area whole = area_terminal();

	if (whole.rows < FRAME_ROWS_MIN || whole.columns < FRAME_COLUMNS_MIN)
		return area_part(whole, 0, 0, 0, 0);
	return area_part(whole, 1, 0, whole.rows - ROWS_AROUND, -1);
}

static struct area frame_line_from_below(int row)
{
	const struct area whole = area_terminal();

	return area_part(whole, whole.rows - row, 0, 1, -1);
}

static void frame_add_click(struct app *app, int y, int x, int columns, enum action action)
{
	if (app->click_count == sizeof app->clicks / sizeof app->clicks[0])
		return;
	app->clicks[app->click_count++] = (struct frame_click){y, x, columns, action};
}

enum action frame_click(const struct app *app, int y, int x)
{
	for (size_t i = 0; i < app->click_count; i++) {
		const struct frame_click *click = &app->clicks[i];

		if (y == click->y && x >= click->x && x < click->x + click->columns)
			return click->action;
	}
	return ACTION_NONE;
}

/* --- top line ------------------------------------------------------------------------------ */

enum { TABS_BARE = TAB_SHORTEST + 1, YEAR_COLUMNS = 8 };

/* What stands beside the digit; with TABS_BARE only the active tab has its name. */
static const char *frame_label_of(const struct app *app, int tab, int shorter)
{
	if (shorter < TABS_BARE)
		return tab_label(&app->design->tabs[tab], shorter);
	return (enum tab)tab == app->tab ? tab_label(&app->design->tabs[tab], 0) : "";
}

static int frame_tabs_width(const struct app *app, int shorter)
{
	enum { AROUND = 3, GAP = 1 };
	int columns = GAP;

	for (int i = 0; i < TAB_COUNT; i++)
		columns += AROUND + text_width(frame_label_of(app, i, shorter));
	return columns;
}

/* Names as long as there is room for them and the year. */
static int frame_draw_tabs(struct app *app, struct area line, int x)
{
	int shorter = 0;

	while (shorter < TABS_BARE && x + frame_tabs_width(app, shorter) + YEAR_COLUMNS > line.columns)
		shorter++;
	for (int i = 0; i < TAB_COUNT; i++) {
		bool active = (enum tab)i == app->tab;
		int used =
			draw_format(&app->canvas, line, 0, x, active ? THEME_TAB_ACTIVE : THEME_TAB,
				active ? "[%d]%s" : " %d %s", i + 1, frame_label_of(app, i, shorter));

		frame_add_click(app, 0, x, used, (enum action)(ACTION_TAB_1 + i));
		x += used + (active && shorter < TABS_BARE);
	}
	return x;
}

/* "令和7年度  見本県 ▸ 福祉保健部  佐藤(リーダー)", as much of it as fits. */
static void frame_draw_where(struct app *app, struct area line, int left)
{
	const struct session *session = app->session;
	char year[FISCAL_YEAR_TEXT];
	struct strbuf text = {0};
	int room = line.columns - left - 2;

	if (!session->store)
		return;
	fiscal_year_format(session->fiscal_year, year);
	strbuf_addf(&text, "%s  %s   %s(%s)", year, strbuf_text(&app->place), session->user_name,
		role_label(session->role));
	if (text_width(strbuf_text(&text)) > room) {
		strbuf_clear(&text);
		strbuf_addf(&text, "%s  %s", year, strbuf_text(&app->place));
	}
	if (text_width(strbuf_text(&text)) > room) {
		strbuf_clear(&text);
		strbuf_addf(&text, "%s  %s", year, session->user_name);
	}
	if (text_width(strbuf_text(&text)) > room) {
		strbuf_clear(&text);
		strbuf_add_text(&text, year);
	}
	if (text_width(strbuf_text(&text)) > room) {
		strbuf_clear(&text);
		fiscal_year_short(session->fiscal_year, year);
		strbuf_add_text(&text, year);
	}
	if (text_width(strbuf_text(&text)) <= room)
		draw_text(&app->canvas, line, 0, left + 1, room, strbuf_text(&text), TEXT_RIGHT,
			THEME_TAB);
	strbuf_free(&text);
}

static void frame_draw_top(struct app *app)
{
	const struct area line = area_part(area_terminal(), 0, 0, 1, -1);
	const char *brand = _("Uraniwa");
	int x;

	draw_clear(&app->canvas, line, THEME_TAB);
	x = draw_format(&app->canvas, line, 0, 0, THEME_BRAND, " %s ", brand);
	if (!app->session->store)
		return;
	x = frame_draw_tabs(app, line, x + 1);
	frame_draw_where(app, line, x);
}

/* --- bottom lines -------------------------------------------------------------------------- */

struct hint {
	struct strbuf keys;
	const char *label;
	enum action action;
};

static const char *frame_hint_label(const struct app *app, const struct action_row *row)
{
	bool first = app->tab == TAB_HOME && app->tabs[app->tab].screens.count == 1;

	return row->id == ACTION_BACK && first ? _("Quit") : _(row->label);
}

/* Neighbours of the same name share a place: "[ ] Year". */
static size_t frame_collect_hints(const struct app *app, const struct screen *screen,
	struct hint hints[ACTION_COUNT])
{
	bool typing = screen->ops->typing && screen->ops->typing(app, screen);
	size_t count = 0;

	for (int i = ACTION_NONE + 1; i < ACTION_COUNT; i++) {
		const struct action_row *row = action_row((enum action)i);
		struct strbuf keys = {0};

		if (!(row->flags & ACTION_SHOWN) || !app_offers(app, screen, row->id))
			continue;
		/* the first key of the action, or the first one that works while a text is typed */
		for (size_t k = 0; k < app->keymap.bindings.count && keys.length == 0; k++) {
			const struct key_binding *binding = &app->keymap.bindings.items[k];

			if (binding->action == row->id &&
				!(typing && key_printable(binding->keys[0])))
				key_format(binding->keys[0], &keys);
		}
		if (keys.length > 0 && count > 0 &&
			hints[count - 1].label == frame_hint_label(app, row)) {
			strbuf_addf(&hints[count - 1].keys, " %s", keys.text);
		} else if (keys.length > 0) {
			hints[count++] = (struct hint){keys, frame_hint_label(app, row), row->id};
			continue;
		}
		strbuf_free(&keys);
	}
	return count;
}

static int frame_hint_width(const struct hint *hint)
{
	return text_width(strbuf_text(&hint->keys)) + text_width(hint->label) + 3;
}

/* Leaves out of the middle what has no room: the last ones (help, back) always stay. */
static size_t frame_cut_hints(struct hint *hints, size_t count, int columns)
{
	int used = 0;
	size_t tail = count, keep = 0;

	while (tail > 0 && count - tail < KEYS_TAIL - 1 &&
		used + frame_hint_width(&hints[tail - 1]) <= columns)
		used += frame_hint_width(&hints[--tail]);
	while (keep < tail && used + frame_hint_width(&hints[keep]) <= columns)
		used += frame_hint_width(&hints[keep++]);
	for (size_t i = keep; i < tail; i++)
		strbuf_free(&hints[i].keys);
	memmove(hints + keep, hints + tail, (count - tail) * sizeof *hints);
	return keep + count - tail;
}

static void frame_draw_keys(struct app *app, const struct screen *screen)
{
	const struct area line = frame_line_from_below(1);
	struct hint hints[ACTION_COUNT];
	size_t count = frame_cut_hints(hints, frame_collect_hints(app, screen, hints), line.columns);
	int x = 0;

	draw_clear(&app->canvas, line, THEME_KEY_LABEL);
	for (size_t i = 0; i < count; i++) {
		int start = x;

		x += draw_format(&app->canvas, line, 0, x, THEME_KEY, " %s",
			strbuf_text(&hints[i].keys));
		x += draw_format(&app->canvas, line, 0, x, THEME_KEY_LABEL, " %s", hints[i].label);
		frame_add_click(app, line.y, start, x - start, hints[i].action);
		x++;
		strbuf_free(&hints[i].keys);
	}
}

static void frame_draw_message(struct app *app, const struct screen *screen)
{
	const struct area line = frame_line_from_below(2);
	struct strbuf status = {0};

	if (app->message.length > 0) {
		draw_text(&app->canvas, line, 0, 1, line.columns - 2, strbuf_text(&app->message), TEXT_LEFT,
			app->message_role);
		return;
	}
	if (screen->ops->status)
		screen->ops->status(app, screen, &status);
	draw_text(&app->canvas, line, 0, 1, line.columns - 2, strbuf_text(&status), TEXT_LEFT, THEME_MUTED);
	strbuf_free(&status);
}

/* A message that one line cannot hold takes that of the keys too, and lines above: it is gone with
 * the next key. False when there is none. */
static bool frame_draw_long_message(struct app *app)
{
	const struct area whole = area_terminal();
	const char *text = strbuf_text(&app->message);
	const int columns = whole.columns - 2;
	int rows = (int)text_wrap(text, columns, NULL, NULL);

	if (app->message.length == 0 || text_width(text) <= columns || rows < 2)
		return false;
	if (rows > whole.rows - 1)
		rows = whole.rows - 1;
	draw_clear(&app->canvas, area_part(whole, whole.rows - rows, 0, rows, -1), THEME_NORMAL);
	draw_wrapped(&app->canvas, area_part(whole, whole.rows - rows, 1, rows, columns), 0, text,
		app->message_role);
	return true;
}

/* --- all of it ----------------------------------------------------------------------------- */

void frame_draw(struct app *app)
{
	const struct screen_stack *stack = &app->tabs[app->tab];
	struct area area = frame_area();
	size_t first = stack->screens.count;

	app->click_count = 0;
	draw_begin(&app->canvas);
	if (area.rows == 0) {
		const struct area whole = area_terminal();
		char text[256];

		snprintf(text, sizeof text,
			_("The window is too small (%d×%d). Please make it at least %d×%d."),
			whole.columns, whole.rows, FRAME_COLUMNS_MIN, FRAME_ROWS_MIN);
		draw_wrapped(&app->canvas, whole, 0, text, THEME_NORMAL);

		return;
	}
	while (first > 0 && stack->screens.items[--first]->ops->overlay)
		;
	frame_draw_top(app);
	for (size_t i = first; i < stack->screens.count; i++) {
		struct screen *screen = stack->screens.items[i];

		if (memcmp(&screen->area, &area, sizeof area) != 0) {
			assert(screen_acts_check(screen->acts, screen->ops->context, NULL));
			screen->area = area;
			if (screen->ops->resize)
				screen->ops->resize(app, screen, area);
		}
		screen->ops->draw(app, screen, &app->canvas, area);
	}
	if (stack->screens.count > 0 && !frame_draw_long_message(app)) {
		frame_draw_message(app, app_top(app));
		frame_draw_keys(app, app_top(app));
	}
}
