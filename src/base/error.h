/* error - errors are values: a function that can fail returns false (or NULL) and fills one. */
#ifndef BASE_ERROR_H
#define BASE_ERROR_H

#include <stdbool.h>

/* The kind of failure; error_exit_status() maps it to the exit codes of cli.md. */
enum error_code {
	ERROR_NONE,
	ERROR_DATA,       /* the data says no: bad rows, a table that does not tie, a refused move */
	ERROR_CONFLICT,   /* someone else saved first; both versions are at hand */
	ERROR_CANCELLED,  /* the user stopped it */
	ERROR_USAGE,      /* wrong use of the command line */
	ERROR_DATABASE,   /* the database cannot be used */
	ERROR_FILE,       /* a file cannot be read or written */
	ERROR_PERMISSION, /* this role may not */
};

struct error {
	enum error_code code;
	char message[512]; /* translated: what, where and what to do; one line, no final newline */
	char detail[1024];  /* technical part for a bug report (SQL, errno text), or "" */
};

/* Fills err (which may be NULL) and returns false, so that `return error_set(…)` reads as one act.
 * A message that does not fit is cut at a character boundary. */
bool error_set(struct error *err, enum error_code code, const char *format, ...)
	__attribute__((format(printf, 3, 4)));

/* Adds the technical detail to an error already set. Returns false. */
bool error_detail(struct error *err, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

void error_clear(struct error *err);

/* 0 done, 1 data, 2 usage, 3 database, 4 permission (cli.md). A file that cannot be read is 1. */
int error_exit_status(const struct error *err);

#endif
