/* pdf_chart - the chart of a table on paper. */
#include "config.h"

#include "base/decimal.h"
#include "base/scale.h"
#include "base/strbuf.h"
#include "exchange/pdf_chart.h"

#include <assert.h>

enum { STEPS = 5 };

static const double colours[CHART_SERIES_MAX][3] = {{0.30, 0.60, 0.30}, {0.62, 0.75, 0.86}};
static const double label_size = 8, legend_rows = 18, gap = 0.3;

struct chart {
	struct pdf *pdf;
	const struct table *table;
	const struct chart_spec *spec;
	struct scale scale;
	double x, y, width, height; /* of the plot */
};

static void find_scale(struct chart *chart)
{
	const struct chart_spec *spec = chart->spec;
	int64_t least = 0, most = 0;

	for (size_t r = 0; r < spec->row_count; r++) {
		for (size_t s = 0; s <= spec->series_count; s++) {
			int64_t figure;

			if (s == spec->series_count && spec->target < 0)
				continue;
			figure = table_cell_number(chart->table, r,
				s < spec->series_count ? spec->series[s] : (size_t)spec->target, NULL);
			least = figure < least ? figure : least;
			most = figure > most ? figure : most;
		}
	}
	chart->scale = scale_for(least > -INT64_MAX / 4 ? least : -INT64_MAX / 4,
		most < INT64_MAX / 4 ? most : INT64_MAX / 4, STEPS);
}

/* Where a figure lies between the ends of the scale: 0 to 1. */
static double part_of(const struct chart *chart, int64_t figure)
{
	const double step = (double)chart->scale.step;
	const int steps = chart->scale.above + chart->scale.below;

	return ((double)figure / step + chart->scale.below) / steps;
}

static void draw_scale(const struct chart *chart, bool upright)
{
	const struct pdf_style style = {label_size, false, upright ? PDF_RIGHT : PDF_CENTRE, 1};
	struct strbuf text = {0};

	cairo_set_source_rgb(chart->pdf->cairo, 0.35, 0.35, 0.35);
	for (int s = -chart->scale.below; s <= chart->scale.above; s++) {
		const double part = part_of(chart, s * chart->scale.step);

		const int64_t number = s * chart->scale.step;
		strbuf_clear(&text);
		decimal_add_triangle(&text, number, 0, false);
		if (upright) {
			const double y = chart->y + chart->height * (1 - part);

			pdf_line(chart->pdf, chart->x, y, chart->x + chart->width, y, s ? 0.2 : 0.8);
			pdf_text(chart->pdf, chart->x - 74, y - label_size * 0.75, 70,
				strbuf_text(&text), &style);
		} else {
			const double x = chart->x + chart->width * part;

			pdf_line(chart->pdf, x, chart->y, x, chart->y + chart->height, s ? 0.2 : 0.8);
			pdf_text(chart->pdf, x - 35, chart->y + chart->height + 2, 70,
				strbuf_text(&text), &style);
		}
	}
	strbuf_free(&text);
}

static void pdf_chart_fill(const struct chart *chart, size_t series, double x, double y,
	double width, double height)
{
	cairo_set_source_rgb(chart->pdf->cairo, colours[series][0], colours[series][1],
		colours[series][2]);
	cairo_rectangle(chart->pdf->cairo, x, y, width, height);
	cairo_fill(chart->pdf->cairo);
}

