/* xlsx_file - a workbook on its way out: the library writes to paths only, so it is made in a file of our own
 * and copied to where it is to go; and what every writer of workbooks says of texts and days. Private to
 * src/exchange/. */
#ifndef EXCHANGE_XLSX_FILE_H
#define EXCHANGE_XLSX_FILE_H

#include <stdio.h>

#include "base/strbuf.h"
#include "exchange/late_xlsx.h"

/* Widths of columns, in characters. */
enum { XLSX_WIDTH_MIN = 8, XLSX_WIDTH_MAX = 60 };

struct xlsx_file {
	lxw_workbook *workbook;
	char *path;
};
/* Begins a workbook of that title. Streaming: rows are written in order, and memory does not grow with them. The
 * same cells give the same bytes while the clock stands still. False where the library is not installed or
 * nothing can be written. */
bool xlsx_file_open(struct xlsx_file *file, const char *title, bool streaming, struct error *err);
/* Ends it and copies it to the stream, with figures as they are shown, to the digit, where exact. No
 * stream: it goes nowhere. */
bool xlsx_file_close(struct xlsx_file *file, bool exact, FILE *stream, struct error *err);

/* Appends a text as a workbook holds it: without what XML does not know, control characters but for line breaks and
 * tabs. */
void xlsx_add_clean(struct strbuf *out, const char *text);
/* 2025-08-14 or 2025-08 as the days since the last of 1899; *is_month says which. False for what Excel has no day
 * for: before its wrong leap day, or no day at all. */
bool xlsx_day(const char *text, double *value, bool *is_month);
extern const char xlsx_day_format[], xlsx_month_format[];

#endif
