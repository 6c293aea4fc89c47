/* render_xlsx - a table as a workbook for Excel. */
#include "config.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/ambient.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "base/text.h"
#include "exchange/chart_spec.h"
#include "exchange/renderers.h"
#include "exchange/xlsx_file.h"
#include "model/table_scope.h"

enum { NAME_COLUMNS_MAX = 31, CHART_WIDTH = 960, CHART_HEIGHT = 520,
	HEADING_HEIGHT = 32 /* points: two lines */ };

/* How a number shows itself: with so many decimals, from 0 on, or as one of these. */
enum look { LOOK_PERCENT = TABLE_DECIMALS_MAX + 1, LOOK_DAY, LOOK_MONTH, LOOKS };

/* As many digits as Excel keeps. */
static const int64_t digits_max = INT64_C(999999999999999);

struct book {
	const struct table *table;
	lxw_workbook *workbook;
	lxw_worksheet *sheet;
	char name[64];           /* of the sheet with the table */
	lxw_format *heading, *total, *wrapped, *bold;
	lxw_format *looks[LOOKS][2][2]; /* for changes, in totals */
	VEC(lxw_col_t) places;   /* by table column; those that are left out have any */
};

/* ---- words and figures ----------------------------------------------------------------------- */

/* Excel takes 31 characters, and none of these. */
static void name_sheet(struct book *book)
{
	struct strbuf name = {0};
	size_t length = 0, count = 0;

	xlsx_add_clean(&name, *book->table->title ? book->table->title : book->table->id);
	for (char *at = name.text; at && *at; at++)
		if (strchr("[]:*?/\\'", *at))
			*at = ' ';
	while (count < NAME_COLUMNS_MAX && length < name.length && length < sizeof book->name - 4) {
		length++;
		while (length < name.length && ((unsigned char)name.text[length] & 0xC0) == 0x80)
			length++;
		count++;
	}
	strbuf_truncate(&name, length);
	text_copy(book->name, sizeof book->name, strbuf_text(&name));
	strbuf_free(&name);
}

/* ---- formats --------------------------------------------------------------------------------- */

static lxw_format *add_format(struct book *book, const char *numbers, bool bold)
{
	lxw_format *format = workbook_add_format(book->workbook);

	if (numbers)
		format_set_num_format(format, numbers);
	if (bold)
		format_set_bold(format);
	return format;
}

/* As on the screen: △ before a negative figure, + before a change for more. The cell holds digits, with a
 * minus at most. */
static void render_xlsx_add_looks(struct book *book)
{
	static const char *const shown[LOOKS] = {"#,##0", "#,##0.0", "#,##0.00", "#,##0.000", "0.0%",
		xlsx_day_format, xlsx_month_format};

	for (int look = 0; look < LOOKS; look++)
		for (int is_change = 0; is_change < 2; is_change++)
			for (int total = 0; total < 2; total++) {
				const char *const code = shown[look];
				char *const whole = look >= LOOK_DAY ? xstrdup(code) :
					is_change ? xasprintf("+%s;\"△\"%s;%s", code, code, code) :
					xasprintf("%s;\"△\"%s", code, code);
				lxw_format *const format = add_format(book, whole, total);

				if (total)
					format_set_top(format, LXW_BORDER_THIN);
				book->looks[look][is_change][total] = format;
				free(whole);
			}
}

/* ---- the table ------------------------------------------------------------------------------- */

/* The library takes binary fractions: xlsx_digits makes them what is shown, to the digit. False for longer
 * figures, which Excel would round. */
static bool render_xlsx_number(const struct table *table, size_t row, size_t column, double *value,
	int *look)
{
	static const double units[TABLE_DECIMALS_MAX + 1] = {1, 10, 100, 1000};
	const int64_t number = table_cell_number(table, row, column, look);

	assert(*look <= TABLE_DECIMALS_MAX);
	*value = (double)number / units[*look];
	if (table->columns.items[column].type == COLUMN_PERCENT) {
		*value = (double)number / 1000;
		*look = LOOK_PERCENT;
	}
	return number >= -digits_max && number <= digits_max;
}

