/* s_admin - the office's own pages (screens.md §7): a menu of them. */
#ifndef UI_S_ADMIN_H
#define UI_S_ADMIN_H

#include "ui/screen.h"

extern const struct screen_ops s_admin_ops;

#endif
