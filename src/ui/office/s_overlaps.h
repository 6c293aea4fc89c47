/* s_overlaps - possible double counting, and the office's word on it. */
#ifndef UI_OFFICE_S_OVERLAPS_H
#define UI_OFFICE_S_OVERLAPS_H

#include <stdbool.h>

struct app;

bool overlap_page_open(struct app *app);

#endif
