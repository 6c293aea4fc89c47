/* report - one ready-made table with what it is asked for; shared by s_reports.c (the list with its
 * preview) and s_report.c (the table on a page of its own). */
#ifndef UI_KIT_REPORT_H
#define UI_KIT_REPORT_H

#include "service/results/rollups.h"
#include "ui/app/app.h"
#include "ui/widget/w_table.h"

struct report {
	const struct named_table *named;
	struct rollups_choice choice;
	char unit[64];          /* code, for choice.unit; "" = all */
	struct table table;
	bool has_table;
	struct w_table view;
};

/* Nothing is read yet. Leaders and heads begin with their section, a lead section with its department
 * by section: what they have to answer for. */
void report_init(struct report *report, const struct session *session,
	const struct named_table *named);
void report_free(struct report *report);
/* Makes the table anew; on failure the one before stays. */
bool report_run(struct app *app, struct report *report, struct error *err);

/* Where the figures of a table come from that is no pivot, in a viewer: of one of its rows, or of all of it
 * where the row is none of its own (its total). */
void report_explain(struct app *app, const struct named_table *named,
	const struct rollups_choice *choice, const struct table *table, size_t row);

/* Leaves out the units above where there is no room for them; before each drawing. */
void report_fit(struct report *report, int columns);

/* What a table can be asked for besides stage and basis. */
bool report_has_units(const struct named_table *named);   /* a unit to narrow it to */
bool report_has_missing(const struct named_table *named); /* only what is missing */
/* What is said where it has nothing to list. */
const char *report_empty(const struct named_table *named);

#endif
