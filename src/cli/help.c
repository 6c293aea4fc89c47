#include "config.h"

#include "cli/help.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "base/text.h"
#include "cli/output.h"
#include "exchange/sheet.h"

enum { COLUMNS_DEFAULT = 80, COLUMNS_LEAST = 40, COLUMNS_MOST = 100, TERM_MOST = 30 };

int help_columns(void)
{
	const int columns = output_columns();

	if (columns == 0)
		return COLUMNS_DEFAULT;
	return columns < COLUMNS_LEAST ? COLUMNS_LEAST :
		columns > COLUMNS_MOST ? COLUMNS_MOST :
					 columns;
}

const char help_purpose[] =
	N_("counts what improvement projects save, from the team to the whole body");

const struct help_status help_statuses[] = {
	{"0", N_("done")},
	{"1", N_("the data says no: bad rows, a table that does not tie, a refused move")},
	{"2", N_("wrong use")},
	{"3", N_("the database cannot be used")},
	{"4", N_("no permission")},
	{0},
};

/* ---- lists of terms and what they mean --------------------------------------------------------- */

struct help_entry {
	struct strbuf *out;
	int indent;
	bool first;
};

static void help_add_line(const char *start, size_t length, void *data)
{
	struct help_entry *entry = data;

	if (!entry->first)
		strbuf_add_repeated(entry->out, ' ', (size_t)entry->indent);
	strbuf_add(entry->out, start, length);
	strbuf_add_char(entry->out, '\n');
	entry->first = false;
}

static void help_add_paragraph(const char *text, int indent, int columns, struct strbuf *out)
{
	struct help_entry entry = {out, indent, false};

	text_wrap(text, columns - indent, help_add_line, &entry);
}

/* "  term    meaning", the meaning wrapped beside the term, or below a term that is too long. */
static void help_add_entry(const char *term, const char *meaning, int term_width, int columns,
	struct strbuf *out)
{
	const int indent = term_width + 4;
	struct help_entry entry = {out, indent, true};

	strbuf_add_text(out, "  ");
	if (text_width(term) > term_width) {
		strbuf_add_text(out, term);
		strbuf_add_char(out, '\n');
		entry.first = false;
	} else {
		text_pad(out, term, term_width + 2, TEXT_LEFT);
	}
	text_wrap(meaning, columns - indent, help_add_line, &entry);
}

void help_option(const struct option_row *row, struct strbuf *out)
{
	strbuf_clear(out);
	if (row->letter)
		strbuf_addf(out, "-%c, ", row->letter);
	strbuf_addf(out, "--%s", row->name);
	if (row->argument)
		strbuf_addf(out, " %s", _(row->argument));
}

static void help_add_options(const struct option_row *rows, int columns, struct strbuf *out)
{
	struct strbuf term = {0};
	int widest = 0;

	for (const struct option_row *row = rows; row->name; row++) {
		help_option(row, &term);
		const int width = text_width(strbuf_text(&term));
		if (width > widest && width <= TERM_MOST)
			widest = width;
	}
	for (; rows->name; rows++) {
		help_option(rows, &term);
		help_add_entry(strbuf_text(&term), _(rows->help), widest, columns, out);
	}
	strbuf_free(&term);
}

bool help_table_of(const struct office_table *table, const struct command *command, struct help_table *known)
{
	if (command->carries) {
		*known = (struct help_table){table->id, table->carried.how};
		return table->carried.which == OFFICE_CARRY_ROWS;
	}
	*known = (struct help_table){table->act, table->help};
	return table->command && table->act && strcmp(table->command, command->name) == 0;
}

/* ---- pages --------------------------------------------------------------------------------------- */

void help_usage(const struct command *command, struct strbuf *out)
{
	strbuf_addf(out, "uraniwa %s", command->name);
	if (command->operands)
		strbuf_addf(out, " %s", _(command->operands));
	if (command->options)
		strbuf_addf(out, " %s", _("[OPTIONS]"));
}

/* The tables of the office that the command knows by a word each. */
static void help_add_tables(const struct command *command, int columns, struct strbuf *out)
{
	struct help_table known;
	bool any = false;
	int width = 0;

	for (size_t i = 0; i < OFFICE_TABLE_COUNT; i++)
		if (help_table_of(office_tables[i], command, &known)) {
			const int length = text_width(known.word);

			width = length > width ? length : width;
		}
	for (size_t i = 0; i < OFFICE_TABLE_COUNT; i++) {
		const struct office_table *table = office_tables[i];

		if (!help_table_of(table, command, &known))
			continue;
		if (!any)
			strbuf_addf(out, "\n%s\n", _("Tables it knows"));
		any = true;
		char *text = xasprintf("%s: %s", _(table->title), _(known.text));
		help_add_entry(known.word, text, width, columns, out);
		free(text);
	}
}

