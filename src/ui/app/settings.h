/* settings - the lines of $XDG_CONFIG_HOME/uraniwa/config that are about the screens:
 *   theme = high-contrast
 *   ambiguous = 2
 *   key.new = N, F6
 * Lines of other names belong to others; # starts a remark. */
#ifndef UI_APP_SETTINGS_H
#define UI_APP_SETTINGS_H

#include <stdbool.h>

#include "base/error.h"
#include "ui/term/action.h"
#include "ui/term/theme.h"

struct settings {
	enum theme_name theme;
	int ambiguous; /* 0 = ask the terminal */
};

/* Reads the file, if there is one, into settings and keymap. False for a line that cannot be right,
 * with its number, and for keys given twice; what was read before it stays. */
bool settings_read(struct settings *settings, struct keymap *keymap, struct error *err);

#endif
