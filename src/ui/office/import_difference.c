/* import_difference - the page of an import as a table of what would change, row by row. */
#include "config.h"

#include <stdio.h>
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "ui/office/import_page.h"

enum { COLUMN_STATE, COLUMN_PLACE, COLUMN_WHAT, COLUMN_FIELD, COLUMN_BEFORE, COLUMN_AFTER, COLUMN_SHOWN };
enum { DIFFERENCE_SHOWN = 30 /* columns of a value or reason; the line below the table has it whole */ };

static const char *const row_labels[IMPORT_ROWS] = {
	[IMPORT_ADDED] = N_("Added"),
	[IMPORT_CHANGED] = N_("Changed"),
	[IMPORT_REFUSED] = N_("Refused"),
	[IMPORT_DOUBTFUL] = N_("To be looked at"),
	[IMPORT_GOES] = N_("Goes"),
	[IMPORT_UNCHANGED] = N_("Unchanged"),
};

const char *import_row_label(enum import_row row)
{
	return _(row_labels[row]);
}

/* The table in the making. */
struct difference {
	const struct page_values *values;
	struct table *table;
	const char *file; /* in hand, within the folder; "" where there is none */
};

/* A row of the table, unless the page is narrowed to others. */
static void difference_add(struct difference *difference, enum import_row state, const char *const *cells)
{
	const int64_t filter = difference->values->numbers[IMPORT_FILTER];
	struct table *const table = difference->table;

	if (filter && filter - 1 != (int64_t)state)
		return;
	struct table_row *const row = table_add_row(table, ROW_DATA);

	/* none that a row of the columns has */
	row->key[0] = (int64_t)state;
	row->key[1] = (int64_t)table->rows.count;
	table_set_text(table, row, COLUMN_STATE, import_row_label(state));
	for (size_t i = COLUMN_PLACE; i <= COLUMN_AFTER; i++)
		table_set_text(table, row, i, cells[i - 1]);
	if (*difference->file)
		table_set_text(table, row, COLUMN_PLACE,
			arena_printf(&table->arena, "%s %s", difference->file, cells[COLUMN_PLACE - 1]));
	struct strbuf shown = {0};
	text_clip(&shown, cells[COLUMN_AFTER - 1], DIFFERENCE_SHOWN);
	table_set_text(table, row, COLUMN_SHOWN, strbuf_text(&shown));
	strbuf_free(&shown);
}

static void difference_add_changes(struct difference *difference, const struct importing_result *result)
{
	static const enum import_row states[] = {[IMPORTING_ADDED] = IMPORT_ADDED,
		[IMPORTING_CHANGED] = IMPORT_CHANGED, [IMPORTING_UNCHANGED] = IMPORT_UNCHANGED,
		[IMPORTING_GOES] = IMPORT_GOES};
	size_t count;
	const struct sheet_column *const columns = sheet_columns(import_kind(difference->values), &count);

	for (size_t i = 0; i < result->changes.count; i++) {
		const struct importing_change *const change = &result->changes.items[i];
		const char *field = change->field;
		char line[24] = "";

		for (size_t c = 0; c < count; c++)
			if (strcmp(columns[c].id, field) == 0)
				field = _(columns[c].label);
		if (change->line)
			snprintf(line, sizeof line, "%lld", (long long)change->line);
		difference_add(difference, states[change->sort],
			(const char *const[]){line, change->what, field, change->before, change->after});
	}
}

static void difference_add_rejects(struct difference *difference, const struct sheet_report *report)
{
	struct strbuf place = {0};

	for (size_t i = 0; i < report->rejects.count; i++) {
		const struct sheet_reject *const reject = &report->rejects.items[i];

		strbuf_clear(&place);
		sheet_reject_place(report, reject, &place);
		difference_add(difference, IMPORT_REFUSED,
			(const char *const[]){strbuf_text(&place), "", reject->column, reject->value, reject->reason});
	}
	strbuf_free(&place);
}

