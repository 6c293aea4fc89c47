/* catalogue - the command for problem types, ICT tools, due dates and targets of sections. */
#include "config.h"

#include <string.h>

#include "base/i18n.h"
#include "cli/office_command.h"
#include "cli/output.h"

static const struct option_row option_rows[] = {
	OUTPUT_TABLE_ROWS,
	{0},
};

static bool run(struct command_run *run, struct error *err)
{
	static const char *const ids[] = {"problem-types", "tools", "due-dates", "targets"};
	const char *name = run->options.operands.items[0];

	for (size_t i = 0; i < sizeof ids / sizeof ids[0]; i++)
		if (strcmp(ids[i], name) == 0)
			return office_command_run(run, office_table_find(name), 1, err);
	return error_set(err, ERROR_USAGE, _("There is no catalogue “%s”."), name);
}

const struct command catalogue_command = {
	.name = "catalogue",
	.summary = N_("shows and changes problem types, ICT tools, due dates and targets"),
	.operands = N_("problem-types|tools|due-dates|targets [list|add|edit KEY|remove KEY] [FIELD=VALUE…]"),
	.least = 1,
	.most = -1,
	.help = N_("A key is what the list shows first, with slashes: kintone/2019, 2025/interim. An entry is renamed for later years by adding its code with a new first fiscal year, retired with a last one, merged with merged_into=CODE; old years keep what they had: uraniwa catalogue tools edit rpa/2019 last_fiscal_year=R8 merged_into=kintone"),
	.options = option_rows,
	.run = run,
};
