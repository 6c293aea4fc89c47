/* terminal - starting and stopping curses, the width probe, and what comes in from the terminal.
 *
 * Whatever ends the program (return, abort, no memory, a fault), the terminal is put back. Signal
 * handlers only set flags; SIGABRT and faults restore with write(2) and die as before. */
#ifndef UI_TERM_TERMINAL_H
#define UI_TERM_TERMINAL_H

#include <stdbool.h>
#include <stdint.h>

#include "base/error.h"
#include "ui/term/event.h"

struct terminal;
struct script;

/* Columns of ambiguous characters as asked for: 0 = ask the terminal (those that
 * terminfo knows to answer, and to have a second screen; scripts are not asked). */
struct terminal_options {
	int ambiguous;
	struct script *script; /* keys come from it and nothing is shown; NULL = the real terminal */
	int rows, columns;     /* of a script's screen */
};

/* Sends the question about widths at once; the answer is collected by terminal_start(), so that
 * the time in between costs nothing. NULL when there is no usable terminal. */
struct terminal *terminal_prepare(const struct terminal_options *options, struct error *err);
/* Starts curses: raw input, keypad, mouse, bracketed paste. */
bool terminal_start(struct terminal *terminal, struct error *err);
void terminal_stop(struct terminal *terminal);

/* True where ambiguous characters are proved to take one column. */
bool terminal_narrow_proved(const struct terminal *terminal);
/* True once after an answer came late and changed the width: draw everything anew. */
bool terminal_width_changed(struct terminal *terminal);

/* Waits for the next event, at most timeout_ms (0 = only what is there, -1 = for ever). */
void terminal_read(struct terminal *terminal, int timeout_ms, struct event *event);
/* True when a key or a signal waits to be read. Scripts type nothing ahead. */
/* Esc or Ctrl-C was typed (which is taken away; everything else stays to be read), or the terminal is
 * gone. For long work; never in a script. */
bool terminal_stop_asked(struct terminal *terminal);
bool terminal_waiting(const struct terminal *terminal);
/* Sends what was drawn; the caret goes to y, x (-1: the last cell), where input methods open. */
void terminal_update(struct terminal *terminal, int y, int x, bool visible);
/* Draws everything anew at the next update (C-l). */
void terminal_repaint(struct terminal *terminal);

/* Flags set by signals since the last call. */
struct terminal_signals {
	bool hung_up;   /* SIGHUP, SIGTERM, or the terminal is gone */
	bool suspended; /* SIGTSTP */
	bool continued; /* SIGCONT */
};
struct terminal_signals terminal_signals(struct terminal *terminal);

/* Hands the terminal to another program and takes it back ($EDITOR). */
void terminal_release(struct terminal *terminal);
void terminal_retake(struct terminal *terminal);
/* Sets every mode of the terminal anew. */
void terminal_reset(struct terminal *terminal);
/* Stops the process as Ctrl-Z does; returns when it is continued. */
void terminal_suspend(struct terminal *terminal);
/* OSC 52; texts longer than terminals take are left out (false). */
bool terminal_copy(struct terminal *terminal, const char *text);
/* True once a script has asked for `:trial`. */
bool terminal_on_trial(const struct terminal *terminal);
/* Ends the script with an error. */
void terminal_fail(struct terminal *terminal, const struct error *err);
/* Another size of a script's screen. */
void terminal_resize(struct terminal *terminal, int rows, int columns);

#endif
