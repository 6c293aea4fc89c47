/* sheet_read - the rows of a sheet under their headings, as records. */
#include "config.h"

#include "exchange/sheet.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "base/strbuf.h"
#include "base/text.h"
#include "exchange/heading.h"
#include "exchange/sheet_cells.h"
#include "exchange/sheet_line.h"
#include "exchange/sheet_source.h"

enum { TITLES_MAX = 30 /* lines, blank ones aside, in which the headings are looked for */,
	HEADING_SHOWN = 40 /* columns of a heading in a message */,
	LINE_SHOWN = 100 };

/* One column of the file. */
struct file_column {
	char *heading;
	int column; /* of the sheet, or negative: nobody's */
	bool nameless; /* no heading, and nothing seen below it so far */
	char unit[SHEET_UNIT_SIZE];    /* of bare figures; "" = the usual one */
	char above[SHEET_ABOVE_SIZE];  /* what stood there in the row before; "" for long texts */
	struct strbuf with_unit;       /* the cell in hand, with its unit */
};

struct sheet_reader {
	enum sheet_kind kind;
	const struct sheet_column *columns;
	size_t count;
	struct heading_map map;
	bool (*row)(const struct sheet_row *row, struct sheet_report *report, void *data,
		struct error *err);
	void *data;
	struct sheet_report *report;
	const unsigned char *merged; /* of the record in hand; NULL for text */
	int lines_seen;              /* without the blank ones, while the headings are looked for */
	struct sheet_line above;     /* the line before: a second line of headings may follow it */
	struct sheet_line held;      /* headings that are whole, if the next line adds none */
	char unit[SHEET_UNIT_SIZE];  /* of yen, as it stands above the headings */
	struct strbuf likely;        /* the headings of the line that came nearest */
	int likely_matches;
	VEC(struct file_column) file; /* empty until the headings are found */
	const char *cells[SHEET_COLUMNS_MAX];
	bool present[SHEET_COLUMNS_MAX];
	bool is_own; /* its headings are the ids that this program writes: every cell is what it says */
	const char *headings[SHEET_COLUMNS_MAX];
};

/* ---- the heading line ----------------------------------------------------------------------- */

static bool fail_no_headings(struct sheet_reader *reader, struct error *err)
{
	struct strbuf needed = {0};
	struct strbuf found = {0};

	/* "取組名, 班 or 班コード": one item for each group of required columns. */
	for (int group = 1; group <= SHEET_GROUPS_MAX; group++) {
		bool first = true;
		for (size_t i = 0; i < reader->count; i++) {
			const struct sheet_column *column = &reader->columns[i];
			if (column->required != group)
				continue;
			if (!first)
				strbuf_add_text(&needed, _(" or "));
			else if (needed.length > 0)
				strbuf_add_text(&needed, _(", "));
			strbuf_addf(&needed, "%s", _(column->label));
			first = false;
		}
	}
	text_clip(&found, strbuf_text(&reader->likely), LINE_SHOWN);
	error_set(err, ERROR_DATA,
		_("No line of headings was found. Needed: %s. The nearest line reads: %s. Rename its "
		  "headings, or say what they mean with --map."),
		strbuf_text(&needed), strbuf_text(&found));
	strbuf_free(&needed);
	strbuf_free(&found);
	return false;
}

static bool refuse_double(struct sheet_reader *reader, int64_t line, size_t first, size_t second,
	struct error *err)
{
	const int column = reader->file.items[first].column;
	struct strbuf names[2] = {{0}};

	text_clip(&names[0], reader->file.items[first].heading, HEADING_SHOWN);
	text_clip(&names[1], reader->file.items[second].heading, HEADING_SHOWN);
	error_set(err, ERROR_DATA,
		_("Line %lld: the headings \"%s\" and \"%s\" both mean %s. Rename one, or leave it out "
		  "with a line \"%s=\" in a --map file."),
		(long long)line, strbuf_text(&names[0]), strbuf_text(&names[1]),
		_(reader->columns[column].label), strbuf_text(&names[1]));
	strbuf_free(&names[0]);
	strbuf_free(&names[1]);
	return false;
}

