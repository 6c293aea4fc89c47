/* mapping - the command for what the headings and values of an office's own sheets mean. */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "cli/command.h"
#include "cli/output.h"
#include "cli/sheet_kind.h"
#include "service/files/mapping_guess.h"
#include "service/files/mappings.h"

static const struct option_row option_rows[] = {
	{"sheet", 0, N_("NAME"), N_("the sheet of a workbook (the one that fits best)")},
	OUTPUT_TABLE_ROWS,
	{0},
};

/* "projects" of the operand at that place. */
static bool mapping_kind(const struct command_run *run, size_t at, enum sheet_kind *kind, struct error *err)
{
	return sheet_kind_read(run->options.operands.items[at], kind, err);
}

static void mapping_cells(struct table *table, const char *const *cells, size_t count)
{
	struct table_row *const row = table_add_row(table, ROW_DATA);

	for (size_t i = 0; i < count; i++)
		table_set_text(table, row, i, cells[i]);
}

static bool mapping_fields(struct command_run *run, struct table *table, struct error *err)
{
	enum sheet_kind kind;
	size_t count;

	if (!mapping_kind(run, 1, &kind, err))
		return false;
	table_init(table, "mapping-fields", _("Fields of a sheet"));
	table_add_column(table, "field", _("Field id"), COLUMN_TEXT);
	table_add_column(table, "label", _("Field"), COLUMN_TEXT);
	table_add_column(table, "variants", _("Other names"), COLUMN_TEXT);

	const struct sheet_column *const columns = sheet_columns(kind, &count);
	for (size_t i = 0; i < count; i++) {
		char *const variants = xstrdup(columns[i].variants);

		for (char *end; (end = strchr(variants, '\n'));)
			*end = ' ';
		mapping_cells(table, (const char *const[]){columns[i].id, _(columns[i].label), variants}, 3);
		free(variants);
	}
	return true;
}

static bool mapping_list(struct command_run *run, struct table *table, struct error *err)
{
	const char *const kind = run->options.operands.count > 1 ? run->options.operands.items[1] : NULL;
	struct mappings_kept kept;
	enum sheet_kind known;

	if ((kind && !mapping_kind(run, 1, &known, err)) || !command_open(run, err) ||
		!mappings_list(&run->session, kind, &kept, err))
		return false;
	table_init(table, "mappings", _("Mappings"));
	table_add_column(table, "kind", _("Kind of file"), COLUMN_TEXT);
	table_add_column(table, "name", _("Name"), COLUMN_TEXT);
	table_add_column(table, "kept_by", _("Kept by"), COLUMN_TEXT);
	table_add_column(table, "at", _("Time"), COLUMN_TEXT);
	for (size_t i = 0; i < kept.items.count; i++) {
		const struct mapping_kept *const item = &kept.items.items[i];

		mapping_cells(table, (const char *const[]){item->kind, item->name, item->kept_by, item->at}, 4);
	}
	mappings_kept_free(&kept);
	return true;
}

static bool mapping_show(struct command_run *run, struct error *err)
{
	struct strbuf text = {0};
	enum sheet_kind kind;
	const bool found = mapping_kind(run, 1, &kind, err) && command_open(run, err) &&
		mappings_get(&run->session, kind, run->options.operands.items[2], &text, err);

	if (found)
		fputs(strbuf_text(&text), stdout);
	strbuf_free(&text);
	return found && output_finish(err);
}

/* How a file is understood as it stands, as a text to go on with. */
static bool mapping_look(struct command_run *run, struct error *err)
{
	struct strbuf text = {0};
	enum sheet_kind kind;

	if (!mapping_kind(run, 1, &kind, err) || !command_open(run, err))
		return false;
	if (strcmp(run->options.operands.items[2], "-") == 0)
		return error_set(err, ERROR_USAGE, _("A file is looked at twice: name one instead of “-”."));
	FILE *const stream = file_open_read(run->options.operands.items[2], err);
	if (!stream)
		return false;
	const bool made = mapping_guess_text(&run->session, kind, stream, options_value(&run->options, "sheet"),
		&text, err);
	if (stream != stdin)
		fclose(stream);
	if (made)
		fputs(strbuf_text(&text), stdout);
	strbuf_free(&text);
	return made && output_finish(err);
}

