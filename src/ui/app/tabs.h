/* tabs - the six tabs of the top line; ui.c says which screens they show. */
#ifndef UI_APP_TABS_H
#define UI_APP_TABS_H

#include "ui/app/screen.h"

enum tab { TAB_HOME, TAB_PROJECTS, TAB_PIVOT, TAB_REPORTS, TAB_INDICATORS, TAB_ADMIN, TAB_COUNT };

/* Names from the longest to the shortest, for a top line with less and less room. */
enum { TAB_SHORTEST = 2 };
struct tab_info {
	const char *id;                       /* for scripts */
	const char *labels[TAB_SHORTEST + 1]; /* N_(); what stands before '|' is for translators */
	const struct screen_ops *ops;         /* its first screen */
};

/* Translated; shorter from 0, the whole name, to TAB_SHORTEST. */
const char *tab_label(const struct tab_info *tab, int shorter);

#endif
