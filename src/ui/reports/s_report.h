/* s_report - a ready-made table on a page of its own: coverage board, reminders, review sheets, …
 * Its rows lead to the projects behind them. */
#ifndef UI_REPORTS_S_REPORT_H
#define UI_REPORTS_S_REPORT_H

#include "ui/app/app.h"

/* Tab 5: the table of indicators; its rows lead to the indicators' own pages. */
extern const struct screen_ops s_indicators_ops;

struct report_argument {
	const char *id;   /* of rollup/named.h */
	const char *unit; /* code of the only unit shown; NULL or "" = all */
	int missing;      /* only teams that lack this enum coverage_step; -1 = all */
};
/* Opens it above the present screen. */
static inline bool report_open(struct app *app, const struct report_argument *argument)
{
	return app_open(app, "report", argument);
}
bool report_place(struct app *app, const void *argument);

#endif
