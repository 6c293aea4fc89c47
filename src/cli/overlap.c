/* overlap - the command that clears possible double counting, or reopens it. */
#include "config.h"

#include <stdio.h>
#include <string.h>

#include "base/i18n.h"
#include "cli/command.h"
#include "service/project/registering.h"
#include "service/results/overlaps.h"

static const struct option_row option_rows[] = {
	{"reason", 0, N_("TEXT"), N_("why they do not count the same work twice (to clear)")},
	{0},
};

/* The overlaps of the project's year and which of them it is in. */
static bool find_group(struct command_run *run, const char *number, struct overlaps *overlaps,
	int *group, struct error *err)
{
	struct project project;
	const bool found = registering_load(&run->session, number, &project, err) &&
		overlaps_load(&run->session, project.fiscal_year, NULL, overlaps, err);

	if (found)
		*group = overlaps_group_of(overlaps, project.id);
	project_free(&project);
	if (found && *group < 0)
		return error_set(err, ERROR_DATA,
			_("%s claims no piece of work that another project of its section claims."),
			number);
	return found;
}

static bool overlap_run(struct command_run *run, struct error *err)
{
	const char *act = run->options.operands.items[0];
	const char *number = run->options.operands.items[1];
	struct overlaps overlaps = {0};
	int group = -1;
	const bool clear = strcmp(act, "clear") == 0;

	if (!clear && strcmp(act, "reopen") != 0)
		return error_set(err, ERROR_USAGE, _("“%s” is neither clear nor reopen."), act);
	bool done = command_open(run, err) && find_group(run, number, &overlaps, &group, err);
	if (done && clear)
		done = overlaps_clear(&run->session, &overlaps, (size_t)group,
			options_value(&run->options, "reason"), err);
	else if (done)
		done = overlaps_reopen(&run->session, &overlaps, (size_t)group, err);
	if (done) {
		const char *format = clear ? _("Cleared") : _("Reopened");
		struct strbuf numbers = {0};

		overlap_numbers(&overlaps.found, &overlaps.found.groups.items[group],
			overlaps.claims.items, ", ", &numbers);
		fprintf(stderr, "%s: %s\n", format, strbuf_text(&numbers));
		strbuf_free(&numbers);
	}
	overlaps_free(&overlaps);
	return done;
}

const struct command overlap_command = {
	.name = "overlap",
	.summary = N_("clears possible double counting, or reopens it"),
	.operands = N_("clear|reopen NUMBER"),
	.least = 2,
	.most = 2,
	.help = N_("“uraniwa table overlaps” lists the projects of a year that claim the same piece of work (業務) in the same section. The office clears such a group by one of its projects, with a reason; a project that claims the same work later opens the question anew."),
	.options = option_rows,
	.run = overlap_run,
};
