/* sheets - the files, in the form that `uraniwa import` takes, with plain LF line ends. */
#ifndef SAMPLE_SHEETS_H
#define SAMPLE_SHEETS_H

#include "entry.h"

enum { SHEETS_YEARS = 2 };

/* Writes units.csv, people.csv, leaders.csv, projects.csv, effects.csv and those below into the
 * folder; a file that cannot be written ends the program. */
void sheets_write(const struct body *body, const struct entries years[SHEETS_YEARS], const char *folder);
/* training.csv and targets.csv, from sheets_office.c. */
void sheets_write_training(const struct body *body, const char *folder);
void sheets_write_targets(const struct body *body, const char *folder);

#endif
