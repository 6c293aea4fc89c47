/* manual - writes a manual page to stdout: manual 1|5 en|ja. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"

#include "pages.h"

int main(int argc, char **argv)
{
	if (argc != 3 || !i18n_init(argv[2])) {
		fputs("usage: manual 1|5 en|ja\n", stderr);
		return EXIT_FAILURE;
	}
	if (strcmp(argv[1], "5") == 0)
		page_files(stdout);
	else
		page_program(stdout);
	return fflush(stdout) == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
