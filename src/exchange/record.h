/* record - plain records (projects, effects, units …) streamed as CSV or as a JSON array. */
#ifndef EXCHANGE_RECORD_H
#define EXCHANGE_RECORD_H

#include <stdio.h>

#include "exchange/render.h"

struct record_writer;

/* ids are the headings of machine formats (keys in JSON), labels those for people; both must live
 * as long as the writer. Writes the heading line at once. FORMAT_CSV and FORMAT_JSON only; anything
 * else is refused with NULL. The stream stays the caller's. */
struct record_writer *record_writer_new(FILE *stream, enum format format,
	const struct render_options *options, const char *const *ids, const char *const *labels,
	size_t count, struct error *err);
/* The next cell of the record in hand. A number cell is digits (with '-' or one '.'), or "". */
void record_text(struct record_writer *writer, const char *text);
void record_number(struct record_writer *writer, const char *digits);
void record_end(struct record_writer *writer);
/* Writes what closes the file and reports the first failure of all calls. Frees. */
bool record_writer_finish(struct record_writer *writer, struct error *err);

#endif
