/* failure - tells what went wrong on stderr, in the one form that all commands have. */
#ifndef CLI_FAILURE_H
#define CLI_FAILURE_H

#include "base/error.h"

/* Tells an error and gives the exit status of cli.md for it. command may be NULL. */
int failure_tell(const char *command, const struct error *err);

#endif
