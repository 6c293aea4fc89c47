#include "config.h"

#include "cli/cli.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "base/strbuf.h"
#include "base/text.h"
#include "cli/commands.h"
#include "cli/failure.h"
#include "cli/help.h"
#include "cli/output.h"
#include "model/fiscal_year.h"

/* Wrong use ends with how it is meant. */
static int report_use(const struct command *command, const struct error *err)
{
	struct strbuf usage = {0};
	const int status = failure_tell(command ? command->name : NULL, err);

	if (err->code == ERROR_USAGE) {
		if (command)
			help_usage(command, &usage);
		else
			strbuf_add_text(&usage, _("uraniwa [OPTIONS] [COMMAND …]"));
		fprintf(stderr, _("Usage: %s\n"), strbuf_text(&usage));
		fprintf(stderr, _("See: uraniwa help%s%s\n"), command ? " " : "",
			command ? command->name : "");
		strbuf_free(&usage);
	}
	return status;
}

static bool cli_read_target(struct command_run *run, struct error *err)
{
	const struct options *options = &run->options;
	const char *file = options_value(options, "file"), *url = options_value(options, "db");
	const char *year = options_value(options, "fy"), *user = options_value(options, "user");
	const char *ambiguous = options_value(options, "ambiguous");

	if (file && url)
		return error_set(err, ERROR_USAGE, _("-f and --db name two databases; give one."));
	if (user && !*user)
		return error_set(err, ERROR_USAGE, _("--user needs a name."));
	if (ambiguous && *ambiguous != 'a')
		text_set_ambiguous_width(*ambiguous - '0');
	run->target = (struct session_options){
		.target = file ? file : url,
		.user = user,
		.readonly = options_has(options, "readonly") || options_has(options, "wall"),
	};
	if (!year || fiscal_year_parse(year, &run->target.fiscal_year, err))
		return true;
	err->code = ERROR_USAGE;
	return false;
}

static bool perform(struct command_run *run, const char *name, struct error *err)
{
	if (options_has(&run->options, "version")) {
		puts(PACKAGE_STRING);
		return true;
	}
	if (options_has(&run->options, "help")) {
		run->options.operands.count = 0;
		if (name)
			*vec_add(&run->options.operands) = name;
		return help_command.run(run, err);
	}
	if (name && !run->command)
		return command_unknown(run->commands, name, err);
	if (!options_good(&run->options, err) || !cli_read_target(run, err) ||
		!command_filter_good(options_value(&run->options, "filter"), err))
		return false;
	if (!run->command) {
		/* No command: the interface where there is a terminal; elsewhere what to do
		 * instead. */
		if (run->terminal) {
			command_want_interface(run);
			return true;
		}
		return command_open(run, err) &&
			error_set(err, ERROR_USAGE,
				_("There is no terminal for the interface; name a command."));
	}

	const struct command *command = run->command;
	const size_t count = run->options.operands.count;

	assert(command->operands || command->least == 0);
	if (count < (size_t)command->least)
		return error_set(err, ERROR_USAGE, _("Something is missing: %s"),
			_(command->operands));
	if (command->most >= 0 && count > (size_t)command->most)
		return error_set(err, ERROR_USAGE, _("“%s” is one word too many."),
			run->options.operands.items[command->most]);

	/* "… >>uraniwa.db" is a slip of the pen as well */
	struct file_target standard;
	return output_judge(run, NULL, NULL, 0, &standard, err) && command->run(run, err);
}

int cli_run(int argc, char **argv, bool terminal, struct cli_interface *interface)
{
	struct waiting waiting = {0};
	struct command_run run = {
		.commands = &commands,
		.terminal = terminal,
		.interface = interface,
		.waiting = &waiting,
	};
	struct error err = {0};

	*interface = (struct cli_interface){0};

	/* The words before the command are common options; behind it come its own, too. */
	const char *name = NULL;
	int used = argc;

	options_read(&run.options, argc, argv, NULL, command_common_options, true, &used);
	if (used < argc && run.options.fault == OPTIONS_GOOD) {
		name = argv[used];
		run.command = command_find(run.commands, name);
		if (run.command)
			options_read(&run.options, argc - used, argv + used, run.command->options,
				command_common_options, false, &used);
	}

	const char *language = options_value(&run.options, "lang");
	/* An unknown language is told of later, with the other wrong values. */
	i18n_init(language);
	run.localized = language != NULL;
	bool done = perform(&run, name, &err);
	if (run.open)
		waiting_end(&waiting, &run.session);
	done = done && output_finish(&err);
	const int status = done ? 0 : report_use(run.command, &err);
	if (run.open)
		session_close(&run.session);
	options_free(&run.options);
	return status;
}

void cli_interface_free(struct cli_interface *interface)
{
	free(interface->target);
	*interface = (struct cli_interface){0};
}
