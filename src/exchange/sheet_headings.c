/* sheet_headings - which line of a sheet, or which two, are its headings, and what they mean. */
#include "config.h"

#include "exchange/sheet_reader.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "base/text.h"

enum { TITLES_MAX = 30 /* lines, blank ones aside, in which the headings are looked for */,
	HEADING_SHOWN = 40 /* columns of a heading in a message */,
	LINE_SHOWN = 100 };

bool sheet_headings_missing(struct sheet_reader *reader, struct error *err)
{
	struct strbuf needed = {0};
	struct strbuf found = {0};

	sheet_needed(reader->kind, &needed);
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
			char *const both = xasprintf("%s%s", over, text);

			/* what is said of both lines together goes before what one of them means */
			columns[i] = mapping_heading(&reader->map, both);
			if (columns[i] == HEADING_UNKNOWN)
				columns[i] = mapping_find(&reader->map, reader->kind, text);
			if (columns[i] == HEADING_UNKNOWN && *over)
				columns[i] = mapping_find(&reader->map, reader->kind, both);
			free(both);
		} else if (top && sheet_line_reaches_down(top, line->merged, i)) {
			columns[i] = mapping_find(&reader->map, reader->kind, over);
		}
		matches += columns[i] >= 0;
	}
	return matches;
}

/* What the mapping says beside headings. False where a title says no year that it should. */
static bool take_given(struct sheet_reader *reader, struct error *err)
{
	for (size_t i = 0; i < reader->count; i++) {
		const struct mapping_rule *const constant =
			mapping_gives(&reader->map, MAPPING_CONSTANT, (int)i);
		const struct mapping_rule *const empty = mapping_gives(&reader->map, MAPPING_DEFAULT, (int)i);
		int year = FISCAL_YEAR_MIN;

		reader->defaults[i] = empty ? empty->right : NULL;
		reader->constants[i] = constant ? constant->right : NULL;
		if (constant && !constant->right) {
			if (!fiscal_year_find(strbuf_text(&reader->titles), &year) && !reader->only_looking)
				return error_set(err, ERROR_DATA,
					_("Mapping, line %d: no fiscal year stands above the headings (令和7年度); write “年度 := R7”."),
					constant->line);
			fiscal_year_short(year, reader->title_year);
			reader->constants[i] = reader->title_year;
		}
		reader->present[i] = reader->present[i] || constant || empty;
	}
	return true;
}

