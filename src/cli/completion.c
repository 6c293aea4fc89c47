/* completion - the command that prints completion scripts for bash and zsh, made from the tables. */
#include "config.h"

#include <stdio.h>
#include <string.h>

#include "base/i18n.h"
#include "base/strbuf.h"
#include "cli/command.h"
#include "exchange/render.h"
#include "exchange/sheet.h"
#include "model/facts.h"
#include "model/office/office_table.h"
#include "model/project.h"
#include "model/workflow.h"
#include "rollup/named.h"
#include "rollup/pivot.h"

/* ---- words that stand in tables ---------------------------------------------------------------- */

static void completion_add_word(struct strbuf *out, const char *word, const char *after)
{
	strbuf_addf(out, "%s%s%s", out->length ? " " : "", word, after);
}

static void completion_add_dimensions(struct strbuf *out)
{
	for (int i = 0; i < DIMENSION_COUNT; i++)
		completion_add_word(out, dimensions[i].id, "");
}

static void completion_add_measures(struct strbuf *out)
{
	for (int i = 0; i < MEASURE_COUNT; i++)
		completion_add_word(out, measures[i].id, "");
}

static void completion_add_tables(struct strbuf *out)
{
	for (size_t i = 0; i < named_table_count; i++)
		completion_add_word(out, named_tables[i].id, "");
}

static void completion_add_statuses(struct strbuf *out)
{
	for (int i = 0; i < STATUS_COUNT; i++)
		completion_add_word(out, workflow_status_id((enum status)i), "");
}

static void completion_add_kinds(struct strbuf *out)
{
	for (size_t i = 0; i < sheet_kind_count(); i++)
		completion_add_word(out, sheet_kind_id((enum sheet_kind)i), "");
}

static void completion_add_carried(struct strbuf *out)
{
	for (size_t i = 0; i < OFFICE_TABLE_COUNT; i++)
		if (office_tables[i]->carried.which == OFFICE_CARRY_ROWS)
			completion_add_word(out, office_tables[i]->id, "");
}

static void completion_add_commands(const struct command_list *commands, struct strbuf *out)
{
	for (size_t i = 0; i < commands->count; i++)
		completion_add_word(out, commands->items[i]->name, "");
}

static void completion_add_fields(struct strbuf *out)
{
	for (int i = 0; i < FIELD_COUNT; i++)
		if (project_fields[i].editable)
			completion_add_word(out, project_fields[i].id, "=");
}

static void completion_add_formats(struct strbuf *out)
{
	for (int i = 0; i < FORMAT_COUNT; i++)
		if (format_available((enum format)i))
			completion_add_word(out, format_id((enum format)i), "");
}

/* What else can be completed than options and their closed sets: the operands of commands (option
 * NULL), and options whose values stand in a table. command NULL: of any command. */
static const struct {
	const char *command, *option;
	void (*add)(struct strbuf *out); /* NULL: the names of the commands */
} completion_sources[] = {
	{"carry", NULL, completion_add_carried},
	{"explain", NULL, completion_add_tables},
	{"export", NULL, completion_add_kinds},
	{"help", NULL, NULL},
	{"import", NULL, completion_add_kinds},
	{"move", NULL, completion_add_statuses},
	{"table", NULL, completion_add_tables},
	{NULL, "cols", completion_add_dimensions},
	{NULL, "format", completion_add_formats},
	{NULL, "measure", completion_add_measures},
	{NULL, "rows", completion_add_dimensions},
	{NULL, "set", completion_add_fields},
};

static void completion_add_source(const struct command_list *commands, const char *command,
	const char *option, struct strbuf *out)
{
	for (size_t i = 0; i < sizeof completion_sources / sizeof completion_sources[0]; i++) {
		const char *own = completion_sources[i].option;
		const bool wanted = option ? own && strcmp(own, option) == 0 :
			!own && strcmp(completion_sources[i].command, command) == 0;

		if (!wanted)
			continue;
		if (completion_sources[i].add)
			completion_sources[i].add(out);
		else
			completion_add_commands(commands, out);
	}
}

/* A closed set: "text|csv|json" as words. Anything else is no set. */
static void completion_add_set(const char *set, struct strbuf *out)
{
	if (!strchr(set, '|') || strpbrk(set, " []"))
		return;
	for (const char *at = set; *at;) {
		const size_t length = strcspn(at, "|");

		if (out->length)
			strbuf_add_char(out, ' ');
		strbuf_add(out, at, length);
		at += length + (at[length] == '|');
	}
}

/* ---- the script ---------------------------------------------------------------------------------- */

static const char completion_bash_start[] =
	"# bash completion of uraniwa; made by: uraniwa completion bash\n"
	"_uraniwa() {\n"
	"\tlocal current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]}\n"
	"\tlocal command= choices= files= word\n"
	"\tfor word in \"${COMP_WORDS[@]:1:COMP_CWORD-1}\"; do\n";
