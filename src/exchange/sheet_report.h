/* sheet_report - what is said of a file that was read: its sheets, what was ignored, and every bad row with its place,
 * column, value and reason. */
#ifndef EXCHANGE_SHEET_REPORT_H
#define EXCHANGE_SHEET_REPORT_H

#include <stdint.h>

#include "base/strbuf.h"
#include "base/vec.h"
#include "exchange/encoding.h"

struct sheet_reject {
	size_t sheet;     /* in report->sheets; 0 where there is none */
	int64_t line;     /* of text, or the row of a sheet */
	int cell;         /* the column of the file from 0; -1 for the whole row, or one that it has not */
	int64_t cell_row; /* of a form, whose cells stand in many rows; 0 = in that line */
	char column[64];  /* heading in the file, "" for the whole row */
	char value[200];  /* what stood there, cut */
	char reason[400]; /* translated */
};

/* A heading of which the mapping speaks and that the file does not have. */
struct sheet_unmet {
	int line; /* of the mapping */
	char heading[64];
};

/* A cell of a sheet: its row from 1, its column from 0. */
struct sheet_spot {
	int64_t row;
	size_t column;
};

/* A sheet that was read. Texts are freed with the report. */
struct sheet_origin {
	char *name;           /* "" for text */
	VEC(char *) headings; /* those that mean something, by their place in the file; "" for others */
	VEC(struct sheet_spot) spots; /* of a form: where what belongs to each of them stands */
};

struct sheet_report {
	enum encoding encoding;
	VEC(struct sheet_origin) sheets; /* the last is the one in hand */
	int64_t rows;             /* data rows read, the rejected ones too */
	int64_t totals;           /* lines of sums, which were passed over */
	VEC(struct sheet_reject) rejects; /* a row may have several, one after the other */
	int64_t rejected_rows;
	VEC(char *) ignored;      /* headings that mean nothing to us; freed with the report */
	VEC(char *) passed;       /* sheets of a workbook of forms that were passed over; likewise */
	VEC(struct sheet_unmet) unmet;
};
void sheet_report_free(struct sheet_report *report);

/* The rows that follow stand in that sheet of a workbook; "" for text. */
void sheet_report_begin(struct sheet_report *report, const char *name);
/* The heading of the next column of the sheet in hand: how a reject finds its cell. "" for one that means
 * nothing. */
void sheet_report_heading(struct sheet_report *report, const char *heading);
/* Where in a form the value of the next heading stands. */
void sheet_report_spot(struct sheet_report *report, int64_t row, size_t column);

/* For the row in hand; reasons are collected, reading goes on. */
void sheet_reject_add(struct sheet_report *report, int64_t line, const char *column,
	const char *value, const char *reason);
/* Puts rejects that were found after all rows were read into the order of the file's lines. */
void sheet_report_sort(struct sheet_report *report);

/* The name of its sheet; "" for text. */
const char *sheet_reject_sheet(const struct sheet_report *report, const struct sheet_reject *reject);
/* The cell as a spreadsheet calls it, "F12"; "" where no single one is meant, or in text, whose lines are no
 * rows of a sheet. */
void sheet_reject_cell(const struct sheet_report *report, const struct sheet_reject *reject,
	struct strbuf *out);
/* Where to look: "Sheet1!F12", "'my sheet'!F12", "Sheet1!12" for a whole row, "12" for a line of text. */
void sheet_reject_place(const struct sheet_report *report, const struct sheet_reject *reject,
	struct strbuf *out);

#endif
