/* s_units - the unit tree of a fiscal year, and its reorganisation act by act. */
#ifndef UI_OFFICE_S_UNITS_H
#define UI_OFFICE_S_UNITS_H

#include <stdbool.h>

struct app;

/* Opens it above the present screen. */
bool units_page_open(struct app *app);

#endif
