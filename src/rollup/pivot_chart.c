/* pivot_chart - what a chart of a pivot shows: rows of one dimension, by what people ask for first. */
#include "config.h"

#include "rollup/pivot.h"

/* Hours before anything else; what came true of them where that is asked for; else the first measure. */
static enum measure pivot_chart_measure(const struct pivot_query *query)
{
	static const enum measure first[] = {MEASURE_HOURS, MEASURE_REALISATION};

	for (size_t f = 0; f < sizeof first / sizeof first[0]; f++)
		for (size_t m = 0; m < query->measure_count; m++)
			if (query->measures[m] == first[f])
				return first[f];
	return query->measures[0];
}

void pivot_chart_describe(const struct pivot_query *query, struct table *table)
{
	const enum dimension rows = query->rows[0];
	const enum measure measure = pivot_chart_measure(query);

	if (query->row_count != 1 || query->column >= 0)
		return;
	table->chart = (struct table_chart){
		.kind = rows == DIMENSION_FISCAL_YEAR || rows == DIMENSION_START_MONTH ||
			rows == DIMENSION_HALF_YEAR ? CHART_TREND : CHART_BARS,
		.label = rows == DIMENSION_PROBLEM_TYPE ? "problem_type_shown" : dimensions[rows].field_id,
		.file_label = dimensions[rows].field_id,
		.series = {measures[measure].field_id},
		.target = rows == DIMENSION_FISCAL_YEAR && measure == MEASURE_HOURS ? "target_hours" : NULL,
	};
	if (measure == MEASURE_REALISATION) {
		table->chart.series[0] = "estimate_hours";
		table->chart.series[1] = "forecast_hours";
		table->chart.series[2] = "actual_hours";
	}
}