static void write_cell(struct book *book, size_t row, size_t column, struct strbuf *text)
{
	const struct table_row *line = &book->table->rows.items[row];
	const struct table_column *info = &book->table->columns.items[column];
	const struct table_cell *cell = &line->cells[column];
	const bool total = line->kind == ROW_TOTAL || line->kind == ROW_SUBTOTAL;
	const lxw_row_t at = (lxw_row_t)(row + 1);
	const lxw_col_t place = book->places.items[column];
	double value;
	bool is_month = false;
	int look = LOOK_DAY;

	if (cell->kind == CELL_NUMBER ?
		render_xlsx_number(book->table, row, column, &value, &look) :
		cell->kind == CELL_TEXT && info->type == COLUMN_DATE &&
			xlsx_day(cell->text, &value, &is_month)) {
		look = is_month ? LOOK_MONTH : look;
		worksheet_write_number(book->sheet, at, place, value,
			book->looks[look][info->signed_value][total]);
		return;
	}
	strbuf_clear(text);
	if (cell->kind == CELL_NUMBER)
		table_cell_text(book->table, row, column, TABLE_MACHINE, text);
	else
		xlsx_add_clean(text, cell->kind == CELL_TEXT ? cell->text : "");
	if (text->length > 0)
		worksheet_write_string(book->sheet, at, place, strbuf_text(text),
			total ? book->total : NULL);
	else if (total)
		worksheet_write_blank(book->sheet, at, place, book->total);
}

static void render_xlsx_write_table(struct book *book)
{
	const struct table *table = book->table;
	struct strbuf text = {0};
	lxw_col_t place = 0;

	for (size_t c = 0; c < table->columns.count; c++) {
		*vec_add(&book->places) = place;
		if (!table->columns.items[c].files)
			continue;
		strbuf_clear(&text);
		xlsx_add_clean(&text, table->columns.items[c].label);
		worksheet_write_string(book->sheet, 0, place, strbuf_text(&text), book->heading);

		/* a heading has two lines, and the button of the filter */
		const int heading = text_width(strbuf_text(&text)) / 2 + 4;
		int widest = heading > XLSX_WIDTH_MIN ? heading : XLSX_WIDTH_MIN;

		for (size_t r = 0; r < table->rows.count; r++) {
			write_cell(book, r, c, &text);
			strbuf_clear(&text);
			table_cell_text(table, r, c, TABLE_PEOPLE, &text);
			const int width = text_width(strbuf_text(&text));
			widest = width > widest ? width : widest;
		}
		worksheet_set_column(book->sheet, place, place,
			(widest > XLSX_WIDTH_MAX ? XLSX_WIDTH_MAX : widest) + 2, NULL);
		place++;
	}
	/* a filter leaves the total out */
	size_t rows = table->rows.count;

	while (rows > 0 && table->rows.items[rows - 1].kind == ROW_TOTAL)
		rows--;
	if (rows > 0 && place > 0)
		worksheet_autofilter(book->sheet, 0, 0, (lxw_row_t)rows, (lxw_col_t)(place - 1));
	worksheet_set_row(book->sheet, 0, HEADING_HEIGHT, NULL);
	worksheet_freeze_panes(book->sheet, 1, 0);
	worksheet_set_landscape(book->sheet);
	worksheet_set_paper(book->sheet, 9); /* A4 */
	worksheet_fit_to_pages(book->sheet, 1, 0);
	worksheet_repeat_rows(book->sheet, 0, 0);
	strbuf_free(&text);
}

/* ---- the chart ------------------------------------------------------------------------------- */

/* Beside columns or bars a target is an empty one, in a trend a dashed line. */
static void add_series(struct book *book, lxw_chart *chart, const struct chart_spec *spec,
	size_t column)
{
	const lxw_row_t first = 1, last = (lxw_row_t)spec->row_count;
	const lxw_col_t label = book->places.items[spec->file_label], place = book->places.items[column];
	lxw_chart_series *series = chart_add_series(chart, NULL, NULL);
	const bool is_target = (int)column == spec->target;

	chart_series_set_categories(series, book->name, first, label, last, label);
	chart_series_set_values(series, book->name, first, place, last, place);
	chart_series_set_name_range(series, book->name, 0, place);
	if (spec->kind == CHART_TREND)
		chart_series_set_marker_type(series, is_target ? LXW_CHART_MARKER_NONE :
			LXW_CHART_MARKER_CIRCLE);
	else if (!is_target)
		chart_series_set_labels(series);
	if (is_target) {
		lxw_chart_line line = {.color = 0xC00000, .width = 2.25,
			.dash_type = spec->kind == CHART_TREND ? LXW_CHART_LINE_DASH_DASH :
				LXW_CHART_LINE_DASH_SOLID};
		lxw_chart_fill fill = {.none = LXW_TRUE};

		chart_series_set_line(series, &line);
		if (spec->kind == CHART_BARS)
			chart_series_set_fill(series, &fill);
	}
}

