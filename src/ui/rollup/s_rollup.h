/* s_rollup - any table of the year's figures, and the way down to the projects (screens.md §4). */
#ifndef UI_ROLLUP_S_ROLLUP_H
#define UI_ROLLUP_S_ROLLUP_H

#include "ui/app/app.h"

/* What to show; NULL for the table by problem type. */
struct rollup_argument {
	const char *named;   /* id of a ready-made table (rollup/named.h) */
	const char *unit;    /* code of the only unit shown; NULL or the body's = all */
	bool fewest_first;   /* sorted by the number of projects: who has none comes first */
};
extern const struct screen_ops s_rollup_ops;

/* Opens one above the present screen. */
static inline bool rollup_open(struct app *app, const struct rollup_argument *argument)
{
	return app_open(app, "rollup", argument);
}
bool rollup_place(struct app *app, const void *argument);

#endif
