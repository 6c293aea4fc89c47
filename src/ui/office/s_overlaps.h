/* s_overlaps - possible double counting, and the office's word on it. */
#ifndef UI_OFFICE_S_OVERLAPS_H
#define UI_OFFICE_S_OVERLAPS_H

#include "ui/app/app.h"

/* Opens it above the present screen. */
static inline bool overlaps_open(struct app *app)
{
	return app_open(app, "overlaps", NULL);
}
bool overlaps_place(struct app *app, const void *argument);

#endif
