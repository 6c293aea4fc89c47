/* import_columns - the page of an import as a table of the file's columns: heading, meaning, reason, first rows. */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "model/fiscal_year.h"
#include "service/files/mapping_guess.h"
#include "ui/office/import_page.h"

/* the first row beside the meaning, where it tells most; the reason is also said below the table */
enum { COLUMN_HEADING, COLUMN_MEANS, COLUMN_FIRST, COLUMN_REASON, COLUMN_CELLS };

bool import_look(const struct page_values *values, struct sheet_look *look, struct error *err)
{
	char *const path = import_first_file(values->texts[IMPORT_PATH]);
	FILE *const stream = file_open_read(path, err);
	const char *const *const texts = values->texts;

	free(path);
	if (!stream)
		return false;
	const bool looked = sheet_look(stream, import_kind(values),
		&(struct sheet_options){.map = texts[IMPORT_MAP], .sheet = texts[IMPORT_SHEET]}, look, err);
	fclose(stream);
	return looked;
}

static void columns_add_file(struct app *app, enum sheet_kind kind, const struct sheet_look *look, size_t at,
	struct table *table)
{
	const struct sheet_look_column *const column = &look->columns.items[at];
	struct table_row *const row = table_add_row(table, ROW_DATA);
	struct strbuf reason = {0};
	size_t count;

	row->key[0] = (int64_t)at;
	table_set_text(table, row, COLUMN_HEADING, column->heading);
	table_set_text(table, row, COLUMN_MEANS,
		column->column >= 0 ? _(sheet_columns(kind, &count)[column->column].label) :
		column->column == HEADING_LEFT_OUT ? _("(not read)") : _("(not known)"));
	mapping_guess_reason(app->session, kind, column, &reason);
	table_set_text(table, row, COLUMN_REASON, strbuf_text(&reason));
	for (size_t i = 0; i < SHEET_LOOK_ROWS; i++)
		table_set_text(table, row, i ? COLUMN_CELLS + i - 1 : COLUMN_FIRST, column->cells[i]);
	strbuf_free(&reason);
}

/* What fills cells and reads values otherwise. */
static void columns_add_rule(enum sheet_kind kind, const struct sheet_look *look, const struct mapping *mapping,
	size_t at, struct table *table)
{
	const struct mapping_rule *const rule = &mapping->rules.items[at];
	struct table_row *const row = table_add_row(table, ROW_DATA);
	char year[FISCAL_YEAR_TEXT] = "";
	size_t count;

	row->key[1] = (int64_t)at;
	table_set_text(table, row, COLUMN_HEADING, rule->act == MAPPING_VALUE ? rule->left :
		rule->act == MAPPING_DEFAULT ? _("(where it is empty)") : _("(every row)"));
	table_set_text(table, row, COLUMN_MEANS, _(sheet_columns(kind, &count)[rule->column].label));
	if (!rule->right && look->title_year)
		fiscal_year_format(look->title_year, year);
	char *const reason = rule->right ? xasprintf(_("is read as “%s”"), rule->right) :
					   xasprintf(_("the year of the title: %s"), year);
	table_set_text(table, row, COLUMN_REASON, reason);
	free(reason);
}

bool import_columns_make(struct app *app, const struct page_values *values, struct table *table, struct error *err)
{
	const enum sheet_kind kind = import_kind(values);
	struct sheet_look look = {0};
	struct mapping mapping = {0};
	bool made = import_look(values, &look, err) &&
		mapping_parse(values->texts[IMPORT_MAP], kind, &mapping, err);

	if (made) {
		table_init(table, "import-columns", _("Import"));
		table->ties = true; /* it is a list: there is nothing to prove */
		table_add_column(table, "heading", _("Heading"), COLUMN_TEXT);
		table_add_column(table, "means", _("Means"), COLUMN_TEXT);
		for (int i = 0; i < SHEET_LOOK_ROWS; i++) {
			char id[16], label[64];

			snprintf(id, sizeof id, "row_%d", i + 1);
			snprintf(label, sizeof label, _("Row %d"), i + 1);
			table_add_column(table, id, label, COLUMN_TEXT);
			if (i == 0)
				table_add_column(table, "reason", _("Why"), COLUMN_TEXT);
		}
		for (size_t i = 0; i < look.columns.count; i++)
			columns_add_file(app, kind, &look, i, table);
		for (size_t i = 0; i < mapping.rules.count; i++)
			if (mapping.rules.items[i].act != MAPPING_HEADING)
				columns_add_rule(kind, &look, &mapping, i, table);
	}
	mapping_free(&mapping);
	sheet_look_free(&look);
	return made;
}
