#include "config.h"

#include "exchange/sheet_look.h"

#include <assert.h>
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "exchange/sheet_reader.h"
#include "exchange/sheet_source.h"

struct looking {
	struct sheet_reader reader;
	struct sheet_look *look;
	size_t rows;
	bool missed; /* no line of headings was found */
};

static enum sheet_taken look_taken(const struct looking *looking, const struct file_column *file)
{
	if (file->column == HEADING_UNKNOWN)
		return file->figure ? SHEET_TAKEN_FIGURE : SHEET_TAKEN_NOT;
	if (file->twice)
		return SHEET_TAKEN_TWICE;
	if (file->column == HEADING_LEFT_OUT)
		return SHEET_TAKEN_OUT;
	if (mapping_heading(&looking->reader.map, file->heading) == file->column)
		return SHEET_TAKEN_RULE;
	return heading_named(looking->reader.kind, file->heading) == file->column ? SHEET_TAKEN_NAME :
		SHEET_TAKEN_MEANING;
}

static void look_take_columns(struct looking *looking)
{
	struct sheet_look *const look = looking->look;

	for (size_t i = 0; i < looking->reader.file.count; i++) {
		const struct file_column *const file = &looking->reader.file.items[i];
		struct sheet_look_column *const column = vec_add(&look->columns);

		*column = (struct sheet_look_column){.heading = arena_strdup(&look->arena, file->heading),
			.column = file->column, .taken = look_taken(looking, file)};
		for (size_t row = 0; row < SHEET_LOOK_ROWS; row++)
			column->cells[row] = "";
	}
}

/* False where enough was seen; err is then empty. */
static bool look_take(const struct csv_record *record, void *data, struct error *err)
{
	struct looking *const looking = data;
	struct sheet_reader *const reader = &looking->reader;
	struct sheet_look *const look = looking->look;
	size_t count = record->count;
	bool row = true;

	while (count > 0 && text_is_blank(record->cells[count - 1]))
		count--;
	if (count == 0)
		return true;
	if (reader->file.count == 0 && reader->held.count == 0) {
		struct error none = {0};

		looking->missed = !sheet_headings_look(reader, record, count, &none);
		if (reader->file.count)
			look_take_columns(looking);
		return !looking->missed;
	}
	if (reader->held.count) {
		if (!sheet_headings_settle(reader, record, count, &row, err))
			return false;
		look_take_columns(looking);
	}
	if (!row)
		return true;
	if (look->line == 0)
		look->line = record->line;
	for (size_t i = 0; i < record->count && i < look->columns.count; i++)
		look->columns.items[i].cells[looking->rows] = arena_strdup(&look->arena, record->cells[i]);
	return ++looking->rows < SHEET_LOOK_ROWS;
}

/* Reads with so many known headings being enough; false where there is no such line. */
static bool look_through(struct sheet_source *source, struct looking *looking, int enough, struct error *err)
{
	struct mapping map = looking->reader.map;
	struct sheet_report report = {0};
	bool last_row;

	sheet_reader_free(&looking->reader);
	sheet_reader_init(&looking->reader, looking->reader.kind, &report);
	looking->reader.map = map;
	looking->reader.only_looking = true;
	looking->reader.enough = enough;
	sheet_report_begin(&report, "");
	if (!source->book)
		rewind(source->stream);
	const bool read = sheet_source_read(source, &looking->reader.merged, look_take, looking, err) ||
		err->code == ERROR_NONE;

	if (read && looking->reader.held.count) {
		sheet_headings_settle(&looking->reader, NULL, 0, &last_row, err);
		look_take_columns(looking);
	}
	sheet_report_free(&report);
	return read && looking->reader.file.count > 0;
}

static void look_take_sheets(const struct sheet_source *source, struct sheet_look *look)
{
	look->sheet = "";
	if (!source->book)
		return;
	for (size_t i = 0; i < workbook_sheet_count(source->book); i++)
		if (!workbook_sheet_hidden(source->book, i) || i == source->sheet)
			*vec_add(&look->sheets) =
				arena_strdup(&look->arena, workbook_sheet_name(source->book, i));
	look->sheet = arena_strdup(&look->arena, workbook_sheet_name(source->book, source->sheet));
}

bool sheet_look(FILE *stream, enum sheet_kind kind, const struct sheet_options *options, struct sheet_look *look,
	struct error *err)
{
	assert(kind < sheet_kind_count() && look->columns.count == 0);

	struct looking looking = {.look = look};
	struct sheet_source source = {0};
	bool ok;

	struct error none;

	err = err ? err : &none;
	error_clear(err);
	sheet_reader_init(&looking.reader, kind, NULL);
	ok = mapping_parse(options->map, kind, &looking.reader.map, err) &&
		sheet_source_open(&source, stream, options->encoding, options->sheet, err);
	if (ok && source.book && !options->sheet)
		sheet_reader_choose_sheet(&looking.reader, &source);
	if (ok) {
		look_take_sheets(&source, look);
		look->whole = look_through(&source, &looking, -1, err);
		/* the line that knows most; where none knows any, the first of more than one cell */
		for (int enough = looking.reader.likely_matches;
			!look->columns.count && err->code == ERROR_NONE && enough >= 0; enough = enough ? 0 : -1)
			look_through(&source, &looking, enough, err);
		fiscal_year_find(strbuf_text(&looking.reader.titles), &look->title_year);
		ok = err->code == ERROR_NONE && (look->columns.count ||
			error_set(err, ERROR_DATA, _("No line of headings was found: no line has more than one cell.")));
	}
	sheet_source_close(&source);
	sheet_reader_free(&looking.reader);
	mapping_free(&looking.reader.map);
	return ok;
}

void sheet_look_free(struct sheet_look *look)
{
	vec_free(&look->sheets);
	vec_free(&look->columns);
	arena_free(&look->arena);
	*look = (struct sheet_look){0};
}
