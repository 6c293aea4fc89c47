/* import - the command that reads sheets. */
#include "config.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/i18n.h"
#include "base/strbuf.h"
#include "cli/command.h"
#include "cli/failure.h"
#include "cli/import_files.h"
#include "cli/import_show.h"
#include "cli/import_tell.h"
#include "cli/output.h"
#include "cli/sheet_kind.h"
#include "exchange/sheet_look.h"
#include "exchange/sheet_rejects.h"
#include "model/office/office_sheet.h"
#include "service/files/importing.h"
#include "service/files/mapping_guess.h"

static const struct option_row option_rows[] = {
	{"encoding", 0, "auto|utf-8|cp932", N_("of the files (auto)")},
	{"map", 0, N_("FILE"), N_("what headings and values mean: a file, or the name of a mapping that is kept; see uraniwa help mapping")},
	{"show", 0, N_("FILE"), N_("stores nothing and prints the cells of that file as they are read, as CSV")},
	{"sheet", 0, N_("NAME"), N_("the sheet of a workbook (the one that fits best)")},
	{"codes", 0, "mended|kept", N_("codes whose leading zeros are lost: puts them back, or takes the codes as they stand")},
	{"dry-run", 0, NULL, N_("stores nothing and prints what would change")},
	{"skip-bad", 0, NULL, N_("stores the good rows although there are bad ones")},
	{"replace", 0, NULL,
		N_("effects: takes away the lines of the file's projects and stages that it does not name")},
	{"whole-tree", 0, NULL,
		N_("units: the file is the whole tree of --fy; what it does not have ends the year before")},
	{"reason", 0, N_("TEXT"), N_("why; needed where figures change that are fixed")},
	{"rejects", 0, N_("FILE"), N_("writes the bad rows there as CSV: line, column, value, reason")},
	{"force", 0, NULL, N_("replaces the file of --rejects where it is there already")},
	{0},
};

/* ---- reading --------------------------------------------------------------------------------- */

/* --rejects: one file for all that is read. */
struct rejects {
	struct file_writer file;
	struct csv_writer *csv; /* NULL: not asked for */
	bool several;
};

/* Before anything is read: where it cannot be written, nothing is. The files that are read are kept. */
static bool rejects_open(const struct command_run *run, struct rejects *rejects, struct error *err)
{
	const char *path = options_value(&run->options, "rejects");
	const char *map = options_value(&run->options, "map");
	VEC(const char *) inputs = {0};
	struct file_target target;

	if (!path)
		return true;
	for (size_t i = 1; i < run->options.operands.count; i++) {
		const char *input = run->options.operands.items[i];

		*vec_add(&inputs) = strcmp(input, "-") == 0 ? "/dev/stdin" : input;
	}
	if (map)
		*vec_add(&inputs) = map;
	const bool open = output_judge(run, path, inputs.items, inputs.count, &target, err) &&
		file_writer_open(&rejects->file, &target, err);
	vec_free(&inputs);
	if (!open)
		return false;
	rejects->several = run->options.operands.count > 2;
	rejects->csv = sheet_rejects_start(rejects->file.stream, rejects->several);
	return true;
}

static bool rejects_close(struct rejects *rejects, bool keep, struct error *err)
{
	if (!rejects->csv)
		return true;
	if (csv_writer_finish(rejects->csv, err) && keep)
		return file_writer_commit(&rejects->file, err);
	file_writer_abandon(&rejects->file);
	return !keep;
}

/* A mapping that is kept for such headings is offered where something of them was not understood. */
static void import_offer(struct command_run *run, const char *path, const struct importing_options *options)
{
	struct mappings_kept kept = {0};
	struct sheet_look look = {0};
	FILE *const stream = strcmp(path, "-") == 0 ? NULL : file_open_read(path, NULL);

	if (!stream)
		return;
	if (sheet_look(stream, options->kind, &(struct sheet_options){.sheet = options->sheet}, &look, NULL) &&
		mapping_fitting(&run->session, options->kind, &look, &kept, NULL))
		for (size_t i = 0; i < kept.items.count; i++)
			fprintf(stderr, _("%s: a mapping is kept for these headings: --map %s\n"), options->source,
				kept.items.items[i].name);
	mappings_kept_free(&kept);
	sheet_look_free(&look);
	fclose(stream);
}

