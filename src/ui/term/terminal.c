#include "config.h"

#include "ui/term/terminal.h"

#include <curses.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "base/text.h"
#include "ui/term/private.h"
#include "ui/term/rescue.h"
#include "ui/term/script.h"

enum { ESCAPE_DELAY_MS = 25 };

/* What terminfo does not name, or names for one mode of a terminal only. */
static const struct {
	const char *bytes;
	int code;
} sequences[] = {
	{"\033[200~", SEQUENCE_PASTE_BEGIN},
	{"\033[201~", SEQUENCE_PASTE_END},
	{PROBE_ANSWER_NARROW, SEQUENCE_NARROW},
	{PROBE_ANSWER_WIDE, SEQUENCE_WIDE},
	{"\033[1;5D", SEQUENCE_CONTROL_LEFT},
	{"\033[1;5C", SEQUENCE_CONTROL_RIGHT},
	{"\033[1;3D", SEQUENCE_CONTROL_LEFT}, /* Alt and an arrow, as on a Mac */
	{"\033[1;3C", SEQUENCE_CONTROL_RIGHT},
	{"\033[A", KEY_UP}, /* where the keypad's own mode is not known or was lost */
	{"\033[B", KEY_DOWN},
	{"\033[C", KEY_RIGHT},
	{"\033[D", KEY_LEFT},
	{"\033OA", KEY_UP},
	{"\033OB", KEY_DOWN},
	{"\033OC", KEY_RIGHT},
	{"\033OD", KEY_LEFT},
	{"\033[H", KEY_HOME},
	{"\033[F", KEY_END},
	{"\033[Z", KEY_BTAB},
	{"\033[5~", KEY_PPAGE},
	{"\033[6~", KEY_NPAGE},
};

/* --- start and stop ------------------------------------------------------------------------ */

struct terminal *terminal_prepare(const struct terminal_options *options, struct error *err)
{
	struct terminal *terminal = xcalloc(1, sizeof *terminal);

	terminal->script = options->script;
	terminal->rows = options->rows;
	terminal->columns = options->columns;
	terminal->caret_shown = -1;
	terminal->outlet.memory = -1;
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

void terminal_take_width(struct terminal *terminal, int columns)
{
	if (columns == 0)
		return;
	terminal->narrow_proved = columns == 1;
	text_set_ambiguous_width(columns);
}

static bool terminal_open_screen(struct terminal *terminal)
{
	if (!terminal->script) {
		terminal->screen = newterm(NULL, outlet_open(&terminal->outlet), stdin);
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

/* Pastes come in as such; a terminal without a mouse would print what asks for it. */
static void terminal_ask_for_pastes(const struct terminal *terminal, bool on)
{
	if (terminal->modern)
		rescue_write(on ? RESCUE_MODE_ON("2004") : RESCUE_MODE_OFF("2004"));
}

/* A capability that terminfo has for this terminal. */
static bool terminal_knows(const char *capability)
{
	const char *text = tigetstr(capability);

	return text && text != (const char *)-1;
}

static void terminal_set_modes(struct terminal *terminal)
{
	raw();
	/* Curses counts a wide character twice when it shifts a line by inserting, and leaves one. */
	idcok(stdscr, FALSE);
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
	for (size_t i = 0; i < sizeof sequences / sizeof sequences[0]; i++)
		define_key(sequences[i].bytes, sequences[i].code);
	terminal->modern = terminal_knows("kmous");
	terminal_ask_for_pastes(terminal, true);
}

bool terminal_start(struct terminal *terminal, struct error *err)
{
	struct strbuf typed = {0};

	if (terminal->probe.asked) {
		terminal_take_width(terminal, probe_collect(&terminal->probe, &typed));
		probe_erase(&terminal->probe);
	}
	if (!terminal_open_screen(terminal)) {
		const char *name = getenv("TERM");

		strbuf_free(&typed);
		return error_set(err, ERROR_USAGE,
			_("This kind of terminal is not known here (TERM=%s). Try TERM=xterm."),
			name ? name : "");
	}
	terminal->started = true;
	if (!terminal_knows("cup")) {
		return error_set(err, ERROR_USAGE,
			_("This terminal cannot show screens (TERM=%s). Try TERM=xterm, or name a "
			  "command: uraniwa help."), getenv("TERM"));
	}
	terminal_set_modes(terminal);
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
		terminal_ask_for_pastes(terminal, false);
		delscreen(terminal->screen);
	}
	outlet_close(&terminal->outlet);
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

/* --- what goes out ------------------------------------------------------------------------- */

void terminal_update(struct terminal *terminal, int y, int x, bool visible)
{
	int shown = visible && y >= 0;
	bool gather = !isendwin(); /* else curses first sets the terminal's modes */

	if (y < 0) {
		y = LINES - 1;
		x = COLS - 1;
	}
	if (gather)
		outlet_begin(&terminal->outlet);
	if (shown != terminal->caret_shown) {
		curs_set(shown);
		terminal->caret_shown = shown;
	}
	move(y, x);
	refresh();
	if (gather)
		outlet_end(&terminal->outlet);
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
	terminal_ask_for_pastes(terminal, false);
	rescue_release();
}

void terminal_retake(struct terminal *terminal)
{
	if (terminal->script)
		return;
	rescue_retake();
	terminal_ask_for_pastes(terminal, true);
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
