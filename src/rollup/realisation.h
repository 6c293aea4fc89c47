/* realisation - 実現率 project by project; by units, types and tools it is a measure of any pivot. */
#ifndef ROLLUP_REALISATION_H
#define ROLLUP_REALISATION_H

#include <stddef.h>

#include "base/error.h"
#include "model/effect.h"
#include "model/table.h"

/* A project that counts. Texts are borrowed. */
struct realisation_project {
	int64_t id;
	const char *number, *title, *section, *status; /* status for people */
	int64_t minutes[STAGE_COUNT]; /* of one basis */
	bool has_actual;              /* there are actual figures, though they may be 0 */
};

/* One row per project in the order given, its id as key: estimate, forecast, actual, and the rate of
 * those that have actual figures; the total's rate is that of those together. Refuses sums that do not
 * fit. */
bool realisation_table(const struct realisation_project *projects, size_t count, int fiscal_year,
	enum basis basis, int hours_per_person_year, const char *body, struct table *table,
	struct error *err);

#endif
