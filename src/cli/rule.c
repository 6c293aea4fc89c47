/* rule - the command for exclusion rules: what is standard work and no project. */
#include "config.h"

#include "base/i18n.h"
#include "cli/master_command.h"
#include "cli/output.h"

static const struct option_row option_rows[] = {
	OUTPUT_TABLE_ROWS,
	{0},
};

static bool run(struct command_run *run, struct error *err)
{
	return master_command_run(run, master_find("rules"), 0, err);
}

const struct command rule_command = {
	.name = "rule",
	.summary = N_("shows and changes what is standard work and no project"),
	.operands = N_("[list|add|edit NO|remove NO] [FIELD=VALUE…]"),
	.most = -1,
	.help = N_("A project is flagged when it uses one of the tools and each part of the words is in its texts; | between words means either, ; means and: uraniwa rule add first_fiscal_year=R8 tools=genai 'words=議事録|会議録;要約' reason=…"),
	.options = option_rows,
	.run = run,
};
