/* record - plain records (projects, effects, units …) streamed as CSV, as a JSON array or as a workbook. */
#ifndef EXCHANGE_RECORD_H
#define EXCHANGE_RECORD_H

#include <stdio.h>

#include "exchange/render.h"

enum record_cell { RECORD_TEXT, RECORD_NUMBER, RECORD_DAY /* or a month */ };

struct record_writer;

/* name says what the records are, and is that of the sheet; ids are the headings of machine formats (keys in
 * JSON), labels those for people; both must live as long as the writer. Writes the heading line at once.
 * FORMAT_CSV, FORMAT_JSON and FORMAT_XLSX only; anything else is refused with NULL. The stream stays the
 * caller's. */
struct record_writer *record_writer_new(FILE *stream, enum format format,
	const struct render_options *options, const char *name, const char *const *ids,
	const char *const *labels, size_t count, struct error *err);
/* The next cell of the record in hand, "" for none. A number is digits (with '-' or one '.'); a day is
 * 2025-08-14 or 2025-08, and what is none is a text. */
void record_put(struct record_writer *writer, enum record_cell kind, const char *text);
void record_end(struct record_writer *writer);
/* Writes what closes the file and reports the first failure of all calls. Frees. */
bool record_writer_finish(struct record_writer *writer, struct error *err);

#endif
