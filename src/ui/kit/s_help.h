/* s_help - the keys of a screen, or of the whole program, from the table of actions. */
#ifndef UI_KIT_S_HELP_H
#define UI_KIT_S_HELP_H

#include "ui/app/screen.h"

/* Argument: the struct screen to explain. Tab changes between it and everything. */
extern const struct screen_ops s_help_ops;

#endif
