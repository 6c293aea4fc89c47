/* undo - `u`: takes back the user's last change, after naming it and asking. */
#ifndef UI_UNDO_H
#define UI_UNDO_H

#include <stdbool.h>

struct app;

/* True when something was taken back; every screen reloads then. Says what happened. */
bool undo_last(struct app *app);

#endif
