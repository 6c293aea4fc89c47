/* reminders - the 督促 list: which teams lack what is due, or will be in some days (domain.md §6). */
#ifndef ROLLUP_REMINDERS_H
#define ROLLUP_REMINDERS_H

#include "base/date.h"
#include "model/table.h"
#include "rollup/coverage.h"
#include "rollup/section_record.h"

/* When what is due; year 0 = no date is set, so that nobody is reminded of it. */
struct reminders_due {
	struct date due[COVERAGE_STEP_COUNT];
	struct date today;
	int days_ahead; /* also what falls due in so many days; 0 = today and late only */
};

/* The reminder list: a row per team and missing step, the oldest date first. A team without a
 * project is reminded of registering only. Leaders come from the section records. */
void reminders_table(const struct coverage *coverage, const struct reminders_due *due,
	const struct coverage_filter *filter, const struct section_record *sections,
	size_t section_count, struct table *table);

#endif
