/* sheet - what stands in a file of projects, effects, units, people, leaders …: headings found in
 * any order and under any of their names, title lines skipped, every bad cell reported with line
 * and column. */
#ifndef EXCHANGE_SHEET_H
#define EXCHANGE_SHEET_H

#include <stdio.h>

#include "base/vec.h"
#include "exchange/csv_reader.h"
#include "exchange/sheet_report.h"

struct office_sheet;

/* Projects, effects, and from SHEET_OFFICE on the files of the office's tables (model/office/office_sheet.h). */
enum sheet_kind { SHEET_PROJECTS, SHEET_EFFECTS, SHEET_OFFICE };
size_t sheet_kind_count(void);
/* NULL for projects and effects. */
const struct office_sheet *sheet_office(enum sheet_kind kind);
bool sheet_kind_parse(const char *text, enum sheet_kind *kind);
const char *sheet_kind_id(enum sheet_kind kind);

/* A column of such a file. Projects take theirs from project_fields, effects from effect_part, the
 * others from the descriptions of the office's tables. */
struct sheet_column {
	const char *id;
	const char *label;    /* N_() */
	const char *variants; /* newline-separated */
	int required;         /* 0 = may be missing; else a group, one column of which must be there */
	bool import_only;     /* understood on import, not written on export */
};
enum { SHEET_COLUMNS_MAX = 64, SHEET_GROUPS_MAX = 4 };
/* The columns of a kind in the order of export, those for import only at the end; *count gets how
 * many. */
const struct sheet_column *sheet_columns(enum sheet_kind kind, size_t *count);
/* Appends "取組名, 班コード or 班": an item for each group of required columns, by their labels. */
void sheet_needed(enum sheet_kind kind, struct strbuf *out);
/* True for a column that names records that are there: a file that has it and any other may leave the
 * required ones out, as a sheet of interim reports does. */
bool sheet_column_names_record(enum sheet_kind kind, size_t column);
/* The column of a kind that a heading means (id, label in either language or variant, compared by
 * text_key and without blanks; a bracketed unit is passed over unless it contradicts), or -1. */
int sheet_column_by_heading(enum sheet_kind kind, const char *heading);

struct sheet_row {
	int64_t line;
	const char *const *cells; /* one per sheet column, in the order of sheet_columns(); never NULL:
	                             "" where the file has no such column; formula guards undone */
	const bool *present;      /* the file has that column */
	const char *const *headings; /* as they stand in the file, for sheet_reject_add(); the label of
	                                a column that the file does not have */
};

/* How a file is read. */
struct sheet_options {
	enum encoding encoding; /* of text */
	const char *map;        /* text of mapping.h, or NULL */
	const char *sheet;      /* of a workbook; NULL = the one that fits best */
};

/* Reads a file of that kind (CSV or a workbook) into a zeroed report. The heading line is the first one
 * (within the first 30 that are not blank) in which every required heading is found, or one that names records
 * and any other; lines above it are titles. Headings may take two lines: 効果 over 削減時間 and 導入経費. Lines
 * of sums (合計) are passed over and counted.
 * A sheet of projects may be a form instead, labels with their values (sheet_form.h): it is read as one row under
 * its labels, every sheet of the workbook that is filled in; the others are passed over and listed.
 * Blank lines are skipped anywhere, empty cells at a line's end are no matter; a row with more cells
 * than there are headings is rejected.
 * map (may be NULL): what headings and values mean (mapping.h), which goes before what they say by themselves;
 * what it says of every row counts as a column of the file. row() returns false only to stop everything, having filled err. A
 * missing required heading, two headings for one column, an empty file, broken CSV or bytes are
 * errors; bad rows are not: they go to the report through sheet_reject_add(). */
bool sheet_read(FILE *stream, enum sheet_kind kind, const struct sheet_options *options,
	bool (*row)(const struct sheet_row *row, struct sheet_report *report, void *data,
		struct error *err),
	void *data, struct sheet_report *report, struct error *err);

/* True when sheet_read() reads the file as forms. The stream is read from its beginning and is left anywhere. */
bool sheet_is_form(FILE *stream, enum sheet_kind kind, const struct sheet_options *options);

#endif
