/* fit - brings drawn effect lines to the published hours without leaving a trace in them. */
#ifndef SAMPLE_FIT_H
#define SAMPLE_FIT_H

#include "entry.h"

/* Changes numbers of cases, and at the last the minutes of one line, until the entries of that
 * problem type (0 = all) come to so many hours in the year; written ones stay as they are.
 * Ends the program when that cannot be done. */
void fit_hours(struct entries *entries, int type, int hours);
#endif
