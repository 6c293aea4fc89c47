/* show - the command that shows one project. */
#include "config.h"

#include <stdio.h>

#include "base/i18n.h"
#include "base/text.h"
#include "cli/command.h"
#include "cli/output.h"
#include "service/files/exporting.h"
#include "service/project/registering.h"
#include "service/project/remarks.h"
#include "service/results/explaining.h"

static const struct option_row option_rows[] = {
	{"format", 0, "text|json", N_("of the project (text)")},
	{0},
};

enum { COLUMNS_UNLIMITED = 1 << 20, GAP = 2 };

struct lines {
	struct strbuf *out;
	int indent;
	bool first;
};

static void show_add_line(const char *start, size_t length, void *data)
{
	struct lines *lines = data;

	if (!lines->first)
		strbuf_add_repeated(lines->out, ' ', (size_t)lines->indent);
	strbuf_add(lines->out, start, length);
	strbuf_add_char(lines->out, '\n');
	lines->first = false;
}

static void add_fields(const struct project *project, const struct project_context *context,
	struct strbuf *out)
{
	int widest = 0;

	for (int field = 0; field < FIELD_COUNT; field++) {
		const int columns = text_width(_(project_fields[field].label));
		widest = columns > widest ? columns : widest;
	}

	const int width = widest + GAP;
	const int terminal = output_columns();
	const int room = terminal > 2 * width ? terminal - width : COLUMNS_UNLIMITED;
	struct strbuf value = {0};

	for (int field = 0; field < FIELD_COUNT; field++) {
		struct lines lines = {out, width, true};
		/* of sheets and lists */
		if (project_fields[field].type == FIELD_TYPE_HOURS || field == FIELD_REDUCTION_RATE)
			continue;
		strbuf_clear(&value);
		project_field_get(project, (enum field)field, context, FIELD_HUMAN, &value);
		if (value.length == 0) {
			strbuf_addf(out, "%s\n", _(project_fields[field].label));
			continue;
		}
		text_pad(out, _(project_fields[field].label), width, TEXT_LEFT);
		text_wrap(strbuf_text(&value), room, show_add_line, &lines);
	}
	strbuf_free(&value);
}

static bool print_text(struct command_run *run, const struct project *project, struct error *err)
{
	struct project_context context;
	struct strbuf out = {0};

	if (!session_context(&run->session, project->fiscal_year, &context, err))
		return false;
	add_fields(project, &context, &out);
	remarks_add(&run->session, project, &out);
	strbuf_add_char(&out, '\n');
	explaining_effects(&run->session, project, &out);
	waiting_hide(run->waiting);
	fputs(strbuf_text(&out), stdout);
	strbuf_free(&out);
	return true;
}

static bool show_run(struct command_run *run, struct error *err)
{
	struct output output;
	struct project project;

	if (!output_read(run, FORMAT_TEXT, &output, err) || !command_open(run, err))
		return false;
	bool shown = registering_load(&run->session, run->options.operands.items[0], &project, err);
	if (shown && output.format == FORMAT_JSON)
		shown = exporting_project(&run->session, &project, stdout, err);
	else if (shown)
		shown = print_text(run, &project, err);
	project_free(&project);
	return shown;
}

const struct command show_command = {
	.name = "show",
	.summary = N_("shows one project with its effect lines"),
	.operands = N_("NUMBER"),
	.least = 1,
	.most = 1,
	.help = N_("NUMBER is R7-0001 in any form of the fiscal year, or the UUID. As JSON it is the records that export writes, under “projects” and “effects”."),
	.options = option_rows,
	.run = show_run,
};
