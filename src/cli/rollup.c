/* rollup - the command for any pivot. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "base/strbuf.h"
#include "cli/command.h"
#include "cli/figures.h"
#include "cli/output.h"
#include "service/results/rollups.h"

static const struct option_row option_rows[] = {
	{"rows", 0, N_("DIM[,DIM]"), N_("what the rows are (must be given)")},
	{"cols", 0, N_("DIM"), N_("what the columns are")},
	{"measure", 0, N_("M,…"), N_("what is counted (projects,hours,person-years); share and change are of the one before them, or of hours")},
	FIGURES_OPTION_ROWS,
	OUTPUT_TABLE_ROWS,
	{0},
};

static bool rollup_add_row(const char *word, struct pivot_query *query, struct error *err)
{
	int dimension;

	if (query->row_count == PIVOT_ROWS_MAX)
		return error_set(err, ERROR_USAGE, _("--rows takes at most %d dimensions."),
			PIVOT_ROWS_MAX);
	if (!figures_dimension(word, &dimension, err))
		return false;
	query->rows[query->row_count++] = (enum dimension)dimension;
	return true;
}

static bool add_measure(const char *word, struct pivot_query *query, struct error *err)
{
	struct strbuf ids = {0};
	const int measure = measure_parse(word);

	if (measure >= 0 && query->measure_count < PIVOT_MEASURES_MAX) {
		query->measures[query->measure_count++] = (enum measure)measure;
		return true;
	}
	for (int m = 0; m < MEASURE_COUNT; m++)
		strbuf_addf(&ids, "%s%s", m ? " " : "", measures[m].id);
	error_set(err, ERROR_USAGE, _("There is no measure “%s”. There are: %s"), word,
		strbuf_text(&ids));
	strbuf_free(&ids);
	return false;
}

/* Hands each comma-separated word to add(). */
static bool each_word(const char *text, struct pivot_query *query,
	bool (*add)(const char *word, struct pivot_query *query, struct error *err),
	struct error *err)
{
	char *copy = xstrdup(text), *rest = copy;
	bool good = true;

	for (char *word; good && (word = strsep(&rest, ","));)
		good = add(word, query, err);
	free(copy);
	return good;
}

static bool rollup_read_query(const struct command_run *run, struct pivot_query *query,
	struct error *err)
{
	const char *rows = options_value(&run->options, "rows");
	const char *cols = options_value(&run->options, "cols");
	const char *chosen = options_value(&run->options, "measure");

	pivot_query_init(query);
	query->row_count = 0;
	if (!rows)
		return error_set(err, ERROR_USAGE, _("Say with --rows what the rows are."));
	if (!each_word(rows, query, rollup_add_row, err) ||
		(cols && !figures_dimension(cols, &query->column, err)))
		return false;
	if (!chosen)
		return true;
	query->measure_count = 0;
	return each_word(chosen, query, add_measure, err);
}

static bool rollup_command_run(struct command_run *run, struct error *err)
{
	struct pivot_query query;
	struct figures figures;
	struct output output;
	struct table table;

	if (!rollup_read_query(run, &query, err) || !output_read(run, FORMAT_TEXT, &output, err) ||
		!command_open(run, err) || !figures_as_of(&run->options, &run->session, err))
		return false;
	figures_read(&run->options, &figures);
	query.stage = figures.stage;
	query.basis = figures.basis;

	/* A table over fiscal years is of all of them, unless one was asked for. */
	bool over_years = query.column == DIMENSION_FISCAL_YEAR;

	for (size_t i = 0; i < query.row_count; i++)
		over_years = over_years || query.rows[i] == DIMENSION_FISCAL_YEAR;
	query.fiscal_year = over_years && !options_has(&run->options, "fy") ? 0 :
		run->session.fiscal_year;
	const enum language spoken = output_speak(&output);
	const bool made = rollups_pivot(&run->session, &query, figures.filter, &table, err);
	i18n_speak(spoken);
	return made && output_table(run, &output, &table, err);
}

const struct command rollup_command = {
	.name = "rollup",
	.summary = N_("groups projects by any dimensions"),
	.help = N_("Dimensions: fiscal-year department section team problem-type tool any-tool status leader start-month half-year replicable.\nMeasures: projects teams hours person-years minutes cost labour-value share change."),
	.options = option_rows,
	.run = rollup_command_run,
};