/* A column for each year or month, side by side, and the target across them. */
static void draw_columns(const struct chart *chart)
{
	const struct chart_spec *spec = chart->spec;
	const double slot = chart->width / (double)spec->row_count, zero = part_of(chart, 0);
	const double bar = slot * (1 - gap) / (double)spec->series_count;
	const struct pdf_style style = {label_size, false, PDF_CENTRE, 1};

	for (size_t r = 0; r < spec->row_count; r++) {
		const double x = chart->x + slot * (double)r;

		for (size_t s = 0; s < spec->series_count; s++) {
			const double part =
				part_of(chart, table_cell_number(chart->table, r, spec->series[s], NULL));

			pdf_chart_fill(chart, s, x + slot * gap / 2 + bar * (double)s,
				chart->y + chart->height * (1 - (part > zero ? part : zero)), bar,
				chart->height * (part > zero ? part - zero : zero - part));
		}
		cairo_set_source_rgb(chart->pdf->cairo, 0, 0, 0);
		pdf_text(chart->pdf, x, chart->y + chart->height + 3, slot,
			chart->table->rows.items[r].cells[spec->label].text, &style);
	}
	cairo_set_source_rgb(chart->pdf->cairo, 0.75, 0.1, 0.1);
	for (size_t r = 0; spec->target >= 0 && r < spec->row_count; r++) {
		const double x = chart->x + slot * (double)r;
		const double y = chart->y + chart->height * (1 - part_of(chart,
			table_cell_number(chart->table, r, (size_t)spec->target, NULL)));

		if (table_cell_is_number(chart->table, r, (size_t)spec->target))
			pdf_line(chart->pdf, x, y, x + slot, y, 1.8);
	}
}

/* A bar for each row, its name at the left. */
static void draw_bars(const struct chart *chart, double names)
{
	const struct chart_spec *spec = chart->spec;
	const double slot = chart->height / (double)spec->row_count, zero = part_of(chart, 0);
	const struct pdf_style style = {label_size, false, PDF_RIGHT, 1};

	for (size_t r = 0; r < spec->row_count; r++) {
		const double part = part_of(chart,
			table_cell_number(chart->table, r, spec->series[0], NULL));
		const double y = chart->y + slot * (double)r;

		pdf_chart_fill(chart, 0, chart->x + chart->width * (part > zero ? zero : part),
			y + slot * gap / 2, chart->width * (part > zero ? part - zero :
			zero - part), slot * (1 - gap));
		cairo_set_source_rgb(chart->pdf->cairo, 0, 0, 0);
		pdf_text(chart->pdf, chart->x - names, y + (slot - label_size * 1.5) / 2, names - 5,
			chart->table->rows.items[r].cells[spec->label].text, &style);
	}
}

static void draw_legend(const struct chart *chart, double x, double y)
{
	const struct chart_spec *spec = chart->spec;
	const struct pdf_style style = {label_size + 1, false, PDF_LEFT, 1};

	for (size_t s = 0; s <= spec->series_count; s++) {
		const char *name;
		double width;

		if (s == spec->series_count && spec->target < 0)
			continue;
		if (s < spec->series_count) {
			pdf_chart_fill(chart, s, x, y + 2, 10, 8);
			name = chart->table->columns.items[spec->series[s]].label;
		} else {
			cairo_set_source_rgb(chart->pdf->cairo, 0.75, 0.1, 0.1);
			pdf_line(chart->pdf, x, y + 6, x + 10, y + 6, 1.8);
			name = chart->table->columns.items[spec->target].label;
		}
		cairo_set_source_rgb(chart->pdf->cairo, 0, 0, 0);
		pdf_text(chart->pdf, x + 14, y, 0, name, &style);
		pdf_measure(chart->pdf, 0, name, &style, &width, NULL);
		x += width + 34;
	}
}

void pdf_chart(struct pdf *pdf, const struct table *table, const struct chart_spec *spec, double x,
	double y, double width, double height)
{
	assert(spec->kind != CHART_NONE);

	const bool upright = spec->kind == CHART_TREND;
	const double left = upright ? 78 : width * 0.3;
	struct chart chart = {.pdf = pdf, .table = table, .spec = spec, .x = x + left, .y = y + 6,
		.width = width - left - 20, .height = height - legend_rows - label_size * 3};

	find_scale(&chart);
	draw_scale(&chart, upright);
	if (upright)
		draw_columns(&chart);
	else
		draw_bars(&chart, left);
	draw_legend(&chart, x + left, y + height - legend_rows + 4);
}
