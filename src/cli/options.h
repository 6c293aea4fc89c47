/* options - the words of a command line, read against tables of options (getopt_long underneath).
 *
 * Reading makes no messages, because --lang has to be known before the first of them: what is wrong
 * is kept, and options_good() says it. */
#ifndef CLI_OPTIONS_H
#define CLI_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"
#include "base/vec.h"

/* One option; a table of them ends with a row without name. Help, --help and every other list of
 * options are made from these rows. */
struct option_row {
	const char *name;     /* without its dashes: "filter" */
	char letter;          /* 'f' for -f, or 0 */
	const char *argument; /* N_("FILE"), or a closed set "text|csv|json"; NULL = a switch */
	const char *help;     /* N_(): one line */
};

struct option_given {
	const struct option_row *row;
	const char *value; /* "" for a switch */
};

enum options_fault { OPTIONS_GOOD, OPTIONS_UNKNOWN, OPTIONS_AMBIGUOUS, OPTIONS_NEEDS_VALUE,
	OPTIONS_TAKES_NO_VALUE };

/* Zero-initialise. Values and operands point into argv. */
struct options {
	VEC(struct option_given) given;
	VEC(const char *) operands;
	enum options_fault fault;
	const char *culprit;             /* the word that could not be read */
	const struct option_row *wanted; /* the option it is about, or NULL */
};

/* Reads argv[1…] against both tables (either may be NULL), adding to options. With to_operand,
 * reading stops at the first operand; *used gets the index of the first word not read. */
void options_read(struct options *options, int argc, char **argv, const struct option_row *own,
	const struct option_row *common, bool to_operand, int *used);
void options_free(struct options *options);

/* False, as ERROR_USAGE, when reading failed or a value is none of its closed set. */
bool options_good(const struct options *options, struct error *err);
/* The last value given, or NULL. */
const char *options_value(const struct options *options, const char *name);
bool options_has(const struct options *options, const char *name);
/* The index-th value of an option that can be repeated; NULL after the last. */
const char *options_nth(const struct options *options, const char *name, size_t index);
/* A count, 0 or more; otherwise when not given. */
bool options_count(const struct options *options, const char *name, int64_t otherwise,
	int64_t *count, struct error *err);

#endif
