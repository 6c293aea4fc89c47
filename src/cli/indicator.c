/* indicator - the command for indicators, their targets and values. */
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
	static const struct {
		const char *word, *id;
	} parts[] = {{"targets", "indicator-targets"}, {"values", "indicator-values"}};
	const char *word = run->options.operands.count ? run->options.operands.items[0] : "";

	for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++)
		if (strcmp(parts[i].word, word) == 0)
			return office_command_run(run, office_table_find(parts[i].id), 1, err);
	return office_command_run(run, office_table_find("indicators"), 0, err);
}

const struct command indicator_command = {
	.name = "indicator",
	.summary = N_("shows and changes indicators, their targets and values"),
	.operands = N_("[targets|values] [list|add|edit KEY|remove KEY] [FIELD=VALUE…]"),
	.most = -1,
	.help = N_("uraniwa indicator targets add code=hours-saved fiscal_year=R8 target=138650; uraniwa indicator values add code=genai-usage fiscal_year=R7 month=11 value=27. How far they are: uraniwa table indicators"),
	.options = option_rows,
	.run = run,
};
