/* s_units - the unit tree of a fiscal year, and its reorganisation act by act. */
#ifndef UI_OFFICE_S_UNITS_H
#define UI_OFFICE_S_UNITS_H

#include "ui/app/app.h"

/* Opens it above the present screen. */
static inline bool units_open(struct app *app)
{
	return app_open(app, "units", NULL);
}
bool units_place(struct app *app, const void *argument);

#endif
