/* script - driving the interface without a terminal: URANIWA_SCRIPT=FILE (or '-').
 *
 * One command a line:
 *   Down Down Enter C-x F1 j : 10*PageDown keys by the names of key.h, with a count
 *   "text to type                          typed literally to the end of the line
 *   :paste TEXT                            a bracketed paste; \n is a newline, \t a tab
 *   :dump FILE                             the screen as plain UTF-8 text, a line per row
 *   :cursor FILE                           "row column" of the caret, or "hidden"
 *   :resize 40x12                          columns x rows
 *   :click ROW COLUMN  :double ROW COLUMN  the mouse, counted from 0
 *   :up ROW COLUMN  :down ROW COLUMN       its wheel
 *   :open NAME                             goes to a page by its name, whatever row of a menu it
 *                                          has: people, coverage, office/indicators …
 *   :field ID                              puts the cursor on what has that id: a field of a form
 *                                          or a record, a section, a column of a table
 *   :wait                                  until no screen has background work
 *   :hangup                                as if the terminal was closed
 *   :trial                                 from here on every screen drawn is proved whole (proof.h)
 *                                          and no key leaves the program
 *   # a remark; blank lines mean nothing
 * The first size comes from URANIWA_SIZE=80x24. At its end the program ends with status 0; a line
 * that cannot be read ends it with a message and status 2. */
#ifndef UI_TERM_SCRIPT_H
#define UI_TERM_SCRIPT_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#include "base/error.h"
#include "ui/term/event.h"

struct script;

/* NULL when the file cannot be read. */
struct script *script_open(const char *path, struct error *err);
void script_close(struct script *script);

enum script_step { SCRIPT_EVENT, SCRIPT_WAIT, SCRIPT_DUMP, SCRIPT_CURSOR, SCRIPT_SIZE,
	SCRIPT_HANGUP, SCRIPT_TRIAL, SCRIPT_END };
struct script_command {
	enum script_step step;
	struct event event;   /* SCRIPT_EVENT */
	const char *file;     /* SCRIPT_DUMP, SCRIPT_CURSOR */
	int rows, columns;    /* SCRIPT_SIZE */
};
/* The next step; texts are valid until the next call. A wrong line gives SCRIPT_END and an error
 * kept for script_failed(). */
void script_next(struct script *script, struct script_command *command);
bool script_failed(const struct script *script, struct error *err);
/* Ends it with that error; the line that was read last is said too. */
void script_fail(struct script *script, const struct error *err);

/* "80x24" */
bool script_parse_size(const char *text, int *columns, int *rows);

#endif
