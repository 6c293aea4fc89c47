#include "config.h"

#include "ui/term/theme.h"

#include <assert.h>
#include <curses.h>
#include <stdlib.h>
#include <string.h>

/* Colours of one meaning: for 256 colours (from 16 on they are the same on every terminal), for 8 or 16, and what stands for them without any. */
struct look {
	short fg256, bg256;
	short fg, bg;
	attr_t with_colour;
	attr_t without;
};

static const struct look looks[THEME_NAMES][THEME_COUNT] = {
	[THEME_DEFAULT] = {
		[THEME_NORMAL] = {-1, -1, -1, -1, A_NORMAL, A_NORMAL},
		[THEME_BRAND] = {230, 22, COLOR_WHITE, COLOR_GREEN, A_BOLD, A_BOLD | A_REVERSE},
		[THEME_TAB] = {252, 238, COLOR_BLACK, COLOR_WHITE, A_NORMAL, A_REVERSE},
		[THEME_TAB_ACTIVE] = {230, 22, COLOR_WHITE, COLOR_GREEN, A_BOLD, A_BOLD},
		[THEME_BORDER] = {244, -1, -1, -1, A_NORMAL, A_NORMAL},
		[THEME_TITLE] = {114, -1, COLOR_GREEN, -1, A_BOLD, A_BOLD},
		[THEME_HEADING] = {114, -1, COLOR_GREEN, -1, A_UNDERLINE, A_UNDERLINE},
		[THEME_LABEL] = {109, -1, COLOR_CYAN, -1, A_NORMAL, A_NORMAL},
		[THEME_MUTED] = {246, -1, -1, -1, A_NORMAL, A_DIM},
		[THEME_STRONG] = {-1, -1, -1, -1, A_BOLD, A_BOLD},
		[THEME_CURSOR] = {231, 24, COLOR_WHITE, COLOR_BLUE, A_BOLD, A_REVERSE},
		[THEME_CURSOR_IDLE] = {252, 238, -1, -1, A_UNDERLINE, A_UNDERLINE},
		[THEME_MARKED] = {221, -1, COLOR_YELLOW, -1, A_BOLD, A_BOLD},
		[THEME_INPUT] = {252, 236, -1, -1, A_UNDERLINE, A_UNDERLINE},
		[THEME_INPUT_FOCUS] = {231, 237, -1, -1, A_UNDERLINE | A_BOLD, A_UNDERLINE | A_BOLD},
		[THEME_MATCH] = {221, -1, COLOR_YELLOW, -1, A_BOLD, A_BOLD | A_UNDERLINE},
		[THEME_TOTAL] = {-1, -1, -1, -1, A_BOLD, A_BOLD},
		[THEME_BAR] = {71, -1, COLOR_GREEN, -1, A_NORMAL, A_NORMAL},
		[THEME_TARGET] = {221, -1, COLOR_YELLOW, -1, A_BOLD, A_BOLD},
		[THEME_SERIES_1] = {71, -1, COLOR_GREEN, -1, A_NORMAL, A_NORMAL},
		[THEME_SERIES_2] = {75, -1, COLOR_BLUE, -1, A_NORMAL, A_NORMAL},
		[THEME_SERIES_3] = {179, -1, COLOR_YELLOW, -1, A_NORMAL, A_NORMAL},
		[THEME_SERIES_4] = {140, -1, COLOR_MAGENTA, -1, A_NORMAL, A_NORMAL},
		[THEME_SERIES_5] = {80, -1, COLOR_CYAN, -1, A_NORMAL, A_NORMAL},
		[THEME_SERIES_6] = {174, -1, COLOR_RED, -1, A_NORMAL, A_NORMAL},
		[THEME_HEAT_1] = {255, 22, -1, -1, A_NORMAL, A_NORMAL},
		[THEME_HEAT_2] = {231, 28, COLOR_GREEN, -1, A_NORMAL, A_NORMAL},
		[THEME_HEAT_3] = {16, 34, COLOR_GREEN, -1, A_BOLD, A_BOLD},
		[THEME_HEAT_4] = {16, 83, COLOR_BLACK, COLOR_GREEN, A_NORMAL, A_BOLD | A_REVERSE},
		[THEME_NEGATIVE] = {203, -1, COLOR_RED, -1, A_NORMAL, A_NORMAL},
		[THEME_GOOD] = {114, -1, COLOR_GREEN, -1, A_NORMAL, A_NORMAL},
		[THEME_WARNING] = {221, -1, COLOR_YELLOW, -1, A_BOLD, A_BOLD},
		[THEME_ERROR] = {203, -1, COLOR_RED, -1, A_BOLD, A_BOLD},
		[THEME_MESSAGE] = {-1, -1, -1, -1, A_NORMAL, A_NORMAL},
		[THEME_KEY] = {221, 236, COLOR_YELLOW, -1, A_BOLD, A_BOLD},
		[THEME_KEY_LABEL] = {250, 236, -1, -1, A_NORMAL, A_NORMAL},
		[THEME_POPUP] = {252, 235, -1, -1, A_NORMAL, A_NORMAL},
	},
	[THEME_HIGH_CONTRAST] = {
		[THEME_NORMAL] = {231, 16, COLOR_WHITE, COLOR_BLACK, A_BOLD, A_NORMAL},
		[THEME_BRAND] = {16, 231, COLOR_BLACK, COLOR_WHITE, A_NORMAL, A_REVERSE},
		[THEME_TAB] = {231, 16, COLOR_WHITE, COLOR_BLACK, A_BOLD, A_NORMAL},
		[THEME_TAB_ACTIVE] = {16, 226, COLOR_BLACK, COLOR_YELLOW, A_NORMAL, A_REVERSE | A_BOLD},
		[THEME_BORDER] = {231, 16, COLOR_WHITE, COLOR_BLACK, A_BOLD, A_NORMAL},
		[THEME_TITLE] = {226, 16, COLOR_YELLOW, COLOR_BLACK, A_BOLD, A_BOLD},
		[THEME_HEADING] = {226, 16, COLOR_YELLOW, COLOR_BLACK, A_BOLD | A_UNDERLINE, A_UNDERLINE},
		[THEME_LABEL] = {51, 16, COLOR_CYAN, COLOR_BLACK, A_BOLD, A_NORMAL},
		[THEME_MUTED] = {231, 16, COLOR_WHITE, COLOR_BLACK, A_NORMAL, A_NORMAL},
		[THEME_STRONG] = {231, 16, COLOR_WHITE, COLOR_BLACK, A_BOLD | A_UNDERLINE, A_BOLD},
		[THEME_CURSOR] = {16, 226, COLOR_BLACK, COLOR_YELLOW, A_NORMAL, A_REVERSE},
		[THEME_CURSOR_IDLE] = {16, 231, COLOR_BLACK, COLOR_WHITE, A_NORMAL, A_UNDERLINE},
		[THEME_MARKED] = {226, 16, COLOR_YELLOW, COLOR_BLACK, A_BOLD, A_BOLD},
		[THEME_INPUT] = {231, 16, COLOR_WHITE, COLOR_BLACK, A_BOLD | A_UNDERLINE, A_UNDERLINE},
		[THEME_INPUT_FOCUS] = {16, 51, COLOR_BLACK, COLOR_CYAN, A_NORMAL, A_REVERSE},
		[THEME_MATCH] = {226, 16, COLOR_YELLOW, COLOR_BLACK, A_BOLD | A_UNDERLINE, A_UNDERLINE},
		[THEME_TOTAL] = {231, 16, COLOR_WHITE, COLOR_BLACK, A_BOLD | A_UNDERLINE, A_BOLD},
		[THEME_BAR] = {46, 16, COLOR_GREEN, COLOR_BLACK, A_BOLD, A_NORMAL},
		[THEME_TARGET] = {226, 16, COLOR_YELLOW, COLOR_BLACK, A_BOLD, A_BOLD},
		[THEME_SERIES_1] = {46, 16, COLOR_GREEN, COLOR_BLACK, A_BOLD, A_NORMAL},
		[THEME_SERIES_2] = {231, 16, COLOR_WHITE, COLOR_BLACK, A_BOLD, A_NORMAL},
		[THEME_SERIES_3] = {226, 16, COLOR_YELLOW, COLOR_BLACK, A_BOLD, A_NORMAL},
		[THEME_SERIES_4] = {213, 16, COLOR_MAGENTA, COLOR_BLACK, A_BOLD, A_NORMAL},
		[THEME_SERIES_5] = {51, 16, COLOR_CYAN, COLOR_BLACK, A_BOLD, A_NORMAL},
		[THEME_SERIES_6] = {208, 16, COLOR_RED, COLOR_BLACK, A_BOLD, A_NORMAL},
		[THEME_HEAT_1] = {231, 16, COLOR_WHITE, COLOR_BLACK, A_BOLD, A_NORMAL},
		[THEME_HEAT_2] = {231, 22, COLOR_GREEN, COLOR_BLACK, A_BOLD, A_NORMAL},
		[THEME_HEAT_3] = {16, 40, COLOR_GREEN, COLOR_BLACK, A_BOLD | A_UNDERLINE, A_BOLD},
		[THEME_HEAT_4] = {16, 226, COLOR_BLACK, COLOR_GREEN, A_NORMAL, A_BOLD | A_REVERSE},
		[THEME_NEGATIVE] = {210, 16, COLOR_RED, COLOR_BLACK, A_BOLD | A_UNDERLINE, A_NORMAL},
		[THEME_GOOD] = {46, 16, COLOR_GREEN, COLOR_BLACK, A_BOLD, A_NORMAL},
		[THEME_WARNING] = {16, 226, COLOR_BLACK, COLOR_YELLOW, A_NORMAL, A_BOLD},
		[THEME_ERROR] = {231, 124, COLOR_WHITE, COLOR_RED, A_BOLD, A_BOLD | A_REVERSE},
		[THEME_MESSAGE] = {231, 16, COLOR_WHITE, COLOR_BLACK, A_BOLD, A_NORMAL},
		[THEME_KEY] = {226, 16, COLOR_YELLOW, COLOR_BLACK, A_BOLD, A_BOLD},
		[THEME_KEY_LABEL] = {231, 16, COLOR_WHITE, COLOR_BLACK, A_BOLD, A_NORMAL},
		[THEME_POPUP] = {231, 16, COLOR_WHITE, COLOR_BLACK, A_BOLD, A_NORMAL},
	},
};