/* Takes the line as the headings, which it is known to be, with the one above it (NULL = none). */
static bool take_headings(struct sheet_reader *reader, const struct sheet_line *top,
	const struct sheet_line *line, struct error *err)
{
	size_t first[SHEET_COLUMNS_MAX];
	int *const columns = xmalloc((line->count + 1) * sizeof *columns);
	bool taken = true;

	mapping_forget_met(&reader->map);
	match_headings(reader, top, line, columns);
	mapping_tell_unmet(&reader->map, reader->report);
	for (size_t i = 0; taken && i < line->count; i++) {
		struct file_column *const file = vec_add(&reader->file);
		int column = columns[i];

		*file = (struct file_column){.heading = whole_heading(top, line, i), .column = column};
		file->nameless = !*file->heading;
		sheet_unit_of(file->heading, file->unit);
		if (column >= 0 && mapping_gives(&reader->map, MAPPING_CONSTANT, column)) {
			/* what is said of every row leaves nothing to read in the file's own column */
			*vec_add(&reader->report->ignored) = xstrdup(file->heading);
			file->column = column = HEADING_LEFT_OUT;
		}
		file->translated = column >= 0 && mapping_translates(&reader->map, column);
		sheet_report_heading(reader->report, column < 0 ? "" : file->heading);
		if (column == HEADING_UNKNOWN && *file->heading) {
			*vec_add(&reader->report->ignored) = xstrdup(file->heading);
			file->figure = reader->kind < SHEET_OFFICE && sheet_heading_is_figure(file->heading);
			if (file->figure && !reader->only_looking) {
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
			file->twice = true;
			taken = reader->only_looking ||
				refuse_double(reader, line->line, first[column], i, err);
			continue;
		}
		reader->present[column] = true;
		reader->is_own &= strcmp(file->heading, reader->columns[column].id) == 0;
		reader->headings[column] = file->heading;
		first[column] = i;
	}
	free(columns);
	return taken && take_given(reader, err);
}

/* True when each group of required columns has one among them, or when they name records that are
 * there, and something of them. */
static bool has_required(const struct sheet_reader *reader, const int *columns, size_t count,
	int matches)
{
	bool needed[SHEET_GROUPS_MAX + 1] = {false};

	if (reader->enough >= 0)
		return matches >= reader->enough && count > 1;
	for (size_t i = 0; i < count; i++)
		if (matches > 1 && columns[i] >= 0 &&
			sheet_column_names_record(reader->kind, (size_t)columns[i]))
			return true;

	for (size_t i = 0; i < reader->count; i++)
		needed[reader->columns[i].required] = true;
	/* what the mapping says of every row need not stand in the file; but something must */
	for (size_t i = 0; matches > 0 && i < reader->count; i++)
		if (mapping_gives(&reader->map, MAPPING_CONSTANT, (int)i) ||
			mapping_gives(&reader->map, MAPPING_DEFAULT, (int)i))
			needed[reader->columns[i].required] = false;
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

bool sheet_headings_look(struct sheet_reader *reader, const struct csv_record *record,
	size_t count, struct error *err)
{
	struct sheet_line line = {0};

	sheet_line_take(&line, record, count, reader->merged);
	for (size_t i = 0; i < count; i++)
		sheet_yen_unit_of(line.cells[i], reader->unit);
	if (are_headings(reader, NULL, &line)) {
		reader->held = line;
		return true;
	}
	if (groups_above(reader) && are_headings(reader, groups_above(reader), &line)) {
		const bool taken = take_headings(reader, groups_above(reader), &line, err);

		sheet_line_free(&line);
		return taken;
	}
	for (size_t i = 0; i < count; i++)
		strbuf_addf(&reader->titles, "%s\n", line.cells[i]);
	sheet_line_free(&reader->above);
	reader->above = line;
	return ++reader->lines_seen < TITLES_MAX || sheet_headings_missing(reader, err);
}

bool sheet_headings_settle(struct sheet_reader *reader, const struct csv_record *record, size_t count,
	bool *row, struct error *err)
{
	/* where too little is known of the headings, nothing can be told of the lines around them */
	const bool alone = reader->enough >= 0;
	const struct sheet_line *const above = alone ? NULL : groups_above(reader);
	struct sheet_line line = {0};

	if (record)
		sheet_line_take(&line, record, count, reader->merged);
	*row = !record || alone || !adds_headings(reader, &line);
	sheet_line_widen(&line, reader->held.count);
	/* columns of the second line that only the first names are named there */
	const bool taken = *row ? take_headings(reader, above, &reader->held, err) :
				  take_headings(reader, &reader->held, &line, err);
	sheet_line_free(&line);
	sheet_line_free(&reader->held);
	return taken;
}

int sheet_headings_known(const struct sheet_reader *reader)
{
	int *const columns = xmalloc((reader->held.count + 1) * sizeof *columns);
	const int known = match_headings(reader, NULL, &reader->held, columns);

	free(columns);
	return known;
}

bool sheet_headings_take(struct sheet_reader *reader, const struct sheet_line *line, struct error *err)
{
	return take_headings(reader, NULL, line, err);
}

bool sheet_headings_enough(const struct sheet_reader *reader, const int *columns, size_t count)
{
	int matches = 0;

	for (size_t i = 0; i < count; i++)
		matches += columns[i] >= 0;
	return has_required(reader, columns, count, matches);
}
