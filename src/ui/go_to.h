/* go_to - `0`: any page of the office and any ready-made table, by one more key. */
#ifndef UI_GO_TO_H
#define UI_GO_TO_H

#include "ui/app/app.h"

/* Lists them, each with its letter; what is chosen opens above the present screen. */
void go_to_run(struct app *app);
/* Goes to a tab ("home"), or opens a page of the office ("office/people") or a ready-made table
 * ("reports/coverage") above the present screen. The part before / can be left out where one page alone
 * has the name. False, with the reason, when none or several have it. */
bool go_to_named(struct app *app, const char *name, struct error *err);

#endif
