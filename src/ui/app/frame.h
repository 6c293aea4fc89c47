/* frame - what stands around every screen: tabs, year, unit and user above; messages and the keys
 * that work here below. All of it comes from the tables of tabs.c and action.c. */
#ifndef UI_APP_FRAME_H
#define UI_APP_FRAME_H

#include "ui/app/app.h"

enum { FRAME_ROWS_MIN = 12, FRAME_COLUMNS_MIN = 40 };

/* The area of the screens; empty when the terminal is too small for any. */
struct area frame_area(void);
/* Draws everything, or the plea for a larger terminal. */
void frame_draw(struct app *app);
/* What a click on the frame means; ACTION_NONE for nothing. */
enum action frame_click(const struct app *app, int y, int x);

#endif
