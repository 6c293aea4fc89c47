/* page_program - uraniwa(1): commands, options, filters, tables, keys. */
#include "config.h"

#include "base/i18n.h"
#include "base/strbuf.h"
#include "cli/commands.h"
#include "cli/help.h"
#include "model/facts.h"
#include "model/filter.h"
#include "rollup/named.h"
#include "rollup/pivot.h"
#include "ui/term/action.h"

#include "pages.h"
#include "roff.h"

static void options(FILE *page, const struct option_row *rows)
{
	struct strbuf term = {0};

	for (; rows && rows->name; rows++) {
		help_option(rows, &term);
		roff_entry(page, strbuf_text(&term), _(rows->help));
	}
	strbuf_free(&term);
}

/* The tables of the office that a command knows. */
static void tables_of(FILE *page, const struct command *command)
{
	for (size_t i = 0; i < OFFICE_TABLE_COUNT; i++) {
		struct help_table known;

		if (help_table_of(office_tables[i], command, &known))
			roff_entry(page, known.word, _(known.text));
	}
}

static void command_pages(FILE *page)
{
	struct strbuf usage = {0};

	roff_section(page, _("COMMANDS"));
	for (size_t i = 0; i < commands.count; i++) {
		const struct command *command = commands.items[i];

		strbuf_clear(&usage);
		help_usage(command, &usage);
		roff_subsection(page, strbuf_text(&usage));
		roff_text(page, _(command->summary));
		if (command->help)
			roff_text(page, _(command->help));
		tables_of(page, command);
		options(page, command->options);
	}
	strbuf_free(&usage);
}

static void add_words(const char *lines, struct strbuf *out)
{
	for (; *lines; lines++) {
		if (*lines == '\n')
			strbuf_add_text(out, ", ");
		else
			strbuf_add_char(out, *lines);
	}
}

static void filters(FILE *page)
{
	struct strbuf names = {0};

	roff_section(page, _("FILTERS"));
	roff_text(page, _("Words are searched for in title, texts, names and number; “key:value” narrows one field. All terms must hold; “-” in front means not; a comma in a value means or. Values may be compared (hours:>=100), given as a range (hours:100..200), exact (dept:=2100) or empty (dept:). Full-width characters mean the same."));
	roff_example(page, "dept:福祉 tool:生成AI hours:>=100 status:running 議事録");
	for (int key = 0; key < FILTER_KEY_COUNT; key++) {
		if (key == FILTER_TEXT)
			continue;
		strbuf_clear(&names);
		strbuf_addf(&names, "%s (", _(filter_keys[key].label));
		add_words(filter_keys[key].aliases, &names);
		strbuf_add_char(&names, ')');
		roff_entry(page, filter_keys[key].id, strbuf_text(&names));
	}
	strbuf_free(&names);
}

static void tables(FILE *page)
{
	roff_section(page, _("TABLES, DIMENSIONS AND MEASURES"));
	for (size_t i = 0; i < named_table_count; i++)
		roff_entry(page, named_tables[i].id, _(named_tables[i].help));
	roff_text(page, _("What rows and columns of a rollup can be:"));
	for (int dimension = 0; dimension < DIMENSION_COUNT; dimension++)
		roff_entry(page, dimensions[dimension].id, _(dimensions[dimension].label));
	roff_text(page, _("What can be counted:"));
	for (int measure = 0; measure < MEASURE_COUNT; measure++)
		roff_entry(page, measures[measure].id, _(measures[measure].label));
}

static void keys(FILE *page)
{
	struct keymap keymap = {0};
	struct strbuf term = {0};

	keymap_init(&keymap);
	roff_section(page, _("KEYS"));
	roff_text(page, _("In the terminal interface; the bottom line shows the ones that work on a screen, and ? lists them. Other keys can be given in the config file, see uraniwa(5)."));
	for (int action = ACTION_NONE + 1; action < ACTION_COUNT; action++) {
		const struct action_row *row = action_row((enum action)action);

		strbuf_clear(&term);
		keymap_format(&keymap, (enum action)action, true, &term);
		if (row && term.length > 0)
			roff_entry(page, strbuf_text(&term), _(row->help));
	}
	strbuf_free(&term);
	keymap_free(&keymap);
}

static void surroundings(FILE *page)
{
	static const struct {
		const char *name, *meaning;
	} variables[] = {
		{"URANIWA_DB", N_("the database, unless --file says another")},
		{"XDG_DATA_HOME", N_("where uraniwa/uraniwa.db lies (~/.local/share)")},
		{"XDG_CONFIG_HOME", N_("where uraniwa/config lies (~/.config)")},
		{"LANGUAGE, LC_ALL, LC_MESSAGES, LANG", N_("the language of messages; Japanese where they name none")},
		{"NO_COLOR", N_("no colours")},
		{"EDITOR", N_("the editor for long texts")},
		{"URANIWA_LOG", N_("a file that gets a trace, for hunting a fault")},
	};

	roff_section(page, _("ENVIRONMENT"));
	for (size_t i = 0; i < sizeof variables / sizeof variables[0]; i++)
		roff_entry(page, variables[i].name, _(variables[i].meaning));
}

void page_program(FILE *page)
{
	roff_title(page, "URANIWA", 1, _("User commands"));
	roff_section(page, _("NAME"));
	fprintf(page, "uraniwa \\- %s\n", _(help_purpose));
	roff_section(page, _("SYNOPSIS"));
	roff_text(page, _("uraniwa [OPTIONS] [COMMAND …]"));
	roff_section(page, _("DESCRIPTION"));
	roff_text(page, _("Improvement projects are registered with the work before and after; hours and person-years follow to the minute. Without a command the terminal interface opens; with one, the result goes to the standard output."));
	command_pages(page);
	roff_section(page, _("OPTIONS OF EVERY COMMAND"));
	options(page, command_common_options);
	filters(page);
	tables(page);
	keys(page);
	roff_section(page, _("EXIT STATUS"));
	for (const struct help_status *status = help_statuses; status->code; status++)
		roff_entry(page, status->code, _(status->meaning));
	surroundings(page);
	roff_section(page, _("SEE ALSO"));
	roff_text(page, "uraniwa(5)");
}