/* The heading of a column as one text: of two lines "効果 ▸ 削減時間". Caller frees. */
static char *whole_heading(const struct sheet_line *top, const struct sheet_line *line, size_t column)
{
	size_t length;
	const char *const text = text_trim(line->cells[column], &length);
	const char *const over = top ? sheet_line_over(top, column) : "";

	if (length == 0)
		return top && sheet_line_reaches_down(top, line->merged, column) ?
			xstrdup(over) : xstrdup("");
	return *over && strcmp(over, line->cells[column]) != 0 ?
		xasprintf("%s ▸ %.*s", over, (int)length, text) : xstrndup(text, length);
}

/* The columns that the headings of a line mean, with the line above it (NULL = none); how many are known. */
static int match_headings(const struct sheet_reader *reader, const struct sheet_line *top,
	const struct sheet_line *line, int *columns)
{
	int matches = 0;

	for (size_t i = 0; i < line->count; i++) {
		const char *const text = line->cells[i];
		const char *const over = top ? sheet_line_over(top, i) : "";

		columns[i] = HEADING_UNKNOWN;
		if (!text_is_blank(text)) {
			columns[i] = heading_find(&reader->map, reader->kind, text);
			if (columns[i] == HEADING_UNKNOWN && *over) {
				char *const both = xasprintf("%s%s", over, text);

				columns[i] = heading_find(&reader->map, reader->kind, both);
				free(both);
			}
		} else if (top && sheet_line_reaches_down(top, line->merged, i)) {
			columns[i] = heading_find(&reader->map, reader->kind, over);
		}
		matches += columns[i] >= 0;
	}
	return matches;
}

/* Takes the line as the headings, which it is known to be, with the one above it (NULL = none). */
static bool take_headings(struct sheet_reader *reader, const struct sheet_line *top,
	const struct sheet_line *line, struct error *err)
{
	size_t first[SHEET_COLUMNS_MAX];
	int *const columns = xmalloc((line->count + 1) * sizeof *columns);
	bool taken = true;

	match_headings(reader, top, line, columns);
	for (size_t i = 0; taken && i < line->count; i++) {
		struct file_column *const file = vec_add(&reader->file);
		const int column = columns[i];

		*file = (struct file_column){.heading = whole_heading(top, line, i), .column = column};
		file->nameless = !*file->heading;
		sheet_unit_of(file->heading, file->unit);
		if (column == HEADING_UNKNOWN && *file->heading) {
			*vec_add(&reader->report->ignored) = xstrdup(file->heading);
			if (reader->kind < SHEET_OFFICE && sheet_heading_is_figure(file->heading)) {
				/* What looks like a figure and is not understood is never dropped
				 * in silence. */
				struct strbuf name = {0};

				text_clip(&name, file->heading, HEADING_SHOWN);
				error_set(err, ERROR_DATA,
					_("Line %lld: “%s” looks like a figure, but what it means is not "
					  "known. Say so with a line “%s=field” in a --map file, or leave it "
					  "out with “%s=”."),
					(long long)line->line, strbuf_text(&name),
					strbuf_text(&name), strbuf_text(&name));
				strbuf_free(&name);
				taken = false;
			}
		}
		if (column < 0)
			continue;
		if (!*file->unit && strstr(reader->columns[column].id, "_yen"))
			text_copy(file->unit, sizeof file->unit, reader->unit);
		if ((strcmp(file->unit, "分") == 0 && strstr(reader->columns[column].id, "minutes")) ||
			(strcmp(file->unit, "時間") == 0 && strstr(reader->columns[column].id, "hours")))
			*file->unit = '\0'; /* the usual one */
		if (reader->present[column]) {
			taken = refuse_double(reader, line->line, first[column], i, err);
			continue;
		}
		reader->present[column] = true;
		reader->is_own &= strcmp(file->heading, reader->columns[column].id) == 0;
		reader->headings[column] = file->heading;
		first[column] = i;
	}
	free(columns);
	return taken;
}

/* True when each group of required columns has one among them, or when they name records that are
 * there, and something of them. */
