/* table - typed content that every renderer shows: screen, text, CSV, JSON, XLSX, PDF
 * (architecture.md, idea 1). Cells keep exact values; rounding happens in table_cell_text().
 */
#ifndef MODEL_TABLE_H
#define MODEL_TABLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/date.h"
#include "base/mem.h"
#include "base/strbuf.h"
#include "base/vec.h"
#include "model/effect.h"
#include "model/year_terms.h"

enum column_type {
	COLUMN_TEXT,
	COLUMN_CODE,         /* text that identifies; machine formats only unless shown is set */
	COLUMN_COUNT_OF,     /* a count; unit in the heading */
	COLUMN_MINUTES,      /* whole minutes, shown as minutes */
	COLUMN_HOURS,        /* whole minutes, shown as hours, half up */
	COLUMN_PERSON_YEARS, /* whole minutes, shown as 人役 with one decimal at the table's H */
	COLUMN_YEN,
	COLUMN_PERCENT,      /* tenths of a percent */
	COLUMN_DATE,         /* ISO text: a day or a month */
	COLUMN_FIGURE,       /* thousandths of what its row says, shown with the decimals it has, 0 to 3 */
};
enum { TABLE_FIGURE_DECIMALS = 3, TABLE_DECIMALS_MAX = 3 };
/* Texts, codes and dates: at the left, never counted. */
bool column_type_is_text(enum column_type type);

struct table_column {
	const char *id;    /* heading of machine formats: "hours", "problem_type_code" */
	const char *label; /* translated heading, with its unit: 削減時間（時間） */
	enum column_type type;
	bool people; /* shown to people (screen, text, paper) */
	bool files;  /* written to CSV and JSON */
	bool signed_value; /* a change: + for plus */
	bool additive; /* rows sum to the total; from the start true for counts, times and yen */
	bool fine;     /* person-years with two decimals instead of one */
	bool rounded;  /* cells hold figures that are rounded already: noted, not tied */
	bool sums_across; /* with its siblings sums to the total column of the same measure */
	int64_t group; /* columns of one pivot column share it: its code; -1 = none */
};

enum cell_kind { CELL_EMPTY, CELL_NUMBER, CELL_TEXT };
struct table_cell {
	enum cell_kind kind;
	int64_t number;   /* unit by column type: count, minutes, yen, tenths of a percent, thousandths */
	const char *text; /* in the table's arena */
	const int64_t *by_year; /* person-years of years with different H: the minutes of each of
	                         * table.years, which number is the sum of; else NULL */
};

enum row_kind { ROW_DATA, ROW_UNCLASSIFIED /* 未分類 / なし */, ROW_SUBTOTAL, ROW_TOTAL };
struct table_row {
	enum row_kind kind;
	struct table_cell *cells; /* one per column, in the arena */
	int64_t key[2]; /* codes of the row dimensions, for drill-down; -1 = none */
};

enum table_note {
	NOTE_ROUNDING,     /* 端数処理のため、合計と内訳の計が一致しない場合がある */
	NOTE_UNCLASSIFIED, /* n projects belong to no category */
	NOTE_LEFT_OUT,     /* n drafts, n cancelled, n excluded projects are not counted */
	NOTE_EVERY_TOOL,   /* 延べ: a project with several tools counts once for each */
	NOTE_DOES_NOT_TIE, /* forced although the tie-out failed */
	NOTE_OTHER,
};
struct table_footnote {
	enum table_note id;
	const char *text;    /* translated */
	const char *machine; /* language-independent: "rounding", "left-out:draft=3,cancelled=1" */
};

/* What a chart of the table shows, by ids of columns: said by whoever makes the table, never guessed
 * (documents.md). Every renderer and the screen draw this one. */
enum chart_kind {
	CHART_NONE,
	CHART_TREND, /* years or months, in their order */
	CHART_BARS,  /* a bar a row for each series */
};
enum { TABLE_CHART_SERIES = 3 };
struct table_chart {
	enum chart_kind kind;
	const char *label;      /* names the rows for people */
	const char *file_label; /* the same in files */
	const char *series[TABLE_CHART_SERIES]; /* figures of one unit; NULL = no more */
	const char *target;     /* what each row is to reach, in the same unit; NULL = nothing */
};

