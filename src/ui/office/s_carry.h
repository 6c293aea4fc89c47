/* s_carry - what would come over from last year in one of the office's tables, and taking it over. */
#ifndef UI_OFFICE_S_CARRY_H
#define UI_OFFICE_S_CARRY_H

#include "ui/app/app.h"

/* Opens it above the present screen; id: of a table whose rows are carried over. */
bool carry_open(struct app *app, const char *id);

#endif
