/* csv_reader - records of a CSV stream, decoded, strictly parsed, in constant memory. Cells are separated by
 * commas, tabs or semicolons, whatever the file has; a first line "sep=;" says so. */
#ifndef EXCHANGE_CSV_READER_H
#define EXCHANGE_CSV_READER_H

#include <stdint.h>
#include <stdio.h>

#include "exchange/encoding.h"

/* Beyond these a file is refused with the line: a quote was probably never closed. Bytes of UTF-8;
 * cells of a record as in a spreadsheet. */
enum { CSV_CELL_MAX = 1 << 20, CSV_RECORD_MAX = 1 << 24, CSV_CELLS_MAX = 16384 };

struct csv_record {
	size_t count;             /* 0 for a blank line */
	const char *const *cells; /* UTF-8, terminated, without their quotes; otherwise as typed, with
	                             blanks at the ends and line breaks inside */
	int64_t line;             /* of the file, where the record starts, from 1; CR, LF and CRLF
	                             each end a line, in quotes too */
};

/* Calls record() for every record, blank lines too; it returns false to stop, having filled err.
 * Refuses an unterminated quote with the line it opened on, stray quotes, NUL and undecodable
 * bytes, an empty file. *found (may be NULL) gets the encoding, also on failure. */
bool csv_read(FILE *stream, enum encoding encoding, enum encoding *found,
	bool (*record)(const struct csv_record *record, void *data, struct error *err), void *data,
	struct error *err);

/* Undoes the apostrophe that csv_writer puts before formula-like text. */
const char *csv_unguard(const char *cell);
/* True for text that a spreadsheet takes for a formula: its first character is, also after NFKC,
 * one of = + - @ or a tab or CR (domain.md §8). */
bool csv_is_formula(const char *text);

#endif
