/* private - the state of the rollup screen, shared by its parts: rollup_run.c (the table and the way
 * down), rollup_choose.c (pop-ups), s_rollup.c (the screen). */
#ifndef UI_ROLLUP_PRIVATE_H
#define UI_ROLLUP_PRIVATE_H

#include "rollup/named.h"
#include "ui/app/app.h"
#include "ui/rollup/rollup_cells.h"
#include "ui/rollup/rollup_chart.h"
#include "ui/rollup/rollup_drill.h"

/* What was on the screen one level above. */
struct rollup_level {
	struct pivot_query query;
	const struct named_table *named;
	size_t pins;
	size_t cursor_row, cursor_column, top, left;
};

struct rollup {
	struct pivot_query query; /* drill and fiscal year are filled in for each run */
	const struct named_table *named; /* the ready-made table that query is; NULL = an own one */
	rollup_pins pins;
	VEC(struct rollup_level) levels;
	char *filter;    /* never NULL */
	char *sort_id;   /* id of the column sorted by; NULL = none */
	int columns;     /* of the window */
	int fiscal_year; /* of the session, as of the last run */
	int rules_year;  /* what if the exclusion rules of that year applied? 0 = no trial */
	int units_year;  /* under the units of that year; 0 = each year its own */
	struct table table;
	bool has_table;
	bool again;      /* the same is read again: the cursor stays on its row */
	bool climbed;    /* the cursor's column is that of the level above already */
	struct w_table view;
	struct rollup_cells cells;
	struct rollup_chart chart;
};

/* ---- rollup_what.c ---- */

/* True for a ready-made table that is no pivot: there is no way down, and its rows are its own. */
bool rollup_is_made(const struct rollup *rollup);
/* What is shown, for people and for the file's name: "課題類型別". */
const char *rollup_title(const struct rollup *rollup);
/* What is said where nothing is counted. */
const char *rollup_empty(const struct rollup *rollup);

/* ---- rollup_run.c ---- */

/* Makes the table anew and keeps the cursor. On failure the old one stays. */
bool rollup_run(struct app *app, struct rollup *rollup, struct error *err);
/* The same; an error is shown. */
void rollup_show(struct app *app, struct rollup *rollup);
void rollup_set_named(struct rollup *rollup, const struct named_table *named);
/* What stands behind the cell of the cursor: a level deeper, or the projects. */
void rollup_open_cell(struct app *app, struct screen *screen);
/* Back to the level above; there is one. */
void rollup_climb(struct app *app, struct screen *screen);
/* Where the figure of the cursor's row and column comes from. */
void rollup_explain_cell(struct app *app, struct screen *screen);
/* By the cursor's column: large first, then turned round, then not at all. */
void rollup_sort(struct app *app, struct screen *screen);
/* Another width of the window: narrow ones leave out the units above. */
void rollup_fit(struct rollup *rollup, int columns);
/* The row of the cursor in full: 福祉保健部 ▸ 児童課 ▸ 第一班. */
void rollup_row_name(const struct rollup *rollup, const char *arrow, struct strbuf *out);

/* ---- rollup_choose.c ---- */

void rollup_choose_named(struct app *app, struct screen *screen);
void rollup_choose_rows(struct app *app, struct screen *screen);
void rollup_choose_column(struct app *app, struct screen *screen);
void rollup_choose_measures(struct app *app, struct screen *screen);
void rollup_choose_row(struct app *app, struct screen *screen);
void rollup_ask_filter(struct app *app, struct screen *screen);
/* Adds the measure, or takes it away again. */
void rollup_toggle_measure(struct app *app, struct rollup *rollup, enum measure measure);

/* ---- rollup_trial.c ---- */

/* Chooses the rules or the units of another year to see the figures under. */
void rollup_choose_trial(struct app *app, struct screen *screen);
/* What is tried, short; nothing when all is as it is. */
void rollup_trial_label(const struct rollup *rollup, struct strbuf *out);

#endif
