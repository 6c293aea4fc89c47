#include "config.h"

#include "cli/options.h"

#include <getopt.h>
#include <stdlib.h>
#include <string.h>

#include "base/decimal.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "base/strbuf.h"

enum { FIRST_ROW = 256 }; /* values of long options, beyond every letter */

/* What getopt_long takes, made from our rows. */
struct request {
	VEC(struct option) longs;
	VEC(const struct option_row *) rows;
	struct strbuf letters;
};

static void request_rows(struct request *request, const struct option_row *rows)
{
	for (const struct option_row *row = rows; row && row->name; row++) {
		*vec_add(&request->longs) = (struct option){
			.name = row->name,
			.has_arg = row->argument ? required_argument : no_argument,
			.val = FIRST_ROW + (int)request->rows.count,
		};
		*vec_add(&request->rows) = row;
		if (!row->letter)
			continue;
		strbuf_add_char(&request->letters, row->letter);
		if (row->argument)
			strbuf_add_char(&request->letters, ':');
	}
}

static const struct option_row *row_of(const struct request *request, int value)
{
	if (value >= FIRST_ROW)
		return request->rows.items[value - FIRST_ROW];
	for (size_t i = 0; value > 0 && i < request->rows.count; i++)
		if (request->rows.items[i]->letter == value)
			return request->rows.items[i];
	return NULL;
}

static bool is_prefix_of_several(const struct request *request, const char *word)
{
	const char *name = word + 2;
	const size_t length = strcspn(name, "=");
	size_t found = 0;

	if (strncmp(word, "--", 2) != 0)
		return false;
	for (size_t i = 0; i < request->rows.count; i++)
		found += strncmp(request->rows.items[i]->name, name, length) == 0;
	return found > 1;
}

static void options_fail(struct options *options, const struct request *request, int found,
	char **argv, int argc)
{
	if (options->fault != OPTIONS_GOOD)
		return;

	/* The word that getopt stumbled over: the one behind its index once all its letters are
	 * used up. */
	const char *before = argv[optind - 1];
	const size_t length = strlen(before);
	const bool used_up = optind >= argc || strncmp(before, "--", 2) == 0 ||
		(before[0] == '-' && length > 1 && before[length - 1] == (char)optopt);

	options->culprit = used_up ? before : argv[optind];
	options->wanted = row_of(request, optopt);
	if (found == ':')
		options->fault = OPTIONS_NEEDS_VALUE;
	else if (options->wanted)
		options->fault = OPTIONS_TAKES_NO_VALUE;
	else
		options->fault = is_prefix_of_several(request, options->culprit) ?
			OPTIONS_AMBIGUOUS :
			OPTIONS_UNKNOWN;
}

void options_read(struct options *options, int argc, char **argv, const struct option_row *own,
	const struct option_row *common, bool to_operand, int *used)
{
	struct request request = {0};

	strbuf_add_text(&request.letters, to_operand ? "+:" : ":");
	request_rows(&request, own);
	request_rows(&request, common);
	*vec_add(&request.longs) = (struct option){0}; /* ends the table */
	optind = 0; /* glibc: start anew */
	opterr = 0;
	for (int found; (found = getopt_long(argc, argv, strbuf_text(&request.letters),
				 request.longs.items, NULL)) != -1;) {
		const struct option_row *row = row_of(&request, found);
		if (found == '?' || found == ':')
			options_fail(options, &request, found, argv, argc);
		else if (row)
			*vec_add(&options->given) =
				(struct option_given){row, row->argument ? optarg : ""};
	}
	*used = optind;
	for (int i = optind; !to_operand && i < argc; i++)
		*vec_add(&options->operands) = argv[i];
	vec_free(&request.longs);
	vec_free(&request.rows);
	strbuf_free(&request.letters);
}

void options_free(struct options *options)
{
	vec_free(&options->given);
	vec_free(&options->operands);
}

/* True for a word of "text|csv|json". */
static bool in_set(const char *set, const char *word)
{
	const size_t length = strlen(word);

	for (const char *at = set; *at;) {
		const size_t item = strcspn(at, "|");
		if (item == length && memcmp(at, word, length) == 0)
			return true;
		at += item + (at[item] == '|');
	}
	return false;
}

bool options_good(const struct options *options, struct error *err)
{
	switch (options->fault) {
	case OPTIONS_UNKNOWN:
		return error_set(err, ERROR_USAGE,
			_("There is no option “%s” here. Words that begin with - but are no options come after --."),
			options->culprit);
	case OPTIONS_AMBIGUOUS:
		return error_set(err, ERROR_USAGE,
			_("“%s” could be several options; write it in full."), options->culprit);
	case OPTIONS_NEEDS_VALUE:
		return error_set(err, ERROR_USAGE, _("--%s needs a value: %s."),
			options->wanted ? options->wanted->name : options->culprit,
			options->wanted ? _(options->wanted->argument) : "");
	case OPTIONS_TAKES_NO_VALUE:
		return error_set(err, ERROR_USAGE, _("--%s takes no value."),
			options->wanted->name);
	case OPTIONS_GOOD:
		break;
	}
	for (size_t i = 0; i < options->given.count; i++) {
		const struct option_given *given = &options->given.items[i];
		const char *set = given->row->argument;

		if (set && strchr(set, '|') && !in_set(set, given->value))
			return error_set(err, ERROR_USAGE, _("--%s takes one of %s, not “%s”."),
				given->row->name, set, given->value);
	}
	return true;
}

const char *options_value(const struct options *options, const char *name)
{
	const char *value = NULL;

	for (size_t i = 0; i < options->given.count; i++)
		if (strcmp(options->given.items[i].row->name, name) == 0)
			value = options->given.items[i].value;
	return value;
}

bool options_has(const struct options *options, const char *name)
{
	return options_value(options, name) != NULL;
}

const char *options_nth(const struct options *options, const char *name, size_t index)
{
	for (size_t i = 0; i < options->given.count; i++)
		if (strcmp(options->given.items[i].row->name, name) == 0 && index-- == 0)
			return options->given.items[i].value;
	return NULL;
}

bool options_count(const struct options *options, const char *name, int64_t otherwise,
	int64_t *count, struct error *err)
{
	const char *value = options_value(options, name);

	*count = otherwise;
	if (!value || (decimal_parse(value, 0, count, NULL) && *count >= 0))
		return true;
	return error_set(err, ERROR_USAGE, _("--%s takes a whole number from 0 up, not “%s”."), name,
		value);
}
