/* rollup_stack - the rows of the rollup screen as stacked bars: each by problem types, or by tools
 * where problem types are the rows, with a legend below. For rollup_chart.c. */
#ifndef UI_ROLLUP_ROLLUP_STACK_H
#define UI_ROLLUP_ROLLUP_STACK_H

#include "base/error.h"
#include "model/table.h"
#include "ui/term/draw.h"
#include "ui/term/event.h"

struct app;
struct rollup;

struct rollup_stack {
	struct table table; /* the rows of the screen's table, with a column for each part and figure */
	bool has_table;
	int parts;          /* enum dimension that the bars are broken down by */
	VEC(const char *) names; /* of the parts that have anything, in the table's arena */
	VEC(int64_t) groups;     /* their codes, as of table_column.group */
	VEC(int) rows;      /* of table, by row of the screen's; -1 = none */
	size_t top;         /* first row shown */
	struct area area;   /* of the bars, as of the last draw */
};

/* Reads the parts of the rows that the screen has now. */
bool rollup_stack_read(struct app *app, struct rollup *rollup, struct rollup_stack *stack,
	struct error *err);
void rollup_stack_drop(struct rollup_stack *stack);
void rollup_stack_free(struct rollup_stack *stack);
void rollup_stack_draw(struct rollup *rollup, struct rollup_stack *stack, struct canvas *canvas,
	struct area area);
/* The row under the mouse becomes the cursor's; false outside of the bars. */
bool rollup_stack_mouse(struct rollup *rollup, const struct rollup_stack *stack,
	const struct event *event, bool *opened);

#endif
