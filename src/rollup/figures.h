/* figures - the value columns of a pivot: which a measure gives, and what stands in their cells. */
#ifndef ROLLUP_FIGURES_H
#define ROLLUP_FIGURES_H

#include "rollup/cube.h"
#include "rollup/pivot.h"

enum figure {
	FIGURE_PROJECTS, FIGURE_TEAMS, FIGURE_TEAMS_TOTAL, FIGURE_TEAM_RATE, FIGURE_HOURS,
	FIGURE_PERSON_YEARS, FIGURE_MINUTES, FIGURE_COST, FIGURE_LABOUR_VALUE, FIGURE_SHARE,
	FIGURE_CHANGE, FIGURE_ESTIMATE, FIGURE_FORECAST,
	FIGURE_ACTUAL, FIGURE_REALISATION, FIGURE_REALISED, FIGURE_REALISED_ESTIMATE,
	FIGURE_HOURS_BEFORE, FIGURE_HOURS_AFTER, FIGURE_REDUCTION_RATE, FIGURE_REDUCTION_OF, FIGURE_COUNT,
};

/* A figure; of which measure, where it is a share or a change. */
struct figure_of {
	enum figure figure;
	enum measure of;
};
enum { FIGURES_MAX = FIGURE_COUNT + PIVOT_MEASURES_MAX };

/* The figures of a query in their order, each once. Returns how many. in_group: those that repeat
 * under each pivot column (team totals and rates do not). */
size_t figures_of_query(const struct pivot_query *query, const struct pivot_context *context,
	bool in_group, struct figure_of figures[FIGURES_MAX]);
/* The sums (enum cube_wants) that the measures need. */
unsigned figures_wants(const struct pivot_query *query);

/* Adds the column of a figure; entry is the pivot column's dictionary entry, NULL for none. alone:
 * it is the only figure of its group, so that the entry's name is heading enough. */
struct table_column *figures_add_column(struct table *table, struct figure_of figure,
	const struct dictionary_entry *entry, bool alone);

/* What a cell is made of. */
struct figure_input {
	struct cube_sums sums;
	struct cube_sums previous;
	bool has_previous;   /* there is a year before */
	int64_t teams_total; /* teams there are in that unit; -1 = not known */
	struct cube_sums grand; /* of the whole table, for shares */
	const struct year_terms *years; /* where the hours are saved; none = the table's year */
	size_t year_count;
	const int64_t *minutes_of_years; /* of a change: less those of the year before */
	const int64_t *grand_of_years;
	int64_t stages[STAGE_COUNT]; /* minutes, whatever stage the query is of */
	struct cube_sums realised;   /* estimates of the projects that have actual figures */
	struct cube_sums knowing;    /* what those save that know what their work took */
	int64_t before;              /* and what it took, minutes */
};
/* True for the figures that read the years. */
bool figures_by_year(struct figure_of figure);
/* True for the figures that read stages and realised. */
bool figures_realises(enum figure figure);
/* True for the figures that read knowing and before. */
bool figures_reduces(enum figure figure);
/* Sets the cell, or leaves it empty where the figure is not known. False on overflow. */
bool figures_set(struct table *table, struct table_row *row, size_t column, struct figure_of figure,
	const struct figure_input *input, struct error *err);

#endif
