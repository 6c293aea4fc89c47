/* main - locale, options, then a command or the terminal interface; the only exit(). */
#include "config.h"

#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

#include "cli/cli.h"
#include "cli/failure.h"
#include "ui/ui.h"

/* A script drives the interface without any terminal (ui/term/script.h). */
static bool has_terminal(void)
{
	return getenv("URANIWA_SCRIPT") || (isatty(STDIN_FILENO) && isatty(STDOUT_FILENO));
}

static int show_interface(const struct cli_interface *interface)
{
	const struct ui_options options = {
		.ambiguous = interface->ambiguous,
		.wall = interface->wall,
		.import_path = interface->import.path,
		.import_kind = interface->import.kind,
		.import_sheet = interface->import.sheet,
	};
	struct error err = {0};

	if (ui_run(&interface->session, &options, &err))
		return EXIT_SUCCESS;
	return failure_tell(NULL, &err);
}

int main(int argc, char **argv)
{
	struct cli_interface interface = {0};

	signal(SIGXFSZ, SIG_IGN); /* a file that may not grow is told like a full disk */
	int status = cli_run(argc, argv, has_terminal(), &interface);

	if (status == EXIT_SUCCESS && interface.wanted)
		status = show_interface(&interface);
	cli_interface_free(&interface);
	exit(status);
}
