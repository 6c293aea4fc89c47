#include "config.h"

#include "cli/output.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "base/file.h"
#include "base/i18n.h"
#include "service/files/exporting.h"
#include "service/files/overwriting.h"

int output_columns(void)
{
	struct winsize size;

	if (!isatty(STDOUT_FILENO) || ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0)
		return 0;
	return size.ws_col;
}

bool output_judge(const struct command_run *run, const char *path, const char *const *inputs,
	size_t count, struct file_target *target, struct error *err)
{
	if (!overwriting_judge(target, path, run->target.target, inputs, count, err))
		return false;
	if (!target->taken)
		return true;
	if (options_has(&run->options, "force"))
		return file_target_may_replace(target, err);
	return error_set(err, ERROR_FILE,
		_("%s is there already and was left as it is. Choose another name, or replace it with --force."),
		path);
}

static bool output_read_format(const struct command_run *run, const char *path,
	enum format fallback, struct output *output, struct error *err)
{
	const char *format = options_value(&run->options, "format");

	output->format = fallback;
	if (format) {
		if (!format_parse(format, &output->format))
			return error_set(err, ERROR_USAGE, _("There is no format “%s”."), format);
	} else if (path) {
		output->format = format_of_path(path);
	}
	if (!path && isatty(STDOUT_FILENO) &&
		(output->format == FORMAT_XLSX || output->format == FORMAT_PDF))
		return error_set(err, ERROR_USAGE, _("%s is no text for a terminal; name a file with -o."),
			format_id(output->format));
	if (format_available(output->format))
		return true;
	return error_set(err, ERROR_USAGE,
		_("This program was built without %s output. Choose csv, json or text."),
		format_id(output->format));
}

bool output_read(const struct command_run *run, enum format fallback, struct output *output,
	struct error *err)
{
	const char *path = options_value(&run->options, "output");
	const char *encoding = options_value(&run->options, "encoding");

	*output = (struct output){0};
	if (path && strcmp(path, "-") == 0)
		path = NULL;
	if (!output_read_format(run, path, fallback, output, err))
		return false;
	if (encoding && output->format != FORMAT_CSV)
		return error_set(err, ERROR_USAGE,
			_("Only CSV comes in several encodings; %s is always UTF-8."),
			format_id(output->format));
	if (encoding && !encoding_parse(encoding, &output->options.encoding))
		return error_set(err, ERROR_USAGE, _("There is no encoding “%s”."), encoding);
	output->options.localized = run->localized;
	output->options.columns = path ? 0 : output_columns();
	const char *never = getenv("NO_COLOR");
	output->options.color = !path && !(never && *never) && isatty(STDOUT_FILENO);
	return output_judge(run, path, NULL, 0, &output->target, err);
}

enum language output_speak(const struct output *output)
{
	const bool machine = output->format == FORMAT_CSV || output->format == FORMAT_JSON;

	return i18n_speak(machine && !output->options.localized ? LANGUAGE_JA : i18n_language());
}

bool output_table(const struct command_run *run, const struct output *output, struct table *table,
	struct error *err)
{
	const bool force = options_has(&run->options, "force");
	waiting_hide(run->waiting);
	const bool written = exporting_table(
		&run->session, table, output->format, &output->options, force, &output->target, err);

	if (written && !table->ties)
		fputs(_("The table does not tie; it was written because of --force and says so.\n"),
			stderr);
	table_free(table);
	return written;
}

bool output_finish(struct error *err)
{
	const struct file_target standard = {0};
	struct file_writer writer;

	return file_writer_open(&writer, &standard, err) && file_writer_commit(&writer, err);
}
