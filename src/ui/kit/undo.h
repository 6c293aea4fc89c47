/* undo - takes back the user's changes, and does them again, after naming what a step does and asking. */
#ifndef UI_KIT_UNDO_H
#define UI_KIT_UNDO_H

#include <stdbool.h>

#include "store/history_store.h"

struct app;

/* The next step one way. True when it was done; every screen reloads then. Says what happened. */
bool undo_step(struct app *app, enum history_way way);
/* The list of all steps both ways; Enter goes to the one of the cursor. */
bool undo_list(struct app *app);

#endif