static bool has_required(const struct sheet_reader *reader, const int *columns, size_t count,
	int matches)
{
	bool needed[SHEET_GROUPS_MAX + 1] = {false};

	for (size_t i = 0; i < count; i++)
		if (matches > 1 && columns[i] >= 0 &&
			sheet_column_names_record(reader->kind, (size_t)columns[i]))
			return true;

	for (size_t i = 0; i < reader->count; i++)
		needed[reader->columns[i].required] = true;
	for (size_t i = 0; i < count; i++)
		if (columns[i] >= 0)
			needed[reader->columns[columns[i]].required] = false;
	for (int group = 1; group <= SHEET_GROUPS_MAX; group++)
		if (needed[group])
			return false;
	return true;
}

/* The line above, where it can be one of headings; a title is a single cell. */
static const struct sheet_line *groups_above(const struct sheet_reader *reader)
{
	int filled = 0;

	for (size_t i = 0; i < reader->above.count; i++)
		filled += !text_is_blank(reader->above.cells[i]);
	return filled > 1 ? &reader->above : NULL;
}

/* True when the line, with the one above it, has the headings that are needed. */
static bool are_headings(struct sheet_reader *reader, const struct sheet_line *top,
	const struct sheet_line *line)
{
	int *const columns = xmalloc((line->count + 1) * sizeof *columns);
	const int matches = match_headings(reader, top, line, columns);
	const bool are = has_required(reader, columns, line->count, matches);

	free(columns);
	if (!are && !top && matches > reader->likely_matches) {
		reader->likely_matches = matches;
		strbuf_clear(&reader->likely);
		for (size_t i = 0; i < line->count; i++)
			strbuf_addf(&reader->likely, "%s%s", i > 0 ? _(", ") : "", line->cells[i]);
	}
	return are;
}

/* True when a line only adds to the headings above it: nothing stands below those that are known, and what
 * stands is no figure. */
static bool adds_headings(const struct sheet_reader *reader, const struct sheet_line *line)
{
	const struct sheet_line *const top = &reader->held;
	int *const columns = xmalloc((top->count + 1) * sizeof *columns);
	bool any = false, adds = true;

	match_headings(reader, groups_above(reader), top, columns);
	for (size_t i = 0; i < line->count && adds; i++) {
		const bool group = i + 1 < top->count ? text_is_blank(top->cells[i + 1]) : i >= top->count;

		if (text_is_blank(line->cells[i]))
			continue;
		any = true;
		adds = !sheet_cell_is_bare(line->cells[i]) && (i >= top->count ||
			columns[i] == HEADING_UNKNOWN || group) && *sheet_line_over(top, i);
	}
	free(columns);
	return any && adds;
}

static bool look_for_headings(struct sheet_reader *reader, const struct csv_record *record,
	size_t count, struct error *err)
{
	struct sheet_line line = {0};

	sheet_line_take(&line, record, count, reader->merged);
	for (size_t i = 0; i < count; i++)
		if (strstr(line.cells[i], "単位"))
			sheet_unit_of(line.cells[i], reader->unit);
	if (are_headings(reader, NULL, &line)) {
		reader->held = line;
		return true;
	}
	if (groups_above(reader) && are_headings(reader, groups_above(reader), &line)) {
		const bool taken = take_headings(reader, groups_above(reader), &line, err);

		sheet_line_free(&line);
		return taken;
	}
	sheet_line_free(&reader->above);
	reader->above = line;
	return ++reader->lines_seen < TITLES_MAX || fail_no_headings(reader, err);
}

/* The line after one that has all headings: *row says whether it is a row. */
static bool settle_headings(struct sheet_reader *reader, const struct csv_record *record, size_t count,
	bool *row, struct error *err)
{
	const struct sheet_line *const above = groups_above(reader);
	struct sheet_line line = {0};

	if (record)
		sheet_line_take(&line, record, count, reader->merged);
	*row = !record || !adds_headings(reader, &line);
	sheet_line_widen(&line, reader->held.count);
	/* columns of the second line that only the first names are named there */
	const bool taken = *row ? take_headings(reader, above, &reader->held, err) :
				  take_headings(reader, &reader->held, &line, err);
	sheet_line_free(&line);
	sheet_line_free(&reader->held);
	return taken;
}

