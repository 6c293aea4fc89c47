/* sheet_read - the rows of a sheet under their headings, as records. */
#include "config.h"

#include "exchange/sheet.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "base/text.h"
#include "exchange/sheet_form.h"
#include "exchange/sheet_reader.h"
#include "exchange/sheet_source.h"

/* ---- the rows ------------------------------------------------------------------------------- */

/* What a cell means: the one above where it says so or is merged with it, nothing where it says that, a
 * figure with the unit of its heading. */
static const char *read_cell(struct sheet_reader *reader, struct file_column *file, const char *text,
	unsigned char merged)
{
	if ((!reader->is_own && sheet_cell_is_ditto(text)) ||
		(merged == MERGED_ABOVE && text_is_blank(text)))
		text = file->above;
	else if (file->translated && mapping_value(&reader->map, file->column, text) != text)
		text = mapping_value(&reader->map, file->column, text);
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

/* A number whose separator was taken for one of cells: 1,234 without quotation marks makes a cell too many,
 * though the last one may be blank. */
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
	if (!reader->is_own && sheet_cells_are_total(record->cells, count)) {
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
	for (size_t i = 0; i < reader->count; i++) {
		if (reader->constants[i])
			reader->cells[i] = reader->constants[i];
		else if (reader->defaults[i] && text_is_blank(reader->cells[i]))
			reader->cells[i] = reader->defaults[i];
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

		if (!sheet_headings_settle(reader, record, count, &row, err))
			return false;
		if (!row)
			return true;
	} else if (reader->file.count == 0) {
		return sheet_headings_look(reader, record, count, err);
	}
	return take_row(reader, record, count, err);
}

void sheet_reader_init(struct sheet_reader *reader, enum sheet_kind kind, struct sheet_report *report)
{
	*reader = (struct sheet_reader){.kind = kind, .report = report, .likely_matches = -1, .is_own = true,
		.enough = -1};
	reader->columns = sheet_columns(kind, &reader->count);
	for (size_t i = 0; i < reader->count; i++) {
		reader->cells[i] = "";
		reader->headings[i] = _(reader->columns[i].label);
	}
}

void sheet_reader_free(struct sheet_reader *reader)
{
	for (size_t i = 0; i < reader->file.count; i++) {
		free(reader->file.items[i].heading);
		strbuf_free(&reader->file.items[i].with_unit);
	}
	vec_free(&reader->file);
	sheet_line_free(&reader->above);
	sheet_line_free(&reader->held);
	strbuf_free(&reader->titles);
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

	reader.report = &report;
	sheet_report_begin(&report, "");
	sheet_source_read(source, &reader.merged, stop_at_headings, &reader, &err);
	const int matches = reader.held.count ? sheet_headings_known(&reader) : (int)reader.file.count;

	sheet_reader_free(&reader);
	sheet_report_free(&report);
	return matches;
}

void sheet_reader_choose_sheet(const struct sheet_reader *reader, struct sheet_source *source)
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

/* ---- forms ------------------------------------------------------------------------------------ */

/* What a sheet is as a form of one project. */
enum form_is { FORM_NOT, FORM_PERHAPS, FORM_SURELY };

struct form_filling {
	struct sheet_form *form;
	const unsigned char *merged;
};

static bool sheet_read_fill_form(const struct csv_record *record, void *data, struct error *err)
{
	struct form_filling *const to = data;
	size_t count = record->count;

	(void)err;
	while (count > 0 && text_is_blank(record->cells[count - 1]))
		count--;
	if (count > 0)
		sheet_form_add(to->form, record, count, to->merged);
	return !to->form->too_long;
}

static enum form_is sheet_read_look_at_form(const struct sheet_reader *reader, struct sheet_source *source,
	struct sheet_form *form)
{
	struct form_filling to = {.form = form};
	struct error none = {0};
	VEC(int) columns = {0};

	sheet_source_read(source, &to.merged, sheet_read_fill_form, &to, &none);
	if (form->too_long)
		return FORM_NOT;
	sheet_form_find(form, &reader->map, reader->kind);
	for (size_t i = 0; i < form->pairs.count; i++)
		*vec_add(&columns) = form->pairs.items[i].column;
	const bool enough = sheet_headings_enough(reader, columns.items, columns.count);

	vec_free(&columns);
	return !enough || form->has_headings ? FORM_NOT : sheet_form_is_scattered(form) ? FORM_SURELY : FORM_PERHAPS;
}

/* A form is a sheet with a line of headings and one row, whose cells stand anywhere. */
static bool sheet_read_take_form(const struct sheet_reader *like, const struct sheet_form *form,
	struct error *err)
{
	const size_t count = form->pairs.count, told = form->rows.count < 5 ? form->rows.count : 5;
	const char **const labels = xcalloc(count + 1, sizeof *labels), **const values =
		xcalloc(count + 1, sizeof *values);
	struct sheet_line headings = {0};
	struct sheet_reader reader;

	sheet_reader_init(&reader, like->kind, like->report);
	reader.map = like->map;
	reader.row = like->row;
	reader.data = like->data;
	for (size_t i = 0; i < count; i++) {
		labels[i] = form->pairs.items[i].label;
		values[i] = form->pairs.items[i].value;
		sheet_report_spot(like->report, form->pairs.items[i].row, form->pairs.items[i].place);
	}
	for (size_t r = 0; r < told; r++)
		for (size_t c = 0; c < form->rows.items[r].count; c++)
			strbuf_addf(&reader.titles, "%s ", form->rows.items[r].cells[c]);
	const int64_t line = form->pairs.items[0].row;

	sheet_line_take(&headings, &(struct csv_record){count, labels, line}, count, NULL);
	bool taken = sheet_headings_take(&reader, &headings, err);
	reader.is_own = false;
	taken = taken && take_row(&reader, &(struct csv_record){count, values, line}, count, err);
	sheet_line_free(&headings);
	sheet_reader_free(&reader);
	free(labels);
	free(values);
	return taken;
}

/* A sheet that shows how to fill in the others. */
static bool sheet_read_is_example(const char *name)
{
	static const char *const words[] = {"記入例", "記載例", "入力例", "見本", "要領", "手引", "説明", "注意"};
	bool is = false;

	for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
		is = is || strstr(name, words[i]);
	return is;
}

/* Text is read anew from its beginning. */
static bool sheet_read_again(const struct sheet_source *source)
{
	return source->book || fseek(source->stream, 0, SEEK_SET) == 0;
}

/* Reads a file of forms, each sheet one project; *found says whether it is one: no sheet has what a table needs, and one
 * is a form, or one surely is. */
static bool sheet_read_forms(struct sheet_reader *reader, struct sheet_source *source, bool named, bool *found,
	struct error *err)
{
	const size_t first = source->sheet, last = !source->book || named ? first :
		workbook_sheet_count(source->book) - 1;
	const enum encoding encoding = source->encoding;
	enum form_is best = FORM_NOT;
	bool table = false, taken = true;

	*found = false;
	if (reader->kind != SHEET_PROJECTS || !sheet_read_again(source))
		return true;
	/* once to find out, once to read */
	for (int turn = 0; turn < 2 && taken; turn++) {
		for (source->sheet = first; source->sheet <= last && taken; source->sheet++) {
			const char *const name = source->book ? workbook_sheet_name(source->book, source->sheet) : "";
			struct sheet_form form = {0};

			if (source->book && !named && workbook_sheet_hidden(source->book, source->sheet))
				continue;
			const enum form_is is = sheet_read_look_at_form(reader, source, &form);
			const bool example = !named && sheet_read_is_example(name);

			sheet_read_again(source);
			if (turn == 0) {
				best = is > best && !example ? is : best;
				table = table || (is != FORM_SURELY && sheet_fits(source, reader) > 0);
			} else if (is == FORM_NOT || example || sheet_form_is_blank(&form, reader->kind)) {
				*vec_add(&reader->report->passed) = xstrdup(name);
			} else {
				sheet_report_begin(reader->report, name);
				taken = sheet_read_take_form(reader, &form, err);
			}
			sheet_form_free(&form);
			sheet_read_again(source);
			if (turn == 0)
				source->encoding = encoding;
		}
		*found = best != FORM_NOT && !table;
		if (!*found || reader->only_looking)
			break;
	}
	source->sheet = first;
	return taken;
}

bool sheet_is_form(FILE *stream, enum sheet_kind kind, const struct sheet_options *options)
{
	struct sheet_source source = {0};
	struct sheet_reader reader;
	struct error none = {0};
	bool is = false;

	sheet_reader_init(&reader, kind, NULL);
	reader.only_looking = true;
	if (mapping_parse(options->map, kind, &reader.map, &none) &&
		sheet_source_open(&source, stream, options->encoding, options->sheet, &none))
		sheet_read_forms(&reader, &source, options->sheet != NULL, &is, &none);
	sheet_source_close(&source);
	sheet_reader_free(&reader);
	mapping_free(&reader.map);
	return is;
}

static bool sheet_read_table(struct sheet_reader *reader, struct sheet_source *source, struct error *err)
{
	bool last_row;

	return sheet_source_read(source, &reader->merged, sheet_read_take_record, reader, err) &&
		(reader->held.count == 0 || sheet_headings_settle(reader, NULL, 0, &last_row, err)) &&
		(reader->file.count > 0 || sheet_headings_missing(reader, err));
}

bool sheet_read(FILE *stream, enum sheet_kind kind, const struct sheet_options *options,
	bool (*row)(const struct sheet_row *row, struct sheet_report *report, void *data,
		struct error *err),
	void *data, struct sheet_report *report, struct error *err)
{
	assert(row && kind < sheet_kind_count());
	assert(report->rows == 0 && report->rejects.count == 0);

	struct sheet_reader reader;
	struct sheet_source source = {0};
	bool forms = false;

	sheet_reader_init(&reader, kind, report);
	reader.row = row;
	reader.data = data;
	bool ok = mapping_parse(options->map, kind, &reader.map, err) &&
		sheet_source_open(&source, stream, options->encoding, options->sheet, err);
	ok = ok && sheet_read_forms(&reader, &source, options->sheet != NULL, &forms, err);
	if (ok && !forms && source.book && !options->sheet)
		sheet_reader_choose_sheet(&reader, &source);
	if (ok && !forms)
		sheet_report_begin(report,
			source.book ? workbook_sheet_name(source.book, source.sheet) : "");
	ok = ok && (forms || sheet_read_table(&reader, &source, err));
	report->encoding = source.encoding;
	sheet_source_close(&source);
	sheet_reader_free(&reader);
	mapping_free(&reader.map);
	return ok;
}
