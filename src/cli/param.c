/* param - the command for the parameters of the programme. */
#include "config.h"

#include <string.h>

#include "base/i18n.h"
#include "cli/office_command.h"
#include "cli/output.h"

static const struct option_row option_rows[] = {
	OUTPUT_TABLE_ROWS,
	{0},
};

static bool param_run(struct command_run *run, struct error *err)
{
	const struct office_table *table = office_table_find("parameters");
	const struct options *options = &run->options;

	if (options->operands.count != 3 || strcmp(options->operands.items[0], "set") != 0)
		return office_command_run(run, table, 0, err);

	/* "set NAME VALUE": adds the row, or edits it where it is there. With --fy for that year
	 * only. */
	const char *const year = options_value(options, "fy");
	const char *const typed[OFFICE_COLUMNS_MAX] = {options->operands.items[1], year ? year : "",
		options->operands.items[2]};
	struct office_rows rows = {0};
	struct arena arena = {0};
	bool done = false;

	if (command_open(run, err) && office_load(&run->session, table, &rows, err)) {
		const char *key = arena_printf(&arena, "%s/%s", typed[0], year ? year : "");
		const bool there = office_row_find(table, &rows, key, NULL) >= 0;

		done = office_command_put(run, table, there ? key : NULL, typed, err);
	}
	office_rows_free(&rows);
	arena_free(&arena);
	return done;
}

const struct command param_command = {
	.name = "param",
	.summary = N_("shows and sets hours per person-year, working days and the like"),
	.operands = N_("[list|set NAME VALUE|remove NAME/YEAR]"),
	.most = -1,
	.help = N_("With --fy a value holds for that fiscal year, without for every year that has none of its own: uraniwa param set hours_per_person_year 1920 --fy R8"),
	.options = option_rows,
	.run = param_run,
};
