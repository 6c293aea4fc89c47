/* move_ask - asks for a yes before doubtful figures are handed in. */
#ifndef UI_KIT_MOVE_ASK_H
#define UI_KIT_MOVE_ASK_H

#include "ui/app/app.h"

/* True where nothing of the stored projects is doubtful, or the user says that it is right all the same. */
bool move_ask(struct app *app, const int64_t *ids, size_t count, enum status to);

#endif
