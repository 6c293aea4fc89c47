/* sheet_line - a copy of a line that may be one of headings: what stands in each cell, and where a cell is merged
 * with another. Private to src/exchange/.
 */
#ifndef EXCHANGE_SHEET_LINE_H
#define EXCHANGE_SHEET_LINE_H

#include "base/mem.h"
#include "exchange/csv_reader.h"
#include "exchange/workbook.h"

/* Zero-initialise: no line. */
struct sheet_line {
	struct arena arena;
	const char **cells;
	unsigned char *merged; /* NULL for text, which knows of none */
	size_t count;
	int64_t line;
};

void sheet_line_take(struct sheet_line *line, const struct csv_record *record, size_t count,
	const unsigned char *merged);
/* Makes it at least so wide, with blank cells. */
void sheet_line_widen(struct sheet_line *line, size_t count);
void sheet_line_free(struct sheet_line *line);
/* What stands above a column: the cell itself, or the one to its left that reaches over it. "" for none. */
const char *sheet_line_over(const struct sheet_line *line, size_t column);
/* True when the cell of that column reaches down into the next line, in which it is blank. */
bool sheet_line_reaches_down(const struct sheet_line *line, const unsigned char *merged_below,
	size_t column);

#endif
