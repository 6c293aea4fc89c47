/* tally - what has been compared, and what was found to differ. */
#ifndef AUDIT_TALLY_H
#define AUDIT_TALLY_H

#include "pool.h"

/* How a table left the program. */
enum tally_format { TALLY_CSV, TALLY_TEXT, TALLY_JSON, TALLY_XLSX, TALLY_PDF, TALLY_EXPLAINED, TALLY_FORMATS };

struct tally_kind {
	const char *what; /* "departments.hours" */
	long count;
};
/* How often a table was compared in each format. */
struct tally_table {
	const char *name;
	long counts[TALLY_FORMATS];
};
struct tally {
	struct pool pool; /* outlives the databases */
	long databases, projects, lines, tables, cells, differences;
	LIST(struct tally_kind) kinds;
	LIST(struct tally_table) compared;
	int told; /* of one kind are told at most: the first few */
};

/* Counts a difference of a kind; true where it is to be told of. */
bool tally_differs(struct tally *tally, const char *what);
/* A table that must have been compared in that format by the end, and one that was. */
void tally_expect(struct tally *tally, const char *name);
void tally_compared(struct tally *tally, const char *name, enum tally_format format);
/* Prints the sum, and which table was compared how often in which format; true where nothing differs and, of a
 * run that is to be complete, nothing was left out. */
bool tally_print(const struct tally *tally, bool complete);

#endif
