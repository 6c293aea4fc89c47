/* people - the commands for people and their roles, DX leaders, courses and attendance. */
#include "config.h"

#include "base/i18n.h"
#include "cli/office_command.h"
#include "cli/output.h"

static const struct option_row option_rows[] = {
	OUTPUT_TABLE_ROWS,
	{0},
};

const struct command user_command = {
	.name = "user",
	.summary = N_("shows and changes people and their roles"),
	.operands = N_("[people|roles] [list|add|edit KEY|remove KEY] [FIELD=VALUE…]"),
	.most = -1,
	.help = N_("A role is tied to a unit and fiscal years: uraniwa user roles add person_code=sato role=leader unit_code=0101 first_fiscal_year=R7"),
	.options = option_rows,
	.run = office_command_dispatch,
};

const struct command leader_command = {
	.name = "leader",
	.summary = N_("shows and changes the DX leaders of sections"),
	.operands = N_("[list|add|edit KEY|remove KEY] [FIELD=VALUE…]"),
	.most = -1,
	.help = N_("A section has one leader at a time; who is added with a later day takes over from the one before: uraniwa leader add fiscal_year=R7 section_code=0101 person_code=suzuki from=R7.10.1"),
	.options = option_rows,
	.run = office_command_dispatch,
};

const struct command training_command = {
	.name = "training",
	.summary = N_("shows and changes courses and who has attended them"),
	.operands = N_("[courses|attendance] [list|add|edit KEY|remove KEY] [FIELD=VALUE…]"),
	.most = -1,
	.help = N_("uraniwa training add code=R7-basic fiscal_year=R7 name=… form=in-person hours=2 units=1 audience=leaders; uraniwa training attendance add course_code=R7-basic person_code=sato. How many have taken part: uraniwa table training"),
	.options = option_rows,
	.run = office_command_dispatch,
};
