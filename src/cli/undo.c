/* undo - the commands that take changes back and do them again. */
#include "config.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/decimal.h"
#include "base/i18n.h"
#include "cli/command.h"
#include "cli/output.h"
#include "service/session/undoing.h"

enum { STEPS_MAX = 1000 };

static bool go(struct command_run *run, enum history_way way, struct error *err)
{
	const struct options *options = &run->options;
	const char *text = options->operands.count > 0 ? options->operands.items[0] : "1";
	int64_t steps;
	char *summary = NULL;
	bool wants_reason;

	if (!decimal_parse(text, 0, &steps, NULL) || steps < 1 || steps > STEPS_MAX)
		return error_set(err, ERROR_USAGE, _("It goes 1 to %d steps, not “%s”."),
			STEPS_MAX, text);
	if (!command_open(run, err))
		return false;
	if (!undoing_go(&run->session, way, (int)steps, options_value(options, "reason"), &summary,
		    &wants_reason, err)) {
		if (wants_reason)
			error_detail(err, "%s", _("--reason says why."));
		return false;
	}
	puts(summary);
	free(summary);
	return true;
}

static bool run_undo(struct command_run *run, struct error *err)
{
	struct output output;
	struct table table;

	if (!options_has(&run->options, "list"))
		return go(run, HISTORY_UNDO, err);
	if (!output_read(run, FORMAT_TEXT, &output, err) || !command_open(run, err))
		return false;
	const enum language language = output_speak(&output);
	const bool made = undoing_table(&run->session, &table, err);

	i18n_speak(language);
	return made && output_table(run, &output, &table, err);
}

static bool run_redo(struct command_run *run, struct error *err)
{
	return go(run, HISTORY_REDO, err);
}

static const struct option_row option_rows[] = {
	{"list", 0, NULL, N_("only lists what each step, back and forth, would do")},
	{"format", 0, "text|csv|json", N_("of the list (text)")},
	{"reason", 0, N_("TEXT"), N_("why; needed where figures change that are fixed")},
	{0},
};

static const struct option_row redo_rows[] = {
	{"reason", 0, N_("TEXT"), N_("why; needed where figures change that are fixed")},
	{0},
};

const struct command undo_command = {
	.name = "undo",
	.summary = N_("takes back your last changes"),
	.operands = N_("[N]"),
	.most = 1,
	.options = option_rows,
	.help = N_("Takes back the last change (or the last N) of the user as one new change, which history shows. Refused where someone else has changed the same since. redo does it again."),
	.run = run_undo,
};

const struct command redo_command = {
	.name = "redo",
	.summary = N_("does again what you took back last"),
	.operands = N_("[N]"),
	.most = 1,
	.options = redo_rows,
	.help = N_("Does again all that the last undo (or the last N) took back, until the user changes anything else. Refused where someone else has changed the same since."),
	.run = run_redo,
};
