/* sheet_source - the records of a file of any form that is understood: CSV, an Excel workbook, an
 * OpenDocument sheet. */
#ifndef EXCHANGE_SHEET_SOURCE_H
#define EXCHANGE_SHEET_SOURCE_H

#include "exchange/csv_reader.h"
#include "exchange/workbook.h"

/* A file that is open for reading. Zero-initialise. */
struct sheet_source {
	FILE *stream;           /* the caller's */
	FILE *copy;             /* of what could not be read twice, such as a pipe */
	struct workbook *book;  /* NULL = text */
	size_t sheet;           /* of the workbook */
	enum encoding encoding; /* of text: as asked for, then as found */
};

/* Finds out which form a stream has; of a workbook, the sheet of that name (NULL: the first that is not
 * hidden). sheet_source_close() even after a failure. */
bool sheet_source_open(struct sheet_source *source, FILE *stream, enum encoding encoding,
	const char *sheet, struct error *err);
/* Calls record() as csv_read() does; lines are rows of the sheet. merged (may be NULL) points to what is known
 * of each cell of the record in hand, NULL for text. Can be called again, for another sheet. */
bool sheet_source_read(struct sheet_source *source, const unsigned char **merged,
	bool (*record)(const struct csv_record *record, void *data, struct error *err), void *data,
	struct error *err);
void sheet_source_close(struct sheet_source *source);

#endif
