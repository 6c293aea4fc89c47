/* catalogue - the command for catalogues and other small tables that have none of their own. */
#include "config.h"

#include "base/i18n.h"
#include "cli/office_command.h"
#include "cli/output.h"

static const struct option_row option_rows[] = {
	OUTPUT_TABLE_ROWS,
	{0},
};

const struct command catalogue_command = {
	.name = "catalogue",
	.summary = N_("shows and changes problem types, ICT tools, due dates and targets"),
	.operands = N_("TABLE [list|add|edit KEY|remove KEY] [FIELD=VALUE…]"),
	.least = 1,
	.most = -1,
	.help = N_("A key is what the list shows first, with slashes: kintone/2019, 2025/interim. An entry is renamed for later years by adding its code with a new first fiscal year, retired with a last one, merged with merged_into=CODE; old years keep what they had: uraniwa catalogue tools edit rpa/2019 last_fiscal_year=R8 merged_into=kintone"),
	.options = option_rows,
	.run = office_command_dispatch,
};
