/* pdf_chart - the chart of a table on paper. */
#include "config.h"

#include "exchange/pdf_chart.h"

#include <assert.h>

#include "base/decimal.h"
#include "base/scale.h"
#include "base/strbuf.h"

enum { STEPS = 5 };

/* Apart in grey print, too; the target is drawn as a line in the last. */
static const double colours[TABLE_CHART_SERIES + 1][3] = {{0.18, 0.45, 0.25}, {0.55, 0.75, 0.88},
	{0.93, 0.80, 0.55}, {0.75, 0.1, 0.1}};
static const double label_size = 8, legend_rows = 18, gap = 0.3;

struct chart {
	struct pdf *pdf;
	const struct table *table;
	const struct chart_spec *spec;
	struct scale scale;
	double x, y, width, height; /* of the plot */
};

static void pdf_chart_colour(const struct chart *chart, size_t series)
{
	cairo_set_source_rgb(chart->pdf->cairo, colours[series][0], colours[series][1],
		colours[series][2]);
}

static void pdf_chart_fill(const struct chart *chart, size_t series, double x, double y, double width,
	double height)
{
	pdf_chart_colour(chart, series);
	cairo_rectangle(chart->pdf->cairo, x, y, width, height);
	cairo_fill(chart->pdf->cairo);
	cairo_set_source_rgb(chart->pdf->cairo, 0, 0, 0);
}

/* Where a figure lies between the ends of the scale: 0 to 1. */
static double pdf_chart_part(const struct chart *chart, int64_t figure)
{
	const double step = (double)chart->scale.step;
	const int steps = chart->scale.above + chart->scale.below;

	return ((double)figure / step + chart->scale.below) / steps;
}

/* Where the figure of a row lies, and as a text; false where nothing stands. */
static bool pdf_chart_figure(const struct chart *chart, size_t row, size_t column, double *part,
	struct strbuf *text)
{
	int64_t value;

	if (!chart_value(chart->table, chart->spec, row, column, &value))
		return false;
	*part = pdf_chart_part(chart, value);
	strbuf_clear(text);
	decimal_add_triangle(text, value, chart->spec->decimals, false);
	return true;
}

static void pdf_chart_find_scale(struct chart *chart)
{
	const struct chart_spec *spec = chart->spec;
	int64_t least = 0, most = 0, value;

	for (size_t r = 0; r < spec->row_count; r++)
		for (size_t s = 0; s <= spec->series_count; s++) {
			if (s == spec->series_count && spec->target < 0)
				continue;
			if (!chart_value(chart->table, spec, r,
				s < spec->series_count ? spec->series[s] : (size_t)spec->target, &value))
				continue;
			least = value < least ? value : least;
			most = value > most ? value : most;
		}
	chart->scale = scale_for(least, most, STEPS);
}

static void pdf_chart_draw_scale(const struct chart *chart, bool upright)
{
	const struct pdf_style style = {label_size, false, upright ? PDF_RIGHT : PDF_CENTRE, 1};
	struct strbuf text = {0};

	for (int s = -chart->scale.below; s <= chart->scale.above; s++) {
		const int64_t number = s * chart->scale.step;
		const double part = pdf_chart_part(chart, number), grey = s ? 0.8 : 0.35;

		cairo_set_source_rgb(chart->pdf->cairo, grey, grey, grey);
		strbuf_clear(&text);
		decimal_add_triangle(&text, number, chart->spec->decimals, true);
		if (upright) {
			const double y = chart->y + chart->height * (1 - part);

			pdf_line(chart->pdf, chart->x, y, chart->x + chart->width, y, s ? 0.4 : 0.8);
			cairo_set_source_rgb(chart->pdf->cairo, 0.35, 0.35, 0.35);
			pdf_text(chart->pdf, chart->x - 74, y - label_size * 0.75, 70,
				strbuf_text(&text), &style);
		} else {
			const double x = chart->x + chart->width * part;

			pdf_line(chart->pdf, x, chart->y, x, chart->y + chart->height, s ? 0.4 : 0.8);
			cairo_set_source_rgb(chart->pdf->cairo, 0.35, 0.35, 0.35);
			pdf_text(chart->pdf, x - 35, chart->y + chart->height + 2, 70,
				strbuf_text(&text), &style);
		}
	}
	strbuf_free(&text);
}

