#include "config.h"

#include "exchange/template.h"

#include <stdlib.h>

#include "base/i18n.h"
#include "base/mem.h"

#ifdef HAVE_XLSX
#include <string.h>

#include "exchange/csv_reader.h"
#include "exchange/xlsx_file.h"

enum { HELP_HEIGHT = 60 /* points: four lines */, PAPER_A4 = 9 };

static lxw_format *template_format(struct xlsx_file *file, const char *numbers, bool open)
{
	lxw_format *const format = workbook_add_format(file->workbook);

	if (numbers)
		format_set_num_format(format, numbers);
	if (open)
		format_set_unlocked(format);
	format_set_text_wrap(format);
	format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
	return format;
}

static void template_check(lxw_worksheet *sheet, lxw_col_t place, const struct template_column *column)
{
	const lxw_row_t first = TEMPLATE_FIRST_ROW - 1, last = TEMPLATE_FIRST_ROW + TEMPLATE_ROWS - 2;
	char *const choices = column->choices ? xstrdup(column->choices) : NULL;
	lxw_data_validation check = {.ignore_blank = LXW_VALIDATION_ON, .show_error = LXW_VALIDATION_ON,
		.dropdown = LXW_VALIDATION_ON};

	if (choices) {
		check.validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
		check.value_formula = choices;
	} else if (column->cell == TEMPLATE_FIGURE) {
		check.validate = LXW_VALIDATION_TYPE_DECIMAL;
		check.criteria = LXW_VALIDATION_CRITERIA_GREATER_THAN_OR_EQUAL_TO;
		/* 1時間30分 is read as well */
		check.error_type = LXW_VALIDATION_ERROR_TYPE_WARNING;
	}
	if (check.validate)
		worksheet_data_validation_range(sheet, first, place, last, place, &check);
	free(choices);
}

static void template_fill(lxw_worksheet *sheet, lxw_row_t row, lxw_col_t place, enum template_cell cell,
	const char *text, lxw_format *format)
{
	struct strbuf clean = {0};
	double value = 0;
	bool is_month;

	if (cell == TEMPLATE_FIGURE && *text && text[strspn(text, "0123456789.")] == '\0') {
		worksheet_write_number(sheet, row, place, strtod(text, NULL), format);
		return;
	}
	if (cell == TEMPLATE_DAY && xlsx_day(text, &value, &is_month) && !is_month) {
		worksheet_write_number(sheet, row, place, value, format);
		return;
	}
	if (csv_unguard(text) != text)
		strbuf_add_char(&clean, '\'');
	xlsx_add_clean(&clean, text);
	if (clean.length)
		worksheet_write_string(sheet, row, place, strbuf_text(&clean), format);
	strbuf_free(&clean);
}

bool template_write(const struct template_sheet *template, FILE *stream, struct error *err)
{
	struct xlsx_file file;
	lxw_protection allowed = {.format_columns = 1, .format_rows = 1, .sort = 1};

	if (!xlsx_file_open(&file, template->name, false, err))
		return false;
	lxw_worksheet *const sheet = workbook_add_worksheet(file.workbook, template->name);
	lxw_worksheet *const lists = workbook_add_worksheet(file.workbook, template->lists_name);
	/* Excel shows long texts as ### in cells of texts */
	lxw_format *const kinds[] = {[TEMPLATE_TEXT] = template_format(&file, "@", true),
		[TEMPLATE_LONG_TEXT] = template_format(&file, NULL, true),
		[TEMPLATE_FIGURE] = template_format(&file, NULL, true),
		[TEMPLATE_DAY] = template_format(&file, xlsx_day_format, true)};
	lxw_format *const help = template_format(&file, NULL, false), *const heading = template_format(&file, NULL, false);
	/* it runs over the columns beside it; a format that says nothing would give way to that of its column */
	lxw_format *const hint = workbook_add_format(file.workbook);

	format_set_align(hint, LXW_ALIGN_LEFT);
	format_set_bold(heading);
	format_set_bottom(heading, LXW_BORDER_THIN);
	worksheet_write_string(sheet, 0, 0, template->name, heading);
	for (size_t i = 0; i < template->count; i++) {
		const struct template_column *const column = &template->columns[i];
		const lxw_col_t place = (lxw_col_t)i;

		worksheet_set_column(sheet, place, place, column->width, kinds[column->cell]);
		if (*column->help)
			worksheet_write_string(sheet, 1, place, column->help, help);
		worksheet_write_string(sheet, 3, place, column->label, heading);
		template_check(sheet, place, column);
		for (size_t r = 0; r < template->row_count; r++)
			template_fill(sheet, (lxw_row_t)(TEMPLATE_FIRST_ROW - 1 + r), place, column->cell,
				template->rows[r].cells[i], kinds[column->cell]);
	}
	/* alone in its line, lest the helps above be taken for headings over headings */
	worksheet_write_string(sheet, 2, 0, template->hint, hint);
	worksheet_set_row(sheet, 1, HELP_HEIGHT, NULL);
	worksheet_freeze_panes(sheet, TEMPLATE_FIRST_ROW - 1, 0);
	worksheet_protect(sheet, NULL, &allowed);
	worksheet_set_landscape(sheet);
	worksheet_set_paper(sheet, PAPER_A4);
	worksheet_fit_to_pages(sheet, 1, 0);
	worksheet_repeat_rows(sheet, 0, TEMPLATE_FIRST_ROW - 2);
	for (size_t l = 0; l < template->list_count; l++)
		for (size_t i = 0; i < template->lists[l].items.count; i++)
			worksheet_write_string(lists, (lxw_row_t)i, (lxw_col_t)l, template->lists[l].items.items[i], NULL);
	worksheet_hide(lists);
	return xlsx_file_close(&file, true, stream, err);
}
#else
bool template_write(const struct template_sheet *template, FILE *stream, struct error *err)
{
	(void)template;
	(void)stream;
	return error_set(err, ERROR_USAGE,
		_("This program was built without %s output. Choose csv, json or text."), "xlsx");
}
#endif
