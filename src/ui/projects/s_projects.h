/* s_projects - the list of projects with its preview (screens.md §2). */
#ifndef UI_PROJECTS_S_PROJECTS_H
#define UI_PROJECTS_S_PROJECTS_H

#include "ui/app/app.h"

/* Opens a list above the present screen, as a drill-down does; back returns there. filter is an
 * expression of model/filter.h: "" = all of the session's fiscal year, NULL = those of the user's
 * own unit. False with a message shown when it cannot be read. */
static inline bool projects_open(struct app *app, const char *filter)
{
	return app_open(app, "projects", filter);
}
bool projects_place(struct app *app, const void *argument);

/* The list itself; its argument is such a filter (const char *). */
extern const struct screen_ops s_projects_ops;

#endif
