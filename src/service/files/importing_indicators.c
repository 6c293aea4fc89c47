/* importing_indicators - import of indicators, their targets and values, in any form of
 * model/indicator_sheet.h. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "exchange/csv_reader.h"
#include "model/indicator_sheet.h"
#include "service/files/importer.h"
#include "store/indicator_store.h"

struct reading {
	struct importer *importer;
	struct indicator_register before, now; /* as stored; with what the file says */
	struct indicator_sheet sheet;
	struct arena arena;
	const char **headings;
	size_t heading_count;
	bool begun;
};

static bool begin(struct importer *importer, struct error *err)
{
	struct reading *reading = xcalloc(1, sizeof *reading);

	reading->importer = importer;
	const bool permitted = importer_begin_masters(importer, err);
	importer->state = reading;
	return permitted && indicator_store_load(importer->session->store, &reading->before, err) &&
		indicator_store_load(importer->session->store, &reading->now, err);
}

static bool is_blank(const struct csv_record *record)
{
	for (size_t i = 0; i < record->count; i++)
		if (*record->cells[i])
			return false;
	return true;
}

static void keep_headings(struct reading *reading, const struct csv_record *record)
{
	reading->heading_count = record->count;
	reading->headings = arena_alloc(&reading->arena, record->count * sizeof *reading->headings);
	for (size_t i = 0; i < record->count; i++)
		reading->headings[i] = arena_strdup(&reading->arena, record->cells[i]);
}

static bool take(const struct csv_record *record, void *data, struct error *err)
{
	struct reading *reading = data;
	struct sheet_report *report = &reading->importer->result->report;
	struct error reason = {0};
	size_t column = 0;

	if (is_blank(record))
		return true;
	if (!reading->begun) {
		reading->begun = true;
		keep_headings(reading, record);
		return indicator_sheet_start(&reading->sheet, record->cells, record->count, err);
	}
	report->rows++;
	if (!indicator_sheet_row(&reading->sheet, record->cells, record->count, &reading->now,
		    &column, &reason))
		sheet_reject_add(report, record->line,
			column < reading->heading_count ? reading->headings[column] : "",
			column < record->count ? record->cells[column] : "", reason.message);
	return true;
}

static bool read_file(struct importer *importer, FILE *stream, struct error *err)
{
	return csv_read(stream, importer->options->encoding, &importer->result->report.encoding,
		take, importer->state, err);
}

static bool finish(struct importer *importer, struct error *err)
{
	const struct reading *reading = importer->state;
	struct indicator_store_counts counts = {0};

	if (!indicator_store_put(importer->session->store, &reading->before, &reading->now, &counts,
		    err))
		return false;
	importer->result->added = counts.added;
	importer->result->changed = counts.changed;
	importer->result->unchanged = counts.unchanged;
	return true;
}

static void release(struct importer *importer)
{
	struct reading *reading = importer->state;

	if (!reading)
		return;
	indicator_register_free(&reading->before);
	indicator_register_free(&reading->now);
	indicator_sheet_free(&reading->sheet);
	arena_free(&reading->arena);
	free(reading);
}

const struct importer_kind importing_indicators = {
	.begin = begin, .finish = finish, .release = release, .file = read_file};
