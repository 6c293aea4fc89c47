/* figures - the effect lines: drawn freely, then fitted to the published hours. */
#ifndef SAMPLE_FIGURES_H
#define SAMPLE_FIGURES_H

#include "entry.h"

/* Draws the estimate lines of every entry that has none. */
void figures_draw(struct entries *entries);
/* Changes numbers of cases, and at the last the minutes of one line, until the entries of that
 * problem type (0 = all) come to so many hours in the year; written ones stay as they are.
 * Ends the program when that cannot be done. */
void figures_fit(struct entries *entries, int type, int hours);
/* Adds forecasts and actuals where the status calls for them. */
void figures_add_later_stages(struct entries *entries);

#endif
