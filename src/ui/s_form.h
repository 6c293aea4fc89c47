/* s_form - one project, edited: sections at the left, fields at the right (screens.md §3). */
#ifndef UI_S_FORM_H
#define UI_S_FORM_H

#include <stdint.h>

struct app;

/* Opens the form above the present screen; project_id 0 = a new project of the session's fiscal
 * year. Where it cannot be opened it says why. */
void form_open(struct app *app, int64_t project_id);

#endif
