/* program - runs the program under audit and takes in what it says. */
#ifndef AUDIT_PROGRAM_H
#define AUDIT_PROGRAM_H

#include "pool.h"

struct program {
	const char *path;   /* of uraniwa */
	const char *folder; /* where databases and files of the audit lie */
	const char *file;   /* the database, or NULL for none */
	int fiscal_year;    /* 0 = not said */
};

struct answer {
	int status; /* 128 + the signal where one ended it */
	const char *out;
	size_t length;
	const char *err;
	const char *command; /* as it could be typed */
};

/* words: ended by NULL; -f and --fy go before them. */
struct answer program_run(const struct program *program, struct pool *pool, const char *const *words);

/* Writes a whole file into the folder; returns its path. */
const char *program_write(const struct program *program, struct pool *pool, const char *name,
	const struct text *text);

#endif
