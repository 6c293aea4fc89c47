/* importing_indicators - import of indicators, their targets and values, in any form of
 * model/indicator_sheet.h. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/decimal.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "base/text.h"
#include "exchange/mapping.h"
#include "exchange/sheet_source.h"
#include "model/indicator_sheet.h"
#include "model/office/office_fields.h"
#include "service/files/importer.h"
#include "service/office/desk.h"
#include "store/indicator_store.h"

struct reading {
	struct importer *importer;
	struct indicator_register now; /* as stored, with what the file says */
	struct indicator_sheet sheet;
	struct office_desk *desk;
	struct strmap lines;           /* code → the last line that speaks of it */
	struct arena arena;
	const char **headings;
	int *columns;                  /* of sheet_columns() for each of them, or HEADING_UNKNOWN */
	size_t heading_count;
	int titles;                    /* lines that are no headings, above them */
	struct error no_headings;      /* why the first of them is none */
	struct mapping mapping;
	VEC(const char *) cells;       /* of the record in hand, as the mapping has them */
	bool begun;
};

enum { INDICATORS_TITLES_MAX = 30 };

static bool indicators_begin(struct importer *importer, struct error *err)
{
	struct reading *reading;

	importer->state = NULL;
	if (!session_permits(importer->session, PERMISSION_EDIT_MASTERS, importer->session->fiscal_year,
		    NULL, err))
		return false;
	reading = xcalloc(1, sizeof *reading);
	reading->importer = importer;
	reading->desk = office_desk_new(importer->session);
	importer->state = reading;
	return mapping_parse(importer->options->map, importer->options->kind, &reading->mapping, err) &&
		indicator_store_load(importer->session->store, &reading->now, err);
}

/* The record as the mapping has it: headings by their ids; what every row says stands behind the last cell. */
static void indicators_apply(struct reading *reading, const struct csv_record *record)
{
	const struct mapping *const mapping = &reading->mapping;
	size_t count;
	const struct sheet_column *const columns = sheet_columns(reading->importer->options->kind, &count);

	reading->cells.count = 0;
	for (size_t i = 0; i < record->count; i++) {
		const char *text = record->cells[i];

		if (!reading->begun) {
			const int column = mapping_heading(mapping, text);

			text = column >= 0 ? columns[column].id : column == HEADING_LEFT_OUT ? "" : text;
		} else if (i < reading->heading_count && reading->columns[i] >= 0) {
			const struct mapping_rule *const empty =
				mapping_gives(mapping, MAPPING_DEFAULT, reading->columns[i]);

			text = text_is_blank(text) && empty ? empty->right :
				mapping_value(mapping, reading->columns[i], text);
		}
		*vec_add(&reading->cells) = text;
	}
	/* a record that is short ends before them */
	while (reading->begun && reading->cells.count < reading->heading_count)
		*vec_add(&reading->cells) = "";
	for (size_t i = 0; i < mapping->rules.count; i++) {
		const struct mapping_rule *const rule = &mapping->rules.items[i];

		if (rule->act == MAPPING_CONSTANT && rule->right)
			*vec_add(&reading->cells) = reading->begun ? rule->right : columns[rule->column].id;
	}
}

