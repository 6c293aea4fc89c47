/* explained - what the program says of where a figure comes from: on each level the parts come to the whole,
 * and the whole is the figure explained. */
#ifndef AUDIT_EXPLAINED_H
#define AUDIT_EXPLAINED_H

#include "program.h"
#include "sums.h"
#include "tally.h"

/* "…: △1,520分 = △25時間20分 = △0.0人役": the minutes; false where a line has none. Lines of effects, which begin
 * with their number, are leaves and have none. */
bool explained_minutes(const char *line, size_t length, wide *minutes);
/* The total, in minutes, stands on the first line; every other line with minutes is a part of the line above
 * it that is indented less. */
void explained_total(struct tally *tally, struct pool *pool, const char *name, const struct answer *answer,
	wide minutes);
/* One project: its stages and bases, each with its minutes. */
void explained_project(struct tally *tally, struct pool *pool, const struct answer *answer,
	const struct project *project);

#endif
