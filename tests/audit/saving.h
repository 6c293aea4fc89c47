/* saving - what a line and a project save, and whether a project counts (domain.md §4, §5). */
#ifndef AUDIT_SAVING_H
#define AUDIT_SAVING_H

#include "world.h"

/* No line and no stage saves more minutes, no cost is higher. */
#define SAVING_MAX INT64_C(60000000000)
#define COST_MAX INT64_C(1000000000000)

/* The months of operation inside the fiscal year of a project: 12 where the start is not known or earlier,
 * 0 where it is later. */
int saving_months_in_operation(const struct project *project);
/* Fills saved and covered, with the periods in the year that the months of operation give where nobody
 * typed them. */
void saving_of_line(struct line *line, int months);
/* Whether it counts, or would but for its figures: by status and exclusion. */
void saving_judge(struct project *project);
/* Fills what follows from the lines, status, exclusion and dates. */
void saving_of_project(struct project *project);

#endif
