/* ask_filter - a pop-up line for a filter, with what may be typed next offered below it. */
#ifndef UI_KIT_ASK_FILTER_H
#define UI_KIT_ASK_FILTER_H

struct app;

/* The expression of model/filter.h that was typed, which can be read; caller frees. NULL = given up.
 * What cannot be read is typed on, with the reason below. */
char *ask_filter(struct app *app, const char *initial);

#endif
