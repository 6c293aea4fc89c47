/* rollup_cells - how large a figure is, seen at a glance: a bar at the right for the column of the
 * cursor, a bar beside each figure, or each figure shaded by its size (a heat map). */
#ifndef UI_ROLLUP_ROLLUP_CELLS_H
#define UI_ROLLUP_ROLLUP_CELLS_H

#include "base/vec.h"
#include "model/table.h"
#include "ui/widget/w_table.h"

enum rollup_look { ROLLUP_BAR, ROLLUP_BARS, ROLLUP_SHADES, ROLLUP_PLAIN, ROLLUP_LOOKS };

struct rollup_cells {
	enum rollup_look look;
	const struct table *table;
	VEC(int64_t) largest; /* by column; the pivot columns of one measure share theirs */
};

/* Another table or another look; view is set to draw it. */
void rollup_cells_set(struct rollup_cells *cells, enum rollup_look look, const struct table *table,
	struct w_table *view);
/* Before each draw: which column's bar stands in the room at the right. */
void rollup_cells_fill_room(const struct rollup_cells *cells, struct w_table *view);
void rollup_cells_free(struct rollup_cells *cells);
const char *rollup_look_label(enum rollup_look look);
/* 0 for nothing to 4 for the largest quarter. */
int rollup_cells_level(const struct rollup_cells *cells, size_t row, size_t column);

#endif
