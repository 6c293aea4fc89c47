/* edit - the command that changes a project. */
#include "config.h"

#include <stdio.h>

#include "base/i18n.h"
#include "cli/assign.h"
#include "cli/command.h"
#include "service/project/registering.h"

static const struct option_row option_rows[] = {
	ASSIGN_OPTION_ROWS,
	{"drop-effect", 0, N_("LINE[:STAGE]"), N_("takes an effect line away; can be repeated")},
	{"reason", 0, N_("TEXT"), N_("why; needed once a project is completed")},
	{0},
};

static bool edit_run(struct command_run *run, struct error *err)
{
	const struct options *options = &run->options;
	const bool asks_for_something = options_has(options, "set") ||
		options_has(options, "effect") || options_has(options, "drop-effect");
	struct project project;
	struct project_context context;

	if (!asks_for_something)
		return error_set(err, ERROR_USAGE, _("Say what to change with --set or --effect."));
	if (!command_open(run, err))
		return false;
	const bool saved =
		registering_load(&run->session, options->operands.items[0], &project, err) &&
		session_context(&run->session, project.fiscal_year, &context, err) &&
		assign_all(run, &project, &context, err) &&
		registering_save(&run->session, &project,
			options_value(options, "reason"), err);
	project_free(&project);
	return saved;
}

const struct command edit_command = {
	.name = "edit",
	.summary = N_("changes a project"),
	.operands = N_("NUMBER"),
	.least = 1,
	.most = 1,
	.help = ASSIGN_HELP,
	.options = option_rows,
	.run = edit_run,
};
