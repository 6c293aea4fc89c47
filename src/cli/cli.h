/* cli - the command line of cli.md: reads the words, runs the command, reports, gives the status. */
#ifndef CLI_CLI_H
#define CLI_CLI_H

#include <stdbool.h>

#include "service/session/session.h"

/* Set when the user is to see the terminal interface: no command, `demo`, or a file
 * whose headings are not understood. Texts point into
 * argv, but for target, which cli_interface_free() frees. */
struct cli_interface {
	bool wanted;
	struct session_options session;
	char *target;
	struct {
		const char *path, *kind, *sheet;
	} import; /* a file to be looked at; path NULL = none */
	bool wall;     /* --wall: the display on a wall */
	int ambiguous; /* --ambiguous: 1, 2, or 0 = ask the terminal */
};

/* Sets the locale, too, because --lang says which. terminal: there is one to show the interface on.
 * Results go to stdout, everything else to stderr. Returns the exit status of cli.md. */
int cli_run(int argc, char **argv, bool terminal, struct cli_interface *interface);
void cli_interface_free(struct cli_interface *interface);

#endif
