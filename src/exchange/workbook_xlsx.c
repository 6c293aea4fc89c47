/* workbook_xlsx - the cells of a sheet of an Excel workbook, which name texts and formats. */
#include "config.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "exchange/workbook_private.h"
#include "exchange/workbook_rows.h"
#include "exchange/workbook_xlsx_text.h"

/* ---- merged areas, which stand behind all rows ------------------------------------------------------- */

/* "AB12": false for what is no cell. */
static bool xlsx_cell_place(const char **text, int64_t *row, size_t *column)
{
	const char *c = *text;
	int64_t number = 0;
	size_t letters = 0;

	for (; *c >= 'A' && *c <= 'Z' && letters <= WORKBOOK_COLUMNS_MAX; c++)
		letters = letters * 26 + (size_t)(*c - 'A' + 1);
	if (!letters || letters > WORKBOOK_COLUMNS_MAX)
		return false;
	for (; isdigit((unsigned char)*c) && number <= WORKBOOK_ROWS_MAX; c++)
		number = number * 10 + (*c - '0');
	*row = number;
	*column = letters - 1;
	*text = c;
	return number > 0;
}

struct xlsx_merges {
	struct workbook_rows *rows;
	struct strbuf tail; /* of the piece before: a name may lie across two */
};

static const char xlsx_merge_mark[] = "mergeCell ref=\"";

/* Looks for them in the bytes as they are: reading the whole part as elements twice takes twice as long. */
static bool xlsx_take_merges(void *data, const char *bytes, size_t length)
{
	struct xlsx_merges *const in = data;
	enum { LONGEST = sizeof xlsx_merge_mark + 40 };

	strbuf_add(&in->tail, bytes, length);
	const char *at = strbuf_text(&in->tail);
	const char *const end = at + in->tail.length;
	const char *found;
	while ((found = memmem(at, (size_t)(end - at), xlsx_merge_mark,
			sizeof xlsx_merge_mark - 1))) {
		const char *place = found + sizeof xlsx_merge_mark - 1;
		struct workbook_merge merge;

		at = found;
		if (!memchr(place, '"', (size_t)(end - place)))
			break; /* the rest of it is in the next piece */
		at = place;
		if (xlsx_cell_place(&place, &merge.first_row, &merge.first_column) &&
			*place++ == ':' &&
			xlsx_cell_place(&place, &merge.last_row, &merge.last_column) &&
			in->rows->waiting.count < WORKBOOK_ROWS_MAX)
			workbook_rows_merge(in->rows, &merge);
	}
	/* what begins a mark may stand at the very end */
	const size_t kept = (size_t)(end - at) < LONGEST ? (size_t)(end - at) : LONGEST;
	memmove(in->tail.text, end - kept, kept);
	strbuf_truncate(&in->tail, kept);
	return true;
}

/* ---- cells ---------------------------------------------------------------------------------------------- */

enum xlsx_type { TYPE_NUMBER, TYPE_SHARED, TYPE_TEXT, TYPE_INLINE, TYPE_BOOLEAN, TYPE_ERROR, TYPE_DATE };

struct xlsx_sheet {
	struct workbook *book;
	struct workbook_rows rows;
	int64_t row, ended;  /* in hand; the last one that is over */
	size_t column;       /* of the next cell, where it does not say */
	enum xlsx_type type;
	size_t format;
	bool in_cell, in_value;
	struct strbuf value; /* of <v> */
	struct xlsx_text inline_text;
	struct strbuf shown;
};

static enum xlsx_type xlsx_cell_type(const char *text)
{
	static const struct {
		const char *id;
		enum xlsx_type type;
	} types[] = {{"s", TYPE_SHARED}, {"str", TYPE_TEXT}, {"inlineStr", TYPE_INLINE},
		{"b", TYPE_BOOLEAN}, {"e", TYPE_ERROR}, {"d", TYPE_DATE}};

	for (size_t i = 0; text && i < sizeof types / sizeof types[0]; i++)
		if (strcmp(text, types[i].id) == 0)
			return types[i].type;
	return TYPE_NUMBER;
}

static void xlsx_start_cell(struct xlsx_sheet *in, const char *const *attributes)
{
	const char *place = workbook_part_attribute(attributes, "r");
	const char *const style = workbook_part_attribute(attributes, "s");
	int64_t row;
	size_t column;

	if (place && xlsx_cell_place(&place, &row, &column))
		in->column = column;
	in->type = xlsx_cell_type(workbook_part_attribute(attributes, "t"));
	in->format = style ? (size_t)strtoul(style, NULL, 10) : 0;
	in->in_cell = true;
	strbuf_clear(&in->value);
	strbuf_clear(&in->inline_text.text);
}

