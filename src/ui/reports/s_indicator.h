/* s_indicator - one indicator on a page of its own: its trend with the target line, its years and
 * months in figures; a goal in hours as flow and as stock. */
#ifndef UI_REPORTS_S_INDICATOR_H
#define UI_REPORTS_S_INDICATOR_H

#include <stdbool.h>

struct app;

/* Opens it above the present screen; code is the indicator's. */
bool indicator_open(struct app *app, const char *code);

#endif