/* The headings of each kind of file, by their labels; those that are needed, one of a group, stand first. */
static void help_add_headings(int columns, struct strbuf *out)
{
	struct strbuf text = {0};
	int width = 0;

	strbuf_addf(out, "\n%s\n", _("Headings (other usual names and the ids of the fields are known, too)"));
	for (size_t kind = 0; kind < sheet_kind_count(); kind++) {
		const int length = text_width(sheet_kind_id((enum sheet_kind)kind));

		width = length > width ? length : width;
	}
	for (size_t kind = 0; kind < sheet_kind_count(); kind++) {
		size_t count;
		const struct sheet_column *const of = sheet_columns((enum sheet_kind)kind, &count);

		strbuf_clear(&text);
		sheet_needed((enum sheet_kind)kind, &text);
		if (text.length)
			strbuf_add_text(&text, _(" (needed)"));
		for (size_t i = 0; i < count; i++)
			if (!of[i].required)
				strbuf_addf(&text, "%s%s", text.length ? _(", ") : "", _(of[i].label));
		help_add_entry(sheet_kind_id((enum sheet_kind)kind), strbuf_text(&text), width, columns, out);
	}
	strbuf_free(&text);
}

void help_page(const struct command *command, int columns, struct strbuf *out)
{
	struct strbuf usage = {0};

	help_usage(command, &usage);
	strbuf_addf(out, "uraniwa %s - %s\n\n", command->name, _(command->summary));
	strbuf_addf(out, _("Usage: %s\n"), strbuf_text(&usage));
	strbuf_free(&usage);
	if (command->help) {
		strbuf_add_char(out, '\n');
		help_add_paragraph(_(command->help), 0, columns, out);
	}
	help_add_tables(command, columns, out);
	if (command->options) {
		strbuf_addf(out, "\n%s\n", _("Options"));
		help_add_options(command->options, columns, out);
	}
	if (command->reads_sheets)
		help_add_headings(columns, out);
	strbuf_addf(out, "\n%s\n", _("The options that every command takes: uraniwa help"));
}

void help_overview(const struct command_list *commands, int columns, struct strbuf *out)
{
	strbuf_addf(out, "uraniwa - %s\n\n", _(help_purpose));
	strbuf_addf(out, _("Usage: %s\n"), _("uraniwa [OPTIONS] [COMMAND …]"));
	help_add_paragraph(_("Without a command the terminal interface opens. “uraniwa help COMMAND” explains one command."),
		0, columns, out);
	strbuf_addf(out, "\n%s\n", _("Commands"));

	int width = 0;

	for (size_t i = 0; i < commands->count; i++) {
		const int length = text_width(commands->items[i]->name);
		width = length > width ? length : width;
	}
	for (size_t i = 0; i < commands->count; i++)
		help_add_entry(commands->items[i]->name, _(commands->items[i]->summary), width,
			columns, out);

	strbuf_addf(out, "\n%s\n", _("Options of every command, before or after it"));
	help_add_options(command_common_options, columns, out);
	strbuf_addf(out, "\n%s\n", _("Exit status"));
	for (const struct help_status *status = help_statuses; status->code; status++)
		help_add_entry(status->code, _(status->meaning), 1, columns, out);
}

/* ---- the command --------------------------------------------------------------------------------- */

static bool help_run(struct command_run *run, struct error *err)
{
	struct strbuf page = {0};
	const char *name = run->options.operands.count ? run->options.operands.items[0] : NULL;
	const struct command *command = name ? command_find(run->commands, name) : NULL;

	if (name && !command)
		return command_unknown(run->commands, name, err);
	if (command)
		help_page(command, help_columns(), &page);
	else
		help_overview(run->commands, help_columns(), &page);
	fputs(strbuf_text(&page), stdout);
	strbuf_free(&page);
	return true;
}

const struct command help_command = {
	.name = "help",
	.summary = N_("explains a command, or lists them all"),
	.operands = N_("[COMMAND]"),
	.most = 1,
	.run = help_run,
};
