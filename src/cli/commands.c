#include "config.h"

#include "cli/commands.h"

static const struct command *const command_rows[] = {
	&add_command,
	&backup_command,
	&carry_command,
	&catalogue_command,
	&check_command,
	&completion_command,
	&copy_command,
	&demo_command,
	&edit_command,
	&explain_command,
	&export_command,
	&help_command,
	&history_command,
	&import_command,
	&indicator_command,
	&init_command,
	&leader_command,
	&list_command,
	&mapping_command,
	&move_command,
	&overlap_command,
	&param_command,
	&redo_command,
	&restore_command,
	&rollup_command,
	&rule_command,
	&show_command,
	&similar_command,
	&snapshot_command,
	&table_command,
	&training_command,
	&undo_command,
	&unit_command,
	&user_command,
};

const struct command_list commands = {
	command_rows, sizeof command_rows / sizeof command_rows[0]};
