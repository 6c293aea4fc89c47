/* workbook_ods - OpenDocument sheets: one part, in which values stand beside what is shown of them. */
#include "config.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "exchange/workbook_private.h"
#include "exchange/workbook_rows.h"

static const char content_part[] = "content.xml";

/* ---- what sheets there are ------------------------------------------------------------------------- */

struct ods_list {
	struct workbook *book;
	VEC(char *) hidden; /* names of the styles of sheets that are not shown */
	char *style;        /* the one in hand */
};

static bool ods_list_start(void *data, const char *name, const char *const *attributes,
	struct error *err)
{
	struct ods_list *const in = data;

	(void)err;
	if (strcmp(name, "style") == 0) {
		const char *const style = workbook_part_attribute(attributes, "name");

		free(in->style);
		in->style = xstrdup(style);
	} else if (strcmp(name, "table-properties") == 0 && in->style) {
		const char *const shown = workbook_part_attribute(attributes, "display");

		if (shown && strcmp(shown, "false") == 0)
			*vec_add(&in->hidden) = xstrdup(in->style);
	} else if (strcmp(name, "table") == 0) {
		const char *const title = workbook_part_attribute(attributes, "name");
		const char *const style = workbook_part_attribute(attributes, "style-name");
		bool hidden = false;

		for (size_t i = 0; style && i < in->hidden.count; i++)
			hidden = hidden || strcmp(style, in->hidden.items[i]) == 0;
		*vec_add(&in->book->sheets) = (struct workbook_sheet){xstrdup(title), hidden, NULL};
	}
	return true;
}

bool workbook_ods_open(struct workbook *book, struct error *err)
{
	static const struct workbook_part_handler handler = {.start = ods_list_start};
	struct ods_list in = {.book = book};
	bool opened = workbook_part_read(book->package, content_part, &handler, &in, err);

	for (size_t i = 0; i < in.hidden.count; i++)
		free(in.hidden.items[i]);
	vec_free(&in.hidden);
	free(in.style);
	if (opened && book->sheets.count == 0)
		opened = error_set(err, ERROR_DATA, _("The workbook has no sheet with cells."));
	return opened;
}

/* ---- cells ------------------------------------------------------------------------------------------- */

enum ods_type { ODS_TEXT, ODS_NUMBER, ODS_PERCENT, ODS_DATE, ODS_TIME, ODS_BOOLEAN };

struct ods_sheet {
	size_t wanted, at;   /* the sheet, and the one in hand, plus one */
	int tables;          /* depth: a table in a cell is none of ours */
	struct workbook_rows rows;
	int64_t row, row_times;
	size_t column, cell_times;
	bool in_cell;
	int skipped;         /* depth in what is no text of the cell: notes, drawings, readings */
	int paragraphs, in_paragraph;
	enum ods_type type;
	char *value;         /* the stored one; NULL = none */
	struct strbuf text;  /* the shown one */
	struct strbuf shown;
};

static bool ods_is_wanted(const struct ods_sheet *in)
{
	return in->at == in->wanted + 1 && in->tables == 1;
}

static int64_t ods_count(const char *const *attributes, const char *name)
{
	const char *const text = workbook_part_attribute(attributes, name);
	const int64_t count = text ? strtoll(text, NULL, 10) : 1;

	/* what is more than a sheet can have is refused where it holds a cell */
	return count < 1 ? 1 : count <= WORKBOOK_ROWS_MAX ? count : WORKBOOK_ROWS_MAX + 1;
}

static void ods_start_cell(struct ods_sheet *in, const char *const *attributes)
{
	static const struct {
		const char *id, *value;
		enum ods_type type;
	} types[] = {{"float", "value", ODS_NUMBER}, {"currency", "value", ODS_NUMBER},
		{"percentage", "value", ODS_PERCENT}, {"date", "date-value", ODS_DATE},
		{"time", "time-value", ODS_TIME}, {"boolean", "boolean-value", ODS_BOOLEAN},
		{"string", "string-value", ODS_TEXT}};
	const char *const type = workbook_part_attribute(attributes, "value-type");
	const struct workbook_merge merge = {in->row + 1,
		in->row + ods_count(attributes, "number-rows-spanned"), in->column,
		in->column + (size_t)ods_count(attributes, "number-columns-spanned") - 1};

	workbook_rows_merge(&in->rows, &merge);
	in->in_cell = true;
	in->cell_times = (size_t)ods_count(attributes, "number-columns-repeated");
	in->type = ODS_TEXT;
	in->paragraphs = 0;
	free(in->value);
	in->value = NULL;
	strbuf_clear(&in->text);
	for (size_t i = 0; type && i < sizeof types / sizeof types[0]; i++) {
		if (strcmp(type, types[i].id) != 0)
			continue;
		const char *const value = workbook_part_attribute(attributes, types[i].value);

		in->type = types[i].type;
		in->value = value ? xstrdup(value) : NULL;
	}
}

