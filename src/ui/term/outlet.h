/* outlet - what curses writes goes to the terminal in one piece a frame.
 *
 * Curses writes after each move of the cursor: some sixty pieces for a screen, for each of which the
 * terminal, or a packet to it, wakes up. Its own file is turned to memory while it draws. What says the
 * letters are those of ASCII, with each change of colour, is left out while they are never others.
 */
#ifndef UI_TERM_OUTLET_H
#define UI_TERM_OUTLET_H

#include <stdbool.h>
#include <stdio.h>

#include "base/strbuf.h"

struct outlet {
	FILE *stream;     /* curses': a file of its own on the terminal; NULL when there is none */
	int memory;       /* gathers a frame; -1 where the system has no such thing */
	struct strbuf frame;
	bool begun;       /* a frame has been sent: the terminal's letters are those of ASCII */
	bool other_set;   /* some frame used another set of letters, for lines */
};

/* A stream for newterm(), on the terminal of standard output; standard output itself where there
 * is no room for another. */
FILE *outlet_open(struct outlet *outlet);
/* From here on what curses writes is gathered; outlet_end() sends it. */
void outlet_begin(struct outlet *outlet);
void outlet_end(struct outlet *outlet);
/* After curses has ended. */
void outlet_close(struct outlet *outlet);

#endif
