/* workbook - a table as a workbook: the same cells as in CSV, to the digit, read back from the XML in the zip. */
#ifndef AUDIT_WORKBOOK_H
#define AUDIT_WORKBOOK_H

#include "grid.h"
#include "program.h"
#include "tally.h"

/* False where there is no unzip. path: of the workbook that answer wrote; json: the same table, which tells the types of its columns. */
bool workbook_compare(struct tally *tally, struct pool *pool, const char *name, const struct answer *answer,
	const char *path, const struct grid *grid, const struct answer *json);
/* What a command prints, "" where there is no such command. */
const char *workbook_command(struct pool *pool, const char *command);

#endif