/* *records rises by what was added or changed; NULL: nothing is stored any more, and only faults are told. */
static bool import_file(struct command_run *run, const char *path,
	const struct importing_options *options, struct rejects *rejects, int64_t *records,
	struct error *err)
{
	const bool dry_run = options_has(&run->options, "dry-run");
	struct importing_result result = {0};
	FILE *stream = file_open_read(path, err);

	if (!stream)
		return false;
	const bool done = importing_run(&run->session, stream, options, &result, err);
	if (!done && err->code == ERROR_DATA) {
		/* "sheet.csv: The file is empty." */
		const struct error reason = *err;

		error_set(err, reason.code, "%s: %s", options->source, reason.message);
		if (*reason.detail)
			error_detail(err, "%s", reason.detail);
	}
	if (stream != stdin)
		fclose(stream);
	const struct import_telling telling = {.options = options, .result = &result, .done = done,
		.whole = records != NULL, .dry_run = dry_run, .listed = rejects->csv != NULL};

	import_tell_read(&telling);
	if (!options->map && (!done || result.report.ignored.count))
		import_offer(run, path, options);
	import_tell_result(&telling);
	if (rejects->csv)
		sheet_rejects_put(rejects->csv, &result.report,
			rejects->several ? options->source : NULL);
	if (records)
		*records += result.added + result.changed + result.removed;
	importing_result_free(&result);
	return done;
}

static bool read_options(struct command_run *run, struct importing_options *options, struct error *err)
{
	const char *encoding = options_value(&run->options, "encoding");
	const char *codes = options_value(&run->options, "codes");

	options->encoding = ENCODING_AUTO;
	options->sheet = options_value(&run->options, "sheet");
	if (codes)
		options->codes = strcmp(codes, "mended") == 0 ? IMPORTING_CODES_MENDED : IMPORTING_CODES_KEPT;
	options->skip_bad = options_has(&run->options, "skip-bad");
	options->whole_tree = options_has(&run->options, "whole-tree");
	options->replace = options_has(&run->options, "replace");
	if (options->replace && options->kind != SHEET_EFFECTS)
		return error_set(err, ERROR_USAGE, _("--replace goes with effects only."));
	if (options->whole_tree && sheet_office(options->kind) != office_sheet_of(&office_units))
		return error_set(err, ERROR_USAGE, _("--whole-tree goes with units only."));
	if (encoding)
		encoding_parse(encoding, &options->encoding);
	options->reason = options_value(&run->options, "reason");
	return true;
}

/* Once the session is open: the mapping may be one that is kept in the database. */
static bool read_map(struct command_run *run, struct importing_options *options, struct strbuf *map,
	struct error *err)
{
	const char *const word = options_value(&run->options, "map");

	if (!word)
		return true;
	if (!mappings_load(&run->session, options->kind, word, map, err))
		return false;
	options->map = strbuf_text(map);
	return true;
}

/* All files are one change: stored together, or none of them. Once one has faults, the others are only read for
 * theirs, so that all can be mended in one go. */
static bool import_each(struct command_run *run, struct importing_options *options,
	struct rejects *rejects, int64_t *records, struct error *err)
{
	const struct options *words = &run->options;
	struct importing_earlier earlier = {0};
	bool good = true;

	options->earlier = words->operands.count > 2 ? &earlier : NULL;
	for (size_t i = 1; i < words->operands.count; i++) {
		const char *path = words->operands.items[i];
		struct error other = {0};

		options->source = strcmp(path, "-") == 0 ? _("standard input") : path;
		if (import_file(run, path, options, rejects, good ? records : NULL, good ? err : &other))
			continue;
		if (!good)
			failure_tell(run->command->name, &other);
		good = false;
		options->dry_run = true;
		if (err->code != ERROR_DATA)
			break;
	}
	importing_earlier_free(&earlier);
	if (!good && words->operands.count > 2)
		fputs(_("None of the files was stored.\n"), stderr);
	return good;
}

/* source is what the history keeps of where all came from. */
static bool import_all(struct command_run *run, const char *source, struct importing_options *options,
	struct error *err)
{
	const struct options *words = &run->options;
	struct rejects rejects = {0};
	struct error second = {0};
	int64_t bytes = 0, records = 0;

