/* s_similar - the projects most like one: what can be taken over (横展開). */
#ifndef UI_PROJECTS_S_SIMILAR_H
#define UI_PROJECTS_S_SIMILAR_H

#include "ui/app/app.h"

struct project;

/* Lists them above the present screen; Enter opens one, `c` copies it. False with the reason shown. */
static inline bool similar_open(struct app *app, const struct project *project)
{
	return app_open(app, "similar", project);
}
bool similar_place(struct app *app, const void *argument);

#endif
