/* s_home - where the user lands: what the year comes to, what is to be done, what others did
 * (screens.md §1). */
#ifndef UI_HOME_S_HOME_H
#define UI_HOME_S_HOME_H

#include "ui/app/screen.h"

/* Takes no argument. */
extern const struct screen_ops s_home_ops;

#endif
