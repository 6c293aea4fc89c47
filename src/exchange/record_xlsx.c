#include "config.h"

#include "exchange/record_xlsx.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "base/text.h"
#include "exchange/csv_reader.h"
#include "exchange/xlsx_file.h"

enum { ROWS_MEASURED = 1000, TEXT_FORMAT_MAX = 255 /* characters that Excel shows in cells of texts */ };

struct record_xlsx {
	struct xlsx_file file;
	FILE *stream;
	lxw_worksheet *sheet;
	lxw_format *text, *day, *month;
	int *widths;
	size_t count;   /* of columns */
	lxw_row_t row;
	lxw_col_t column;
	bool fractions; /* a figure is no whole number: the library does not write it to the digit */
	struct strbuf clean;
	bool failed;
	struct error failure;
};

static lxw_format *record_xlsx_format(struct record_xlsx *book, const char *code)
{
	lxw_format *const format = workbook_add_format(book->file.workbook);

	format_set_num_format(format, code);
	return format;
}

struct record_xlsx *record_xlsx_new(FILE *stream, const char *title, const char *const *headings, size_t count,
	struct error *err)
{
	struct record_xlsx *const book = xcalloc(1, sizeof *book);

	if (!xlsx_file_open(&book->file, title, true, err)) {
		free(book);
		return NULL;
	}
	book->stream = stream;
	book->count = count;
	book->widths = xcalloc(count, sizeof *book->widths);
	book->sheet = workbook_add_worksheet(book->file.workbook, title);
	book->text = record_xlsx_format(book, "@");
	book->day = record_xlsx_format(book, xlsx_day_format);
	book->month = record_xlsx_format(book, xlsx_month_format);
	lxw_format *const bold = workbook_add_format(book->file.workbook);

	format_set_bold(bold);
	format_set_bottom(bold, LXW_BORDER_THIN);
	for (size_t i = 0; i < count; i++) {
		/* the button of the filter takes room */
		book->widths[i] = text_width(headings[i]) + 3;
		worksheet_write_string(book->sheet, 0, (lxw_col_t)i, headings[i], bold);
	}
	book->row = 1;
	return book;
}

static void record_xlsx_fail(struct record_xlsx *book, const char *reason)
{
	if (!book->failed)
		error_set(&book->failure, ERROR_DATA, _("Row %u, column %u: %s Choose csv."),
			(unsigned)book->row + 1, (unsigned)book->column + 1, reason);
	book->failed = true;
}

static lxw_error record_xlsx_write(struct record_xlsx *book, enum record_cell kind, const char *text)
{
	double value;
	bool is_month;

	if (kind == RECORD_NUMBER) {
		book->fractions |= strchr(text, '.') != NULL;
		return worksheet_write_number(book->sheet, book->row, book->column, strtod(text, NULL), NULL);
	}
	if (kind == RECORD_DAY && xlsx_day(text, &value, &is_month))
		return worksheet_write_number(book->sheet, book->row, book->column, value,
			is_month ? book->month : book->day);
	strbuf_clear(&book->clean);
	if (csv_unguard(text) != text)
		strbuf_add_char(&book->clean, '\'');
	xlsx_add_clean(&book->clean, text);
	return worksheet_write_string(book->sheet, book->row, book->column, strbuf_text(&book->clean),
		book->clean.length <= TEXT_FORMAT_MAX ? book->text : NULL);
}

void record_xlsx_put(struct record_xlsx *book, enum record_cell kind, const char *text)
{
	if (*text && !book->failed) {
		const lxw_error result = record_xlsx_write(book, kind, text);

		if (result == LXW_ERROR_MAX_STRING_LENGTH_EXCEEDED)
			record_xlsx_fail(book, _("A cell of Excel holds no more than 32,767 characters."));
		else if (result != LXW_NO_ERROR)
			record_xlsx_fail(book, lxw_strerror(result));
		const int width = book->row <= ROWS_MEASURED ? text_width(text) + 2 : 0;

		book->widths[book->column] = width > book->widths[book->column] ? width :
			book->widths[book->column];
	}
	book->column++;
}

void record_xlsx_end(struct record_xlsx *book)
{
	book->column = 0;
	if (++book->row >= LXW_ROW_MAX)
		record_xlsx_fail(book, _("A sheet of Excel has no more than 1,048,576 rows."));
}

bool record_xlsx_finish(struct record_xlsx *book, struct error *err)
{
	for (size_t i = 0; i < book->count; i++)
		worksheet_set_column(book->sheet, (lxw_col_t)i, (lxw_col_t)i,
			book->widths[i] > XLSX_WIDTH_MAX ? XLSX_WIDTH_MAX :
			book->widths[i] < XLSX_WIDTH_MIN ? XLSX_WIDTH_MIN : book->widths[i], NULL);
	worksheet_freeze_panes(book->sheet, 1, 0);
	worksheet_autofilter(book->sheet, 0, 0, book->row > 1 ? book->row - 1 : 1, (lxw_col_t)(book->count - 1));

	bool done = xlsx_file_close(&book->file, book->fractions, book->failed ? NULL : book->stream, err);

	if (book->failed && err)
		*err = book->failure;
	done = done && !book->failed;
	strbuf_free(&book->clean);
	free(book->widths);
	free(book);
	return done;
}
