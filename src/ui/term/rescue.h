/* rescue - gives the terminal back, whatever ends the program, and turns signals into flags.
 *
 * The one place with state of its own: signal handlers and the handler for want of memory get no
 * argument. */
#ifndef UI_TERM_RESCUE_H
#define UI_TERM_RESCUE_H

#include <stdbool.h>
#include <stddef.h>

/* Remembers how the terminal is set and installs the handlers: SIGHUP, SIGTERM, SIGINT, SIGTSTP
 * and SIGCONT only set flags; SIGABRT and faults restore the terminal and die as before. */
void rescue_begin(void);
/* Input unbuffered and without echo, before curses is there. */
void rescue_raw(void);
/* The alternate screen was taken before curses is there; leave is what gives it back. */
void rescue_probing(const char *leave);
/* Curses is up: remember what takes it down, as far as terminfo knows this terminal. */
void rescue_started(void);
/* Puts everything back as it was before rescue_begin(). */
void rescue_end(void);

/* The settings of before, for another program; and back. */
void rescue_release(void);
void rescue_retake(void);
/* Stops the process group as Ctrl-Z does; returns once it goes on. */
void rescue_stop(void);

/* Waits until there is input, a signal or the time is over (-1 = never). 1 for input or a signal,
 * 0 for the time. Signals arrive only in here, so that none is missed. */
int rescue_wait(int timeout_ms);
bool rescue_signalled(void);
/* The terminal is gone, and nobody has taken the flag yet. */
bool rescue_hung_up(void);
/* The flags, which are cleared. */
void rescue_take(bool *hung_up, bool *suspended, bool *continued);

/* What switches a private mode of the terminal: "2004" marks pastes, "1000" and "1006" tell of the mouse. */
#define RESCUE_MODE_ON(mode) "\033[?" mode "h"
#define RESCUE_MODE_OFF(mode) "\033[?" mode "l"
/* Writes to the terminal beside curses. */
void rescue_write(const char *text);
void rescue_write_n(const char *text, size_t length);

#endif