/* What can be said of what a table covers, in the order in which it is told (table_scope.h). */
enum table_scope {
	SCOPE_BODY, SCOPE_UNIT, SCOPE_FISCAL_YEAR, SCOPE_STAGE, SCOPE_BASIS, SCOPE_PERSON_YEAR,
	SCOPE_HOURLY_RATE,
	SCOPE_FILTER,
	SCOPE_MISSING,    /* only teams that lack a step */
	SCOPE_AS_OF,      /* the day that what is late is reckoned from */
	SCOPE_DAYS_AHEAD, /* also what falls due in so many days */
	SCOPE_LIMIT,      /* no more rows than that */
	SCOPE_RULES,      /* as if the exclusion rules of that year applied */
	SCOPE_UNITS,      /* under the units of that year */
	SCOPE_SNAPSHOT, SCOPE_FROZEN_AT, SCOPE_SEAL,
	SCOPE_COUNT,
};
struct table_scope_words {
	const char *text, *machine; /* NULL = nothing is said */
};

struct table {
	const char *id;    /* "problem-types" */
	const char *title; /* translated, without the year */
	int fiscal_year;   /* 0 = several */
	enum stage stage;
	enum basis basis;
	int hours_per_person_year; /* the H used; where years differ, that of the last */
	VEC(struct year_terms) years; /* those whose figures it holds, with the H and the hourly rate
	                               * used for each (0 = it values no hours), oldest first; may
	                               * be empty */
	const char *body;  /* 団体名, for headings and footers */
	struct table_scope_words scope[SCOPE_COUNT]; /* of what has no member above */
	VEC(struct table_column) columns;
	VEC(struct table_row) rows; /* totals last */
	VEC(struct table_footnote) notes;
	struct table_chart chart; /* texts that live as long as the table */
	bool every_stage;  /* its columns say which stage theirs is; stage means nothing */
	bool has_figures;  /* stage, basis and H mean something for this table */
	bool bare;         /* somebody named its columns one by one: CSV has these and no more */
	bool ties;         /* set by tieout_check(); true for lists */
	struct arena arena;
};

/* Texts handed to a table are copied into its arena. */
void table_init(struct table *table, const char *id, const char *title);
void table_free(struct table *table);
/* Cells of rows that are there already are empty. The pointer is valid until the next column. */
struct table_column *table_add_column(struct table *table, const char *id, const char *label,
	enum column_type type);
/* A row with every cell empty and no key. The pointer is valid until the next row. */
struct table_row *table_add_row(struct table *table, enum row_kind kind);
void table_set_number(struct table *table, struct table_row *row, size_t column, int64_t number);
void table_set_text(struct table *table, struct table_row *row, size_t column, const char *text);
/* A cell of person-years over years that differ in H: the minutes of each of table->years. */
void table_set_by_year(struct table *table, struct table_row *row, size_t column,
	const int64_t *minutes);
void table_add_note(struct table *table, enum table_note id, const char *text, const char *machine);
bool table_has_note(const struct table *table, enum table_note id);
/* The name of a row for people: the last of its texts before the figures. */
const char *table_row_name(const struct table *table, size_t row);
/* Index of the column with that id, or -1. */
int table_column_index(const struct table *table, const char *id);

/* The column that a pivot column is a part of ("kintone:projects" → "projects"), or -1 when it does
 * not sum across. */
int table_total_column(const struct table *table, size_t column);

bool table_cell_is_number(const struct table *table, size_t row, size_t column);
/* The figure of a number cell as every renderer shows it: in the unit of its column's type, rounded; its
 * last *decimals digits (decimals may be NULL) stand behind the point. 0 for other cells. */
int64_t table_cell_number(const struct table *table, size_t row, size_t column, int *decimals);

/* The order of two number cells of a column by their exact figures: below, equal to or above 0. */
int table_cell_compare(const struct table *table, const struct table_cell *left,
	const struct table_cell *right);

/* TABLE_PEOPLE: thousands separators and △ for minus. TABLE_MACHINE: digits with '-' only; hours
 * whole, person-years and percent with one decimal, minutes whole, figures with those they have. Empty
 * cells give "". */
enum table_style { TABLE_PEOPLE, TABLE_MACHINE };
void table_cell_text(const struct table *table, size_t row, size_t column, enum table_style style,
	struct strbuf *out);

/* For a table that is another one with more columns: a column like that one; the cells of a row of
 * `count` columns, those from column `at` on so many columns further right; the notes, but that of
 * rounding. */
void table_copy_column(struct table *table, const struct table_column *from);
void table_copy_row(struct table *table, struct table_row *row, const struct table_row *from,
	size_t count, size_t at, size_t further);
void table_copy_notes(struct table *table, const struct table *from);

/* Adds the rounding note when in any additive column the shown rows do not sum to the shown total
 * (with subtotals: rows to their subtotal, subtotals to the total), or the shown pivot columns of
 * a row do not sum to its total column. */
void table_note_rounding(struct table *table);

#endif
