/* record_xlsx - plain records as a sheet of a workbook, a row each. Private to record.c. */
#ifndef EXCHANGE_RECORD_XLSX_H
#define EXCHANGE_RECORD_XLSX_H

#include <stdio.h>

#include "base/error.h"
#include "exchange/record.h"

struct record_xlsx;

/* The headings stay in sight, with a filter each. NULL where the library is not installed. */
struct record_xlsx *record_xlsx_new(FILE *stream, const char *title, const char *const *headings, size_t count,
	struct error *err);
/* Texts are texts, codes with their zeros too; a text that csv_unguard() would change is guarded against it. */
void record_xlsx_put(struct record_xlsx *book, enum record_cell kind, const char *text);
void record_xlsx_end(struct record_xlsx *book);
/* Refuses, with the cell, what a workbook does not hold: too many rows, too long a text. Frees. */
bool record_xlsx_finish(struct record_xlsx *book, struct error *err);

#endif
