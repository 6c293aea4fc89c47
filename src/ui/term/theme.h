/* theme - colours by meaning and the set of line and block glyphs that this terminal can show. */
#ifndef UI_TERM_THEME_H
#define UI_TERM_THEME_H

#include <stdbool.h>

/* What a piece of text is; a theme says how that looks. Meaning never hangs on colour alone. */
enum theme_role {
	THEME_NORMAL,
	THEME_BRAND,      /* 裏庭 */
	THEME_TAB,
	THEME_TAB_ACTIVE,
	THEME_BORDER,
	THEME_TITLE,      /* of a box */
	THEME_HEADING,    /* column heads */
	THEME_LABEL,      /* names of fields */
	THEME_MUTED,      /* less important */
	THEME_STRONG,
	THEME_CURSOR,     /* the row or cell the cursor is on */
	THEME_CURSOR_IDLE, /* the same in a pane without the focus */
	THEME_MARKED,
	THEME_INPUT,
	THEME_INPUT_FOCUS,
	THEME_MATCH,      /* what a search found */
	THEME_TOTAL,      /* total rows */
	THEME_BAR,
	THEME_TARGET,     /* the line that a chart is to reach */
	THEME_SERIES_1,   /* parts of a stacked bar and series of a chart, in their order */
	THEME_SERIES_2,
	THEME_SERIES_3,
	THEME_SERIES_4,
	THEME_SERIES_5,
	THEME_SERIES_6,
	THEME_HEAT_1,     /* figures of a heat map, from the smallest quarter to the largest */
	THEME_HEAT_2,
	THEME_HEAT_3,
	THEME_HEAT_4,
	THEME_NEGATIVE,   /* △ numbers */
	THEME_GOOD,
	THEME_WARNING,
	THEME_ERROR,
	THEME_MESSAGE,
	THEME_KEY,        /* a key on the bottom line */
	THEME_KEY_LABEL,
	THEME_POPUP,
	THEME_COUNT,
};

enum { THEME_SERIES = 6, THEME_HEATS = 4 };

enum theme_name { THEME_DEFAULT, THEME_HIGH_CONTRAST, THEME_MONO, THEME_NAMES };
/* "default", "high-contrast", "mono" */
bool theme_parse(const char *text, enum theme_name *name);

/* The numbers of its colours where there are 256; -1 = as the terminal has it. */
void theme_colours(enum theme_name name, enum theme_role role, int *foreground, int *background);

struct glyphs {
	bool unicode; /* false: ASCII rules, bars in reverse video or '#' */
	const char *horizontal, *vertical;
	const char *top_left, *top_right, *bottom_left, *bottom_right;
	const char *tee_left, *tee_right;
	const char *bars[9]; /* 0 to 8 eighths of a cell; bars[8] is a whole one */
	const char *levels[9]; /* the same from below, for columns and sparklines */
	const char *shades[5]; /* nothing to dark, one column each */
	const char *target;    /* of the line that a chart is to reach */
	const char *mark;    /* before a marked row, one column like all of these */
	const char *check;
	const char *ascending, *descending;
	const char *right;   /* ▸ between units */
};

struct theme {
	enum theme_name name;
	bool colour;
	struct glyphs glyphs;
	unsigned long attributes[THEME_COUNT]; /* curses attributes with the colour pair */
};

/* After curses has started: makes the colour pairs for 256, 16 or 8 colours; NO_COLOR (when not
 * empty) and terminals without colour get attributes only. */
void theme_init(struct theme *theme, enum theme_name name);
/* Unicode lines and blocks only where ambiguous characters are proved to take one column. */
void theme_set_glyphs(struct theme *theme, bool narrow_proved);

#endif
