/* import - the command that reads sheets. */
#include "config.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/i18n.h"
#include "base/strbuf.h"
#include "base/text.h"
#include "cli/command.h"
#include "cli/failure.h"
#include "cli/import_files.h"
#include "cli/import_show.h"
#include "cli/output.h"
#include "cli/sheet_kind.h"
#include "exchange/sheet_causes.h"
#include "exchange/sheet_look.h"
#include "exchange/sheet_rejects.h"
#include "model/office/office_sheet.h"
#include "service/files/importing.h"
#include "service/files/mapping_guess.h"

enum { CAUSES_SHOWN = 10, IMPORT_FOUND_SHOWN = 10, VALUE_SHOWN = 40 /* columns */ };

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

/* ---- what is said about a file --------------------------------------------------------------- */

static void print_clipped(FILE *stream, const char *text)
{
	struct strbuf clipped = {0};

	text_clip(&clipped, text, VALUE_SHOWN);
	fputs(strbuf_text(&clipped), stream);
	strbuf_free(&clipped);
}

static void tell_rejects(const char *name, const struct sheet_report *report, bool listed)
{
	struct sheet_causes causes = {0};
	struct strbuf line = {0};

	sheet_causes_find(report, &causes);
	const size_t count = causes.items.count;
	for (size_t i = 0; i < count && i < CAUSES_SHOWN; i++) {
		const struct sheet_cause *const cause = &causes.items.items[i];

		strbuf_clear(&line);
		sheet_cause_say(report, cause, &line);
		fprintf(stderr, "%s:%s\n", name, strbuf_text(&line));
		strbuf_clear(&line);
		sheet_cause_more(cause, &line);
		if (line.length)
			fprintf(stderr, "  %s\n", strbuf_text(&line));
	}
	strbuf_free(&line);
	sheet_causes_free(&causes);
	if (count <= CAUSES_SHOWN)
		return;
	fprintf(stderr, ngettext("… and %zu more kind of fault", "… and %zu more kinds of faults",
		count - CAUSES_SHOWN), count - CAUSES_SHOWN);
	fputs(listed ? "\n" : _("; --rejects FILE lists every row\n"), stderr);
}

/* What is stored all the same, but should be looked at. */
static void tell_doubts(const char *name, const struct importing_result *result)
{
	const size_t count = result->doubts.count;
	struct strbuf words = {0};

	for (size_t i = 0; i < count && i < CAUSES_SHOWN; i++) {
		const struct importing_doubt *doubt = &result->doubts.items[i];

		strbuf_clear(&words);
		doubt_add_words(doubt->found, &words);
		fprintf(stderr, _("%s:%lld: to be looked at: %s, effect line %d: %s\n"), name,
			(long long)doubt->line, doubt->what, doubt->effect_line, strbuf_text(&words));
	}
	strbuf_free(&words);
	if (count > CAUSES_SHOWN)
		fprintf(stderr, ngettext("… and %zu more line to be looked at; “uraniwa table doubts” lists them all\n",
			"… and %zu more lines to be looked at; “uraniwa table doubts” lists them all\n",
			count - CAUSES_SHOWN), count - CAUSES_SHOWN);
}

/* What was read and what was not, be it stored or refused. */
static void tell_read(const char *name, const struct sheet_report *report)
{
	/* once, however many forms have it */
	for (size_t i = 0, same; i < report->ignored.count; i++) {
		for (same = 0; strcmp(report->ignored.items[same], report->ignored.items[i]) != 0;)
			same++;
		if (same < i)
			continue;
		fprintf(stderr, _("%s: the column “%s” was ignored.\n"), name,
			report->ignored.items[i]);
	}
	for (size_t i = 0; i < report->unmet.count; i++)
		fprintf(stderr, _("%s: the heading “%s” of the mapping (line %d) is not in the file.\n"), name,
			report->unmet.items[i].heading, report->unmet.items[i].line);
	for (size_t i = 0; i < report->sheets.count; i++)
		if (*report->sheets.items[i].name)
			fprintf(stderr, _("%s: the sheet “%s” was read.\n"), name,
				report->sheets.items[i].name);
	for (size_t i = 0; i < report->passed.count; i++)
		fprintf(stderr, *report->passed.items[i] ?
			_("%s: the sheet “%s” is no form that was filled in, and was passed over.\n") :
			_("%s: the form is not filled in.%s\n"), name, report->passed.items[i]);
	if (report->totals)
		fprintf(stderr, ngettext("%s: %lld line of sums was passed over.\n",
			"%s: %lld lines of sums were passed over.\n", (unsigned long)report->totals),
			name, (long long)report->totals);
}

/* One cause, told once. */
static void import_tell_zeros(const char *name, const struct importing_zeros *zeros, bool mended)
{
	if (!*zeros->code)
		return;
	fprintf(stderr, mended ? ngettext("%s: leading zeros of codes were put back in %lld row (%s: %s is %s).\n",
					 "%s: leading zeros of codes were put back in %lld rows (%s: %s is %s).\n",
					 (unsigned long)zeros->rows) :
				 ngettext("%s: leading zeros of codes are lost in %lld row (%s: %s is %s). --codes mended puts them back, --codes kept takes the codes as they stand.\n",
					 "%s: leading zeros of codes are lost in %lld rows (%s: %s is %s). --codes mended puts them back, --codes kept takes the codes as they stand.\n",
					 (unsigned long)zeros->rows),
		name, (long long)zeros->rows, zeros->column, zeros->typed, zeros->code);
}

