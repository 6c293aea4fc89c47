/* office_carry - last year's rows of the office's tables carried into a fiscal year in one act: leaders, targets,
 * roles, … as their descriptions say (.carried). Rows that are there already stay. What a section has become
 * is followed; what cannot come is left out and told with the reason. */
#ifndef SERVICE_OFFICE_OFFICE_CARRY_H
#define SERVICE_OFFICE_OFFICE_CARRY_H

#include "model/office/office_table.h"
#include "model/table.h"
#include "service/session/session.h"

struct office_carry {
	size_t come, there, left_out;
	struct table told; /* a row for each of last year's; table_free() */
};

/* Into the session's fiscal year from the one before: one change with history, none where nothing comes. table
 * NULL = all that are carried. With dry_run nothing is stored. The office only; ERROR_USAGE for a table that
 * is not carried. */
bool office_carry(struct session *session, const struct office_table *table, bool dry_run,
	struct office_carry *carry, struct error *err);

#endif
