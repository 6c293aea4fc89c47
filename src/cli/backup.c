/* backup - the commands that copy the database and put a copy back. */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/i18n.h"
#include "cli/command.h"
#include "service/files/backups.h"
#include "service/files/overwriting.h"

static bool run_backup(struct command_run *run, struct error *err)
{
	const char *path = run->options.operands.items[0];
	struct file_target target;

	if (!overwriting_judge(&target, path, run->target.target, NULL, 0, err) ||
		!command_open(run, err) || !backups_write(&run->session, &target, err))
		return false;
	waiting_hide(run->waiting);
	fprintf(stderr, _("Backed up to %s.\n"), path);
	return true;
}

const struct command backup_command = {
	.name = "backup",
	.summary = N_("copies the database to a file, while others go on working"),
	.operands = N_("FILE"),
	.least = 1,
	.most = 1,
	.help = N_("The copy is consistent and appears whole or not at all. A file that is there already is left as it is. restore puts it back."),
	.run = run_backup,
};

static bool run_restore(struct command_run *run, struct error *err)
{
	const struct progress progress = waiting_progress(run->waiting);
	char *kept = NULL;
	const bool done = backups_restore(&run->target, run->options.operands.items[0], &progress,
		&kept, err);

	waiting_end(run->waiting, NULL);
	if (done && kept)
		fprintf(stderr, _("Restored. What was there before lies in %s.\n"), kept);
	else if (done)
		fputs(_("Restored.\n"), stderr);
	free(kept);
	return done;
}

const struct command restore_command = {
	.name = "restore",
	.summary = N_("puts a backup back in the place of the database"),
	.operands = N_("FILE"),
	.least = 1,
	.most = 1,
	.help = N_("The backup is proved sound first. What stands in the database is kept beside it in a file of its own, and all who work with it see the one or the other."),
	.run = run_restore,
};