/* ---- the rows ------------------------------------------------------------------------------- */

/* What a cell means: the one above where it says so or is merged with it, nothing where it says that, a
 * figure with the unit of its heading. */
static const char *read_cell(struct sheet_reader *reader, struct file_column *file, const char *text,
	unsigned char merged)
{
	if ((!reader->is_own && sheet_cell_is_ditto(text)) ||
		(merged == MERGED_ABOVE && text_is_blank(text)))
		text = file->above;
	else if (!reader->is_own && *text && sheet_cell_is_none(text))
		text = "";
	else
		text = csv_unguard(text);
	if (text != file->above) {
		const size_t length = strlen(text);

		memcpy(file->above, length < SHEET_ABOVE_SIZE ? text : "",
			length < SHEET_ABOVE_SIZE ? length + 1 : 1);
	}
	if (!*file->unit || !sheet_cell_is_bare(text))
		return text;
	strbuf_clear(&file->with_unit);
	strbuf_addf(&file->with_unit, "%s%s", text, file->unit);
	return strbuf_text(&file->with_unit);
}

/* True for a line of sums: its first word says so. */
static bool is_total_line(const struct csv_record *record, size_t count)
{
	size_t first = 0;

	while (first < count && text_is_blank(record->cells[first]))
		first++;
	return first < count && sheet_cell_is_total(record->cells[first]);
}

/* A number whose separator was taken for one of cells: 1,234 without quotation marks makes a cell too many, though
 * the last one may be blank. */
static bool is_torn_number(const struct sheet_reader *reader, const struct csv_record *record)
{
	if (reader->merged || record->count <= reader->file.count)
		return false;
	for (size_t i = 0; i + 1 < record->count; i++) {
		const char *const left = record->cells[i], *const right = record->cells[i + 1];
		const size_t digits = strspn(left, "0123456789");

		if (digits >= 1 && digits <= 3 && left[digits] == '\0' &&
			strspn(right, "0123456789") == 3 && right[3] == '\0')
			return true;
	}
	return false;
}

static bool take_row(struct sheet_reader *reader, const struct csv_record *record, size_t count,
	struct error *err)
{
	if (!reader->is_own && is_total_line(record, count)) {
		reader->report->totals++;
		return true;
	}
	reader->report->rows++;
	if (is_torn_number(reader, record)) {
		sheet_reject_add(reader->report, record->line, "", "",
			_("The row has more cells than there are headings: a number with a separator (1,234) "
			  "stands in quotation marks."));
		return true;
	}
	if (count > reader->file.count) {
		sheet_reject_add(reader->report, record->line, "", record->cells[count - 1],
			_("The row has more cells than there are headings."));
		return true;
	}
	for (size_t i = 0; i < reader->file.count; i++) {
		struct file_column *file = &reader->file.items[i];
		if (file->column >= 0)
			reader->cells[file->column] = read_cell(reader, file,
				i < count ? record->cells[i] : "",
				reader->merged && i < record->count ? reader->merged[i] : MERGED_NOT);
		else if (file->nameless && i < count && !text_is_blank(record->cells[i])) {
			/* Something stands below no heading: that it is ignored is said once. */
			*vec_add(&reader->report->ignored) = xasprintf(_("column %zu (no heading)"),
				i + 1);
			reader->file.items[i].nameless = false;
		}
	}
	const struct sheet_row row = {
		.line = record->line,
		.cells = reader->cells,
		.present = reader->present,
		.headings = reader->headings,
	};
	return reader->row(&row, reader->report, reader->data, err);
}

static bool sheet_read_take_record(const struct csv_record *record, void *data, struct error *err)
{
	struct sheet_reader *reader = data;
	size_t count = record->count;

	/* Up to the last that is not blank. */
	while (count > 0 && text_is_blank(record->cells[count - 1]))
		count--;
	if (count == 0)
		return true;
	if (reader->held.count) {
		bool row;

		if (!settle_headings(reader, record, count, &row, err))
			return false;
		if (!row)
			return true;
	} else if (reader->file.count == 0) {
		return look_for_headings(reader, record, count, err);
	}
	return take_row(reader, record, count, err);
}

