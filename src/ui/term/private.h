/* private - the inside of struct terminal; shared by the files terminal*.c only. */
#ifndef UI_TERM_PRIVATE_H
#define UI_TERM_PRIVATE_H

#include <curses.h>
#include <stdio.h>

#include "base/strbuf.h"
#include "ui/term/outlet.h"
#include "ui/term/probe.h"
#include "ui/term/terminal.h"

/* Keys that are told apart by sequences of our own (define_key). */
enum {
	SEQUENCE_PASTE_BEGIN = KEY_MAX + 1,
	SEQUENCE_PASTE_END,
	SEQUENCE_NARROW, /* late answers to the width question */
	SEQUENCE_WIDE,
	SEQUENCE_CONTROL_LEFT,
	SEQUENCE_CONTROL_RIGHT,
};
struct terminal {
	struct script *script;
	FILE *null_in, *null_out;
	struct outlet outlet;
	SCREEN *screen;
	int rows, columns; /* asked for by a script */
	struct probe probe;
	bool narrow_proved;
	bool width_changed;
	bool started;
	bool modern; /* it knows modes of the mouse, of pastes and a clipboard */
	bool ended; /* hung up by a script */
	bool on_trial;
	struct strbuf text;
	int64_t clicked_ms;
	int clicked_y, clicked_x;
	int caret_shown;
};

/* The terminal's answer to the width question: 1, 2, or 0 for none. */
void terminal_take_width(struct terminal *terminal, int columns);

#endif
