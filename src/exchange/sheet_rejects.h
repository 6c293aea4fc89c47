/* sheet_rejects - the bad rows of one or several files as a CSV file. */
#ifndef EXCHANGE_SHEET_REJECTS_H
#define EXCHANGE_SHEET_REJECTS_H

#include "exchange/csv_writer.h"
#include "exchange/sheet.h"

/* UTF-8 with BOM: line, sheet, cell, column, value, reason, and first the file where there are several. Ended by
 * csv_writer_finish(). */
struct csv_writer *sheet_rejects_start(FILE *stream, bool several);
/* file: NULL unless there are several. */
void sheet_rejects_put(struct csv_writer *writer, const struct sheet_report *report,
	const char *file);

#endif
