#include "config.h"

#include "exchange/chart_spec.h"

#include <string.h>

enum { BARS_MAX = 30, POINTS_MAX = 60 };

/* What people ask for first. */
static const char *const measures[] = {"hours", "saved_hours", "estimate_hours", "projects"};

static bool chart_spec_is_text(const struct table_column *column)
{
	return column->type == COLUMN_TEXT || column->type == COLUMN_CODE ||
		column->type == COLUMN_DATE;
}

/* The last name: units are preceded by those they lie in. Files may have another one than people, such
 * as a problem type without its circled digit. */
static bool chart_find_labels(const struct table *table, struct chart_spec *spec)
{
	bool people = false, files = false, names = false;

	for (size_t c = 0; c < table->columns.count; c++) {
		const struct table_column *column = &table->columns.items[c];

		if (column->group >= 0)
			return false;
		if (!chart_spec_is_text(column))
			break;
		const bool is_name = column->type == COLUMN_TEXT;
		if (is_name && column->people)
			spec->label = c;
		if (column->files && (is_name || !names))
			spec->file_label = c;
		people |= is_name && column->people;
		files |= column->files;
		names |= is_name && column->files;
	}
	return people && files;
}

static void find_series(const struct table *table, struct chart_spec *spec)
{
	const int flow = table_column_index(table, "flow_hours");
	const int stock = table_column_index(table, "stock_hours");

	if (flow >= 0 && stock >= 0) {
		spec->series[0] = (size_t)flow;
		spec->series[1] = (size_t)stock;
		spec->series_count = 2;
		return;
	}
	for (size_t m = 0; spec->series_count == 0 && m < sizeof measures / sizeof measures[0]; m++) {
		const int column = table_column_index(table, measures[m]);

		if (column >= 0 && !chart_spec_is_text(&table->columns.items[column]) &&
			table->columns.items[column].files)
			spec->series[spec->series_count++] = (size_t)column;
	}
}

struct chart_spec chart_spec_for(const struct table *table)
{
	static const char *const times[] = {"fiscal_year", "fiscal_year_code", "start_month",
		"start_month_code", "half_year"};
	struct chart_spec spec = {.target = -1};
	bool time = false;

	for (size_t i = 0; table->columns.count > 0 && i < sizeof times / sizeof times[0]; i++)
		time = time || strcmp(table->columns.items[0].id, times[i]) == 0;
	for (size_t r = 0; r < table->rows.count && table->rows.items[r].kind != ROW_TOTAL; r++) {
		if (table->rows.items[r].kind == ROW_SUBTOTAL)
			return spec;
		spec.row_count++;
	}
	if (spec.row_count == 0 || !chart_find_labels(table, &spec))
		return spec;
	find_series(table, &spec);
	if (spec.series_count == 0 || spec.row_count > (time ? POINTS_MAX : BARS_MAX))
		return spec;
	spec.target = table_column_index(table, "target_hours");
	spec.kind = time ? CHART_TREND : CHART_BARS;
	return spec;
}
