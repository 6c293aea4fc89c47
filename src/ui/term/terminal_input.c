/* terminal_input - what comes in from the terminal or from a script, as events. */
#include "config.h"

#include "ui/term/terminal.h"

#include <assert.h>
#include <curses.h>
#include <string.h>

#include "base/ambient.h"
#include "base/text.h"
#include "ui/term/dump.h"
#include "ui/term/private.h"
#include "ui/term/rescue.h"
#include "ui/term/script.h"

enum { PASTE_GAP_MS = 1000, DOUBLE_CLICK_MS = 400 };

static const struct {
	int code;
	int key;
} curses_keys[] = {
	{KEY_UP, K_UP},
	{KEY_DOWN, K_DOWN},
	{KEY_LEFT, K_LEFT},
	{KEY_RIGHT, K_RIGHT},
	{KEY_SR, K_UP},
	{KEY_SF, K_DOWN},
	{KEY_SLEFT, K_LEFT},
	{KEY_SRIGHT, K_RIGHT},
	{KEY_HOME, K_HOME},
	{KEY_END, K_END},
	{KEY_PPAGE, K_PAGE_UP},
	{KEY_NPAGE, K_PAGE_DOWN},
	{KEY_A1, K_HOME},
	{KEY_A3, K_PAGE_UP},
	{KEY_C1, K_END},
	{KEY_C3, K_PAGE_DOWN},
	{KEY_IC, K_INSERT},
	{KEY_DC, K_DELETE},
	{KEY_BTAB, K_BACK_TAB},
	{SEQUENCE_CONTROL_LEFT, K_CONTROL_LEFT},
	{SEQUENCE_CONTROL_RIGHT, K_CONTROL_RIGHT},
	{KEY_BACKSPACE, K_DELETE_BACK},
	{KEY_ENTER, K_ENTER},
};

static void terminal_input_read_paste(struct terminal *terminal, struct event *event)
{
	wint_t character, before = 0;
	int kind;

	strbuf_clear(&terminal->text);
	timeout(PASTE_GAP_MS);
	while ((kind = get_wch(&character)) != ERR) {
		char bytes[4];

		if (kind == KEY_CODE_YES) {
			if (character == SEQUENCE_PASTE_END)
				break;
			continue;
		}
		if (character != '\n' || before != '\r')
			strbuf_add(&terminal->text, bytes,
				text_encode(character == '\r' ? '\n' : (uint32_t)character, bytes));
		before = character;
	}
	timeout(0);
	event->kind = EVENT_PASTE;
	event->text = strbuf_text(&terminal->text);
}

static void terminal_input_read_mouse(struct terminal *terminal, struct event *event)
{
	MEVENT mouse;
	int64_t now = ambient_monotonic_ms();

	if (getmouse(&mouse) != OK)
		return;
	event->y = mouse.y;
	event->x = mouse.x;
	if (mouse.bstate & BUTTON4_PRESSED) {
		event->mouse = MOUSE_WHEEL_UP;
	} else if (mouse.bstate & BUTTON5_PRESSED) {
		event->mouse = MOUSE_WHEEL_DOWN;
	} else if (mouse.bstate & BUTTON1_PRESSED) {
		bool again = now - terminal->clicked_ms < DOUBLE_CLICK_MS &&
			mouse.y == terminal->clicked_y && mouse.x == terminal->clicked_x;

		event->mouse = again ? MOUSE_DOUBLE : MOUSE_CLICK;
		terminal->clicked_ms = again ? 0 : now;
		terminal->clicked_y = mouse.y;
		terminal->clicked_x = mouse.x;
	} else {
		return;
	}
	event->kind = EVENT_MOUSE;
}

static void terminal_input_special_key(struct terminal *terminal, int code, struct event *event)
{
	switch (code) {
	case KEY_RESIZE:
		event->kind = EVENT_RESIZE;
		return;
	case KEY_MOUSE:
		terminal_input_read_mouse(terminal, event);
		return;
	case SEQUENCE_PASTE_BEGIN:
		terminal_input_read_paste(terminal, event);
		return;
	case SEQUENCE_NARROW:
	case SEQUENCE_WIDE:
		if (probe_late_answer(&terminal->probe)) {
			terminal_take_width(terminal, code == SEQUENCE_NARROW ? 1 : 2);
			terminal->width_changed = true;
			event->kind = EVENT_RESIZE;
		}
		return;
	default:
		event->key = code > KEY_F0 && code <= KEY_F(20) ? K_F0 + (code - KEY_F0) : K_NONE;
		for (size_t i = 0; i < sizeof curses_keys / sizeof curses_keys[0]; i++)
			if (curses_keys[i].code == code)
				event->key = curses_keys[i].key;
		if (event->key != K_NONE)
			event->kind = EVENT_KEY;
	}
}

