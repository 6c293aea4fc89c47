#include "config.h"

#include "exchange/late_xlsx.h"

#include "exchange/late.h"

/* Here the names are names. */
#undef chart_add_series
#undef chart_axis_set_reverse
#undef chart_legend_set_position
#undef chart_series_set_categories
#undef chart_series_set_fill
#undef chart_series_set_labels
#undef chart_series_set_line
#undef chart_series_set_marker_type
#undef chart_series_set_name_range
#undef chart_series_set_values
#undef chart_title_set_name
#undef crc32
#undef deflate
#undef deflateBound
#undef deflateEnd
#undef deflateInit2_
#undef format_set_align
#undef format_set_bold
#undef format_set_bottom
#undef format_set_num_format
#undef format_set_text_wrap
#undef format_set_top
#undef format_set_unlocked
#undef inflate
#undef inflateEnd
#undef inflateInit2_
#undef lxw_strerror
#undef workbook_add_chart
#undef workbook_add_format
#undef workbook_add_worksheet
#undef workbook_close
#undef workbook_new_opt
#undef workbook_set_properties
#undef worksheet_autofilter
#undef worksheet_data_validation_range
#undef worksheet_fit_to_pages
#undef worksheet_freeze_panes
#undef worksheet_hide
#undef worksheet_insert_chart_opt
#undef worksheet_protect
#undef worksheet_repeat_rows
#undef worksheet_set_column
#undef worksheet_set_landscape
#undef worksheet_set_paper
#undef worksheet_set_row
#undef worksheet_write_blank
#undef worksheet_write_number
#undef worksheet_write_string

struct late_xlsx late_xlsx;

bool late_xlsx_load(struct error *err)
{
	static const char *const names[] = {
#define F(function) #function,
		LATE_XLSX_FUNCTIONS(F)
#undef F
	};

	return late_load(XLSX_LIBRARY, names, sizeof names / sizeof names[0], &late_xlsx, err);
}
