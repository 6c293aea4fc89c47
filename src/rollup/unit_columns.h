/* unit_columns - the first columns of tables whose rows are units: names for people, codes too for
 * files.
 */
#ifndef ROLLUP_UNIT_COLUMNS_H
#define ROLLUP_UNIT_COLUMNS_H

#include "model/table.h"
#include "model/unit.h"

/* Adds department, section and team columns (code and name each) as far down as `down_to`
 * (UNIT_DEPARTMENT, UNIT_SECTION or UNIT_TEAM). They are the table's first. */
void unit_columns_add(struct table *table, enum unit_kind down_to);
/* Fills them with the unit and those above it; what does not lie above it stays empty. */
void unit_columns_set(struct table *table, struct table_row *row, const struct unit_tree *tree,
	int node);
/* Puts a text in the name columns' first: 計, なし. */
void unit_columns_label(struct table *table, struct table_row *row, const char *text);

/* count of whole in tenths of a percent, half up. whole > 0. */
int64_t unit_columns_rate(int64_t count, int64_t whole);

#endif