static void tell_result(const char *name, const struct importing_result *result, bool dry_run)
{
	if (result->proposed)
		fprintf(stderr, ngettext("%s: %lld code is proposed; a column of codes (班コード …) says others.\n",
			"%s: %lld codes are proposed; a column of codes (班コード …) says others.\n",
			(unsigned long)result->proposed), name, (long long)result->proposed);
	fprintf(stderr,
		dry_run ? _("%s: would be %lld added, %lld changed, %lld unchanged, %lld left out (%s).\n") :
			  _("%s: %lld added, %lld changed, %lld unchanged, %lld left out (%s).\n"),
		name, (long long)result->added, (long long)result->changed,
		(long long)result->unchanged, (long long)result->left_out,
		encoding_id(result->report.encoding));
}

/* What the file does not name is never taken away in silence, nor kept in it. */
static void tell_unnamed(const char *name, const struct importing_result *result, bool replace,
	bool dry_run)
{
	const long long removed = result->removed, stay = result->unnamed, followed = result->followed;

	if (followed > 0)
		fprintf(stderr,
			dry_run ? ngettext("%s: %lld target, leader or role would end with its unit.\n",
					  "%s: %lld targets, leaders and roles would end with their units.\n",
					  (unsigned long)followed) :
				  ngettext("%s: %lld target, leader or role ended with its unit.\n",
					  "%s: %lld targets, leaders and roles ended with their units.\n",
					  (unsigned long)followed),
			name, followed);

	if (removed > 0)
		fprintf(stderr,
			dry_run ? ngettext("%s: %lld line that it does not name would be removed.\n",
					  "%s: %lld lines that it does not name would be removed.\n",
					  (unsigned long)removed) :
				  ngettext("%s: %lld line that it does not name was removed.\n",
					  "%s: %lld lines that it does not name were removed.\n",
					  (unsigned long)removed),
			name, removed);
	if (stay > 0)
		fprintf(stderr,
			replace ? ngettext("%s: %lld line stays, for a row that was left out may mean it.\n",
					  "%s: %lld lines stay, for rows that were left out may mean them.\n",
					  (unsigned long)stay) :
				  ngettext("%s: %lld stored line that it does not name stays; --replace takes it away.\n",
					  "%s: %lld stored lines that it does not name stay; --replace takes them away.\n",
					  (unsigned long)stay),
			name, stay);
}

/* "line 4: R7-0001 DX leader: “old” → “new”", or "line 5: + title". */
static void print_change(enum sheet_kind kind, const struct importing_change *change)
{
	if (change->line)
		printf(_("line %lld: "), (long long)change->line);
	if (!*change->field) {
		printf("+ %s", change->what);
		if (*change->after && strcmp(change->what, change->after) != 0)
			printf(" %s", change->after);
		putchar('\n');
		return;
	}

	/* A field's label, where the id is that of a column. */
	size_t count;
	const struct sheet_column *columns = sheet_columns(kind, &count);
	const char *label = change->field;

	for (size_t i = 0; i < count; i++)
		if (strcmp(columns[i].id, change->field) == 0)
			label = _(columns[i].label);
	printf("%s %s: ", change->what, label);
	print_clipped(stdout, change->before);
	fputs(" → ", stdout);
	print_clipped(stdout, change->after);
	putchar('\n');
}

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
	if (records || !done)
		tell_read(options->source, &result.report);
	if (!options->map && (!done || result.report.ignored.count))
		import_offer(run, path, options);
	tell_rejects(options->source, &result.report, rejects->csv != NULL);
	for (size_t i = 0; done && i < result.found.count && i < IMPORT_FOUND_SHOWN; i++)
		fprintf(stderr, _("%s:%lld: the section or department is blank, and not the one above; by its team, %s is in %s.\n"),
			options->source, (long long)result.found.items[i].line, result.found.items[i].what,
			result.found.items[i].where);
	if (done && result.found.count > IMPORT_FOUND_SHOWN)
		fprintf(stderr, ngettext("… and %zu more such row\n", "… and %zu more such rows\n",
			result.found.count - IMPORT_FOUND_SHOWN), result.found.count - IMPORT_FOUND_SHOWN);
	import_tell_zeros(options->source, &result.zeros, options->codes == IMPORTING_CODES_MENDED);
	if (result.unreasoned)
		fprintf(stderr, _("%s: --reason says why for all of its rows.\n"), options->source);
	if (rejects->csv)
		sheet_rejects_put(rejects->csv, &result.report,
			rejects->several ? options->source : NULL);
	if (done && records) {
		tell_doubts(options->source, &result);
		tell_result(options->source, &result, dry_run);
		tell_unnamed(options->source, &result, options->replace, dry_run);
	}
	if (done && dry_run && records) {
		/* The difference of a dry run, on stdout: it is the result that was asked for. */
		for (size_t i = 0; i < result.changes.count; i++)
			print_change(options->kind, &result.changes.items[i]);
		if (result.changes.count >= IMPORTING_CHANGES_MAX)
			fprintf(stderr, _("Only the first %d differences are listed.\n"),
				IMPORTING_CHANGES_MAX);
	}
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
	bool good = true;

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
