/* late_xlsx - libxlsxwriter and the zlib it needs, loaded when an Excel file is written
 *
 * Linked in, they and what they bring along are loaded by every start of the program: forty libraries,
 * 5 ms and 6 MB. So their functions are looked up when the first file of that kind is written; the names
 * below then stand for the addresses that were found, as they do in a table of the linker. */
#ifndef EXCHANGE_LATE_XLSX_H
#define EXCHANGE_LATE_XLSX_H

#include <stdbool.h>
#include <xlsxwriter.h>
#include <zlib.h>

#include "base/error.h"

#define LATE_XLSX_FUNCTIONS(F) \
	F(chart_add_series) F(chart_axis_set_reverse) F(chart_legend_set_position) \
	F(chart_series_set_categories) F(chart_series_set_fill) F(chart_series_set_labels) \
	F(chart_series_set_line) F(chart_series_set_marker_type) \
	F(chart_series_set_name_range) F(chart_series_set_values) F(chart_title_set_name) \
	F(crc32) F(deflate) F(deflateBound) F(deflateEnd) F(deflateInit2_) \
	F(format_set_align) F(format_set_bold) F(format_set_bottom) \
	F(format_set_num_format) F(format_set_text_wrap) F(format_set_top) \
	F(format_set_unlocked) F(inflate) F(inflateEnd) F(inflateInit2_) F(lxw_strerror) \
	F(workbook_add_chart) F(workbook_add_format) F(workbook_add_worksheet) \
	F(workbook_close) F(workbook_new_opt) F(workbook_set_properties) \
	F(worksheet_autofilter) F(worksheet_data_validation_range) \
	F(worksheet_fit_to_pages) F(worksheet_freeze_panes) F(worksheet_hide) \
	F(worksheet_insert_chart_opt) F(worksheet_protect) F(worksheet_repeat_rows) \
	F(worksheet_set_column) F(worksheet_set_landscape) F(worksheet_set_paper) \
	F(worksheet_set_row) F(worksheet_write_blank) F(worksheet_write_number) \
	F(worksheet_write_string)

struct late_xlsx {
#define F(function) __typeof__(function) *function;
	LATE_XLSX_FUNCTIONS(F)
#undef F
};
extern struct late_xlsx late_xlsx;

/* Finds them all; once that has been done it does nothing. False where the library is not installed. */
bool late_xlsx_load(struct error *err);

#define chart_add_series late_xlsx.chart_add_series
#define chart_axis_set_reverse late_xlsx.chart_axis_set_reverse
#define chart_legend_set_position late_xlsx.chart_legend_set_position
#define chart_series_set_categories late_xlsx.chart_series_set_categories
#define chart_series_set_fill late_xlsx.chart_series_set_fill
#define chart_series_set_labels late_xlsx.chart_series_set_labels
#define chart_series_set_line late_xlsx.chart_series_set_line
#define chart_series_set_marker_type late_xlsx.chart_series_set_marker_type
#define chart_series_set_name_range late_xlsx.chart_series_set_name_range
#define chart_series_set_values late_xlsx.chart_series_set_values
#define chart_title_set_name late_xlsx.chart_title_set_name
#define crc32 late_xlsx.crc32
#define deflate late_xlsx.deflate
#define deflateBound late_xlsx.deflateBound
#define deflateEnd late_xlsx.deflateEnd
#define deflateInit2_ late_xlsx.deflateInit2_
#define format_set_align late_xlsx.format_set_align
#define format_set_bold late_xlsx.format_set_bold
#define format_set_bottom late_xlsx.format_set_bottom
#define format_set_num_format late_xlsx.format_set_num_format
#define format_set_text_wrap late_xlsx.format_set_text_wrap
#define format_set_top late_xlsx.format_set_top
#define format_set_unlocked late_xlsx.format_set_unlocked
#define inflate late_xlsx.inflate
#define inflateEnd late_xlsx.inflateEnd
#define inflateInit2_ late_xlsx.inflateInit2_
#define lxw_strerror late_xlsx.lxw_strerror
#define workbook_add_chart late_xlsx.workbook_add_chart
#define workbook_add_format late_xlsx.workbook_add_format
#define workbook_add_worksheet late_xlsx.workbook_add_worksheet
#define workbook_close late_xlsx.workbook_close
#define workbook_new_opt late_xlsx.workbook_new_opt
#define workbook_set_properties late_xlsx.workbook_set_properties
#define worksheet_autofilter late_xlsx.worksheet_autofilter
#define worksheet_data_validation_range late_xlsx.worksheet_data_validation_range
#define worksheet_fit_to_pages late_xlsx.worksheet_fit_to_pages
#define worksheet_freeze_panes late_xlsx.worksheet_freeze_panes
#define worksheet_hide late_xlsx.worksheet_hide
#define worksheet_insert_chart_opt late_xlsx.worksheet_insert_chart_opt
#define worksheet_protect late_xlsx.worksheet_protect
#define worksheet_repeat_rows late_xlsx.worksheet_repeat_rows
#define worksheet_set_column late_xlsx.worksheet_set_column
#define worksheet_set_landscape late_xlsx.worksheet_set_landscape
#define worksheet_set_paper late_xlsx.worksheet_set_paper
#define worksheet_set_row late_xlsx.worksheet_set_row
#define worksheet_write_blank late_xlsx.worksheet_write_blank
#define worksheet_write_number late_xlsx.worksheet_write_number
#define worksheet_write_string late_xlsx.worksheet_write_string

#endif
