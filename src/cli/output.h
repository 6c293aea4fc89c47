/* output - where results go and how they look: text for a terminal, CSV or JSON for machines. */
#ifndef CLI_OUTPUT_H
#define CLI_OUTPUT_H

#include "cli/command.h"
#include "exchange/render.h"
#include "model/table.h"

/* Columns of the terminal that stdout is; 0 = none, unlimited. */
int output_columns(void);

/* --format, --encoding, -o of a command; fallback is the format when neither --format nor the
 * file's ending tells. Refuses what this build cannot write, and an encoding for other than CSV. */
struct output {
	enum format format;
	struct render_options options;
	const char *path; /* NULL = stdout */
};
bool output_read(const struct command_run *run, enum format fallback, struct output *output,
	struct error *err);
/* Writes a table there; says on stderr when it was forced. */
bool output_table(const struct command_run *run, const struct output *output, struct table *table,
	struct error *err);

/* Flushes stdout; false when what was written did not arrive. */
bool output_finish(struct error *err);

#endif