static void sheet_reader_free(struct sheet_reader *reader)
{
	for (size_t i = 0; i < reader->file.count; i++) {
		free(reader->file.items[i].heading);
		strbuf_free(&reader->file.items[i].with_unit);
	}
	vec_free(&reader->file);
	sheet_line_free(&reader->above);
	sheet_line_free(&reader->held);
	strbuf_free(&reader->likely);
}

/* ---- which sheet of a workbook ---------------------------------------------------------------- */

/* Reads until the headings are known, and a line further. */
static bool stop_at_headings(const struct csv_record *record, void *data, struct error *err)
{
	struct sheet_reader *const reader = data;
	struct error none = {0};

	(void)err;
	return reader->held.count == 0 && sheet_read_take_record(record, data, &none) &&
		reader->held.count == 0 && reader->file.count == 0;
}

/* How many headings of a sheet are known; 0 where those that are needed are not among them. */
static int sheet_fits(struct sheet_source *source, const struct sheet_reader *like)
{
	struct sheet_report report = {0};
	struct sheet_reader reader = *like;
	struct error err = {0};
	int matches = 0;

	reader.report = &report;
	sheet_source_read(source, &reader.merged, stop_at_headings, &reader, &err);
	if (reader.held.count) {
		int *const columns = xmalloc((reader.held.count + 1) * sizeof *columns);

		matches = match_headings(&reader, NULL, &reader.held, columns);
		free(columns);
	}
	matches += (int)reader.file.count;
	sheet_reader_free(&reader);
	sheet_report_free(&report);
	return matches;
}

/* The sheet that has most of what is needed; the first that is not hidden where none has. */
static void choose_sheet(struct sheet_source *source, const struct sheet_reader *reader)
{
	const size_t count = workbook_sheet_count(source->book), first = source->sheet;
	size_t best = first;
	int most = 0;

	for (source->sheet = 0; count > 1 && source->sheet < count; source->sheet++) {
		const int fits = workbook_sheet_hidden(source->book, source->sheet) ? 0 :
			sheet_fits(source, reader);

		if (fits > most) {
			most = fits;
			best = source->sheet;
		}
	}
	source->sheet = best;
}

bool sheet_read(FILE *stream, enum sheet_kind kind, const struct sheet_options *options,
	bool (*row)(const struct sheet_row *row, struct sheet_report *report, void *data,
		struct error *err),
	void *data, struct sheet_report *report, struct error *err)
{
	assert(row && kind < sheet_kind_count());
	assert(report->rows == 0 && report->rejects.count == 0);

	struct sheet_reader reader = {.kind = kind, .row = row, .data = data, .report = report,
		.likely_matches = -1, .is_own = true};
	struct sheet_source source = {0};
	bool last_row;

	reader.columns = sheet_columns(kind, &reader.count);
	for (size_t i = 0; i < reader.count; i++) {
		reader.cells[i] = "";
		reader.headings[i] = reader.columns[i].id;
	}
	bool ok = heading_map_parse(options->map, kind, &reader.map, err) &&
		sheet_source_open(&source, stream, options->encoding, options->sheet, err);
	if (ok && source.book) {
		if (!options->sheet)
			choose_sheet(&source, &reader);
		text_copy(report->sheet, sizeof report->sheet,
			workbook_sheet_name(source.book, source.sheet));
	}
	ok = ok && sheet_source_read(&source, &reader.merged, sheet_read_take_record, &reader, err) &&
		(reader.held.count == 0 || settle_headings(&reader, NULL, 0, &last_row, err)) &&
		(reader.file.count > 0 || fail_no_headings(&reader, err));
	report->encoding = source.encoding;
	sheet_source_close(&source);
	sheet_reader_free(&reader);
	heading_map_free(&reader.map);
	return ok;
}
