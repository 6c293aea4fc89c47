/* destinations - 使途: where the freed time goes, by percent of each effect line (domain.md §4). */
#ifndef ROLLUP_DESTINATIONS_H
#define ROLLUP_DESTINATIONS_H

#include "base/error.h"
#include "model/destination.h"
#include "model/facts.h"
#include "model/table.h"
#include "rollup/pivot.h"

/* What the lines of a project save that name the same destinations. */
struct destinations_line {
	int64_t project_id;
	struct destination_split split;
	int64_t minutes; /* of the stage and basis asked for */
};

/* Fills an uninitialised table of the query's year, stage and basis, for the projects that count.
 * rows = -1: one row per destination, lines that name none as 未記入, with hours, person-years and
 * share. rows = an enum dimension: its entries with a column of hours per destination beside all of
 * them and their person-years. A line's minutes are divided to the minute, so that the parts sum to
 * it. Refuses sums that do not fit. */
bool destinations_run(const struct facts *facts, const struct destinations_line *lines,
	size_t count, const struct pivot_query *query, int rows,
	const struct pivot_context *context, struct table *table, struct error *err);

#endif
