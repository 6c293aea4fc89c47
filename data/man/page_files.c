/* page_files - uraniwa(5): the config file, and the sheets that import takes. */
#include "config.h"

#include "base/i18n.h"
#include "base/strbuf.h"
#include "exchange/sheet.h"
#include "ui/term/action.h"

#include "pages.h"
#include "roff.h"

static void config(FILE *page)
{
	struct keymap keymap = {0};
	struct strbuf line = {0};

	keymap_init(&keymap);
	roff_section(page, _("THE CONFIG FILE"));
	roff_text(page, _("$XDG_CONFIG_HOME/uraniwa/config holds lines “name = value”; # starts a remark. A line that cannot be right is named with its number when the program starts."));
	roff_entry(page, "theme = default|high-contrast|mono", _("the colours"));
	roff_entry(page, "ambiguous = auto|1|2", _("cells that ①, △ and … take in the terminal"));
	roff_entry(page, "key.NAME = KEYS", _("the keys of an action, with commas between: key.new = N, F6. The names, with the keys they have:"));
	for (int action = ACTION_NONE + 1; action < ACTION_COUNT; action++) {
		const struct action_row *row = action_row((enum action)action);

		if (!row)
			continue;
		strbuf_clear(&line);
		strbuf_addf(&line, "key.%s = ", row->name);
		keymap_format(&keymap, (enum action)action, true, &line);
		roff_entry(page, strbuf_text(&line), _(row->label));
	}
	roff_text(page, _("Beside it lie, written by the screens: filters, with lines “name = expression” of the filters kept under a name, and list-columns, the columns of the list of projects in their order."));
	strbuf_free(&line);
	keymap_free(&keymap);
}

static void add_variants(const char *variants, struct strbuf *out)
{
	for (const char *at = variants; *at; at++) {
		if (*at == '\n')
			strbuf_add_text(out, _(", "));
		else
			strbuf_add_char(out, *at);
	}
}

static void sheet(FILE *page, enum sheet_kind kind)
{
	struct strbuf meaning = {0};
	size_t count;
	const struct sheet_column *columns = sheet_columns(kind, &count);

	roff_subsection(page, sheet_kind_id(kind));
	for (size_t i = 0; i < count; i++) {
		strbuf_clear(&meaning);
		strbuf_add_text(&meaning, _(columns[i].label));
		if (columns[i].variants && *columns[i].variants) {
			strbuf_add_text(&meaning, _("; also: "));
			add_variants(columns[i].variants, &meaning);
		}
		if (columns[i].import_only)
			strbuf_add_text(&meaning, _(" (import only)"));
		roff_entry(page, columns[i].id, strbuf_text(&meaning));
	}
	strbuf_free(&meaning);
}

void page_files(FILE *page)
{
	roff_title(page, "URANIWA", 5, _("File formats"));
	roff_section(page, _("NAME"));
	fprintf(page, "uraniwa \\- %s\n", _("config file and sheets of uraniwa(1)"));
	config(page);
	roff_section(page, _("SHEETS"));
	roff_text(page, _("CSV files, UTF-8 with or without BOM or CP932, any line ends. The line in which every required heading is found is the heading; lines above it and blank lines are passed over. Columns may stand in any order; a heading may be the id, the Japanese name or a variant, with a unit in brackets. Columns of other names are reported and ignored."));
	roff_text(page, _("With --map, a mapping says what headings and values mean; “uraniwa help mapping” has its lines."));
	for (size_t kind = 0; kind < sheet_kind_count(); kind++)
		sheet(page, (enum sheet_kind)kind);
	roff_section(page, _("SEE ALSO"));
	roff_text(page, "uraniwa(1)");
}
