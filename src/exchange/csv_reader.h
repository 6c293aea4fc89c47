/* csv_reader - records of a CSV stream, decoded, strictly parsed by libcsv, in constant memory. */
#ifndef EXCHANGE_CSV_READER_H
#define EXCHANGE_CSV_READER_H

#include <stdint.h>
#include <stdio.h>

#include "exchange/encoding.h"

struct csv_record {
	size_t count;
	const char *const *cells; /* UTF-8, terminated; quotes, quoted newlines and CRLF undone */
	int64_t line;             /* of the file, where the record starts, from 1 */
};

/* Calls record() for every record (blank lines too, with count 0 or 1 empty cell); it returns
 * false to stop, having filled err. Refuses an unterminated quote with the line it opened on, stray
 * quotes, NUL and undecodable bytes, an empty file. *found (may be NULL) gets the encoding. */
bool csv_read(FILE *stream, enum encoding encoding, enum encoding *found,
	bool (*record)(const struct csv_record *record, void *data, struct error *err), void *data,
	struct error *err);

/* Undoes the apostrophe that csv_writer puts before formula-like text. */
const char *csv_unguard(const char *cell);

#endif
