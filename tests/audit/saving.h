/* saving - what a line and a project save, and whether a project counts (domain.md §4, §5). */
#ifndef AUDIT_SAVING_H
#define AUDIT_SAVING_H

#include "world.h"

/* No line and no stage saves more minutes, no cost is higher. */
#define SAVING_MAX INT64_C(60000000000)
#define COST_MAX INT64_C(1000000000000)

/* Fills saved and covered. */
void saving_of_line(struct line *line);
/* Fills what follows from the lines, status, exclusion and dates. */
void saving_of_project(struct project *project);
/* The months of a line that say how many cases there were, April first. */
void saving_months(const struct line *line, int64_t months[12]);

#endif