/* The headings, or a title above them; false where there are none. */
static bool indicators_begin_rows(struct reading *reading, const struct csv_record *record, struct error *err)
{
	struct sheet_report *const report = &reading->importer->result->report;
	struct error reason;
	int known = 0;

	mapping_forget_met(&reading->mapping);
	indicators_apply(reading, record);
	if (!indicator_sheet_start(&reading->sheet, reading->cells.items, reading->cells.count, &reason)) {
		for (int c = 0; c < INDICATOR_COLUMN_COUNT; c++)
			known += reading->sheet.places[c] >= 0;
		if (reading->titles++ == 0)
			reading->no_headings = reason;
		if (known < 2 && reading->titles < INDICATORS_TITLES_MAX)
			return true;
		*err = known < 2 ? reading->no_headings : reason;
		return false;
	}
	reading->begun = true;
	reading->heading_count = record->count;
	reading->headings = arena_alloc(&reading->arena, record->count * sizeof *reading->headings);
	reading->columns = arena_alloc(&reading->arena, record->count * sizeof *reading->columns);
	for (size_t i = 0; i < record->count; i++) {
		reading->headings[i] = arena_strdup(&reading->arena, record->cells[i]);
		reading->columns[i] =
			heading_named(reading->importer->options->kind, reading->cells.items[i]);
		sheet_report_heading(report, record->cells[i]);
	}
	mapping_tell_unmet(&reading->mapping, report);
	return true;
}

static bool indicators_take(const struct csv_record *record, void *data, struct error *err)
{
	struct reading *reading = data;
	struct sheet_report *report = &reading->importer->result->report;
	struct error reason = {0};
	size_t column = 0;
	bool blank = true;

	for (size_t i = 0; blank && i < record->count; i++)
		blank = !*record->cells[i];
	if (blank)
		return true;
	if (!reading->begun)
		return indicators_begin_rows(reading, record, err);
	report->rows++;
	indicators_apply(reading, record);

	const char *const *const cells = reading->cells.items;
	const size_t count = reading->cells.count;

	/* Which line is to blame where what it says of an indicator may not stand. */
	const int place = reading->sheet.places[INDICATOR_COLUMN_CODE];

	if (place >= 0 && (size_t)place < count)
		strmap_put(&reading->lines, cells[place], record->line);
	for (size_t i = 0; i < reading->sheet.series.count; i++)
		strmap_put(&reading->lines, reading->sheet.series.items[i], record->line);

	if (!indicator_sheet_row(&reading->sheet, cells, count, &reading->now,
		    &column, &reason))
		sheet_reject_add(report, record->line,
			column < reading->heading_count ? reading->headings[column] : "",
			column < record->count ? record->cells[column] : "", reason.message);
	return true;
}

static bool indicators_read(struct importer *importer, FILE *stream, struct error *err)
{
	struct sheet_source source = {0};
	bool read = sheet_source_open(&source, stream, importer->options->encoding,
		importer->options->sheet, err);

	if (read) {
		sheet_report_begin(&importer->result->report,
			source.book ? workbook_sheet_name(source.book, source.sheet) : "");
		read = sheet_source_read(&source, NULL, indicators_take, importer->state, err);
	}
	importer->result->report.encoding = source.encoding;
	sheet_source_close(&source);
	const struct reading *const reading = importer->state;
	if (read && !reading->begun && reading->titles) {
		*err = reading->no_headings;
		return false;
	}
	return read;
}

/* ---- onto the desk --------------------------------------------------------------------------- */

static const char *indicators_number(struct reading *reading, int64_t number)
{
	return number ? arena_printf(&reading->arena, "%lld", (long long)number) : "";
}

static const char *indicators_figure(struct reading *reading, int64_t thousandths)
{
	struct strbuf text = {0};

	decimal_add(&text, thousandths, INDICATOR_DECIMALS, true);
	const char *kept = arena_strdup(&reading->arena, strbuf_text(&text));
	strbuf_free(&text);
	return kept;
}

/* False where reading must stop; a row that cannot be laid down is rejected. */
static bool indicators_lay_row(struct reading *reading, const struct office_table *table,
	const char *const *typed, struct error *err)
{
	struct sheet_report *report = &reading->importer->result->report;
	struct error reason = {0};
	int64_t line = 0;
	int field = -1;

	strmap_get(&reading->lines, typed[0], &line);
	if (office_desk_put(reading->desk, table, OFFICE_SET, NULL, typed, line, NULL, &field, &reason))
		return true;
	if (reason.code != ERROR_DATA) {
		*err = reason;
		return false;
	}
	sheet_reject_add(report, line, field < 0 ? "" : _(table->fields[field].label),
		field < 0 ? "" : typed[field], reason.message);
	return true;
}

