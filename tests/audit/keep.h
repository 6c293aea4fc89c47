/* keep - what is kept: frozen tables stay as they were, and what is exported comes back the same. */
#ifndef AUDIT_KEEP_H
#define AUDIT_KEEP_H

#include <stdint.h>

#include "program.h"
#include "tally.h"

/* Freezes the year of the program and compares every table with its frozen form, in a format by turns, and some
 * again after the database was changed by another program. Spoils the database. */
void keep_frozen(struct tally *tally, struct pool *pool, const struct program *program, uint64_t turn);
/* Exports everything, imports it into a new database and exports that: the same bytes. */
void keep_files(struct tally *tally, struct pool *pool, const struct program *program);

#endif