static bool mapping_keep(struct command_run *run, struct error *err)
{
	const char *const *const words = run->options.operands.items;
	struct strbuf text = {0};
	enum sheet_kind kind;
	const bool kept = mapping_kind(run, 1, &kind, err) && command_open(run, err) &&
		mappings_load(&run->session, kind, words[3], &text, err) &&
		mappings_keep(&run->session, kind, words[2], strbuf_text(&text), err);

	strbuf_free(&text);
	if (kept)
		fprintf(stderr, _("Kept as “%s”; import --map %s takes it.\n"), words[2], words[2]);
	return kept;
}

static bool mapping_drop(struct command_run *run, struct error *err)
{
	const char *const name = run->options.operands.items[2];
	enum sheet_kind kind;
	const bool gone = mapping_kind(run, 1, &kind, err) && command_open(run, err) &&
		mappings_remove(&run->session, kind, name, err);

	if (gone)
		fprintf(stderr, _("%s removed\n"), name);
	return gone;
}

/* What can be done; those with a table write it in any format. */
static const struct {
	const char *word;
	size_t least, most; /* operands, itself too */
	bool (*make)(struct command_run *run, struct table *table, struct error *err);
	bool (*run)(struct command_run *run, struct error *err);
} acts[] = {
	{"list", 1, 2, .make = mapping_list},
	{"fields", 2, 2, .make = mapping_fields},
	{"guess", 3, 3, .run = mapping_look},
	{"show", 3, 3, .run = mapping_show},
	{"keep", 4, 4, .run = mapping_keep},
	{"remove", 3, 3, .run = mapping_drop},
};

static bool mapping_run(struct command_run *run, struct error *err)
{
	const size_t count = run->options.operands.count, all = sizeof acts / sizeof acts[0];
	const char *const word = count ? run->options.operands.items[0] : "list";
	struct output output;
	struct table table;
	size_t at = 0;

	while (at < all && strcmp(acts[at].word, word) != 0)
		at++;
	if (at == all || (count && count < acts[at].least) || count > acts[at].most)
		return error_set(err, ERROR_USAGE,
			_("Say list, fields KIND, guess KIND FILE, show KIND NAME, keep KIND NAME FILE or remove KIND NAME."));
	if (acts[at].run)
		return acts[at].run(run, err);
	if (!output_read(run, FORMAT_TEXT, &output, err))
		return false;

	const enum language spoken = output_speak(&output);
	const bool made = acts[at].make(run, &table, err);
	i18n_speak(spoken);
	if (!made)
		return false;
	table.ties = true; /* it is a list: there is nothing to prove */
	return output_table(run, &output, &table, err);
}

const struct command mapping_command = {
	.name = "mapping",
	.summary = N_("shows and keeps what the headings and values of an office's own sheets mean"),
	.operands = N_("[list [KIND]|fields KIND|guess KIND FILE|show KIND NAME|keep KIND NAME FILE|remove KIND NAME]"),
	.most = -1,
	.help = N_("A mapping is a text for import --map, one thing a line: “事業名 = 取組名” says which field a heading means, “備考 =” leaves a column out, “ICTツール: 電子申請 = Graffer電子申請” reads a value as another, “課題類型 ? 1” fills empty cells, “年度 := R7” says it of every row (“年度 := 表題” takes the year that stands above the headings); # begins a remark, and what has one of these signs in it stands in quotation marks. KIND is what import takes (projects, units …); fields lists what can stand on the right; guess prints how a file is understood as it stands, a mapping to go on with."),
	.options = option_rows,
	.run = mapping_run,
};