static bool indicators_lay(struct reading *reading, const struct indicator *indicator,
	struct error *err)
{
	const char *const typed[OFFICE_COLUMNS_MAX] = {
		[INDICATOR_CODE] = indicator->code,
		[INDICATOR_NAME] = indicator->name,
		[INDICATOR_UNIT] = indicator->unit,
		[INDICATOR_DIRECTION] = indicator_direction_id(indicator->direction),
		[INDICATOR_YEARLY] = indicator_yearly_id(indicator->yearly),
		[INDICATOR_COMPUTED] = indicator_computed_id(indicator->computed),
		[INDICATOR_SOURCE] = indicator->source,
		[INDICATOR_POSITION] = indicators_number(reading, indicator->position),
	};

	if (!indicators_lay_row(reading, &office_indicators, typed, err))
		return false;
	for (size_t i = 0; i < indicator->targets.count; i++) {
		const struct indicator_target *target = &indicator->targets.items[i];
		const char *const cells[OFFICE_COLUMNS_MAX] = {indicator->code,
			indicators_number(reading, target->fiscal_year),
			indicators_figure(reading, target->target)};

		if (!indicators_lay_row(reading, &office_indicator_targets, cells, err))
			return false;
	}
	for (size_t i = 0; i < indicator->values.count; i++) {
		const struct indicator_value *value = &indicator->values.items[i];
		const char *const cells[OFFICE_COLUMNS_MAX] = {indicator->code,
			indicators_number(reading, value->fiscal_year),
			indicators_number(reading, value->month), indicators_figure(reading, value->value)};

		if (!indicators_lay_row(reading, &office_indicator_values, cells, err))
			return false;
	}
	return true;
}

static void indicators_refuse(const struct office_entry *entry, int field, const char *reason,
	void *data)
{
	struct reading *reading = data;

	sheet_reject_add(&reading->importer->result->report, entry->line,
		field < 0 ? "" : _(entry->table->fields[field].label), entry->said.cells[0], reason);
}

static bool indicators_judge(struct importer *importer, struct error *err)
{
	struct reading *reading = importer->state;

	for (size_t i = 0; i < reading->now.indicators.count; i++)
		if (!indicators_lay(reading, &reading->now.indicators.items[i], err))
			return false;
	return office_desk_judge(reading->desk, indicators_refuse, reading, err);
}

static bool indicators_finish(struct importer *importer, struct error *err)
{
	static const struct office_table *const tables[] = {
		&office_indicators, &office_indicator_targets, &office_indicator_values};
	struct reading *reading = importer->state;
	struct importing_result *result = importer->result;

	for (size_t i = 0; i < sizeof tables / sizeof tables[0]; i++) {
		const struct office_desk_table *rows = office_desk_table(reading->desk, tables[i], err);

		if (!rows)
			return false;
		for (size_t e = 0; e < rows->entries.count; e++) {
			const struct office_entry *entry = rows->entries.items[e];

			if (!entry->here)
				continue;
			*(!office_entry_changes(entry) ? &result->unchanged :
				entry->stored ? &result->changed : &result->added) += 1;
		}
	}
	return office_desk_store(reading->desk, err);
}

static void indicators_release(struct importer *importer)
{
	struct reading *reading = importer->state;

	if (!reading)
		return;
	office_desk_free(reading->desk);
	strmap_free(&reading->lines);
	indicator_register_free(&reading->now);
	indicator_sheet_free(&reading->sheet);
	mapping_free(&reading->mapping);
	vec_free(&reading->cells);
	arena_free(&reading->arena);
	free(reading);
}

const struct importer_kind importing_indicators = {.begin = indicators_begin, .judge = indicators_judge,
	.finish = indicators_finish, .release = indicators_release, .file = indicators_read};
