/* s_form - the form of one project (screens.md, '3 取組の編集'). */
#ifndef UI_FORM_S_FORM_H
#define UI_FORM_S_FORM_H

#include "ui/app/app.h"

/* Opens the form above the present screen, for a stored project or a new one (0) of the session's
 * fiscal year, and offers what was left unsaved last time. False with the reason shown when there
 * is no such project or the user may not change it. */
static inline bool form_open(struct app *app, int64_t project_id)
{
	return app_open(app, "form", &project_id);
}
/* As a place of ui.c's: its argument is the id (int64_t). */
bool form_place(struct app *app, const void *argument);

#endif
