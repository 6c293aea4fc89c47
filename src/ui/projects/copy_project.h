/* copy_project - `c`: takes a project over as a draft of a team. */
#ifndef UI_PROJECTS_COPY_PROJECT_H
#define UI_PROJECTS_COPY_PROJECT_H

#include <stdbool.h>
#include <stdint.h>

struct app;
struct choosing;

/* Asks for the team (unless there is one: a code), copies, and opens the draft in the form. *copy gets
 * its id, *chosen (may be NULL; caller frees) the code of the team. False when the user gave up, or
 * with the reason shown. */
bool copy_project(struct app *app, int64_t project_id, const char *team, char **chosen,
	int64_t *copy);

#endif