static const char completion_bash_end[] =
	"\tif [[ -n $files ]]; then\n"
	"\t\tcompopt -o default\n"
	"\telse\n"
	"\t\tmapfile -t COMPREPLY < <(compgen -W \"$choices\" -- \"$current\")\n"
	"\t\t[[ ${COMPREPLY[0]-} != *= ]] || compopt -o nospace\n"
	"\tfi\n"
	"}\n"
	"complete -F _uraniwa uraniwa\n";
static const char completion_zsh_start[] =
	"#compdef uraniwa\n"
	"# zsh completion of uraniwa; made by: uraniwa completion zsh\n"
	"_uraniwa() {\n"
	"\tlocal previous=${words[CURRENT-1]} command= choices= files= word\n"
	"\tfor word in ${words[2,CURRENT-1]}; do\n";
static const char completion_zsh_end[] =
	"\tif [[ -n $files ]]; then\n"
	"\t\t_files\n"
	"\telse\n"
	"\t\tcompadd -- ${=choices}\n"
	"\tfi\n"
	"}\n"
	"_uraniwa \"$@\"\n";

/* "list:--format) choices='text csv json' ;;" — what may follow each option. */
static void completion_print_values(const struct command_list *commands, const char *command,
	const struct option_row *rows)
{
	struct strbuf words = {0};

	for (; rows && rows->name; rows++) {
		if (!rows->argument)
			continue;
		strbuf_clear(&words);
		completion_add_set(rows->argument, &words);
		if (words.length == 0)
			completion_add_source(commands, command, rows->name, &words);
		printf("\t%s:--%s", command, rows->name);
		if (rows->letter)
			printf("|%s:-%c", command, rows->letter);
		if (strcmp(rows->argument, "FILE") == 0)
			printf(") files=yes ;;\n");
		else /* a blank: nothing to offer, but not the options either */
			printf(") choices='%s' ;;\n", words.length ? strbuf_text(&words) : " ");
	}
	strbuf_free(&words);
}

static void completion_add_options(const struct option_row *rows, struct strbuf *out)
{
	for (; rows && rows->name; rows++) {
		if (out->length)
			strbuf_add_char(out, ' ');
		strbuf_addf(out, "--%s", rows->name);
	}
}

static void completion_print_choices(const struct command_list *commands)
{
	struct strbuf words = {0};

	printf("\t\tcase $word in\n\t\t");
	for (size_t i = 0; i < commands->count; i++)
		printf("%s%s", i ? "|" : "", commands->items[i]->name);
	printf(") command=$word; break ;;\n\t\tesac\n\tdone\n\tcase $command:$previous in\n");
	for (size_t i = 0; i < commands->count; i++)
		completion_print_values(
			commands, commands->items[i]->name, commands->items[i]->options);
	completion_print_values(commands, "*", command_common_options);
	printf("\timport:*) [[ $previous == import ]] || files=yes ;;\n\tesac\n");
	printf("\tif [[ -z $choices$files ]]; then\n\t\tcase $command in\n");
	for (size_t i = 0; i < commands->count; i++) {
		/* "list) choices='--format …' ;;" — what may stand after a command. */
		const struct command *command = commands->items[i];

		completion_add_source(commands, command->name, NULL, &words);
		if (words.length == 0 && command->operands)
			completion_add_set(command->operands, &words);
		completion_add_options(command->options, &words);
		completion_add_options(command_common_options, &words);
		printf("\t\t%s) choices='%s' ;;\n", command->name, strbuf_text(&words));
		strbuf_clear(&words);
	}
	completion_add_commands(commands, &words);
	completion_add_options(command_common_options, &words);
	printf("\t\t*) choices='%s' ;;\n\t\tesac\n\tfi\n", strbuf_text(&words));
	strbuf_free(&words);
}

static bool completion_run(struct command_run *run, struct error *err)
{
	const char *shell = run->options.operands.items[0];
	const bool zsh = strcmp(shell, "zsh") == 0;

	if (!zsh && strcmp(shell, "bash") != 0)
		return error_set(err, ERROR_USAGE,
			_("There is completion for bash and zsh, not for “%s”."), shell);
	fputs(zsh ? completion_zsh_start : completion_bash_start, stdout);
	completion_print_choices(run->commands);
	fputs(zsh ? completion_zsh_end : completion_bash_end, stdout);
	return true;
}

const struct command completion_command = {
	.name = "completion",
	.summary = N_("prints a script that lets bash or zsh complete commands and options"),
	.operands = "bash|zsh",
	.least = 1,
	.most = 1,
	.help = N_("For bash: uraniwa completion bash > ~/.local/share/bash-completion/completions/uraniwa"),
	.run = completion_run,
};
