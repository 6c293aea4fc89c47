/* command - what every command of the command line is made of; private to src/cli/.
 *
 * A command is one const struct at the bottom of its own file; command_table lists them all. Help,
 * --help, usage lines (and whatever else describes the command line) are made from these rows. */
#ifndef CLI_COMMAND_H
#define CLI_COMMAND_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"
#include "cli/cli.h"
#include "cli/options.h"
#include "cli/waiting.h"
#include "service/session/session.h"

/* One run of the program: what was asked, and the session once a command has opened it. */
struct command_run {
	const struct command *command;
	struct options options; /* common ones and the command's own */
	struct session_options target;
	bool localized;         /* --lang was given: machine formats speak it too */
	bool terminal;          /* there is a terminal to show the interface on */
	struct session session;
	bool open;
	struct waiting *waiting; /* never NULL */
	struct cli_interface *interface; /* what a command asks main.c to show when it is done */
};

struct command {
	const char *name;
	const char *summary;  /* N_(): one line, without a full stop */
	const char *operands; /* N_("NUMBER… STATUS"), or "" */
	int least, most;      /* operands; most -1 = any number */
	const char *help;     /* N_(): paragraphs, each one line, or NULL */
	const struct option_row *options; /* ends with a row without name; may be NULL */
	bool (*run)(struct command_run *run, struct error *err);
};

/* In the order of their names. */
extern const struct command *const command_table[];
extern const size_t command_count;
extern const struct option_row command_common_options[];

/* NULL when there is none of that name. */
const struct command *command_find(const char *name);
/* ERROR_USAGE with the commands there are. Returns false. */
bool command_unknown(const char *name, struct error *err);
/* False, as ERROR_USAGE, for an expression that cannot be read. NULL is fine. */
bool command_filter_good(const char *text, struct error *err);
/* Opens the session unless it is open. */
bool command_open(struct command_run *run, struct error *err);
/* Asks main.c to show the terminal interface on the run's target. */
void command_want_interface(struct command_run *run);

/* One a line, in the order of command_table. */
extern const struct command add_command;
extern const struct command backup_command;
extern const struct command catalogue_command;
extern const struct command check_command;
extern const struct command completion_command;
extern const struct command copy_command;
extern const struct command demo_command;
extern const struct command edit_command;
extern const struct command explain_command;
extern const struct command export_command;
extern const struct command help_command;
extern const struct command history_command;
extern const struct command import_command;
extern const struct command indicator_command;
extern const struct command init_command;
extern const struct command leader_command;
extern const struct command list_command;
extern const struct command move_command;
extern const struct command overlap_command;
extern const struct command param_command;
extern const struct command redo_command;
extern const struct command restore_command;
extern const struct command rollup_command;
extern const struct command rule_command;
extern const struct command show_command;
extern const struct command similar_command;
extern const struct command snapshot_command;
extern const struct command table_command;
extern const struct command training_command;
extern const struct command undo_command;
extern const struct command unit_command;
extern const struct command user_command;

#endif
