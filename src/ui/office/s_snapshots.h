/* s_snapshots - what was frozen: a list, freezing, comparing, and the tables as they were. */
#ifndef UI_OFFICE_S_SNAPSHOTS_H
#define UI_OFFICE_S_SNAPSHOTS_H

#include <stdbool.h>

struct app;

bool snapshot_page_open(struct app *app);

#endif
