/* move - the command that moves projects to a status. */
#include "config.h"

#include <stdio.h>

#include "base/i18n.h"
#include "base/strbuf.h"
#include "base/vec.h"
#include "cli/command.h"
#include "model/fiscal_year.h"
#include "service/project/registering.h"

static const struct option_row option_rows[] = {
	{"reason", 0, N_("TEXT"), N_("why; needed for some moves, such as returned and cancelled")},
	{"yes", 0, NULL, N_("hands in doubtful figures, too")},
	{0},
};

static bool move_run(struct command_run *run, struct error *err)
{
	const char *const *words = run->options.operands.items;
	const size_t count = run->options.operands.count - 1;
	VEC(int64_t) ids = {0};
	struct strbuf doubtful = {0}, report = {0}; /* what is asked; what to say once all of them have moved */
	enum status to;

	if (!workflow_status_parse(words[count], &to)) {
		struct strbuf statuses = {0};

		for (int i = 0; i < STATUS_COUNT; i++)
			strbuf_addf(&statuses, "%s%s", i ? " " : "",
				workflow_status_id((enum status)i));
		error_set(err, ERROR_USAGE, _("“%s” is no status. There are: %s"), words[count],
			strbuf_text(&statuses));
		strbuf_free(&statuses);
		return false;
	}
	if (!command_open(run, err))
		return false;
	bool moved = true;
	for (size_t i = 0; moved && i < count; i++) {
		struct project project;
		char text[FISCAL_YEAR_TEXT];

		moved = registering_load(&run->session, words[i], &project, err);
		if (moved) {
			*vec_add(&ids) = project.id;
			fiscal_year_number_format(project.fiscal_year, project.number, text);
			strbuf_addf(&report, _("%s: %s → %s\n"), text,
				workflow_status_label(project.status), workflow_status_label(to));
		}
		project_free(&project);
	}
	const bool sure = options_has(&run->options, "yes");
	if (moved && !sure)
		moved = registering_doubts(&run->session, ids.items, ids.count, to, &doubtful, err);
	if (doubtful.length)
		moved = error_set(err, ERROR_DATA,
			_("%s. If the figures are right, say so with --yes."),
			strbuf_text(&doubtful));
	moved = moved && registering_move(&run->session, ids.items, ids.count, to,
		options_value(&run->options, "reason"), sure, err);
	if (moved)
		fputs(strbuf_text(&report), stderr);
	vec_free(&ids);
	strbuf_free(&report);
	strbuf_free(&doubtful);
	return moved;
}

const struct command move_command = {
	.name = "move",
	.summary = N_("moves projects to another status"),
	.operands = N_("NUMBER… STATUS"),
	.least = 2,
	.most = -1,
	.help = N_("All of the projects move, or none. The statuses are draft, submitted, approved, running, reported, completed, returned and cancelled, or their Japanese names. Which move is open to whom, and which needs a reason, is said when it is refused."),
	.options = option_rows,
	.run = move_run,
};
