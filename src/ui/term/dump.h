/* dump - photographs of the screen for tests: plain UTF-8 text, one line per row, blanks at the end
 * of lines left out. */
#ifndef UI_TERM_DUMP_H
#define UI_TERM_DUMP_H

#include <stdbool.h>

#include "base/error.h"

/* "-" writes to standard output. */
bool dump_screen(const char *file, struct error *err);
/* "row column", counted from 0, or "hidden". */
bool dump_cursor(const char *file, bool visible, struct error *err);

#endif
