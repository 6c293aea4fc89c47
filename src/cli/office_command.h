/* office_command - list, add, edit and remove for the small tables of the office; param, rule, … are
 * rows of it. Private to src/cli/. */
#ifndef CLI_OFFICE_COMMAND_H
#define CLI_OFFICE_COMMAND_H

#include "cli/command.h"
#include "service/office/office.h"

/* Acts by the operands from first on: "list", "add FIELD=VALUE…", "edit KEY FIELD=VALUE…",
 * "remove KEY"; none is list. ERROR_USAGE for anything else. */
bool office_command_run(struct command_run *run, const struct office_table *table, size_t first,
	struct error *err);
/* The same for the tables of the run's command: the one whose act is the first operand, else the first of
 * them, unless all have an act. */
bool office_command_dispatch(struct command_run *run, struct error *err);
/* Stores values typed for fields (NULL = as it was) in the row with that key; a new row where key is
 * NULL. Says what was stored on stderr. */
bool office_command_put(struct command_run *run, const struct office_table *table, const char *key,
	const char *const *typed, struct error *err);

#endif
