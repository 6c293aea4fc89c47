/* pivot - groups facts by any dimensions into a table (domain.md §5). */
#ifndef ROLLUP_PIVOT_H
#define ROLLUP_PIVOT_H

#include "base/error.h"
#include "model/facts.h"
#include "model/table.h"
#include "model/unit.h"

enum measure {
	MEASURE_PROJECTS, MEASURE_TEAMS, MEASURE_HOURS, MEASURE_PERSON_YEARS, MEASURE_MINUTES,
	MEASURE_COST, MEASURE_LABOUR_VALUE, MEASURE_SHARE, MEASURE_CHANGE,
	MEASURE_REALISATION, /* estimate, forecast, actual, and the rate of what came true */
	MEASURE_HOURS_BEFORE, MEASURE_HOURS_AFTER, /* what the work took and takes now, of the projects
	                                            * that know */
	MEASURE_REDUCTION_RATE, /* 削減率: saved / before of those projects, and how many they are */
	MEASURE_COUNT,
};
struct measure_info {
	const char *id;    /* "person-years" (cli.md) */
	const char *label; /* N_(), without unit */
	const char *unit;  /* N_(): 件, 時間, 人役, 円, % */
	const char *field_id; /* heading in files: "person_years" */
	enum column_type type;
	bool sums; /* of it there are shares and changes */
};
extern const struct measure_info measures[MEASURE_COUNT];
int measure_parse(const char *text); /* -1 when unknown */

enum { PIVOT_ROWS_MAX = 2, PIVOT_MEASURES_MAX = 2 * MEASURE_COUNT };

struct pivot_query {
	enum dimension rows[PIVOT_ROWS_MAX];
	size_t row_count; /* 1 or 2 */
	int column;       /* enum dimension, or -1 for none */
	enum measure measures[PIVOT_MEASURES_MAX];
	size_t measure_count;
	int of[PIVOT_MEASURES_MAX]; /* shares and changes: of which measure, plus 1; 0 = of that before
	                             * them in the list, of hours where they stand first */
	enum stage stage;
	enum basis basis;
	int fiscal_year;         /* of this table; facts of other years are passed over. 0 = all */
	bool goal;               /* hours within the years show beside them what they are to reach, where
	                          * there is a goal (service/results/rollups) */
	bool all_entries;        /* also dictionary entries without a project, where valid that year */
	int sort_column;         /* table column to sort data rows by, -1 = display order */
	bool sort_descending;
	int64_t drill[DIMENSION_COUNT]; /* only this code of a dimension; -1 = any (pivot_query_init) */
};
bool pivot_query_measures(const struct pivot_query *query, enum measure measure);
/* Of which measure the share or change of the list is. */
enum measure pivot_query_of(const struct pivot_query *query, size_t index);
/* Adds a measure as ready-made tables have it: changes of projects and of hours, a share of hours; where
 * these are not measured, of what is. */
void pivot_query_add(struct pivot_query *query, enum measure measure);
/* Projects and hours and person-years by problem type, estimate, in-year; no drill. */
void pivot_query_init(struct pivot_query *query);

/* What the figures are read against. */
struct pivot_context {
	const struct unit_tree *units; /* of the fiscal year; NULL = team rates are not known */
	int below; /* a unit of theirs: rows of others are not wanted; -1 = all */
	bool regrouped; /* every fact, of whatever year, stands under these units */
	int hours_per_person_year; /* of the fiscal year, or of the one asked for */
	int64_t hourly_rate;       /* yen; 0 = no labour value */
	const struct year_terms *years; /* of every year of the facts, in any order; none: the two
	                                 * above hold for all */
	size_t year_count;
	const char *body;
};

/* Fills an uninitialised table with title, columns, rows, subtotals (two row dimensions), total,
 * 未分類 rows and notes. MEASURE_CHANGE compares with fiscal_year - 1 in the same facts. Two
 * dimensions whose product is small are accumulated densely, else by hashing. Overflow is refused. */
bool pivot_run(const struct facts *facts, const struct pivot_query *query,
	const struct pivot_context *context, struct table *table, struct error *err);

/* What a chart of the query's table shows; pivot_run() has called it. A column target_hours is the
 * target of hours by fiscal year. Nothing for two row dimensions, or columns of a dimension. */
void pivot_chart_describe(const struct pivot_query *query, struct table *table);

/* One line that says what is left out and why, for a fiscal year: counts by flag. */
struct pivot_left_out {
	int64_t drafts, cancelled, excluded;
};
void pivot_left_out(const struct facts *facts, const struct pivot_query *query,
	struct pivot_left_out *left_out);
/* The same as a note; none where nothing is left out. */
void pivot_note_left_out(const struct pivot_left_out *left_out, struct table *table);
#define PIVOT_EVERY_STAGE ((1u << STAGE_COUNT) - 1)
/* Notes how many of the projects that the query selects and that count have no figure of those stages
 * (bits 1 << enum stage), facts_has_stage(): the hours of the table have them as 0. */
void pivot_note_no_figure(const struct facts *facts, const struct pivot_query *query,
	unsigned stages, struct table *table);
/* Names the projects that the query selects and that are left out because their figures cannot be. */
void pivot_note_too_large(const struct facts *facts, const struct pivot_query *query,
	struct table *table);

#endif
