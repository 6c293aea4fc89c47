/* details - status, dates, further tools, costs, people, UUIDs and numbers of the projects. */
#ifndef SAMPLE_DETAILS_H
#define SAMPLE_DETAILS_H

#include "entry.h"

/* Before the figures: what tells from which month a project runs. */
void details_schedule(struct entries *entries);
/* After the plan: everything else. */
void details_fill(struct body *body, struct entries *entries);
/* Numbers in the order of registration; sorts the entries by them. */
void details_number(struct entries *entries);

#endif