	for (size_t i = 1; i < words->operands.count; i++)
		bytes += file_size(words->operands.items[i]);
	if (!rejects_open(run, &rejects, err))
		return false;
	char *note = options->reason ? xasprintf(_("%s: %s"), source, options->reason) : xstrdup(source);
	const bool begun = importing_begin(&run->session, note, bytes, err);
	free(note);
	if (!begun) {
		rejects_close(&rejects, false, NULL);
		return false;
	}
	const bool read = import_each(run, options, &rejects, &records, err);
	const bool listed = rejects_close(&rejects, true, read ? err : &second);
	if (*second.message)
		failure_tell(run->command->name, &second);
	/* A file that changes nothing leaves no change behind that undo would then take for the last. */
	const bool keep = read && listed && !options_has(words, "dry-run") && records > 0;
	return importing_end(&run->session, keep, err) && read && listed;
}

/* On a terminal somebody can be asked what a file means that is not understood; whoever says more than which file
 * wants to be told instead. */
static bool import_asks(const struct command_run *run, enum sheet_kind kind)
{
	const struct options *const words = &run->options;
	const char *const path = words->operands.items[1], *const sheet = options_value(words, "sheet");
	struct sheet_look look = {0};
	bool asks = false;

	for (size_t i = 0; i < words->given.count; i++)
		for (const struct option_row *row = option_rows; row->name; row++)
			if (words->given.items[i].row == row && strcmp(row->name, "sheet") != 0)
				return false;
	if (!run->terminal || words->operands.count != 2 || strcmp(path, "-") == 0)
		return false;
	FILE *const stream = file_open_read(path, NULL);
	if (!stream)
		return false;
	if (sheet_look(stream, kind, &(struct sheet_options){.sheet = sheet}, &look, NULL)) {
		asks = !look.whole;
		for (size_t i = 0; i < look.columns.count; i++)
			asks = asks || (*look.columns.items[i].heading &&
				look.columns.items[i].taken < SHEET_TAKEN_OUT);
	}
	sheet_look_free(&look);
	rewind(stream);
	/* nothing is asked of a form: its labels are not columns */
	asks = asks && !sheet_is_form(stream, kind, &(struct sheet_options){.sheet = sheet});
	fclose(stream);
	return asks;
}

static bool import_run(struct command_run *run, struct error *err)
{
	struct importing_options options = {0};
	struct folder_files files = {0};
	struct strbuf map = {0};
	const char *const shown = options_value(&run->options, "show");
	const char *const encoding = options_value(&run->options, "encoding");

	if (shown) {
		options.encoding = ENCODING_AUTO;
		if (encoding)
			encoding_parse(encoding, &options.encoding);
		return import_show(shown, options.encoding, options_value(&run->options, "sheet"),
			err);
	}
	if (run->options.operands.count < 2)
		return error_set(err, ERROR_USAGE, _("Say what the files hold, and name the files."));
	if (!sheet_kind_read(run->options.operands.items[0], &options.kind, err))
		return false;
	if (import_asks(run, options.kind)) {
		command_want_interface(run);
		run->interface->import.path = run->options.operands.items[1];
		run->interface->import.kind = sheet_kind_id(options.kind);
		run->interface->import.sheet = options_value(&run->options, "sheet");
		return true;
	}
	const char *const source = run->options.operands.items[1];
	const bool done = read_options(run, &options, err) &&
		import_unfold(&run->options, &files, err) && command_open(run, err) &&
		read_map(run, &options, &map, err) && import_all(run, source, &options, err);

	/* nobody looks at the operands any more */
	run->options.operands.count = 1;
	folder_free(&files);
	strbuf_free(&map);
	return done;
}

const struct command import_command = {
	.name = "import",
	.summary = N_("reads projects, effects, units, people, leaders, targets, training or indicators from workbooks and CSV files"),
	.operands = N_("projects|effects|units|people|leaders|targets|training|indicators FILE|DIR…"),
	.most = -1,
	.help = N_("Takes Excel (.xlsx) and OpenDocument (.ods) workbooks and CSV (by comma, tab or semicolon; UTF-8, UTF-16, CP932), headings in Japanese or by id in any order, titles above them and blank lines between. A folder stands for all sheets in it. All or nothing: one bad row, and nothing of any file is stored. Importing the same file again changes nothing. “-” is the standard input."),
	.reads_sheets = true,
	.options = option_rows,
	.run = import_run,
};
