/* s_viewer - a text to read: scrolls, wraps at the width of the terminal, can be copied. */
#ifndef UI_KIT_S_VIEWER_H
#define UI_KIT_S_VIEWER_H

#include <stdbool.h>

struct app;

/* Opens it above the present screen; title and text are copied. The title is translated. */
bool viewer_open(struct app *app, const char *title, const char *text);

#endif
