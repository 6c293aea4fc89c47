/* workbook_strings - the texts that the cells of a workbook share. Few are kept in memory; many go to a file
 * that has no name, so that memory does not grow with rows. Private to src/exchange/.
 */
#ifndef EXCHANGE_WORKBOOK_STRINGS_H
#define EXCHANGE_WORKBOOK_STRINGS_H

#include <stdio.h>

#include "base/error.h"
#include "base/strbuf.h"
#include "base/vec.h"

/* Zero-initialise. */
struct workbook_strings {
	struct strbuf texts;  /* those not in the file yet, each with its terminator */
	VEC(uint64_t) starts; /* of each, from the first byte of all; flushed as texts is */
	uint64_t count;       /* of all */
	uint64_t flushed;     /* bytes in the file */
	uint64_t flushed_count;
	FILE *text_file, *start_file; /* NULL = everything is in memory */
	const char *text_map;         /* while reading: the files in the address space */
	const uint64_t *start_map;
};

/* Adds a text; false when there is no room for more. */
bool workbook_strings_add(struct workbook_strings *strings, const char *text, size_t length,
	struct error *err);
/* Makes ready for reading; nothing is added any more. */
bool workbook_strings_finish(struct workbook_strings *strings, struct error *err);
/* Valid until the strings are freed; NULL where there is none of that number. */
const char *workbook_strings_get(const struct workbook_strings *strings, uint64_t index);
void workbook_strings_free(struct workbook_strings *strings);

#endif
