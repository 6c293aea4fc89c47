/* doubtful - the table of doubtful effect lines (model/doubt.h): a row for each doubt about a line. */
#ifndef ROLLUP_DOUBTFUL_H
#define ROLLUP_DOUBTFUL_H

#include <stddef.h>

#include "model/doubt.h"
#include "model/project.h"
#include "model/table.h"
#include "model/unit.h"

struct doubtful_line {
	const struct project *project;
	size_t effect;              /* in the project's effects */
	enum doubt doubt;
	int64_t compared;           /* minutes that the saving stands beside; only where has_compared */
	bool has_compared;
	const struct project *same; /* whose line names the same work; NULL = none */
	int same_line;
};

/* What the table is of. */
struct doubtful_scope {
	int fiscal_year;
	enum basis basis;
	int hours_per_person_year;
	const char *body;
	const struct unit_tree *units; /* of the year */
};

/* The rows in the order of project, line, stage, doubt; their key is the project's id. A note says how many
 * lines of how many projects they are about. */
void doubtful_table(struct doubtful_line *lines, size_t count, const struct doubtful_scope *scope,
	struct table *table);

#endif
