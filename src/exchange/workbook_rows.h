/* workbook_rows - the row of a sheet that is being read: cells are set as they come, merged ones marked, and
 * the whole handed on. Private to src/exchange/.
 */
#ifndef EXCHANGE_WORKBOOK_ROWS_H
#define EXCHANGE_WORKBOOK_ROWS_H

#include "base/strbuf.h"
#include "base/vec.h"
#include "exchange/workbook.h"

/* Rows and columns from 1 and 0; the last ones belong to it. */
struct workbook_merge {
	int64_t first_row, last_row;
	size_t first_column, last_column;
};

/* Zero-initialise; then set row() and data. */
struct workbook_rows {
	bool (*row)(const struct workbook_row *row, void *data, struct error *err);
	void *data;
	struct strbuf text;     /* of the row's cells, each terminated */
	VEC(size_t) starts;     /* by column: where its text begins, plus one; 0 = none */
	VEC(const char *) cells;
	VEC(unsigned char) merged;
	VEC(struct workbook_merge) waiting; /* merged areas by first row, descending */
	VEC(struct workbook_merge) open;    /* those that reach the row in hand */
	bool unsorted;
	int64_t cell_count;                 /* of rows handed on, those without text too */
};

/* A merged area that begins in the row in hand or further down; before that row ends. In any order. */
void workbook_rows_merge(struct workbook_rows *rows, const struct workbook_merge *merge);
/* The text of a column of the row in hand. False where the sheet is too large to be one. */
bool workbook_rows_set(struct workbook_rows *rows, size_t column, const char *text, size_t length,
	struct error *err);
/* Hands the row on, `times` times from that number on, where there is text in it. */
bool workbook_rows_end(struct workbook_rows *rows, int64_t row, int64_t times, struct error *err);
void workbook_rows_free(struct workbook_rows *rows);

#endif