/* A column for each year or month, side by side with their figures, and the target across them. */
static void pdf_chart_draw_columns(const struct chart *chart)
{
	const struct chart_spec *spec = chart->spec;
	const double slot = chart->width / (double)spec->row_count, zero = pdf_chart_part(chart, 0);
	const double bar = slot * (1 - gap) / (double)spec->series_count;
	const struct pdf_style style = {label_size, false, PDF_CENTRE, 1};
	/* 2025年 above 10月 where there are many months */
	const struct pdf_style names = {slot < label_size * 4 ? slot / 4 : label_size, false, PDF_CENTRE, 2};
	struct strbuf text = {0};
	double part = 0, wide;

	for (size_t r = 0; r < spec->row_count; r++) {
		const double x = chart->x + slot * (double)r;

		for (size_t s = 0; s < spec->series_count; s++) {
			const double left = x + slot * gap / 2 + bar * (double)s;

			if (!pdf_chart_figure(chart, r, spec->series[s], &part, &text))
				continue;
			const double top = chart->y + chart->height * (1 - (part > zero ? part : zero));

			pdf_chart_fill(chart, s, left, top, bar,
				chart->height * (part > zero ? part - zero : zero - part));
			pdf_measure(chart->pdf, 0, strbuf_text(&text), &style, &wide, NULL);
			if (wide <= slot / (double)spec->series_count)
				pdf_text(chart->pdf, left + (bar - wide) / 2, top - label_size * 1.4, 0,
					strbuf_text(&text), &style);
		}
		pdf_text(chart->pdf, x, chart->y + chart->height + 3, slot,
			chart->table->rows.items[r].cells[spec->label].text, &names);
	}
	pdf_chart_colour(chart, TABLE_CHART_SERIES);
	for (size_t r = 0; spec->target >= 0 && r < spec->row_count; r++) {
		const double x = chart->x + slot * (double)r, before = part;

		if (!pdf_chart_figure(chart, r, (size_t)spec->target, &part, &text))
			continue;
		const double y = chart->y + chart->height * (1 - part);

		pdf_line(chart->pdf, x, y, x + slot, y, 1.8);
		pdf_measure(chart->pdf, 0, strbuf_text(&text), &style, &wide, NULL);
		if ((r == 0 || part < before || part > before) && wide <= slot)
			pdf_text(chart->pdf, x, y - label_size * 1.5, 0, strbuf_text(&text), &style);
	}
	strbuf_free(&text);
}

/* A bar for each row and series, the row's name at the left, figures behind them, the target across. */
static void pdf_chart_draw_bars(const struct chart *chart, double names)
{
	const struct chart_spec *spec = chart->spec;
	const double slot = chart->height / (double)spec->row_count, zero = pdf_chart_part(chart, 0);
	const double bar = slot * (1 - gap) / (double)spec->series_count;
	const double name_size = slot < label_size * 1.4 ? slot / 1.4 : label_size;
	const double figure_size = bar < label_size * 1.2 ? bar / 1.2 : label_size;
	const struct pdf_style style = {name_size, false, PDF_RIGHT, 1};
	const struct pdf_style figures = {figure_size, false, PDF_LEFT, 1};
	struct strbuf text = {0};
	double part;

	for (size_t r = 0; r < spec->row_count; r++) {
		const double y = chart->y + slot * (double)r;

		for (size_t s = 0; s < spec->series_count; s++) {
			const double top = y + slot * gap / 2 + bar * (double)s;

			if (!pdf_chart_figure(chart, r, spec->series[s], &part, &text))
				continue;
			pdf_chart_fill(chart, s, chart->x + chart->width * (part > zero ? zero : part), top,
				chart->width * (part > zero ? part - zero : zero - part), bar);
			if (figure_size >= 4)
				pdf_text(chart->pdf, chart->x + chart->width * (part > zero ? part : zero) + 3,
					top + (bar - figure_size * 1.3) / 2, 0, strbuf_text(&text), &figures);
		}
		pdf_text(chart->pdf, chart->x - names, y + (slot - name_size * 1.4) / 2, names - 5,
			chart->table->rows.items[r].cells[spec->label].text, &style);
		if (spec->target < 0 ||
			!pdf_chart_figure(chart, r, (size_t)spec->target, &part, &text))
			continue;
		pdf_chart_colour(chart, TABLE_CHART_SERIES);
		pdf_line(chart->pdf, chart->x + chart->width * part, y + slot * 0.05,
			chart->x + chart->width * part, y + slot * 0.95, 1.8);
		cairo_set_source_rgb(chart->pdf->cairo, 0, 0, 0);
	}
	strbuf_free(&text);
}

static void pdf_chart_draw_legend(const struct chart *chart, double x, double y)
{
	const struct chart_spec *spec = chart->spec;
	const struct pdf_style style = {label_size + 1, false, PDF_LEFT, 1};

	for (size_t s = 0; s <= spec->series_count; s++) {
		const bool is_target = s == spec->series_count;
		double width;

		if (is_target && spec->target < 0)
			continue;
		const char *const name = chart->table->columns.items[is_target ? (size_t)spec->target :
			spec->series[s]].label;

		pdf_chart_fill(chart, is_target ? TABLE_CHART_SERIES : s, x, is_target ? y + 5 : y + 2, 10,
			is_target ? 2 : 8);
		pdf_text(chart->pdf, x + 14, y, 0, name, &style);
		pdf_measure(chart->pdf, 0, name, &style, &width, NULL);
		x += width + 34;
	}
}

double pdf_chart_least(const struct chart_spec *spec)
{
	const double rows = (double)(spec->row_count * (spec->series_count + 1)) * label_size + 60;

	return spec->kind == CHART_TREND || rows < 180 ? 180 : rows > 480 ? 480 : rows;
}

void pdf_chart(struct pdf *pdf, const struct table *table, const struct chart_spec *spec, double x,
	double y, double width, double height)
{
	assert(spec->kind != CHART_NONE);

	const bool upright = spec->kind == CHART_TREND;
	const double left = upright ? 78 : width * 0.3;
	struct chart chart = {.pdf = pdf, .table = table, .spec = spec, .x = x + left, .y = y + 12,
		.width = width - left - 50, .height = height - legend_rows - label_size * 3 - 6};

	pdf_chart_find_scale(&chart);
	pdf_chart_draw_scale(&chart, upright);
	if (upright)
		pdf_chart_draw_columns(&chart);
	else
		pdf_chart_draw_bars(&chart, left);
	pdf_chart_draw_legend(&chart, x + left, y + height - legend_rows + 4);
}
