/* undo - the command that takes changes back. */
#include "config.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/decimal.h"
#include "base/i18n.h"
#include "cli/command.h"
#include "service/registering.h"

enum { CHANGES_MAX = 1000 };

static bool read_changes(const struct options *options, int64_t *changes, struct error *err)
{
	*changes = 1;
	if (options->operands.count == 0)
		return true;
	const char *text = options->operands.items[0];
	if (decimal_parse(text, 0, changes, NULL) && *changes >= 1 && *changes <= CHANGES_MAX)
		return true;
	return error_set(err, ERROR_USAGE,
		_("undo takes back 1 to %d changes, not “%s”."), CHANGES_MAX, text);
}

static bool run(struct command_run *run, struct error *err)
{
	int64_t changes;
	char *summary = NULL;

	if (!read_changes(&run->options, &changes, err) || !command_open(run, err) ||
		!registering_undo(&run->session, (int)changes, &summary, err))
		return false;
	puts(summary);
	free(summary);
	return true;
}

const struct command undo_command = {
	.name = "undo",
	.summary = N_("takes back your last changes"),
	.operands = N_("[N]"),
	.most = 1,
	.help = N_("Takes back the last change (or the last N) of the user as one new change, which history shows. Refused where someone else has changed the same since."),
	.run = run,
};
