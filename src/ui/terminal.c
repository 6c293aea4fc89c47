#include "config.h"

#include "ui/terminal.h"

#include <curses.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/ambient.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "base/text.h"
#include "ui/dump.h"
#include "ui/probe.h"
#include "ui/rescue.h"
#include "ui/script.h"

/* Keys that are told apart by sequences of our own (define_key). */
enum {
	SEQUENCE_PASTE_BEGIN = KEY_MAX + 1,
	SEQUENCE_PASTE_END,
	SEQUENCE_NARROW, /* late answers to the width question */
	SEQUENCE_WIDE,
};
enum {
	ESCAPE_DELAY_MS = 25,
	PASTE_GAP_MS = 1000,
	DOUBLE_CLICK_MS = 400,
	CLIPBOARD_MAX = 74994, /* what xterm takes, in bytes before base64 */
};

struct terminal {
	struct script *script;
	FILE *null_in, *null_out;
	SCREEN *screen;
	int rows, columns; /* asked for by a script */
	struct probe probe;
	bool narrow_proved;
	bool width_changed;
	bool started;
	bool ended; /* hung up by a script */
	bool on_trial;
	struct strbuf text;
	int64_t clicked_ms;
	int clicked_y, clicked_x;
	int caret_shown;
};

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
	{KEY_BACKSPACE, K_DELETE_BACK},
	{KEY_ENTER, K_ENTER},
};

/* --- start and stop ------------------------------------------------------------------------ */

struct terminal *terminal_prepare(const struct terminal_options *options, struct error *err)
{
	struct terminal *terminal = xcalloc(1, sizeof *terminal);

	terminal->script = options->script;
	terminal->rows = options->rows;
	terminal->columns = options->columns;
	terminal->caret_shown = -1;
	if (options->ambiguous != 0) {
		text_set_ambiguous_width(options->ambiguous);
		terminal->narrow_proved = options->ambiguous == 1;
	}
	if (terminal->script) {
		/* nobody else looks at a script's screen: its width is what we say */
		terminal->narrow_proved = options->ambiguous != 2;
		return terminal;
	}
	if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO)) {
		free(terminal);
		error_set(err, ERROR_USAGE,
			_("The screens need a terminal. Without one, name a command: uraniwa "
			  "help."));
		return NULL;
	}
	rescue_begin();
	if (options->ambiguous == 0)
		probe_ask(&terminal->probe);
	return terminal;
}

static void take_width(struct terminal *terminal, int columns)
{
	if (columns == 0)
		return;
	terminal->narrow_proved = columns == 1;
	text_set_ambiguous_width(columns);
}

static bool open_screen(struct terminal *terminal)
{
	if (!terminal->script) {
		terminal->screen = newterm(NULL, stdout, stdin);
		return terminal->screen != NULL;
	}
	terminal->null_in = fopen("/dev/null", "r");
	terminal->null_out = fopen("/dev/null", "w");
	if (!terminal->null_in || !terminal->null_out)
		return false;
	terminal->screen = newterm("xterm-256color", terminal->null_out, terminal->null_in);
	if (!terminal->screen)
		terminal->screen = newterm("vt100", terminal->null_out, terminal->null_in);
	return terminal->screen && resizeterm(terminal->rows, terminal->columns) == OK;
}

static void set_modes(struct terminal *terminal)
{
	raw();
	noecho();
	nonl();
	keypad(stdscr, TRUE);
	meta(stdscr, TRUE);
	set_escdelay(ESCAPE_DELAY_MS);
	typeahead(-1);
	timeout(0);
	if (terminal->script)
		return;
	mouseinterval(0);
	mousemask(BUTTON1_PRESSED | BUTTON4_PRESSED | BUTTON5_PRESSED, NULL);
	define_key("\033[200~", SEQUENCE_PASTE_BEGIN);
	define_key("\033[201~", SEQUENCE_PASTE_END);
	define_key(PROBE_ANSWER_NARROW, SEQUENCE_NARROW);
	define_key(PROBE_ANSWER_WIDE, SEQUENCE_WIDE);
	rescue_write("\033[?2004h");
}

bool terminal_start(struct terminal *terminal, struct error *err)
{
	struct strbuf typed = {0};

	if (terminal->probe.asked) {
		take_width(terminal, probe_collect(&terminal->probe, &typed));
		probe_erase(&terminal->probe);
	}
	if (!open_screen(terminal)) {
		const char *name = getenv("TERM");

		strbuf_free(&typed);
		return error_set(err, ERROR_USAGE,
			_("This kind of terminal is not known here (TERM=%s). Try TERM=xterm."),
			name ? name : "");
	}
	terminal->started = true;
	set_modes(terminal);
	if (!terminal->script)
		rescue_started();
	for (size_t i = typed.length; i-- > 0;)
		ungetch((unsigned char)typed.text[i]);
	strbuf_free(&typed);
	return true;
}

void terminal_stop(struct terminal *terminal)
{
	if (!terminal)
		return;
	if (terminal->started) {
		if (!isendwin())
			endwin();
		delscreen(terminal->screen);
	}
	if (!terminal->script)
		rescue_end();
	if (terminal->null_in)
		fclose(terminal->null_in);
	if (terminal->null_out)
		fclose(terminal->null_out);
	strbuf_free(&terminal->text);
	free(terminal);
}

bool terminal_narrow_proved(const struct terminal *terminal)
{
	return terminal->narrow_proved;
}

bool terminal_width_changed(struct terminal *terminal)
{
	bool changed = terminal->width_changed;

	terminal->width_changed = false;
	return changed;
}

/* --- what comes in ------------------------------------------------------------------------- */

