#include "config.h"

#include "cli/failure.h"

#include <stdio.h>
#include <string.h>

#include "base/log.h"

/* A result must never come before what was said on the way to it. */
int failure_tell(const char *command, const struct error *err)
{
	fflush(stdout);
	fprintf(stderr, "uraniwa%s%s: %s\n", command ? " " : "", command ? command : "",
		err->message);
	/* what was stopped on purpose needs no technical part */
	if (*err->detail && err->code != ERROR_CANCELLED && strcmp(err->detail, "missing") != 0)
		fprintf(stderr, "  (%s)\n", err->detail);
	log_line("%s: %s (%s)", command ? command : "uraniwa", err->message, err->detail);
	return error_exit_status(err);
}
