/* init - the command that makes a database. */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "cli/command.h"
#include "service/session/creating.h"

static const struct option_row option_rows[] = {
	{"body-code", 0, N_("CODE"), N_("code of the body, such as 440001 (000000)")},
	{"body-name", 0, N_("NAME"), N_("name of the body (団体)")},
	{0},
};

/* A database can be renamed later, but one without any name reads badly on paper. */
static const char default_code[] = "000000";
static const char default_name[] = "団体";

static bool init_run(struct command_run *run, struct error *err)
{
	const char *code = options_value(&run->options, "body-code");
	const char *name = options_value(&run->options, "body-name");
	char *target = run->target.target ? xstrdup(run->target.target) : creating_default_target();

	if (!code)
		code = default_code;
	if (!name)
		name = default_name;
	struct store_body body;
	const bool made = creating_database(target, code, name, &body, err);
	if (made)
		fprintf(stderr, _("Made %s for %s (%s).\n"), target, body.name, body.code);
	free(target);
	return made;
}

const struct command init_command = {
	.name = "init",
	.summary = N_("makes a new database"),
	.help = N_("The database gets the catalogues, parameters and rules that ship with the program; without -f or $URANIWA_DB it goes to its usual place, whose folder is made. Nothing is ever overwritten. Without a code and a name the body is 000000 団体."),
	.options = option_rows,
	.run = init_run,
};