static const char *const theme_ids[THEME_NAMES] = {"default", "high-contrast", "mono"};

static const struct glyphs unicode_glyphs = {true, "─", "│", "┌", "┐", "└", "┘", "├", "┤",
	{" ", "▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"},
	{" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"},
	{" ", "░", "▒", "▓", "█"}, "━", "✓", "✓", "▲", "▼", "▸"};
static const struct glyphs ascii_glyphs = {false, "-", "|", "+", "+", "+", "+", "+", "+",
	{" ", " ", " ", " ", " ", " ", " ", " ", "#"},
	{" ", ".", ":", "-", "=", "+", "*", "%", "#"},
	{" ", ".", ":", "=", "#"}, "=", "*", "*", "^", "v", ">"};

bool theme_parse(const char *text, enum theme_name *name)
{
	for (int i = 0; i < THEME_NAMES; i++) {
		if (strcmp(text, theme_ids[i]) == 0) {
			*name = (enum theme_name)i;
			return true;
		}
	}
	return false;
}

void theme_colours(enum theme_name name, enum theme_role role, int *foreground, int *background)
{
	assert(name < THEME_NAMES && role < THEME_COUNT);

	const struct look *look = &looks[name == THEME_MONO ? THEME_DEFAULT : name][role];

	*foreground = look->fg256;
	*background = look->bg256;
}

void theme_init(struct theme *theme, enum theme_name name)
{
	assert(name < THEME_NAMES);

	const struct look *table = looks[name == THEME_MONO ? THEME_DEFAULT : name];
	const char *no_color = getenv("NO_COLOR");
	const bool wanted = name != THEME_MONO && !(no_color && *no_color) && has_colors();

	theme->name = name;
	/* COLORS is only known after start_color() */
	theme->colour = wanted && start_color() == OK && COLORS >= 8 && COLOR_PAIRS > THEME_COUNT;
	if (theme->colour)
		use_default_colors();
	for (int i = 0; i < THEME_COUNT; i++) {
		const struct look *look = &table[i];
		const short pair = (short)(i + 1);

		theme->attributes[i] = look->without;
		if (!theme->colour)
			continue;
		if (COLORS >= 256)
			init_pair(pair, look->fg256, look->bg256);
		else
			init_pair(pair, look->fg, look->bg);
		theme->attributes[i] = look->with_colour | (attr_t)COLOR_PAIR(pair);
	}
	theme_set_glyphs(theme, false);
}

void theme_set_glyphs(struct theme *theme, bool narrow_proved)
{
	theme->glyphs = narrow_proved ? unicode_glyphs : ascii_glyphs;
}
