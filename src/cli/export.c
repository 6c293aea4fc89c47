/* export - the command that writes what import takes. */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/file.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "cli/command.h"
#include "cli/output.h"
#include "cli/sheet_kind.h"
#include "service/files/exporting.h"
#include "service/files/templates.h"

static const struct option_row option_rows[] = {
	{"filter", 0, N_("EXPR"), N_("only these projects or effects, see: uraniwa help list")},
	{"format", 0, N_("FORMAT"), N_("csv, json or xlsx (csv; with -o by the file's name)")},
	{"template", 0, NULL, N_("projects: an empty workbook to be filled in, with lists to choose from")},
	{"by", 0, "section", N_("with --template: a workbook for each section that has teams, into the folder DIR")},
	OUTPUT_FILE_ROWS,
	OUTPUT_FORCE_ROW,
	{0},
};

/* A workbook for each section with teams. */
static bool export_by_section(struct command_run *run, const char *folder, struct error *err)
{
	const struct unit_tree *const tree = session_units(&run->session, run->session.fiscal_year, err);
	bool good = tree && file_make_folder(folder, err);

	for (size_t i = 0; good && i < tree->nodes.count; i++) {
		const struct unit_node *const node = &tree->nodes.items[i];
		struct file_target target;
		struct file_writer writer;

		if (node->unit.kind != UNIT_SECTION || unit_tree_count(tree, UNIT_TEAM, (int)i) == 0)
			continue;
		char *const name = templates_file_name(&node->unit);
		char *const path = xasprintf("%s/%s", folder, name);

		good = output_judge(run, path, NULL, 0, &target, err) && file_writer_open(&writer, &target, err);
		if (good && !templates_projects(&run->session, (int)i, writer.stream, err)) {
			file_writer_abandon(&writer);
			good = false;
		}
		good = good && file_writer_commit(&writer, err);
		if (good)
			fprintf(stderr, _("%s was written.\n"), path);
		free(path);
		free(name);
	}
	return good;
}

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
	const bool template = options_has(&run->options, "template"), by = options_has(&run->options, "by");

	if ((by && !template) || by != (run->options.operands.count > 1))
		return error_set(err, ERROR_USAGE,
			_("--by section goes with --template and a folder: export projects --template --by section DIR"));
	if (by && kind == SHEET_PROJECTS)
		return command_open(run, err) && export_by_section(run, run->options.operands.items[1], err);
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
	if (template ? !templates_projects(&run->session, -1, writer.stream, err) :
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
	.most = 2,
	.help = N_("Writes every record in the form that import takes: exported and imported into an empty database they give the same file again, byte for byte. The headings are field ids; with --lang they are in that language, which import understands as well."),
	.options = option_rows,
	.run = export_run,
};
