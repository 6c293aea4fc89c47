/* tieout - 検算: proves a table before it is shown or leaves (domain.md §5). */
#ifndef ROLLUP_TIEOUT_H
#define ROLLUP_TIEOUT_H

#include "base/error.h"
#include "model/table.h"

/* What the table's total must be, from an independent source (the stored lines); -1 = not known. */
struct tieout_expected {
	int64_t projects;
	int64_t minutes;
	bool has_minutes;
	int64_t stages[STAGE_COUNT]; /* minutes by stage, for tables of every stage */
	bool has_stages;
	int64_t before; /* minutes that the work took, where it is known; has_minutes */
};

/* Cross-foots: every additive column's rows (and subtotals) sum to its total, every row's pivot
 * columns sum to the row's total columns, totals equal expected (may be NULL). Exact values, not
 * the rounded ones. Teams and any-tool counts are not additive and are passed over. Sets
 * table->ties; false with the first difference named: row, column, both figures. */
bool tieout_check(struct table *table, const struct tieout_expected *expected, struct error *err);

#endif
