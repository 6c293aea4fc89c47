/* formats - one table in every format: which of them is read back changes by turns, so that a few databases
 * have all. */
#ifndef AUDIT_FORMATS_H
#define AUDIT_FORMATS_H

#include <stdint.h>

#include "grid.h"
#include "program.h"
#include "tally.h"

/* A command and its options. */
struct words {
	const char **items;
	size_t count, room;
};
void words_add(struct pool *pool, struct words *words, const char *word);
/* value NULL: neither is added. */
void words_option(struct pool *pool, struct words *words, const char *name, const char *value);
/* Runs them in that format (NULL = without), leaving the words as they are. */
struct answer words_run(const struct program *program, struct pool *pool, struct words words,
	const char *format);

enum { FORMAT_TURNS = 4 }; /* text, JSON, workbook, paper */
/* grid: the table as CSV, which has been compared. A build without workbooks or paper compares none. */
void formats_compare(struct tally *tally, struct pool *pool, const struct program *program, const char *name,
	struct words words, const struct grid *grid, uint64_t turn);

#endif