/* Columns and lines cannot be one chart here: with its target a trend is drawn as lines. */
static void add_chart(struct book *book)
{
	const struct chart_spec spec = chart_spec_for(book->table);
	lxw_chart_options options = {.x_scale = 1, .y_scale = 1};
	lxw_worksheet *sheet;
	lxw_chart *chart;

	if (spec.kind == CHART_NONE)
		return;
	chart = workbook_add_chart(book->workbook, spec.kind == CHART_BARS ? LXW_CHART_BAR :
		spec.target >= 0 ? LXW_CHART_LINE : LXW_CHART_COLUMN);
	for (size_t s = 0; s < spec.series_count; s++)
		add_series(book, chart, &spec, spec.series[s]);
	if (spec.target >= 0)
		add_series(book, chart, &spec, (size_t)spec.target);
	chart_title_set_name(chart, book->table->title);
	chart_legend_set_position(chart, LXW_CHART_LEGEND_BOTTOM);
	if (spec.kind == CHART_BARS)
		chart_axis_set_reverse(chart->y_axis); /* the first row on top, as in the table */
	options.x_scale = CHART_WIDTH / 480.0;
	options.y_scale = CHART_HEIGHT / 288.0;
	sheet = workbook_add_worksheet(book->workbook, _("Chart"));
	worksheet_insert_chart_opt(sheet, 0, 0, chart, &options);
	worksheet_set_landscape(sheet);
	worksheet_set_paper(sheet, 9);
	worksheet_fit_to_pages(sheet, 1, 1);
}

/* ---- notes and the whole --------------------------------------------------------------------- */

static void write_line(lxw_worksheet *sheet, lxw_row_t *row, const char *text, lxw_format *format)
{
	struct strbuf clean = {0};

	xlsx_add_clean(&clean, text);
	if (clean.length > 0)
		worksheet_write_string(sheet, (*row)++, 0, strbuf_text(&clean), format);
	strbuf_free(&clean);
}

static void write_notes(struct book *book)
{
	const struct table *table = book->table;
	lxw_worksheet *sheet = workbook_add_worksheet(book->workbook, _("Notes"));
	struct strbuf caption = {0};
	char now[20];
	lxw_row_t row = 0;

	ambient_now(now);
	now[10] = '\0';
	worksheet_set_column(sheet, 0, 0, 100, NULL);
	write_line(sheet, &row, table->title, book->bold);
	table_scope_place(table, &caption);
	write_line(sheet, &row, strbuf_text(&caption), book->wrapped);
	strbuf_clear(&caption);
	table_caption(table, &caption);
	write_line(sheet, &row, strbuf_text(&caption), book->wrapped);
	strbuf_clear(&caption);
	table_scope_rest(table, &caption);
	write_line(sheet, &row, strbuf_text(&caption), book->wrapped);
	for (size_t n = 0; n < table->notes.count; n++)
		write_line(sheet, &row, table->notes.items[n].text, book->wrapped);
	strbuf_clear(&caption);
	table_scope_date(table, now, &caption);
	write_line(sheet, &row, strbuf_text(&caption), book->wrapped);
	strbuf_free(&caption);
}

bool render_xlsx(const struct table *table, const struct render_options *options, FILE *stream,
	struct error *err)
{
	struct book book = {.table = table};
	struct xlsx_file file;

	(void)options;
	if (table->rows.count >= LXW_ROW_MAX)
		return error_set(err, ERROR_USAGE,
			_("The table has %zu rows, and a sheet of Excel no more than %d; narrow the filter "
			  "or choose csv."), table->rows.count + 1, LXW_ROW_MAX);
	if (!xlsx_file_open(&file, table->title, false, err))
		return false;
	book.workbook = file.workbook;
	name_sheet(&book);

	book.heading = add_format(&book, NULL, true);
	format_set_bottom(book.heading, LXW_BORDER_THIN);
	format_set_text_wrap(book.heading);
	format_set_align(book.heading, LXW_ALIGN_VERTICAL_TOP);
	book.bold = add_format(&book, NULL, true);
	book.total = add_format(&book, NULL, true);
	format_set_top(book.total, LXW_BORDER_THIN);
	book.wrapped = add_format(&book, NULL, false);
	format_set_text_wrap(book.wrapped);
	render_xlsx_add_looks(&book);

	book.sheet = workbook_add_worksheet(book.workbook, book.name);
	if (book.sheet) {
		render_xlsx_write_table(&book);
		add_chart(&book);
		write_notes(&book);
	}
	vec_free(&book.places);
	/* a workbook without a sheet is refused by the library */
	return xlsx_file_close(&file, true, stream, err);
}
