/* commands - the commands there are: the one place that names them all; private to src/cli/.
 *
 * Only the top of the command line and the manual page know this list. A command that speaks of the
 * others (help, completion) finds it in its run. */
#ifndef CLI_COMMANDS_H
#define CLI_COMMANDS_H

#include "cli/command.h"

extern const struct command_list commands;

/* One a line, in the order of their names. */
extern const struct command add_command;
extern const struct command backup_command;
extern const struct command carry_command;
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
extern const struct command mapping_command;
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
