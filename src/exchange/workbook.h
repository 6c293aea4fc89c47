/* workbook - what stands in the cells of an Excel workbook (.xlsx) or an OpenDocument sheet (.ods), row by
 * row, as text: see workbook_number.h for what becomes of numbers, dates and codes. Formulas give their
 * stored value; furigana are no text. Memory does not grow with rows.
 */
#ifndef EXCHANGE_WORKBOOK_H
#define EXCHANGE_WORKBOOK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include "base/error.h"

enum { WORKBOOK_ROWS_MAX = 1 << 20, WORKBOOK_COLUMNS_MAX = 1 << 14, WORKBOOK_CELL_MAX = 1 << 20,
	WORKBOOK_CELLS_MAX = 200 * 1000 * 1000 };

/* Of a cell without text that belongs to a merged one. */
enum workbook_merged { MERGED_NOT, MERGED_LEFT /* it stands to the left */, MERGED_ABOVE };

struct workbook_row {
	int64_t row;              /* in the sheet, from 1 */
	size_t count;             /* columns up to the last one with text or merged */
	const char *const *cells; /* UTF-8; "" for none */
	const unsigned char *merged; /* enum workbook_merged of each */
};

/* True for what begins as a workbook does, an old or an encrypted one too; nothing is consumed. stream
 * must be seekable. */
bool workbook_looks_like_one(FILE *stream);

struct workbook;
/* Reads what sheets there are. Refuses old (.xls) and encrypted workbooks, and other packed files, saying
 * what to do. stream stays the caller's, and open. */
struct workbook *workbook_open(FILE *stream, struct error *err);
void workbook_close(struct workbook *book);
size_t workbook_sheet_count(const struct workbook *book);
const char *workbook_sheet_name(const struct workbook *book, size_t sheet);
bool workbook_sheet_hidden(const struct workbook *book, size_t sheet);

/* Calls row() for every row that has a cell with text, in order, those that are not shown too, until it
 * returns false, having filled err. A row is valid during the call. */
bool workbook_read(struct workbook *book, size_t sheet,
	bool (*row)(const struct workbook_row *row, void *data, struct error *err), void *data,
	struct error *err);

#endif