/* Esc and a key at once is Alt and that key. */
static int terminal_input_with_meta(void)
{
	wint_t character;
	int kind = get_wch(&character);

	if (kind == ERR)
		return K_ESCAPE;
	if (kind == OK && character != K_ESCAPE)
		return K_META + (int)character;
	if (kind == KEY_CODE_YES)
		ungetch((int)character);
	else
		unget_wch((wchar_t)character);
	return K_ESCAPE;
}

/* Takes what is there; false when nothing is. An event that means nothing stays EVENT_NONE. */
static bool terminal_input_read_now(struct terminal *terminal, struct event *event)
{
	wint_t character;
	int kind = get_wch(&character);

	if (kind == ERR)
		return false;
	if (kind == KEY_CODE_YES) {
		terminal_input_special_key(terminal, (int)character, event);
		return true;
	}
	event->kind = EVENT_KEY;
	event->key = (int)character;
	if (character == K_ESCAPE)
		event->key = terminal_input_with_meta();
	else if (character == '\n')
		event->key = K_ENTER;
	return true;
}

static void terminal_input_read_terminal(struct terminal *terminal, int timeout_ms,
	struct event *event)
{
	int64_t until = ambient_monotonic_ms() + timeout_ms;

	for (;;) {
		int64_t left = until - ambient_monotonic_ms();
		int wait = timeout_ms < 0 ? -1 : left > 0 ? (int)left : 0;

		while (terminal_input_read_now(terminal, event)) {
			if (event->kind != EVENT_NONE)
				return;
		}
		if (rescue_signalled()) {
			event->kind = EVENT_SIGNAL;
			return;
		}
		if (probe_again(&terminal->probe, &wait)) {
			wredrawln(curscr, PROBE_ROW, 1);
			refresh();
		}
		if (rescue_wait(wait) == 0 && timeout_ms >= 0 && ambient_monotonic_ms() >= until) {
			if (!terminal_input_read_now(terminal, event) && rescue_signalled())
				event->kind = EVENT_SIGNAL;
			return;
		}
	}
}

/* --- scripts ------------------------------------------------------------------------------- */

static void terminal_input_do_command(struct terminal *terminal,
	const struct script_command *command, struct event *event)
{
	struct error err = {0};
	bool fine = true;

	switch (command->step) {
	case SCRIPT_EVENT:
		*event = command->event;
		break;
	case SCRIPT_WAIT:
		break;
	case SCRIPT_DUMP:
		fine = dump_screen(command->file, &err);
		break;
	case SCRIPT_CURSOR:
		fine = dump_cursor(command->file, terminal->caret_shown == 1, &err);
		break;
	case SCRIPT_SIZE:
		terminal_resize(terminal, command->rows, command->columns);
		event->kind = EVENT_RESIZE;
		break;
	case SCRIPT_TRIAL:
		terminal->on_trial = true;
		break;
	case SCRIPT_HANGUP:
		terminal->ended = true;
		event->kind = EVENT_SIGNAL;
		break;
	case SCRIPT_END:
		event->kind = EVENT_END;
		break;
	}
	if (!fine) {
		script_fail(terminal->script, &err);
		event->kind = EVENT_END;
	}
}

void terminal_read(struct terminal *terminal, int timeout_ms, struct event *event)
{
	assert(timeout_ms >= -1);
	*event = (struct event){0};
	if (!terminal->script) {
		terminal_input_read_terminal(terminal, timeout_ms, event);
	} else if (timeout_ms != 0) {
		/* a script types nothing ahead: each step sees the work of the one before done */
		struct script_command command;

		script_next(terminal->script, &command);
		terminal_input_do_command(terminal, &command, event);
	}
}

bool terminal_on_trial(const struct terminal *terminal)
{
	return terminal->on_trial;
}

void terminal_fail(struct terminal *terminal, const struct error *err)
{
	script_fail(terminal->script, err);
}

void terminal_resize(struct terminal *terminal, int rows, int columns)
{
	terminal->rows = rows;
	terminal->columns = columns;
	resizeterm(rows, columns);
}

bool terminal_stop_asked(struct terminal *terminal)
{
	enum { AHEAD_MAX = 64 };
	int ahead[AHEAD_MAX], count = 0, kept = 0, key;
	bool asked = false;

	if (terminal->script)
		return false;
	rescue_wait(0);
	while (count < AHEAD_MAX && (key = getch()) != ERR)
		ahead[count++] = key;
	for (int i = 0; i < count; i++) {
		/* Esc with something right behind it is Alt and a key */
		if (ahead[i] == K_INTERRUPT || (ahead[i] == K_ESCAPE && i + 1 == count))
			asked = true;
		else
			ahead[kept++] = ahead[i];
	}
	while (kept > 0)
		ungetch(ahead[--kept]);
	return asked || rescue_hung_up();
}

bool terminal_waiting(const struct terminal *terminal)
{
	return !terminal->script && (rescue_signalled() || rescue_wait(0) != 0);
}
