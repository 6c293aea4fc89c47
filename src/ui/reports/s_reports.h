/* s_reports - what leaves the program (screens.md §5): the ready-made tables and the case sheets, each
 * with a preview. */
#ifndef UI_REPORTS_S_REPORTS_H
#define UI_REPORTS_S_REPORTS_H

#include "ui/app/screen.h"

extern const struct screen_ops s_reports_ops;

/* Opens a ready-made table, by its place in named_tables, on a page of its own. */
void reports_open(struct app *app, size_t table);

#endif
