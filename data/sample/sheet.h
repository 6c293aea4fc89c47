/* sheet - one CSV file in the form of exports, but with plain LF line ends: it is read in a
 * repository, too. A file that cannot be written ends the program. */
#ifndef SAMPLE_SHEET_H
#define SAMPLE_SHEET_H

#include <stdint.h>
#include <stdio.h>

#include "base/strbuf.h"
#include "exchange/csv_writer.h"

struct sheet {
	const char *folder, *name;
	struct csv_writer *writer;
	FILE *stream;
	char *bytes;
	size_t size;
	struct strbuf cell; /* for whoever makes up the text of a cell */
};

void sheet_begin(struct sheet *sheet, const char *folder, const char *name);
/* Writes the file and releases the sheet. */
void sheet_finish(struct sheet *sheet);
void sheet_text(struct sheet *sheet, const char *value);
void sheet_number(struct sheet *sheet, int64_t value);
/* An empty cell for the value that stands for nothing. */
void sheet_number_or_empty(struct sheet *sheet, int64_t value, int64_t nothing);
void sheet_end_record(struct sheet *sheet);
/* The heading line, from blank-separated names. */
void sheet_headings(struct sheet *sheet, const char *names);

#endif