/* What is read all the same: doubtful lines, and units that were found by their teams alone. */
static void difference_add_doubts(struct difference *difference, const struct importing_result *result)
{
	struct strbuf words = {0};
	char place[24], line[24];

	for (size_t i = 0; i < result->doubts.count; i++) {
		const struct importing_doubt *const doubt = &result->doubts.items[i];

		snprintf(place, sizeof place, "%lld", (long long)doubt->line);
		snprintf(line, sizeof line, "%d", doubt->effect_line);
		strbuf_clear(&words);
		doubt_add_words(doubt->found, &words);
		difference_add(difference, IMPORT_DOUBTFUL,
			(const char *const[]){place, doubt->what, _("effect line"), line, strbuf_text(&words)});
	}
	for (size_t i = 0; i < result->found.count; i++) {
		snprintf(place, sizeof place, "%lld", (long long)result->found.items[i].line);
		difference_add(difference, IMPORT_DOUBTFUL, (const char *const[]){place,
			result->found.items[i].what, _("Section"), "", result->found.items[i].where});
	}
	strbuf_free(&words);
}

static void difference_note(const struct importing_result *result, struct table *table)
{
	struct strbuf text = {0};
	int64_t ended = 0;

	/* units that end because the file is the whole tree count as changed */
	for (size_t i = 0; i < result->changes.count; i++)
		ended += result->changes.items[i].sort == IMPORTING_GOES &&
			strcmp(result->changes.items[i].field, "last_fiscal_year") == 0;
	strbuf_addf(&text, _("Added %lld, changed %lld, unchanged %lld, refused %lld, goes %lld"),
		(long long)result->added, (long long)(result->changed - ended), (long long)result->unchanged,
		(long long)result->left_out, (long long)(result->removed + result->followed + ended));
	if (result->proposed)
		strbuf_addf(&text, _("; codes proposed: %lld"), (long long)result->proposed);
	if (result->found.count)
		strbuf_addf(&text, _("; blank sections that are not the one above: %zu"), result->found.count);
	for (size_t i = 0; i < result->report.ignored.count; i++)
		strbuf_addf(&text, "%s%s", i == 0 ? _("; columns passed over: ") : _(", "),
			result->report.ignored.items[i]);
	table_add_note(table, NOTE_OTHER, strbuf_text(&text), "import");
	strbuf_free(&text);
}

/* A file that was read, or not. */
static void difference_take(const char *file, const struct importing_result *result, const struct error *fault,
	void *data)
{
	struct difference *const difference = data;

	difference->file = file;
	/* what keeps the whole file from being read stands where its rows would */
	if (fault)
		difference_add(difference, IMPORT_REFUSED, (const char *const[]){"", "", "", "", fault->message});
	difference_add_rejects(difference, &result->report);
	difference_add_doubts(difference, result);
	difference_add_changes(difference, result);
}

bool import_difference_make(struct app *app, const struct page_values *values, struct table *table,
	struct error *err)
{
	struct importing_options options = {.dry_run = true, .skip_bad = true, .every_row = true};
	struct importing_result result = {0};
	struct difference difference = {.values = values, .table = table};

	table_init(table, "import-difference", _("Import"));
	table->ties = true; /* it is a list: there is nothing to prove */
	table_add_column(table, "state", _("Becomes"), COLUMN_TEXT);
	table_add_column(table, "place", _("Place"), COLUMN_TEXT);
	table_add_column(table, "what", _("Of what"), COLUMN_TEXT);
	table_add_column(table, "field", _("Field"), COLUMN_TEXT);
	table_add_column(table, "before", _("As it is stored"), COLUMN_TEXT);
	table_add_column(table, "after", _("As it would be, or why not"), COLUMN_TEXT)->people = false;
	table_add_column(table, "shown", _("As it would be, or why not"), COLUMN_TEXT)->files = false;
	if (import_read(app, values, &options, &result, &(struct import_each){difference_take, &difference}, err))
		difference_note(&result, table);
	error_clear(err);
	importing_result_free(&result);
	return true;
}
