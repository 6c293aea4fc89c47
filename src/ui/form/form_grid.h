/* form_grid - a pop-up with a few numbers to type: months, percentages. */
#ifndef UI_FORM_FORM_GRID_H
#define UI_FORM_FORM_GRID_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct app;

enum { FORM_GRID_MAX = 12 };
struct form_grid {
	const char *title;
	const char *labels[FORM_GRID_MAX]; /* translated */
	int64_t values[FORM_GRID_MAX];     /* in and out */
	size_t count;
	int columns; /* side by side; numbers run along the rows */
	bool sum;    /* shows the total */
};
/* Blocks until the user accepts (true) or gives up. */
bool form_grid_run(struct app *app, struct form_grid *grid);

#endif
