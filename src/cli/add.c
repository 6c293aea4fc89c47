/* add - the command that adds a draft project. */
#include "config.h"

#include <string.h>

#include "base/i18n.h"
#include "base/strbuf.h"
#include "base/text.h"
#include "cli/assign.h"
#include "cli/command.h"
#include "service/project/registering.h"

static const struct option_row option_rows[] = {
	{"title", 0, N_("TEXT"), N_("the title (must be given)")},
	{"team", 0, N_("CODE"), N_("the team; not needed by who has only one")},
	{"problem-type", 0, N_("TYPE"), N_("1 to 8, or its name")},
	{"tool", 0, N_("TOOL"), N_("an ICT tool; can be repeated, the first is the primary one")},
	ASSIGN_OPTION_ROWS,
	{0},
};

/* Options that are fields under a shorter name. */
static const struct {
	const char *option;
	enum field field;
} plain_fields[] = {
	{"title", FIELD_TITLE},
	{"team", FIELD_TEAM},
	{"problem-type", FIELD_PROBLEM_TYPE},
};

static bool add_fill(struct command_run *run, struct project *project, struct error *err)
{
	struct project_context context;

	if (!session_context(&run->session, project->fiscal_year, &context, err))
		return false;
	for (size_t i = 0; i < sizeof plain_fields / sizeof plain_fields[0]; i++) {
		const char *value = options_value(&run->options, plain_fields[i].option);
		if (value && !project_field_set(project, plain_fields[i].field, value, &context, err))
			return false;
	}

	struct strbuf tools = {0};
	const char *tool;

	for (size_t i = 0; (tool = options_nth(&run->options, "tool", i)); i++)
		strbuf_addf(&tools, "%s%s", i ? ";" : "", tool);
	const bool good = tools.length == 0 ||
		project_field_set(project, FIELD_TOOLS, strbuf_text(&tools), &context, err);
	strbuf_free(&tools);
	return good && assign_all(run, project, &context, err);
}

static bool add_run(struct command_run *run, struct error *err)
{
	const char *title = options_value(&run->options, "title");
	struct project project;
	size_t length = 0;

	if (title)
		text_trim(title, &length);
	if (length == 0)
		return error_set(err, ERROR_USAGE, _("Give the project a --title."));
	if (!command_open(run, err))
		return false;
	const bool added = registering_new(&run->session, &project, err) && add_fill(run, &project,
		err) && registering_save(&run->session, &project, NULL, err);
	if (added)
		assign_print_number(&project);
	project_free(&project);
	return added;
}

const struct command add_command = {
	.name = "add",
	.summary = N_("adds a project as a draft and prints its number"),
	.help = ASSIGN_HELP,
	.options = option_rows,
	.run = add_run,
};
