/* copy - the command that copies a project to another team. */
#include "config.h"

#include <stdio.h>

#include "base/i18n.h"
#include "cli/assign.h"
#include "cli/command.h"
#include "service/project/registering.h"

static const struct option_row option_rows[] = {
	{"team", 0, N_("CODE"), N_("the team that takes it over (must be given)")},
	{0},
};

static bool copy_run(struct command_run *run, struct error *err)
{
	const char *team = options_value(&run->options, "team");
	struct project from, copy;

	if (!team)
		return error_set(err, ERROR_USAGE, _("Say with --team who takes it over."));
	if (!command_open(run, err))
		return false;
	project_init(&copy);
	bool copied = registering_load(&run->session, run->options.operands.items[0], &from, err);
	if (copied) {
		project_free(&copy);
		copied = registering_copy(&run->session, &from, team, &copy, err);
	}
	if (copied)
		assign_print_number(&copy);
	project_free(&from);
	project_free(&copy);
	return copied;
}

const struct command copy_command = {
	.name = "copy",
	.summary = N_("copies a project to another team as a new draft (横展開)"),
	.operands = N_("NUMBER"),
	.least = 1,
	.most = 1,
	.help = N_("The draft, of the fiscal year of --fy, takes over texts, tools and the estimated effect, and is linked to where it comes from. Prints its number."),
	.options = option_rows,
	.run = copy_run,
};
