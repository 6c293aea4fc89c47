/* carry - the command that takes last year's leaders, targets, roles, … over into a fiscal year. */
#include "config.h"

#include <stdio.h>
#include <string.h>

#include "base/i18n.h"
#include "cli/output.h"
#include "service/office/office_carry.h"

static const struct option_row option_rows[] = {
	{"dry-run", 0, NULL, N_("stores nothing and prints what would come")},
	OUTPUT_TABLE_ROWS,
	{0},
};

/* The table with that id; NULL with the ids of those that are carried. */
static const struct office_table *carry_command_table(const char *id, struct error *err)
{
	const struct office_table *table = office_table_find(id);
	struct strbuf ids = {0};

	if (table)
		return table;
	for (size_t i = 0; i < OFFICE_TABLE_COUNT; i++)
		if (office_tables[i]->carried.which == OFFICE_CARRY_ROWS)
			strbuf_addf(&ids, "%s%s", ids.length ? " " : "", office_tables[i]->id);
	error_set(err, ERROR_USAGE, _("There is no table “%s”. There are: %s"), id, strbuf_text(&ids));
	strbuf_free(&ids);
	return NULL;
}

static bool carry_command_run(struct command_run *run, struct error *err)
{
	const bool dry_run = options_has(&run->options, "dry-run");
	const struct office_table *table = NULL;
	struct office_carry carry;
	struct output output;

	if (run->options.operands.count > 0) {
		table = carry_command_table(run->options.operands.items[0], err);
		if (!table)
			return false;
	}
	if (!output_read(run, FORMAT_TEXT, &output, err) || !command_open(run, err))
		return false;
	const enum language spoken = output_speak(&output);
	const bool carried = office_carry(&run->session, table, dry_run, &carry, err);
	i18n_speak(spoken);
	if (!carried || !output_table(run, &output, &carry.told, err))
		return false;
	fprintf(stderr,
		dry_run ? _("would be carried over: %zu; there already: %zu; left out: %zu\n") :
			  _("carried over: %zu; there already: %zu; left out: %zu\n"),
		carry.come, carry.there, carry.left_out);
	return true;
}

const struct command carry_command = {
	.name = "carry",
	.summary = N_("carries leaders, targets, roles and dates over from last year"),
	.operands = N_("[TABLE]"),
	.most = 1,
	.carries = true,
	.help = N_("Into the year of --fy, from the one before; without a table all of them. Rows that are there already stay. The successor of a section that is no more takes its place; what cannot come is listed with the reason. One change, which undo takes back: uraniwa --fy R8 carry --dry-run"),
	.options = option_rows,
	.run = carry_command_run,
};
