/* table - the command for the named tables. */
#include "config.h"

#include <stdio.h>
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "cli/command.h"
#include "cli/figures.h"
#include "cli/output.h"
#include "rollup/coverage.h"
#include "rollup/review.h"
#include "service/results/rollups.h"
#include "service/results/snapshots.h"

enum { DAYS_MAX = 366 };

static const struct option_row option_rows[] = {
	{"snapshot", 0, N_("NAME"), N_("the table as it was frozen in that snapshot")},
	{"rows", 0, N_("DIM"), N_("what the rows of trend, realisation (project too), destinations and coverage are")},
	{"half", 0, "year|first-half|second-half", N_("the period of the review sheet (year)")},
	{"unit", 0, N_("UNIT"), N_("only this unit, by code or name")},
	{"missing", 0, "registered|interim|actual",
		N_("coverage, reminders: only the teams that lack this")},
	{"days", 0, N_("N"), N_("reminders: also what falls due in so many days")},
	FIGURES_OPTION_ROWS,
	OUTPUT_TABLE_ROWS,
	{0},
};

static bool read_choice(const struct options *options, struct rollups_choice *choice,
	struct error *err)
{
	const char *const rows = options_value(options, "rows");
	const char *const missing = options_value(options, "missing");
	int64_t days;

	*choice = rollups_choice(0);
	if (rows && strcmp(rows, "project") == 0)
		choice->rows = ROLLUPS_PROJECTS;
	else if (rows && !figures_dimension(rows, &choice->rows, err))
		return false;
	if (!options_count(options, "days", 0, &days, err))
		return false;
	choice->days_ahead = days > DAYS_MAX ? DAYS_MAX : (int)days;
	choice->unit = options_value(options, "unit");
	for (int step = 0; missing && step < COVERAGE_STEP_COUNT; step++)
		if (strcmp(missing, coverage_step_id((enum coverage_step)step)) == 0)
			choice->step = step;
	return true;
}

/* The table as it is, or as it was frozen. */
static bool make_table(struct command_run *run, const char *name,
	const struct rollups_choice *choice, struct table *table, struct error *err)
{
	const char *snapshot = options_value(&run->options, "snapshot");

	if (!snapshot)
		return rollups_table(&run->session, name, choice, table, err);
	if (run->session.rules_year || run->session.units_year || choice->filter ||
		choice->rows >= 0 || choice->unit || choice->step >= 0 || choice->days_ahead)
		return error_set(err, ERROR_USAGE,
			_("What is frozen cannot be filtered or turned round."));
	return snapshots_table(&run->session, snapshot, name, choice->stage, choice->basis, table,
		err);
}

/* The table that is asked for: --half is another way to name two of them. */
static const char *table_name(const struct options *options)
{
	const char *const name = options->operands.items[0];
	const char *const period = options_value(options, "half");
	enum half half;

	if (!period || strcmp(name, review_id(HALF_NONE)) != 0 ||
		!fiscal_year_period_parse(period, &half))
		return name;
	return review_id(half);
}

static bool table_run(struct command_run *run, struct error *err)
{
	struct rollups_choice choice;
	struct figures figures;
	struct output output;
	struct table table;

	if (run->options.operands.count == 0) {
		struct strbuf line = {0};

		for (size_t i = 0; i < named_table_count; i++) {
			text_pad(&line, named_tables[i].id, 20, TEXT_LEFT);
			strbuf_addf(&line, "%s\n", _(named_tables[i].help));
		}
		fputs(strbuf_text(&line), stdout);
		strbuf_free(&line);

		return true;
	}
	const char *name = table_name(&run->options);
	if (!named_find(name)) {
		struct strbuf names = {0};

		for (size_t i = 0; i < named_table_count; i++)
			strbuf_addf(&names, "%s%s", i ? " " : "", named_tables[i].id);
		error_set(err, ERROR_USAGE,
			_("There is no table “%s” in this version. There are: %s"), name,
			strbuf_text(&names));
		strbuf_free(&names);
		return false;
	}
	if (!read_choice(&run->options, &choice, err))
		return false;
	if (!output_read(run, FORMAT_TEXT, &output, err) || !command_open(run, err) ||
		!figures_as_of(&run->options, &run->session, err))
		return false;
	figures_read(&run->options, &figures);
	const enum language spoken = output_speak(&output);
	choice.fiscal_year = run->session.fiscal_year;
	choice.stage = figures.stage;
	choice.basis = figures.basis;
	choice.filter = figures.filter;
	const bool made = make_table(run, name, &choice, &table, err);
	i18n_speak(spoken);
	return made && output_table(run, &output, &table, err);
}

const struct command table_command = {
	.name = "table",
	.summary = N_("prints one of the ready-made tables; without a name lists them"),
	.operands = N_("[NAME]"),
	.most = 1,
	.help = N_("Every table is proved before it leaves: rows and columns must sum to its total, and the total must equal the stored effect lines. One that does not tie is not written unless --force is given."),
	.options = option_rows,
	.run = table_run,
};