static void ods_start_text(struct ods_sheet *in, const char *name, const char *const *attributes)
{
	const bool is_text = in->in_paragraph ?
		strcmp(name, "annotation") != 0 && strcmp(name, "ruby-text") != 0 :
		strcmp(name, "p") == 0;

	/* notes, and drawings that are tied to the cell, have paragraphs of their own */
	if (in->skipped || !is_text)
		in->skipped++;
	if (in->skipped)
		return;
	if (strcmp(name, "p") == 0) {
		if (in->paragraphs++ > 0)
			strbuf_add_char(&in->text, '\n');
		in->in_paragraph++;
	} else if (strcmp(name, "s") == 0) {
		/* a text that grows too long is refused with its cell */
		if (in->text.length <= WORKBOOK_CELL_MAX)
			strbuf_add_repeated(&in->text, ' ', (size_t)ods_count(attributes, "c"));
	} else if (strcmp(name, "tab") == 0) {
		strbuf_add_char(&in->text, '\t');
	} else if (strcmp(name, "line-break") == 0) {
		strbuf_add_char(&in->text, '\n');
	}
}

static bool ods_sheet_start(void *data, const char *name, const char *const *attributes,
	struct error *err)
{
	struct ods_sheet *const in = data;

	(void)err;
	if (strcmp(name, "table") == 0) {
		in->at += in->tables++ == 0;
	} else if (!ods_is_wanted(in)) {
		return true;
	} else if (strcmp(name, "table-row") == 0) {
		in->column = 0;
		in->row_times = ods_count(attributes, "number-rows-repeated");
	} else if (strcmp(name, "table-cell") == 0) {
		ods_start_cell(in, attributes);
	} else if (strcmp(name, "covered-table-cell") == 0) {
		in->in_cell = false;
		in->cell_times = (size_t)ods_count(attributes, "number-columns-repeated");
	} else if (in->in_cell) {
		ods_start_text(in, name, attributes);
	}
	return true;
}

/* A whole number that is shown with zeros in front is a code: 010101. */
static bool ods_is_code(const struct ods_sheet *in)
{
	const char *const text = strbuf_text(&in->text);

	return in->type == ODS_NUMBER && text[0] == '0' && text[1] && !strchr(in->value, '.') &&
		text[strspn(text, "0123456789")] == '\0' &&
		strtoll(text, NULL, 10) == strtoll(in->value, NULL, 10);
}

static const char *ods_cell_text(struct ods_sheet *in)
{
	static const struct workbook_format plain = {.form = FORM_NUMBER},
		percent = {.form = FORM_PERCENT};

	strbuf_clear(&in->shown);
	if (in->type == ODS_TEXT)
		return in->text.length || !in->value ? strbuf_text(&in->text) : in->value;
	if (!in->value || ods_is_code(in))
		return strbuf_text(&in->text);
	switch (in->type) {
	case ODS_PERCENT:
		workbook_number_add(in->value, &percent, false, &in->shown);
		break;
	case ODS_DATE:
		workbook_date_add(in->value, &in->shown);
		break;
	case ODS_TIME:
		workbook_duration_add(in->value, &in->shown);
		break;
	case ODS_BOOLEAN:
		return strcmp(in->value, "true") == 0 ? "TRUE" : "FALSE";
	default:
		workbook_number_add(in->value, &plain, false, &in->shown);
	}
	return strbuf_text(&in->shown);
}

static bool ods_end_cell(struct ods_sheet *in, struct error *err)
{
	const char *const text = in->in_cell ? ods_cell_text(in) : "";
	const size_t length = strlen(text);
	bool good = true;

	for (size_t i = 0; good && length && i < in->cell_times; i++)
		good = workbook_rows_set(&in->rows, in->column + i, text, length, err);
	in->column += in->cell_times < WORKBOOK_COLUMNS_MAX ? in->cell_times : WORKBOOK_COLUMNS_MAX;
	in->in_cell = false;
	in->skipped = in->in_paragraph = 0;
	return good;
}

static bool ods_sheet_end(void *data, const char *name, struct error *err)
{
	struct ods_sheet *const in = data;
	bool good = true;

	if (strcmp(name, "table") == 0) {
		in->tables--;
	} else if (!ods_is_wanted(in)) {
		return true;
	} else if (strcmp(name, "table-row") == 0) {
		good = workbook_rows_end(&in->rows, in->row + 1, in->row_times, err);
		in->row += in->row_times < WORKBOOK_ROWS_MAX ? in->row_times : WORKBOOK_ROWS_MAX;
	} else if (strcmp(name, "table-cell") == 0 || strcmp(name, "covered-table-cell") == 0) {
		good = ods_end_cell(in, err);
	} else if (in->skipped) {
		in->skipped--;
	} else if (strcmp(name, "p") == 0) {
		in->in_paragraph -= in->in_paragraph > 0;
	}
	return good;
}

static bool ods_sheet_text(void *data, const char *text, size_t length, struct error *err)
{
	struct ods_sheet *const in = data;

	(void)err;
	if (in->in_cell && in->in_paragraph && !in->skipped && in->text.length < WORKBOOK_CELL_MAX)
		strbuf_add(&in->text, text, length);
	return true;
}

bool workbook_ods_read(struct workbook *book, size_t sheet,
	bool (*row)(const struct workbook_row *row, void *data, struct error *err), void *data,
	struct error *err)
{
	static const struct workbook_part_handler handler = {ods_sheet_start, ods_sheet_end,
		ods_sheet_text};
	struct ods_sheet in = {.wanted = sheet, .rows = {.row = row, .data = data}};
	const bool good = workbook_part_read(book->package, content_part, &handler, &in, err);

	free(in.value);
	strbuf_free(&in.text);
	strbuf_free(&in.shown);
	workbook_rows_free(&in.rows);
	return good;
}
