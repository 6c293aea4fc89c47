/* judge - what may stand in the tables of the office beside what their cells can hold: a judge for each
 * table that has such rules. Private to service/office. */
#ifndef SERVICE_OFFICE_JUDGE_H
#define SERVICE_OFFICE_JUDGE_H

#include "service/office/desk.h"

enum { OFFICE_JUDGE_BESIDE = 3 };

/* Each may be NULL. Rows of tables named in beside are on the desk when they are called. */
struct office_judge {
	const struct office_table *table;
	const struct office_table *beside[OFFICE_JUDGE_BESIDE];
	/* Fills in what a row that is here leaves open, and does to other rows of its table, unless they
	 * were laid down too, what follows from it. Texts come from the desk's arena. */
	bool (*complete)(struct office_desk *desk, struct office_entry *entry, struct error *err);
	/* May this row stand as it would; may it go? */
	bool (*check)(struct office_desk *desk, const struct office_entry *entry, struct error *err);
	/* Does this row of last year go on in the next, where such rows are carried over? */
	bool (*goes_on)(const struct office_row *row, struct error *err);
	/* Once all is stored: is the whole as it must be? */
	bool (*whole)(struct office_desk *desk, struct error *err);
};

extern const struct office_judge judge_units, judge_parameters, judge_due_dates, judge_problem_types,
	judge_tools, judge_rules, judge_people, judge_roles, judge_leaders, judge_courses, judge_indicators;

/* Is there an administrator who stays, once anybody has a role? Roles are on the desk. */
bool office_judge_administered(struct office_desk *desk, struct error *err);

/* NULL where the cells are all there is to judge. */
const struct office_judge *office_judge_of(const struct office_table *table);
/* Do the rows and units that its cells name exist? *field: which does not. */
bool office_judge_cells(struct office_desk *desk, const struct office_entry *entry, int *field,
	struct error *err);

#endif
