/* s_similar - the projects most like one: what can be taken over (横展開). */
#ifndef UI_PROJECTS_S_SIMILAR_H
#define UI_PROJECTS_S_SIMILAR_H

#include <stdbool.h>
#include <stdint.h>

struct app;
struct project;

/* Lists them above the present screen; Enter opens one, `c` copies it. False with the reason shown. */
bool similar_open(struct app *app, const struct project *project);

#endif
