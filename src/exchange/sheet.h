/* sheet - what stands in a file of projects, effects, units, people or leaders: headings found in any order and
 * under any of their names, title lines skipped, every bad cell reported with line and column. */
#ifndef EXCHANGE_SHEET_H
#define EXCHANGE_SHEET_H

#include <stdio.h>

#include "base/vec.h"
#include "exchange/csv_reader.h"

enum sheet_kind { SHEET_PROJECTS, SHEET_EFFECTS, SHEET_UNITS, SHEET_PEOPLE, SHEET_LEADERS,
	SHEET_KIND_COUNT };
bool sheet_kind_parse(const char *text, enum sheet_kind *kind);
const char *sheet_kind_id(enum sheet_kind kind);

/* A column of such a file. Projects take theirs from project_fields; the others are in sheet.c. */
struct sheet_column {
	const char *id;
	const char *label;    /* N_() */
	const char *variants; /* newline-separated */
	bool required;
	bool import_only; /* understood on import, not written on export */
};
enum { SHEET_COLUMNS_MAX = 64 };
/* The columns of a kind in the order of export; *count gets how many. */
const struct sheet_column *sheet_columns(enum sheet_kind kind, size_t *count);

struct sheet_reject {
	int64_t line;
	char column[64];  /* heading in the file, "" for the whole row */
	char value[200];  /* what stood there, cut */
	char reason[400]; /* translated */
};

struct sheet_row {
	int64_t line;
	const char *const *cells; /* one per sheet column, in the order of sheet_columns(); never NULL:
	                             "" where the file has no such column */
	const bool *present;      /* the file has that column */
};

struct sheet_report {
	enum encoding encoding;
	int64_t rows;             /* data rows read */
	VEC(struct sheet_reject) rejects;
	VEC(char *) ignored;      /* headings that mean nothing to us; freed with the report */
};
void sheet_report_free(struct sheet_report *report);
/* For the row in hand; reasons are collected, reading goes on. */
void sheet_reject_add(struct sheet_report *report, int64_t line, const char *column,
	const char *value, const char *reason);

/* Reads a file of that kind. The heading line is the first one in which a required heading is
 * found (within the first 20 lines). map (may be NULL): pairs "heading=id" that overrule. row()
 * returns false only to stop everything. A missing required heading, an empty file, broken CSV or
 * bytes are errors; bad rows are not: they go to the report through sheet_reject_add(). */
bool sheet_read(FILE *stream, enum sheet_kind kind, enum encoding encoding, const char *map,
	bool (*row)(const struct sheet_row *row, struct sheet_report *report, void *data,
		struct error *err),
	void *data, struct sheet_report *report, struct error *err);

/* The rejects as CSV: line, column, value, reason. */
bool sheet_write_rejects(const struct sheet_report *report, FILE *stream, struct error *err);

#endif
