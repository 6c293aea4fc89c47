/* plan - which team does what, with which tool, so that the published counts come out exactly. */
#ifndef SAMPLE_PLAN_H
#define SAMPLE_PLAN_H

#include "entry.h"

enum { PROBLEM_TYPES = 8, TOOLS = 11 };

extern const char *const tool_codes[TOOLS];
extern const char *const type_names[PROBLEM_TYPES];
/* Hours in the year of each problem type in R7, as published. */
extern const int type_hours[PROBLEM_TYPES];

/* The 746 projects of R7: each team has one, 46 have a second. */
void plan_second_year(struct body *body, struct entries *entries);
/* The 85 of the trial in R6, all in different sections. */
void plan_first_year(struct body *body, struct entries *entries);
/* Marks some of R7 as copied from one of R6 with the same topic and tool. Both arrays must not
 * move afterwards. */
void plan_copies(const struct entries *first, struct entries *second, const struct body *body);

#endif
