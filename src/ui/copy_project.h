/* copy_project - `c`: takes a project over as a draft of a team. */
#ifndef UI_COPY_PROJECT_H
#define UI_COPY_PROJECT_H

#include <stdbool.h>
#include <stdint.h>

struct app;
struct choosing;

/* Asks for the team, copies, and opens the draft in the form. *copy gets its id. False when the user
 * gave up, or with the reason shown. */
bool copy_project(struct app *app, int64_t project_id, int64_t *copy);

#endif