static void read_paste(struct terminal *terminal, struct event *event)
{
	wint_t character;
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
		if (character == '\r')
			character = '\n';
		strbuf_add(&terminal->text, bytes, text_encode((uint32_t)character, bytes));
	}
	timeout(0);
	event->kind = EVENT_PASTE;
	event->text = strbuf_text(&terminal->text);
}

static void read_mouse(struct terminal *terminal, struct event *event)
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

static int curses_key(int code)
{
	for (size_t i = 0; i < sizeof curses_keys / sizeof curses_keys[0]; i++) {
		if (curses_keys[i].code == code)
			return curses_keys[i].key;
	}
	if (code > KEY_F0 && code <= KEY_F(20))
		return K_F0 + (code - KEY_F0);
	return K_NONE;
}

static void special_key(struct terminal *terminal, int code, struct event *event)
{
	switch (code) {
	case KEY_RESIZE:
		event->kind = EVENT_RESIZE;
		return;
	case KEY_MOUSE:
		read_mouse(terminal, event);
		return;
	case SEQUENCE_PASTE_BEGIN:
		read_paste(terminal, event);
		return;
	case SEQUENCE_NARROW:
	case SEQUENCE_WIDE:
		if (probe_late_answer(&terminal->probe)) {
			take_width(terminal, code == SEQUENCE_NARROW ? 1 : 2);
			terminal->width_changed = true;
			event->kind = EVENT_RESIZE;
		}
		return;
	default:
		event->key = curses_key(code);
		if (event->key != K_NONE)
			event->kind = EVENT_KEY;
	}
}

/* Esc and a key at once is Alt and that key. */
static int with_meta(void)
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
static bool read_now(struct terminal *terminal, struct event *event)
{
	wint_t character;
	int kind = get_wch(&character);

	if (kind == ERR)
		return false;
	if (kind == KEY_CODE_YES) {
		special_key(terminal, (int)character, event);
		return true;
	}
	event->kind = EVENT_KEY;
	event->key = (int)character;
	if (character == K_ESCAPE)
		event->key = with_meta();
	else if (character == '\n')
		event->key = K_ENTER;
	return true;
}

static void read_terminal(struct terminal *terminal, int timeout_ms, struct event *event)
{
	int64_t until = ambient_monotonic_ms() + timeout_ms;

	for (;;) {
		int64_t left = until - ambient_monotonic_ms();
		int wait = timeout_ms < 0 ? -1 : left > 0 ? (int)left : 0;

		while (read_now(terminal, event)) {
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
			if (!read_now(terminal, event) && rescue_signalled())
				event->kind = EVENT_SIGNAL;
			return;
		}
	}
}

/* --- scripts ------------------------------------------------------------------------------- */

static void do_command(struct terminal *terminal, const struct script_command *command,
	struct event *event)
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
	*event = (struct event){0};
	if (!terminal->script) {
		read_terminal(terminal, timeout_ms, event);
	} else if (timeout_ms != 0) {
		/* a script types nothing ahead: each step sees the work of the one before done */
		struct script_command command;

		script_next(terminal->script, &command);
		do_command(terminal, &command, event);
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

bool terminal_waiting(const struct terminal *terminal)
{
	return !terminal->script && (rescue_signalled() || rescue_wait(0) != 0);
}

/* --- what goes out ------------------------------------------------------------------------- */

void terminal_update(struct terminal *terminal, int y, int x, bool visible)
{
	int shown = visible && y >= 0;

	if (y < 0) {
		y = LINES - 1;
		x = COLS - 1;
	}
	if (shown != terminal->caret_shown) {
		curs_set(shown);
		terminal->caret_shown = shown;
	}
	move(y, x);
	refresh();
}

void terminal_repaint(struct terminal *terminal)
{
	(void)terminal;
	clearok(curscr, TRUE);
}

struct terminal_signals terminal_signals(struct terminal *terminal)
{
	struct terminal_signals signals = {0};

	if (terminal->script)
		signals.hung_up = terminal->ended;
	else
		rescue_take(&signals.hung_up, &signals.suspended, &signals.continued);
	return signals;
}

void terminal_release(struct terminal *terminal)
{
	if (terminal->script)
		return;
	endwin();
	rescue_write("\033[?2004l");
	rescue_release();
}

void terminal_retake(struct terminal *terminal)
{
	if (terminal->script)
		return;
	rescue_retake();
	rescue_write("\033[?2004h");
	terminal->caret_shown = -1;
	clearok(curscr, TRUE);
	refresh();
}

void terminal_reset(struct terminal *terminal)
{
	terminal_release(terminal);
	terminal_retake(terminal);
}

void terminal_suspend(struct terminal *terminal)
{
	if (terminal->script)
		return;
	terminal_release(terminal);
	rescue_stop();
	terminal_retake(terminal);
}

bool terminal_copy(struct terminal *terminal, const char *text)
{
	static const char digits[] =
		"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
	struct strbuf out = {0};
	size_t length = strlen(text);

	if (length > CLIPBOARD_MAX)
		return false;
	strbuf_add_text(&out, "\033]52;c;");
	for (size_t i = 0; i < length; i += 3) {
		uint32_t bits = (uint32_t)(unsigned char)text[i] << 16;

		if (i + 1 < length)
			bits |= (uint32_t)(unsigned char)text[i + 1] << 8;
		if (i + 2 < length)
			bits |= (unsigned char)text[i + 2];
		strbuf_add_char(&out, digits[bits >> 18]);
		strbuf_add_char(&out, digits[bits >> 12 & 63]);
		strbuf_add_char(&out, i + 1 < length ? digits[bits >> 6 & 63] : '=');
		strbuf_add_char(&out, i + 2 < length ? digits[bits & 63] : '=');
	}
	strbuf_add_char(&out, '\a');
	if (!terminal->script)
		rescue_write(strbuf_text(&out));
	strbuf_free(&out);
	return true;
}
