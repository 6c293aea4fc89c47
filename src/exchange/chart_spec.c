#include "config.h"

#include "exchange/chart_spec.h"

#include <assert.h>
#include <string.h>

enum { BARS_MAX = 30, POINTS_MAX = 60 };

/* Columns for people and for files may have the same id. */
static int chart_find_column(const struct table *table, const char *id, bool in_files)
{
	for (size_t c = 0; id && c < table->columns.count; c++) {
		const struct table_column *const column = &table->columns.items[c];

		if (strcmp(column->id, id) == 0 && (in_files ? column->files : column->people))
			return (int)c;
	}
	return -1;
}

bool chart_value(const struct table *table, const struct chart_spec *spec, size_t row, size_t column,
	int64_t *value)
{
	int decimals;

	*value = table_cell_number(table, row, column, &decimals);
	for (; decimals < spec->decimals; decimals++)
		if (__builtin_mul_overflow(*value, 10, value))
			*value = table_cell_number(table, row, column, NULL) < 0 ? INT64_MIN / 4 : INT64_MAX / 4;
	*value = *value < INT64_MIN / 4 ? INT64_MIN / 4 : *value > INT64_MAX / 4 ? INT64_MAX / 4 : *value;
	return table_cell_is_number(table, row, column);
}

struct chart_spec chart_spec_for(const struct table *table)
{
	const struct table_chart *const chart = &table->chart;
	const struct chart_spec none = {.target = -1};
	struct chart_spec spec = none;
	const int label = chart_find_column(table, chart->label, false);
	const int file_label = chart_find_column(table, chart->file_label, true);

	if (chart->kind == CHART_NONE || label < 0 || file_label < 0)
		return none;
	for (size_t r = 0; r < table->rows.count && table->rows.items[r].kind != ROW_TOTAL; r++) {
		if (table->rows.items[r].kind == ROW_SUBTOTAL)
			return none;
		spec.row_count++;
	}
	spec.kind = chart->kind;
	spec.label = (size_t)label;
	spec.file_label = (size_t)file_label;
	spec.target = chart_find_column(table, chart->target, true);
	for (size_t s = 0; s < TABLE_CHART_SERIES; s++) {
		const int column = chart_find_column(table, chart->series[s], true);

		if (column >= 0)
			spec.series[spec.series_count++] = (size_t)column;
	}
	for (size_t r = 0; r < spec.row_count; r++)
		for (size_t s = 0; s < spec.series_count; s++) {
			int decimals;

			(void)table_cell_number(table, r, spec.series[s], &decimals);
			spec.decimals = decimals > spec.decimals ? decimals : spec.decimals;
		}
	return spec.row_count == 0 || spec.series_count == 0 ||
		spec.row_count > (spec.kind == CHART_TREND ? POINTS_MAX : BARS_MAX) ? none : spec;
}
