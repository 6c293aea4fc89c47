/* tables_pivot - the ready-made tables that group projects by one thing. */
#include <stdlib.h>

#include "tables.h"

static void tables_pivot(struct world *world, const struct ask *ask, struct wanted *wanted, struct pivot pivot,
	enum measure more)
{
	static const enum measure usual[] = {PROJECTS, HOURS, PERSON_YEARS};

	pivot.row_count = 1;
	for (size_t m = 0; !pivot.measure_count && m < sizeof usual / sizeof *usual; m++)
		pivot.measures[m] = (struct measured){usual[m], MEASURES};
	if (!pivot.measure_count)
		pivot.measure_count = sizeof usual / sizeof *usual;
	if (more == CHANGE) /* of projects, too */
		pivot.measures[pivot.measure_count++] = (struct measured){CHANGE, PROJECTS};
	if (more != MEASURES)
		pivot.measures[pivot.measure_count++] = (struct measured){more, HOURS};
	pivot_table(world, ask, &pivot, wanted);
}

void tables_types(struct world *world, const struct ask *ask, struct wanted *wanted)
{
	tables_pivot(world, ask, wanted, (struct pivot){.rows = {BY_TYPE}, .column = -1, .all = true}, SHARE);
}

void tables_tools(struct world *world, const struct ask *ask, struct wanted *wanted)
{
	tables_pivot(world, ask, wanted, (struct pivot){.rows = {BY_TOOL}, .column = -1, .all = true}, MEASURES);
}

void tables_departments(struct world *world, const struct ask *ask, struct wanted *wanted)
{
	tables_pivot(world, ask, wanted, (struct pivot){.rows = {BY_DEPARTMENT}, .column = -1, .all = true},
		TEAMS);
}

void tables_sections(struct world *world, const struct ask *ask, struct wanted *wanted)
{
	tables_pivot(world, ask, wanted, (struct pivot){.rows = {BY_SECTION}, .column = -1, .all = true}, TEAMS);
}

void tables_teams(struct world *world, const struct ask *ask, struct wanted *wanted)
{
	tables_pivot(world, ask, wanted, (struct pivot){.rows = {BY_TEAM}, .column = -1, .all = true}, MEASURES);
}

void tables_matrix(struct world *world, const struct ask *ask, struct wanted *wanted)
{
	tables_pivot(world, ask, wanted, (struct pivot){.rows = {BY_TYPE}, .column = BY_TOOL, .all = true,
		.measures = {{PROJECTS, MEASURES}}, .measure_count = 1}, MEASURES);
}

void tables_trend(struct world *world, const struct ask *ask, struct wanted *wanted)
{
	struct ask all = *ask;

	struct wanted plain = {.pool = wanted->pool};
	bool has_target = false;

	all.all_years = true;
	tables_pivot(world, &all, &plain, (struct pivot){.rows = {BY_YEAR}, .column = -1}, CHANGE);
	for (size_t c = 0; c < plain.columns.count; c++)
		wanted_column(wanted, plain.columns.items[c]);
	for (size_t r = 0; r + 1 < plain.rows.count; r++)
		has_target |= tables_goal_minutes(world, atoi(plain.rows.items[r].cells.items[0])) != 0;
	/* what is to be reached within a year by all stands beside what all did, not beside full years or a part */
	has_target &= ask->basis == IN_YEAR && !ask->terms.count && !ask->unit;
	if (has_target)
		wanted_column(wanted, "target_hours");
	for (size_t r = 0; r < plain.rows.count; r++) {
		const bool total = plain.kinds.items[r] == WANTED_TOTAL;
		const wide target = total ? 0 : tables_goal_minutes(world, atoi(plain.rows.items[r].cells.items[0]));

		wanted_row(wanted, plain.kinds.items[r]);
		for (size_t c = 0; c < plain.columns.count; c++)
			wanted_copy(wanted, plain.columns.items[c], plain.rows.items[r].cells.items[c]);
		if (has_target && target)
			wanted_number(wanted, "target_hours", exact_round(target, 60), 0);
	}
	for (size_t r = 0; r < plain.remarks.count; r++)
		wanted_remark(wanted, "%s", plain.remarks.items[r]);
}

void tables_realisation_by(struct world *world, const struct ask *ask, enum dimension rows,
	struct wanted *wanted)
{
	tables_pivot(world, ask, wanted, (struct pivot){.rows = {rows}, .column = -1, .all = true,
		.measures = {{PROJECTS, MEASURES}}, .measure_count = 1}, REALISATION);
}

void tables_realisation(struct world *world, const struct ask *ask, struct wanted *wanted)
{
	tables_realisation_by(world, ask, BY_DEPARTMENT, wanted);
}

/* The years stand across then. */
void tables_trend_by(struct world *world, const struct ask *ask, enum dimension rows, struct wanted *wanted)
{
	struct ask all = *ask;

	all.all_years = true;
	if (rows == BY_YEAR)
		tables_trend(world, ask, wanted);
	else
		tables_pivot(world, &all, wanted, (struct pivot){.rows = {rows}, .column = BY_YEAR,
			.measures = {{PROJECTS, MEASURES}, {HOURS, MEASURES}}, .measure_count = 2}, MEASURES);
}
