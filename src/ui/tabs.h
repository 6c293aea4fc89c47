/* tabs - the six tabs of the top line and the screens they show. */
#ifndef UI_TABS_H
#define UI_TABS_H

#include "ui/screen.h"

enum tab { TAB_HOME, TAB_PROJECTS, TAB_PIVOT, TAB_REPORTS, TAB_INDICATORS, TAB_ADMIN, TAB_COUNT };

/* The first screen of a tab; NULL where this version has none. */
const struct screen_ops *tab_screen(enum tab tab);
/* Translated. */
const char *tab_label(enum tab tab);
/* Shorter names for a top line with less room, down to TAB_SHORTEST; 0 is tab_label(). */
enum { TAB_SHORTEST = 2 };
const char *tab_short_label(enum tab tab, int shorter);

#endif
