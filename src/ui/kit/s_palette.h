/* s_palette - every command that works on a screen, found by a few letters of its name. */
#ifndef UI_KIT_S_PALETTE_H
#define UI_KIT_S_PALETTE_H

#include "ui/app/screen.h"

struct s_palette_argument {
	const struct screen *below; /* whose commands */
	enum action *chosen;        /* set when one is chosen */
};
extern const struct screen_ops s_palette_ops;

#endif
