/* s_snapshots - what was frozen: a list, freezing, comparing, and the tables as they were. */
#ifndef UI_OFFICE_S_SNAPSHOTS_H
#define UI_OFFICE_S_SNAPSHOTS_H

#include "ui/app/app.h"

/* Opens it above the present screen. */
static inline bool snapshots_open(struct app *app)
{
	return app_open(app, "snapshots", NULL);
}
bool snapshots_place(struct app *app, const void *argument);

#endif