static bool xlsx_sheet_start(void *data, const char *name, const char *const *attributes,
	struct error *err)
{
	struct xlsx_sheet *const in = data;

	(void)err;
	if (strcmp(name, "row") == 0) {
		const char *const number = workbook_part_attribute(attributes, "r");
		const int64_t row = number ? strtoll(number, NULL, 10) : in->row + 1;

		in->row = row > in->row ? row : in->row + 1;
		if (in->row > WORKBOOK_ROWS_MAX)
			in->row = WORKBOOK_ROWS_MAX + 1; /* refused when it has a cell */
		in->column = 0;
	} else if (strcmp(name, "c") == 0)
		xlsx_start_cell(in, attributes);
	else if (strcmp(name, "v") == 0)
		in->in_value = in->in_cell;
	else if (in->in_cell)
		xlsx_text_start(&in->inline_text, name);
	return true;
}

static bool xlsx_end_cell(struct xlsx_sheet *in, struct error *err)
{
	static const struct workbook_format plain = {.form = FORM_NUMBER};
	const char *text = strbuf_text(&in->value);

	strbuf_clear(&in->shown);
	in->in_cell = false;
	if (in->type == TYPE_SHARED) {
		text = *text ? workbook_strings_get(&in->book->strings, strtoull(text, NULL, 10)) : "";
	} else if (in->type == TYPE_INLINE || in->type == TYPE_TEXT) {
		struct strbuf *const own =
			in->type == TYPE_INLINE ? &in->inline_text.text : &in->value;

		xlsx_unescape(own);
		text = strbuf_text(own);
	} else if (in->type == TYPE_BOOLEAN) {
		text = xlsx_true(text) ? "TRUE" : *text ? "FALSE" : "";
	} else if (*text && in->type == TYPE_DATE) {
		workbook_date_add(text, &in->shown);
		text = strbuf_text(&in->shown);
	} else if (*text && in->type == TYPE_NUMBER) {
		workbook_number_add(text, in->format < in->book->formats.count ?
			&in->book->formats.items[in->format] : &plain, in->book->from_1904,
			&in->shown);
		text = strbuf_text(&in->shown);
	}
	if (!text)
		text = ""; /* it names a text that is not there */
	return workbook_rows_set(&in->rows, in->column++, text, strlen(text), err);
}

static bool xlsx_sheet_end(void *data, const char *name, struct error *err)
{
	struct xlsx_sheet *const in = data;

	if (strcmp(name, "row") == 0) {
		/* a row within a row: what follows it is another one */
		in->row += in->row <= in->ended;
		in->ended = in->row;
		return workbook_rows_end(&in->rows, in->row, 1, err);
	}
	if (strcmp(name, "c") == 0 && in->in_cell)
		return xlsx_end_cell(in, err);
	if (strcmp(name, "v") == 0)
		in->in_value = false;
	else if (in->in_cell)
		xlsx_text_end(&in->inline_text, name);
	return true;
}

static bool xlsx_sheet_text(void *data, const char *text, size_t length, struct error *err)
{
	struct xlsx_sheet *const in = data;

	(void)err;
	if (in->in_value && in->value.length < WORKBOOK_CELL_MAX)
		strbuf_add(&in->value, text, length);
	else if (in->inline_text.in_text && in->inline_text.text.length < WORKBOOK_CELL_MAX)
		strbuf_add(&in->inline_text.text, text, length);
	return true;
}

bool workbook_xlsx_read(struct workbook *book, size_t sheet,
	bool (*row)(const struct workbook_row *row, void *data, struct error *err), void *data,
	struct error *err)
{
	static const struct workbook_part_handler handler = {xlsx_sheet_start, xlsx_sheet_end,
		xlsx_sheet_text};
	const char *const part = book->sheets.items[sheet].part;
	struct xlsx_sheet in = {.book = book, .rows = {.row = row, .data = data}};
	struct xlsx_merges merges = {.rows = &in.rows};
	bool good = workbook_xlsx_strings(book, err) &&
		workbook_part_bytes(book->package, part, xlsx_take_merges, &merges, err);

	good = good && workbook_part_read(book->package, part, &handler, &in, err);
	strbuf_free(&merges.tail);
	strbuf_free(&in.value);
	strbuf_free(&in.inline_text.text);
	strbuf_free(&in.shown);
	workbook_rows_free(&in.rows);
	return good;
}
