/* snapshot - the command that freezes results, verifies and compares them. */
#include "config.h"

#include <stdio.h>
#include <string.h>

#include "base/i18n.h"
#include "cli/command.h"
#include "cli/figures.h"
#include "cli/output.h"
#include "service/results/snapshots.h"

static const struct option_row option_rows[] = {
	{"department", 0, N_("CODE"), N_("diff: only projects of this department")},
	{"section", 0, N_("CODE"), N_("diff: only projects of this section")},
	{"problem-type", 0, N_("CODE"), N_("diff: only projects of this problem type")},
	{"tool", 0, N_("CODE"), N_("diff: only projects whose primary tool this is")},
	FIGURES_STAGE_ROWS,
	OUTPUT_TABLE_ROWS,
	{0},
};

static bool snapshot_write_table(struct command_run *run,
	bool (*make)(struct command_run *run, struct table *table, struct error *err),
	struct error *err)
{
	struct output output;
	struct table table;

	if (!output_read(run, FORMAT_TEXT, &output, err))
		return false;
	const enum language spoken = output_speak(&output);
	const bool made = make(run, &table, err);
	i18n_speak(spoken);
	return made && output_table(run, &output, &table, err);
}

static bool make_list(struct command_run *run, struct table *table, struct error *err)
{
	return snapshots_list_table(&run->session, table, err);
}

static bool make_diff(struct command_run *run, struct table *table, struct error *err)
{
	const struct options *options = &run->options;
	const size_t count = options->operands.count;
	struct figures figures;

	figures_read(options, &figures);
	const struct snapshot_scope scope = {figures.stage, figures.basis,
		options_value(options, "department"), options_value(options, "section"),
		options_value(options, "problem-type"), options_value(options, "tool")};
	return snapshots_compare(&run->session, options->operands.items[1],
		count > 2 ? options->operands.items[2] : NULL, &scope, table, err);
}

/* One by name, or all of them. */
static bool verify(struct command_run *run, const char *name, struct error *err)
{
	struct snapshot_list list = {0};
	bool sound = snapshots_list(&run->session, &list, err);

	for (size_t i = 0; sound && i < list.items.count; i++) {
		const struct snapshot_head *head = &list.items.items[i];

		if (name && strcmp(name, head->name) != 0)
			continue;
		sound = snapshots_verify(&run->session, head->name, err);
		if (!sound)
			break;
		printf(_("sound  %s  %s\n"), head->sha256, head->name);
		if (*head->first_sha256)
			printf(_("       carried over from an older program's form; the seal of then holds, too: %s\n"),
				head->first_sha256);
	}
	snapshot_list_free(&list);
	return sound && (!name || snapshots_verify(&run->session, name, err));
}

static bool snapshot_run(struct command_run *run, struct error *err)
{
	const char *act = run->options.operands.items[0];
	const size_t count = run->options.operands.count;
	const char *name = count > 1 ? run->options.operands.items[1] : NULL;
	const bool needs_name = strcmp(act, "freeze") == 0 || strcmp(act, "diff") == 0;

	if (needs_name && !name)
		return error_set(err, ERROR_USAGE, _("Say which snapshot."));
	if (count > (strcmp(act, "diff") == 0 ? 3u : strcmp(act, "list") == 0 ? 1u : 2u))
		return error_set(err, ERROR_USAGE, _("“%s” is one word too many."),
			run->options.operands.items[count - 1]);
	if (!command_open(run, err))
		return false;
	if (strcmp(act, "freeze") == 0) {
		if (!snapshots_freeze(&run->session, name, run->session.fiscal_year, err))
			return false;
		waiting_hide(run->waiting);
		fprintf(stderr, _("Frozen: %s\n"), name);
		return true;
	}
	if (strcmp(act, "list") == 0)
		return snapshot_write_table(run, make_list, err);
	if (strcmp(act, "diff") == 0)
		return snapshot_write_table(run, make_diff, err);
	if (strcmp(act, "verify") == 0)
		return verify(run, name, err);
	return error_set(err, ERROR_USAGE, _("“%s” is none of freeze, list, verify and diff."), act);
}

const struct command snapshot_command = {
	.name = "snapshot",
	.summary = N_("freezes results, verifies and compares them"),
	.operands = N_("freeze NAME|list|verify [NAME]|diff A [B]"),
	.least = 1,
	.most = 3,
	.help = N_("freeze keeps every project of the fiscal year, the rules, the units, the hours of a person-year and every ready-made table, sealed by SHA-256; it cannot be undone. “uraniwa table NAME --snapshot SNAPSHOT” prints a table as it was then, byte for byte.\ndiff says project by project why a total became another one, from A to B or to what is stored now.\nverify proves that nothing was changed since."),
	.options = option_rows,
	.run = snapshot_run,
};
