/* rollup_explain - `w`: shows where a figure comes from, down to projects, lines and minutes. */
#ifndef UI_ROLLUP_ROLLUP_EXPLAIN_H
#define UI_ROLLUP_ROLLUP_EXPLAIN_H

#include "ui/rollup/rollup_drill.h"

struct app;

/* What the query counts of the pins and the filter (may be ""), in a viewer; or a message that it
 * is too much to read. */
void rollup_explain(struct app *app, const struct pivot_query *query, const rollup_pins *pins,
	const char *filter);

#endif
