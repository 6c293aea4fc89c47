/* fractions - what the freed time of each section is of a person: in hundredths of a person-year and in
 * minutes of a working day. Tenths are 0.0 for most sections, and 0.0 tells nobody anything. */
#ifndef ROLLUP_FRACTIONS_H
#define ROLLUP_FRACTIONS_H

#include "rollup/pivot.h"

/* Fills an uninitialised table of the query's year, stage and basis: a row for each section with teams,
 * hours, person-years, and minutes a working day of the section and of each of its teams. The context
 * must have units. */
bool fractions_run(const struct facts *facts, const struct pivot_query *query,
	const struct pivot_context *context, int working_days, struct table *table, struct error *err);

#endif
