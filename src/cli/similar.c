/* similar - the command that finds the projects most like one, or like a few words. */
#include "config.h"

#include <stdlib.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "base/text.h"
#include "cli/command.h"
#include "cli/output.h"
#include "model/fiscal_year.h"
#include "service/project/registering.h"
#include "service/project/similars.h"

enum { LIMIT_DEFAULT = 10, LIMIT_MAX = 1000 };

static const struct option_row option_rows[] = {
	{"limit", 0, N_("N"), N_("how many at most (10)")},
	OUTPUT_TABLE_ROWS,
	{0},
};

static bool similar_find(struct command_run *run, struct similar_hit *hits, size_t most,
	size_t *count, struct error *err)
{
	const struct options *options = &run->options;
	const char *first = options->operands.items[0];
	struct strbuf text = {0};
	struct project project;
	char uuid[UUID_TEXT];
	int year, number;
	const bool names_project = options->operands.count == 1 && (uuid_normalize(first, uuid) ||
		fiscal_year_number_parse(first, &year, &number, NULL));
	bool found;

	if (names_project) {
		found = registering_load(&run->session, first, &project, err) &&
			similars_to_project(&run->session, &project, hits, most, count, err);
		project_free(&project);
		return found;
	}
	for (size_t i = 0; i < options->operands.count; i++)
		strbuf_addf(&text, "%s%s", i ? " " : "", options->operands.items[i]);
	found = similars_to_text(&run->session, strbuf_text(&text), hits, most, count, err);
	strbuf_free(&text);
	return found;
}

static bool similar_run(struct command_run *run, struct error *err)
{
	struct output output;
	struct table table;
	int64_t limit;
	size_t count = 0;

	if (!options_count(&run->options, "limit", LIMIT_DEFAULT, &limit, err) ||
		!output_read(run, FORMAT_TEXT, &output, err) || !command_open(run, err))
		return false;
	const size_t most = limit < LIMIT_MAX ? (size_t)limit : LIMIT_MAX;
	struct similar_hit *hits = xcalloc(most + 1, sizeof *hits);
	const enum language spoken = output_speak(&output);
	const bool made = similar_find(run, hits, most, &count, err) &&
		similars_table(&run->session, _("Similar projects"), hits, count, &table, err);
	i18n_speak(spoken);
	free(hits);
	return made && output_table(run, &output, &table, err);
}

const struct command similar_command = {
	.name = "similar",
	.summary = N_("finds the projects most like one, or like a few words"),
	.operands = N_("NUMBER|TEXT…"),
	.least = 1,
	.most = -1,
	.help = N_("Projects of all sections and years, the most similar first, by the words of title, approach, issue and work, by their tools and problem type. “uraniwa copy” takes one over."),
	.options = option_rows,
	.run = similar_run,
};
