/* explain - the command that leads from a figure down to minutes. */
#include "config.h"

#include <stdio.h>

#include "base/i18n.h"
#include "cli/command.h"
#include "rollup/named.h"
#include "service/project/registering.h"
#include "service/results/explaining.h"

static const struct option_row option_rows[] = {
	{"filter", 0, N_("EXPR"), N_("only these projects of the table, see: uraniwa help list")},
	{0},
};

static bool explain_run(struct command_run *run, struct error *err)
{
	const char *what = run->options.operands.items[0];
	struct strbuf out = {0};

	if (!command_open(run, err))
		return false;
	const char *filter = options_value(&run->options, "filter");
	bool explained;

	if (named_find(what)) {
		explained = explaining_table(&run->session, what, run->session.fiscal_year, filter,
			&out, err);
	} else if (filter) {
		explained = error_set(err, ERROR_USAGE,
			_("--filter narrows a table, not one project."));
	} else {
		struct project project;

		explained = registering_load(&run->session, what, &project, err) &&
			explaining_project(&run->session, &project, &out, err);
		project_free(&project);
	}
	waiting_hide(run->waiting);
	if (explained)
		fputs(strbuf_text(&out), stdout);
	strbuf_free(&out);
	return explained;
}

const struct command explain_command = {
	.name = "explain",
	.summary = N_("says where hours come from, down to the minutes"),
	.operands = N_("NUMBER|TABLE"),
	.least = 1,
	.most = 1,
	.help = N_("A project (R7-0001) is explained line by line, with the formula in words; a table (problem-types, ict-tools, …) from its total over departments, sections and projects to their lines, each level summing to the one above."),
	.options = option_rows,
	.run = explain_run,
};
