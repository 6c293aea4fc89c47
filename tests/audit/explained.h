/* explained - what the program says of where a figure comes from: on each level the parts come to the whole,
 * and the whole is the figure explained. */
#ifndef AUDIT_EXPLAINED_H
#define AUDIT_EXPLAINED_H

#include "grid.h"
#include "program.h"
#include "sums.h"
#include "tally.h"

/* The total, in minutes, stands on the first line; every other line with minutes is a part of the line above
 * it that is indented less. */
void explained_total(struct tally *tally, struct pool *pool, const char *name, const struct answer *answer,
	wide minutes);
/* Tables with rows of their own: the line of the total shows every figure of the table's total, as people
 * read them. grid: the same table as CSV. */
void explained_figures(struct tally *tally, struct pool *pool, const char *name, const struct answer *answer,
	const struct grid *grid);
/* One project: its stages and bases, each with its minutes. */
void explained_project(struct tally *tally, struct pool *pool, const struct answer *answer,
	const struct project *project);

#endif
