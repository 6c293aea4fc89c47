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

enum { TITLES_MAX = 20 /* lines, blank ones aside, in which the headings are looked for */,
	HEADING_SHOWN = 40 /* columns of a heading in a message */,
	LINE_SHOWN = 100 };

/* One column of the file. */
struct file_column {
	char *heading;
	int column; /* of the sheet, or negative: nobody's */
	bool nameless; /* no heading, and nothing seen below it so far */
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
	int lines_seen;              /* without the blank ones, while the headings are looked for */
	struct strbuf likely;        /* the headings of the line that came nearest */
	int likely_matches;
	VEC(struct file_column) file; /* empty until the headings are found */
	const char *cells[SHEET_COLUMNS_MAX];
	bool present[SHEET_COLUMNS_MAX];
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

static bool refuse_double(struct sheet_reader *reader, const struct csv_record *record,
	size_t first, size_t second, struct error *err)
{
	const int column = reader->file.items[first].column;
	struct strbuf names[2] = {{0}};

	text_clip(&names[0], record->cells[first], HEADING_SHOWN);
	text_clip(&names[1], record->cells[second], HEADING_SHOWN);
	error_set(err, ERROR_DATA,
		_("Line %lld: the headings \"%s\" and \"%s\" both mean %s. Rename one, or leave it out "
		  "with a line \"%s=\" in a --map file."),
		(long long)record->line, strbuf_text(&names[0]), strbuf_text(&names[1]),
		_(reader->columns[column].label), strbuf_text(&names[1]));
	strbuf_free(&names[0]);
	strbuf_free(&names[1]);
	return false;
}

/* Takes the line as the headings, which it is known to be. */
static bool take_headings(struct sheet_reader *reader, const struct csv_record *record,
	const int *columns, size_t count, struct error *err)
{
	size_t first[SHEET_COLUMNS_MAX];

	for (size_t i = 0; i < count; i++) {
		size_t length;
		const char *heading = text_trim(record->cells[i], &length);
		*vec_add(&reader->file) = (struct file_column){
			.heading = xstrndup(heading, length),
			.column = columns[i],
			.nameless = length == 0,
		};
		if (columns[i] == HEADING_UNKNOWN && length > 0)
			*vec_add(&reader->report->ignored) = xstrndup(heading, length);
		if (columns[i] < 0)
			continue;
		if (reader->present[columns[i]])
			return refuse_double(reader, record, first[columns[i]], i, err);
		reader->present[columns[i]] = true;
		reader->headings[columns[i]] = reader->file.items[i].heading;
		first[columns[i]] = i;
	}
	return true;
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

static bool look_for_headings(struct sheet_reader *reader, const struct csv_record *record,
	size_t count, struct error *err)
{
	int *columns = xmalloc(count * sizeof *columns);
	int matches = 0;

	for (size_t i = 0; i < count; i++) {
		columns[i] = text_is_blank(record->cells[i])
				? HEADING_UNKNOWN
				: heading_find(&reader->map, reader->kind, record->cells[i]);
		matches += columns[i] >= 0;
	}
	const bool found = has_required(reader, columns, count, matches);
	const bool taken = found && take_headings(reader, record, columns, count, err);
	free(columns);
	if (found)
		return taken;
	if (matches > reader->likely_matches) {
		reader->likely_matches = matches;
		strbuf_clear(&reader->likely);
		for (size_t i = 0; i < count; i++)
			strbuf_addf(&reader->likely, "%s%s", i > 0 ? _(", ") : "",
				record->cells[i]);
	}
	return ++reader->lines_seen < TITLES_MAX || fail_no_headings(reader, err);
}

/* ---- the rows ------------------------------------------------------------------------------- */

static bool take_row(struct sheet_reader *reader, const struct csv_record *record, size_t count,
	struct error *err)
{
	reader->report->rows++;
	if (count > reader->file.count) {
		sheet_reject_add(reader->report, record->line, "", record->cells[count - 1],
			_("The row has more cells than there are headings."));
		return true;
	}
	for (size_t i = 0; i < reader->file.count; i++) {
		const struct file_column *file = &reader->file.items[i];
		if (file->column >= 0)
			reader->cells[file->column] = i < count ? csv_unguard(record->cells[i]) : "";
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
	if (reader->file.count == 0)
		return look_for_headings(reader, record, count, err);
	return take_row(reader, record, count, err);
}

bool sheet_read(FILE *stream, enum sheet_kind kind, enum encoding encoding, const char *map,
	bool (*row)(const struct sheet_row *row, struct sheet_report *report, void *data,
		struct error *err),
	void *data, struct sheet_report *report, struct error *err)
{
	assert(row && kind < sheet_kind_count());
	assert(report->rows == 0 && report->rejects.count == 0);

	struct sheet_reader reader = {.kind = kind, .row = row, .data = data, .report = report,
		.likely_matches = -1};

	reader.columns = sheet_columns(kind, &reader.count);
	for (size_t i = 0; i < reader.count; i++) {
		reader.cells[i] = "";
		reader.headings[i] = reader.columns[i].id;
	}
	const bool ok = heading_map_parse(map, kind, &reader.map, err) && csv_read(stream, encoding,
		&report->encoding, sheet_read_take_record, &reader, err) &&
		(reader.file.count > 0 || fail_no_headings(&reader, err));
	for (size_t i = 0; i < reader.file.count; i++)
		free(reader.file.items[i].heading);
	vec_free(&reader.file);
	strbuf_free(&reader.likely);
	heading_map_free(&reader.map);
	return ok;
}
