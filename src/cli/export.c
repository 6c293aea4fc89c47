/* export - the command that writes what import takes. */
#include "config.h"

#include <stdio.h>
#include <unistd.h>

#include "base/file.h"
#include "base/i18n.h"
#include "cli/command.h"
#include "cli/output.h"
#include "cli/sheet_kind.h"
#include "service/files/exporting.h"
#include "service/files/templates.h"

static const struct option_row option_rows[] = {
	{"filter", 0, N_("EXPR"), N_("only these projects or effects, see: uraniwa help list")},
	{"format", 0, N_("FORMAT"), N_("csv, json or xlsx (csv; with -o by the file's name)")},
	{"template", 0, NULL, N_("projects: an empty workbook to be filled in, with lists to choose from")},
	OUTPUT_FILE_ROWS,
	OUTPUT_FORCE_ROW,
	{0},
};

static bool export_run(struct command_run *run, struct error *err)
{
	enum sheet_kind kind;
	struct output output;

	if (!sheet_kind_read(run->options.operands.items[0], &kind, err) ||
		!output_read(run, FORMAT_CSV, &output, err))
		return false;
	if (output.format == FORMAT_TEXT || output.format == FORMAT_PDF)
		return error_set(err, ERROR_USAGE,
			_("Records are written as csv, json or xlsx, not as %s."),
			format_id(output.format));
	if (options_has(&run->options, "filter") && kind != SHEET_PROJECTS &&
		kind != SHEET_EFFECTS)
		return error_set(err, ERROR_USAGE,
			_("--filter chooses projects or effects; %s are written whole."),
			sheet_kind_id(kind));
	const bool template = options_has(&run->options, "template");

	if (template && (kind != SHEET_PROJECTS || output.format != FORMAT_XLSX))
		return error_set(err, ERROR_USAGE,
			_("--template makes a workbook for projects: export projects --template -o FILE.xlsx"));
	if (!command_open(run, err))
		return false;

	struct file_writer writer;

	if (!file_writer_open(&writer, &output.target, err))
		return false;
	if (!*output.target.path && isatty(STDOUT_FILENO))
		waiting_end(run->waiting, &run->session); /* one sees it come */
	if (template ? !templates_projects(&run->session, writer.stream, err) :
		!exporting_records(&run->session, kind, options_value(&run->options, "filter"),
			output.format, &output.options, writer.stream, err)) {
		file_writer_abandon(&writer);
		return false;
	}
	return file_writer_commit(&writer, err);
}

const struct command export_command = {
	.name = "export",
	.summary = N_("writes projects, effects, units, people, leaders, targets, training or indicators to a file"),
	.operands = "projects|effects|units|people|leaders|targets|training|indicators|indicator-values",
	.least = 1,
	.most = 1,
	.help = N_("Writes every record in the form that import takes: exported and imported into an empty database they give the same file again, byte for byte. The headings are field ids; with --lang they are in that language, which import understands as well."),
	.options = option_rows,
	.run = export_run,
};
