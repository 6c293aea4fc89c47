/* pivot_plan - what the parts of pivot share: the query, its cubes, the rows and columns chosen. */
#ifndef ROLLUP_PIVOT_PLAN_H
#define ROLLUP_PIVOT_PLAN_H

#include "rollup/cube.h"
#include "rollup/figures.h"
#include "rollup/pivot.h"

enum { SLOT_COLUMN = CUBE_SLOTS - 1, MASK_COLUMN = 1 << SLOT_COLUMN };

struct pivot_key {
	uint16_t codes[PIVOT_ROWS_MAX];
};
typedef VEC(struct pivot_key) pivot_keys;

struct pivot_plan {
	const struct facts *facts;
	const struct pivot_query *query;
	const struct pivot_context *context;
	unsigned row_mask;       /* slots of the row dimensions */
	int year_slot;           /* slot that groups by fiscal year, -1 = none */
	struct cube_set now;
	struct cube_set before;  /* the fiscal year before; queries of one year only */
	bool has_before;
	bool *years;             /* by code of fiscal year: the facts hold projects of it; NULL unless
	                          * changes are asked */
	VEC(struct year_terms) terms; /* of the years that are counted, oldest first */
	bool terms_differ;         /* and the figures asked for with them */
	struct cube_set *of_years; /* for each of terms that differ, of a query of all years */
	int64_t *minutes_of_years, *grand_of_years;
	bool realises;           /* the sets below are in use */
	struct cube_set stages[STAGE_COUNT];
	struct cube_set realised; /* of a fact's estimate where it has actual figures */
	struct facts with_actual; /* the facts with those alone counting; flags is its own */
	bool reduces;            /* the sets below are in use */
	struct facts knowing;    /* the facts with those alone counting that know what their work took */
	struct facts work;       /* the same with what it took in place of what it saves */
	struct cube_set saved_of_knowing, before_of_knowing;
	pivot_keys rows;         /* in display order, code 0 last */
	pivot_keys columns;      /* codes[0] only */
};

/* The code of a fiscal year; one that no fact has when the facts do not know the year. */
int pivot_year_code(const struct facts *facts, int fiscal_year);

/* ---- pivot_keys.c: which rows and columns there are ---- */

/* Fills rows and columns: what holds a project now or, when changes are asked, held one the year
 * before, and with all_entries every valid entry. False on overflow. */
bool pivot_keys_collect(struct pivot_plan *plan, struct error *err);

/* ---- pivot_labels.c: the columns that name the rows ---- */

void pivot_labels_add_columns(const struct pivot_plan *plan, struct table *table);
/* Fills the label cells; a subtotal names its first dimension only, a total none. */
void pivot_labels_fill(const struct pivot_plan *plan, struct table *table, struct table_row *row);
/* The dictionary entry as it is named in the tree of the query's year. */
struct dictionary_entry pivot_labels_entry(const struct pivot_plan *plan,
	enum dimension dimension, uint16_t code);
/* The code of the unit of that (higher) dimension that a unit lies in; 0 = none. */
uint16_t pivot_labels_ancestor(const struct pivot_plan *plan, enum dimension dimension,
	uint16_t code, enum dimension ancestor);
/* True when the names and places of units come from the tree of the context. */
bool pivot_labels_has_tree(const struct pivot_plan *plan);
/* Index of the entry in that tree, or -1. */
int pivot_labels_unit(const struct pivot_plan *plan, enum dimension dimension, uint16_t code);
bool pivot_labels_is_unit(enum dimension dimension);

/* ---- pivot_notes.c: heading and footnotes ---- */

char *pivot_notes_title(const struct pivot_query *query);
/* Adds the notes on unclassified, left-out, 延べ and teams in several rows. False on overflow. */
bool pivot_notes_add(struct pivot_plan *plan, struct table *table, struct error *err);

/* ---- pivot_realisation.c ---- */

/* Makes ready what the measure needs; nothing where it is not asked for. The query is set. */
void pivot_realisation_init(struct pivot_plan *plan, const struct cube_query *query);
void pivot_realisation_free(struct pivot_plan *plan);
/* Fills stages and realised of a cell. False on overflow. */
bool pivot_realisation_sums(struct pivot_plan *plan, unsigned mask,
	const uint16_t codes[CUBE_SLOTS], struct figure_input *input, struct error *err);

/* ---- pivot_reduction.c ---- */

/* Makes ready what hours before and after and the reduction rate need; nothing where none is asked for.
 * The query is set. */
void pivot_reduction_init(struct pivot_plan *plan, const struct cube_query *query);
void pivot_reduction_free(struct pivot_plan *plan);
/* Fills knowing and before of a cell. False on overflow. */
bool pivot_reduction_sums(struct pivot_plan *plan, unsigned mask, const uint16_t codes[CUBE_SLOTS],
	struct figure_input *input, struct error *err);
/* Says on how many projects the figures stand, where it is not on all. False on overflow. */
bool pivot_reduction_note(struct pivot_plan *plan, struct table *table, struct error *err);

/* ---- pivot_years.c: what the years that are counted reckon with ---- */

/* Fills terms, and makes ready what sums of years that differ need. The query is set. False for years
 * that cannot be reckoned together. */
bool pivot_years_init(struct pivot_plan *plan, const struct cube_query *query, struct error *err);
void pivot_years_free(struct pivot_plan *plan);
/* Fills the years of a cell and the minutes of each: where input->has_previous, less those of the year
 * before, `previous_year`. False on overflow. */
bool pivot_years_sums(struct pivot_plan *plan, unsigned mask, const uint16_t codes[CUBE_SLOTS],
	int previous_year, struct figure_input *input, struct error *err);

/* ---- pivot_sort.c ---- */

/* Sorts the data rows by a column, within their subtotals and these among themselves; unclassified
 * rows stay last. Before the total is added. */
void pivot_sort(struct table *table, size_t column, bool descending);

#endif
