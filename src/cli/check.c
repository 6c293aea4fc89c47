/* check - the command that proves the database sound. */
#include "config.h"

#include <stdio.h>

#include "base/i18n.h"
#include "cli/command.h"
#include "service/results/checkup.h"

static const struct option_row option_rows[] = {
	{"repair-derived", 0, NULL, N_("puts held totals right where they differ from their lines")},
	{0},
};

static void print_line(bool ok, const char *line, void *data)
{
	waiting_hide(data);
	printf("%s  %s\n", ok ? _("good ") : _("FAULT"), line);
}

static bool check_run(struct command_run *run, struct error *err)
{
	int64_t faults = 0;

	if (!command_open(run, err) ||
		!checkup_run(&run->session, options_has(&run->options, "repair-derived"),
			print_line, run->waiting, &faults, err))
		return false;
	if (faults == 0)
		return true;
	return error_set(err, ERROR_DATA,
		ngettext("%lld fault was found.", "%lld faults were found.", (unsigned long)faults),
		(long long)faults);
}

const struct command check_command = {
	.name = "check",
	.summary = N_("proves that the database is sound and that every table ties"),
	.help = N_("Checks the file, foreign keys, the chain of history, held totals against recomputed ones, and every named table against the stored effect lines. A fault gives exit status 1."),
	.options = option_rows,
	.run = check_run,
};
