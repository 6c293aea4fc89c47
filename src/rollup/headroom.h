/* headroom - 横展開の余地: of all cases a year, those that projects cover, and what full use would
 * save. */
#ifndef ROLLUP_HEADROOM_H
#define ROLLUP_HEADROOM_H

#include <stddef.h>

#include "base/error.h"
#include "model/effect.h"
#include "model/table.h"

/* A line that says how many cases there are. Texts are borrowed. */
struct headroom_line {
	int64_t project_id;
	const char *number, *title, *section, *label;
	struct headroom headroom; /* where lack is HEADROOM_KNOWN */
	int line;
	enum headroom_lack lack;
};

/* One row per line, the most to be won first, then by number; its key is the project's id. The hours
 * are those of a full year. Lines that lack something are no rows: notes name them, and say what.
 * Refuses sums that do not fit. */
bool headroom_table(const struct headroom_line *lines, size_t count, int fiscal_year,
	enum stage stage, int hours_per_person_year, const char *body, struct table *table,
	struct error *err);

#endif
