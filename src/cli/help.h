/* help - pages made from the tables of commands and options. */
#ifndef CLI_HELP_H
#define CLI_HELP_H

#include "base/strbuf.h"
#include "cli/command.h"
#include "model/office/office_table.h"

/* What the program is for, one line: N_(). */
extern const char help_purpose[];
/* What the program can end with (cli.md); the last row has no code. */
struct help_status {
	const char *code;
	const char *meaning; /* N_() */
};
extern const struct help_status help_statuses[];

/* "-o, --output FILE", replacing what out holds. */
void help_option(const struct option_row *row, struct strbuf *out);
/* "uraniwa list [EXPR…] [OPTIONS]" */
void help_usage(const struct command *command, struct strbuf *out);
/* The page of one command, lines of at most columns cells. */
void help_page(const struct command *command, int columns, struct strbuf *out);
/* The page about all commands, and the options they share. */
void help_overview(const struct command_list *commands, int columns, struct strbuf *out);
/* The columns that pages are laid out for: those of the terminal, 80 where there is none. */
int help_columns(void);

/* A table of the office that a command knows: by which word, and the line about it (N_()). False where it knows
 * it by none. */
struct help_table {
	const char *word, *text;
};
bool help_table_of(const struct office_table *table, const struct command *command, struct help_table *known);

#endif
