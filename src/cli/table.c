/* table - the command for the named tables. */
#include "config.h"

#include <stdio.h>

#include "base/i18n.h"
#include "base/text.h"
#include "cli/command.h"
#include "cli/figures.h"
#include "cli/output.h"
#include "service/rollups.h"
#include "service/snapshots.h"

static const struct option_row option_rows[] = {
	{"rows", 0, N_("DIM"), N_("what the rows of realisation and destinations are")},
	{"snapshot", 0, N_("NAME"), N_("the table as it was frozen in that snapshot")},
	FIGURES_OPTION_ROWS,
	OUTPUT_TABLE_ROWS,
	{0},
};

static void list_tables(void)
{
	struct strbuf line = {0};

	for (size_t i = 0; i < named_table_count; i++) {
		text_pad(&line, named_tables[i].id, 15, TEXT_LEFT);
		strbuf_addf(&line, "%s\n", _(named_tables[i].help));
	}
	fputs(strbuf_text(&line), stdout);
	strbuf_free(&line);
}

static bool unknown(const char *name, struct error *err)
{
	struct strbuf names = {0};

	for (size_t i = 0; i < named_table_count; i++)
		strbuf_addf(&names, "%s%s", i ? " " : "", named_tables[i].id);
	error_set(err, ERROR_USAGE, _("There is no table “%s” in this version. There are: %s"), name,
		strbuf_text(&names));
	strbuf_free(&names);
	return false;
}

/* The table as it is, or as it was frozen. */
static bool make_table(struct command_run *run, const char *name,
	const struct rollups_choice *choice, struct table *table, struct error *err)
{
	const char *snapshot = options_value(&run->options, "snapshot");

	if (!snapshot)
		return rollups_table(&run->session, name, choice, table, err);
	if (choice->filter || choice->rows >= 0)
		return error_set(err, ERROR_USAGE,
			_("What is frozen cannot be filtered or turned round."));
	return snapshots_table(&run->session, snapshot, name, choice->stage, choice->basis, table,
		err);
}

static bool run(struct command_run *run, struct error *err)
{
	const char *const rows = options_value(&run->options, "rows");
	struct rollups_choice choice = {.rows = -1};
	struct figures figures;
	struct output output;
	struct table table;

	if (run->options.operands.count == 0) {
		list_tables();
		return true;
	}
	const char *name = run->options.operands.items[0];
	if (!named_find(name))
		return unknown(name, err);
	if (rows && !figures_dimension(rows, &choice.rows, err))
		return false;
	if (!output_read(run, FORMAT_TEXT, &output, err) || !command_open(run, err))
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
	.run = run,
};
