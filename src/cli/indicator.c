/* indicator - the command for indicators, their targets and values. */
#include "config.h"

#include "base/i18n.h"
#include "cli/office_command.h"
#include "cli/output.h"

static const struct option_row option_rows[] = {
	OUTPUT_TABLE_ROWS,
	{0},
};

const struct command indicator_command = {
	.name = "indicator",
	.summary = N_("shows and changes indicators, their targets and values"),
	.operands = N_("[targets|values] [list|add|edit KEY|remove KEY] [FIELD=VALUE…]"),
	.most = -1,
	.help = N_("uraniwa indicator targets add code=hours-saved fiscal_year=R8 target=138650; uraniwa indicator values add code=genai-usage fiscal_year=R7 month=11 value=27. How far they are: uraniwa table indicators"),
	.options = option_rows,
	.run = office_command_dispatch,
};
