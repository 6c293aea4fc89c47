/* unit - the command for the unit tree and its yearly reorganisation. */
#include "config.h"

#include <stdio.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "cli/command.h"
#include "cli/output.h"
#include "model/fiscal_year.h"
#include "service/units/reorganising.h"

static const struct option_row option_rows[] = {
	{"into", 0, N_("CODE"), N_("close, merge: the unit that takes over")},
	{"reading", 0, N_("KANA"), N_("add, rename: how the name is read")},
	{"close", 0, NULL, N_("split: the unit itself ends")},
	OUTPUT_TABLE_ROWS,
	{0},
};

static const char *word(const struct command_run *run, size_t at)
{
	return run->options.operands.items[at];
}

static bool unit_write_table(struct command_run *run, int before, struct error *err)
{
	struct output output;
	struct table table;

	if (!output_read(run, FORMAT_TEXT, &output, err))
		return false;
	const enum language spoken = output_speak(&output);
	const bool made = before ?
		reorganising_diff(&run->session, before, run->session.fiscal_year, &table, err) :
		reorganising_tree(&run->session, run->session.fiscal_year, &table, err);
	i18n_speak(spoken);
	return made && output_table(run, &output, &table, err);
}

static bool tree(struct command_run *run, struct error *err)
{
	return unit_write_table(run, 0, err);
}

/* "diff [R7]": against the year before, unless another is named. */
static bool diff(struct command_run *run, struct error *err)
{
	int before = run->session.fiscal_year - 1;

	if (run->options.operands.count > 1 && !fiscal_year_parse(word(run, 1), &before, err)) {
		err->code = ERROR_USAGE;
		return false;
	}
	return unit_write_table(run, before, err);
}

static const char *reading(const struct command_run *run)
{
	const char *given = options_value(&run->options, "reading");

	return given ? given : "";
}

static bool unit_add(struct command_run *run, struct error *err)
{
	enum unit_kind kind;

	if (!unit_kind_parse(word(run, 1), &kind) || kind == UNIT_BODY)
		return error_set(err, ERROR_USAGE, _("A kind is department, section or team."));
	return reorganising_add(&run->session, run->session.fiscal_year, kind, word(run, 2),
		word(run, 3), reading(run), run->options.operands.count > 4 ? word(run, 4) : NULL, err);
}

static bool rename_unit(struct command_run *run, struct error *err)
{
	return reorganising_rename(&run->session, run->session.fiscal_year, word(run, 1),
		word(run, 2), reading(run), err);
}

static bool move(struct command_run *run, struct error *err)
{
	return reorganising_move(&run->session, run->session.fiscal_year, word(run, 1),
		word(run, 2), err);
}

/* What ended with the units, if anything did. */
static void unit_tell_ended(struct strbuf *ended, bool done)
{
	if (done && ended->length)
		fprintf(stderr, _("Ended with them: %s\n"), strbuf_text(ended));
	strbuf_free(ended);
}

static bool close_units(struct command_run *run, struct error *err)
{
	const char *into = options_value(&run->options, "into");

	if (strcmp(word(run, 0), "merge") == 0 && !into)
		return error_set(err, ERROR_USAGE, _("Say with --into which unit takes over."));
	struct strbuf ended = {0};
	const bool done = reorganising_close(&run->session, run->session.fiscal_year,
		run->options.operands.items + 1, run->options.operands.count - 1, into ? into : "",
		&ended, err);

	unit_tell_ended(&ended, done);
	return done;
}

/* "CODE=NAME" words. */
static bool unit_split(struct command_run *run, struct error *err)
{
	const size_t count = run->options.operands.count - 2;
	struct arena arena = {0};
	struct strbuf ended = {0};
	struct reorganising_part *parts = arena_alloc(&arena, (count + 1) * sizeof *parts);
	bool done = true;

	for (size_t i = 0; done && i < count; i++) {
		const char *text = word(run, i + 2), *equals = strchr(text, '=');

		if (!equals) {
			done = error_set(err, ERROR_USAGE, _("“%s” must be CODE=NAME."), text);
			break;
		}
		parts[i] = (struct reorganising_part){
			arena_strndup(&arena, text, (size_t)(equals - text)), equals + 1};
	}
	done = done && reorganising_split(&run->session, run->session.fiscal_year, word(run, 1), parts,
			       count, options_has(&run->options, "close"), &ended, err);
	unit_tell_ended(&ended, done);
	arena_free(&arena);
	return done;
}

static const struct {
	const char *name;
	size_t least, most; /* words after it */
	bool shows;
	bool (*run)(struct command_run *run, struct error *err);
} acts[] = {
	{"tree", 0, 0, true, tree},
	{"diff", 0, 1, true, diff},
	{"add", 3, 4, false, unit_add},
	{"rename", 2, 2, false, rename_unit},
	{"move", 2, 2, false, move},
	{"close", 1, 999, false, close_units},
	{"merge", 1, 999, false, close_units},
	{"split", 2, 999, false, unit_split},
};

static bool unit_run(struct command_run *run, struct error *err)
{
	const size_t count = run->options.operands.count;
	const char *name = count ? word(run, 0) : "tree";

	for (size_t i = 0; i < sizeof acts / sizeof acts[0]; i++) {
		const size_t words = count ? count - 1 : 0;
		char year[FISCAL_YEAR_TEXT];

		if (strcmp(acts[i].name, name) != 0 || words < acts[i].least || words > acts[i].most)
			continue;
		if (!command_open(run, err) || !acts[i].run(run, err))
			return false;
		fiscal_year_format(run->session.fiscal_year, year);
		if (!acts[i].shows)
			fprintf(stderr, _("The units of %s have changed; uraniwa unit diff shows how.\n"), year);
		return true;
	}
	return error_set(err, ERROR_USAGE,
		_("“%s” is not understood here; see: uraniwa help unit"), name);
}

const struct command unit_command = {
	.name = "unit",
	.summary = N_("shows the units of a fiscal year and reorganises them"),
	.operands = N_("[tree|diff [YEAR]|add KIND CODE NAME [PARENT]|rename CODE NAME|move CODE PARENT|close CODE…|merge CODE… --into CODE|split CODE NEW=NAME…]"),
	.most = -1,
	.help = N_("A fiscal year has the units of the year before until they are changed; every act holds from the year of --fy on, and older years keep what they had. Closing takes all that lies below along: uraniwa unit merge 0101 0102 --into 0103 --fy R8"),
	.options = option_rows,
	.run = unit_run,
};
