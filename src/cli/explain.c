/* explain - the command that leads from a figure down to minutes. */
#include "config.h"

#include <stdio.h>

#include "base/i18n.h"
#include "cli/command.h"
#include "cli/figures.h"
#include "rollup/named.h"
#include "service/project/registering.h"
#include "service/results/explaining.h"

static const struct option_row option_rows[] = {
	{"snapshot", 0, N_("NAME"), N_("a table as it was frozen in that snapshot")},
	{"unit", 0, N_("UNIT"), N_("only this unit of a table, by code or name")},
	{"rows", 0, N_("DIM"), N_("what the rows of realisation, destinations and coverage are")},
	FIGURES_OPTION_ROWS,
	{0},
};

/* One project, as a whole or the stage and basis that are asked for. */
static bool explain_project(struct command_run *run, const struct figures *figures,
	struct strbuf *out, struct error *err)
{
	static const char *const of_tables[] = {"filter", "unit", "rows", "snapshot"};
	const bool part = options_value(&run->options, "stage") ||
		options_value(&run->options, "basis");
	struct project project;

	for (size_t i = 0; i < sizeof of_tables / sizeof of_tables[0]; i++)
		if (options_value(&run->options, of_tables[i]))
			return error_set(err, ERROR_USAGE,
				_("--%s is for a table, not for one project."), of_tables[i]);
	bool explained = registering_load(&run->session, run->options.operands.items[0], &project,
		err);
	if (explained && part) {
		explaining_stage(&run->session, &project, figures->stage, figures->basis, out);
	} else if (explained) {
		explained = explaining_project(&run->session, &project, out, err);
	}
	project_free(&project);
	return explained;
}

static bool explain_table(struct command_run *run, const struct rollups_choice *choice,
	struct strbuf *out, struct error *err)
{
	const char *const name = run->options.operands.items[0];
	const char *const snapshot = options_value(&run->options, "snapshot");

	if (!snapshot)
		return explaining_table(&run->session, name, choice, out, err);
	if (choice->filter || choice->unit || choice->rows >= 0)
		return error_set(err, ERROR_USAGE,
			_("What is frozen cannot be filtered or turned round."));
	return explaining_frozen(&run->session, snapshot, name, choice, out, err);
}

static bool explain_run(struct command_run *run, struct error *err)
{
	const char *what = run->options.operands.items[0];
	const char *rows = options_value(&run->options, "rows");
	struct rollups_choice choice = rollups_choice(0);
	struct strbuf out = {0};
	struct figures figures;
	bool explained;
	int node;

	if (rows && !figures_dimension(rows, &choice.rows, err))
		return false;
	if (!command_open(run, err) || !figures_as_of(&run->options, &run->session, err))
		return false;
	figures_read(&run->options, &figures);
	choice.fiscal_year = run->session.fiscal_year;
	choice.stage = figures.stage;
	choice.basis = figures.basis;
	choice.filter = figures.filter;
	choice.unit = options_value(&run->options, "unit");
	if (named_find(what))
		explained = explain_table(run, &choice, &out, err);
	else if (rollups_unit(&run->session, choice.fiscal_year, what, &node, NULL))
		explained = explaining_unit(&run->session, what, &choice, &out, err);
	else
		explained = explain_project(run, &figures, &out, err);
	waiting_hide(run->waiting);
	if (explained)
		fputs(strbuf_text(&out), stdout);
	strbuf_free(&out);
	return explained;
}

const struct command explain_command = {
	.name = "explain",
	.summary = N_("says where hours come from, down to the minutes"),
	.operands = N_("NUMBER|TABLE|UNIT"),
	.least = 1,
	.most = 1,
	.help = N_("A project (R7-0001) is explained line by line, with the formula in words; a table (problem-types, review, …) or a unit (code or name) from its total over rows, departments, sections and projects to their lines, each level summing to the one above."),
	.options = option_rows,
	.run = explain_run,
};
