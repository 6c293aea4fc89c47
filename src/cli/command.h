/* command - what every command of the command line is made of; private to src/cli/.
 *
 * A command is one const struct at the bottom of its own file; commands.c lists them all. Help,
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

/* Commands in the order of their names. */
struct command_list {
	const struct command *const *items;
	size_t count;
};

/* One run of the program: what was asked, and the session once a command has opened it. */
struct command_run {
	const struct command_list *commands; /* all there are: for those that speak of the others */
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
	const char *operands; /* N_("NUMBER… STATUS"); NULL = it takes none */
	int least, most;      /* operands; most -1 = any number */
	const char *help;     /* N_(): paragraphs, each one line, or NULL */
	bool carries;         /* it knows the office's tables that are carried over, by their ids */
	bool reads_sheets;    /* files of sheet_columns(): help lists their headings */
	const struct option_row *options; /* ends with a row without name; may be NULL */
	bool (*run)(struct command_run *run, struct error *err);
};

extern const struct option_row command_common_options[];

/* NULL when there is none of that name. */
const struct command *command_find(const struct command_list *commands, const char *name);
/* ERROR_USAGE with the commands there are. Returns false. */
bool command_unknown(const struct command_list *commands, const char *name, struct error *err);
/* False, as ERROR_USAGE, for an expression that cannot be read. NULL is fine. */
bool command_filter_good(const char *text, struct error *err);
/* Opens the session unless it is open. */
bool command_open(struct command_run *run, struct error *err);
/* Asks main.c to show the terminal interface on the run's target. */
void command_want_interface(struct command_run *run);

#endif
