/* figures - the effect lines: drawn from the steps of a topic, later seen again. */
#ifndef SAMPLE_FIGURES_H
#define SAMPLE_FIGURES_H

#include "entry.h"

/* Draws the estimate lines of every entry that has none. */
void figures_draw(struct entries *entries);
/* Adds forecasts and actuals where the status calls for them. */
void figures_add_later_stages(struct entries *entries);

#endif
