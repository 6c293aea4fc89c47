/* demo - the command that opens the sample prefecture. */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "cli/command.h"
#include "cli/output.h"
#include "service/files/sample.h"
#include "service/results/rollups.h"

static const struct option_row option_rows[] = {
	{"reset", 0, NULL, N_("makes the sample anew; what was changed in it is lost")},
	{0},
};

/* The two tables that a council paper shows. */
static const char *const tables[] = {"problem-types", "ict-tools"};

static bool print_tables(struct command_run *run, struct error *err)
{
	const struct output output = {
		.format = FORMAT_TEXT, .options = {.columns = output_columns()}};
	struct table table;

	for (size_t i = 0; i < sizeof tables / sizeof tables[0]; i++) {
		if (i)
			putchar('\n');
		if (!rollups_named(&run->session, tables[i], SAMPLE_FISCAL_YEAR, STAGE_ESTIMATE,
			    BASIS_IN_YEAR, NULL, &table, err) ||
			!output_table(run, &output, &table, err))
			return false;
	}
	return true;
}

static bool demo_run(struct command_run *run, struct error *err)
{
	char *path = sample_path();

	if (run->target.target) {
		free(path);
		return error_set(err, ERROR_USAGE,
			_("The sample has its own database; leave out -f and --db."));
	}
	run->target.target = path;
	run->target.fiscal_year =
		run->target.fiscal_year ? run->target.fiscal_year : SAMPLE_FISCAL_YEAR;
	if (!run->target.user)
		run->target.user = "office";
	const struct progress progress = waiting_progress(run->waiting);
	bool done = sample_prepare(path, options_has(&run->options, "reset"), &progress, err);
	waiting_end(run->waiting, NULL);
	if (done && run->terminal)
		command_want_interface(run);
	else
		done = done && command_open(run, err) && print_tables(run, err);
	run->target.target = NULL;
	free(path);
	return done;
}

const struct command demo_command = {
	.name = "demo",
	.summary = N_("opens the sample prefecture"),
	.help = N_("見本県, an invented prefecture with 746 projects of fiscal year 2025, in a database of its own. Where there is no terminal, prints the two tables of the council paper."),
	.options = option_rows,
	.run = demo_run,
};
