/* rule - the command for exclusion rules: what is standard work and no project. */
#include "config.h"

#include <stdio.h>
#include <string.h>

#include "base/i18n.h"
#include "cli/office_command.h"
#include "cli/output.h"
#include "service/project/excluding.h"
#include "service/project/registering.h"

static const struct option_row option_rows[] = {
	OUTPUT_TABLE_ROWS,
	{0},
};

static const struct {
	const char *word;
	enum exclusion decision;
	const char *said; /* N_() */
} decisions[] = {
	{"confirm", EXCLUSION_CONFIRMED, N_("standard work; it does not count")},
	{"clear", EXCLUSION_CLEARED, N_("no standard work; it counts")},
};

static bool rule_run(struct command_run *run, struct error *err)
{
	const struct options *options = &run->options;

	const size_t count = sizeof decisions / sizeof decisions[0];
	size_t act = 0;

	while (act < count && (options->operands.count < 2 ||
		strcmp(options->operands.items[0], decisions[act].word) != 0))
		act++;
	if (act == count)
		return office_command_run(run, office_table_find("rules"), 0, err);
	if (!command_open(run, err))
		return false;

	VEC(int64_t) ids = {0};
	bool done = true;

	for (size_t i = 1; done && i < options->operands.count; i++) {
		struct project project;

		done = registering_load(&run->session, options->operands.items[i], &project, err);
		*vec_add(&ids) = project.id;
		project_free(&project);
	}
	done = done && excluding_decide(&run->session, ids.items, ids.count,
		decisions[act].decision, err);
	for (size_t i = 1; done && i < options->operands.count; i++)
		fprintf(stderr, "%s: %s\n", options->operands.items[i], _(decisions[act].said));
	vec_free(&ids);
	return done;
}

const struct command rule_command = {
	.name = "rule",
	.summary = N_("shows and changes what is standard work and no project"),
	.operands = N_("[list|add|edit NO|remove NO|confirm NUMBER…|clear NUMBER…] [FIELD=VALUE…]"),
	.most = -1,
	.help = N_("A project is flagged when it uses one of the tools and each part of the words is in its texts; | between words means either, ; means and: uraniwa rule add first_fiscal_year=R8 tools=genai 'words=議事録|会議録;要約' reason=… What is flagged: uraniwa list excluded:flagged"),
	.options = option_rows,
	.run = rule_run,
};
