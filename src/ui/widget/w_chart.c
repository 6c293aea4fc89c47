#include "config.h"

#include "ui/widget/w_chart.h"

#include <assert.h>
#include <string.h>

#include "base/decimal.h"
#include "base/i18n.h"
#include "base/scale.h"

enum {
	FOOT_ROWS = 3,      /* axis, labels, legend */
	PLOT_ROWS_MIN = 3,
	VALUES_ROWS_MIN = 9, /* of the area, for a line with the values */
	COLUMNS_MIN = 24,
	SLOT_MAX = 20,
	STEPS_MAX = 5,
	ROWS_A_STEP = 2,
	LARGEST_PART = 4,
};

/* ---- where everything stands ----------------------------------------------------------------- */

struct plot {
	const struct w_chart *chart;
	struct canvas *canvas;
	struct area area;  /* of the columns, without scale and foot */
	struct scale scale;
	int step_rows;
	int series;
	size_t first;      /* point shown */
	int slot;          /* columns of a point */
	int bar;           /* columns of one of its series */
};

static int64_t w_chart_within(int64_t value)
{
	const int64_t most = INT64_MAX / LARGEST_PART;

	return value > most ? most : value < -most ? -most : value;
}

static void w_chart_format(const struct w_chart *chart, int64_t value, struct strbuf *out)
{
	decimal_add_triangle(out, value, chart->decimals, true);
}

static int w_chart_series_count(const struct w_chart *chart)
{
	int count = 0;

	while (count < CHART_SERIES && chart->names[count])
		count++;
	return count;
}

/* False where there is nothing to show. */
static bool w_chart_find_ends(const struct w_chart *chart, size_t first, int64_t *least,
	int64_t *most)
{
	bool any = false;

	*least = *most = 0;
	for (size_t i = first; i < chart->count; i++) {
		const struct chart_point *point = &chart->points[i];

		for (int s = 0; s <= CHART_SERIES; s++) {
			const bool known = s < CHART_SERIES ? chart->names[s] && point->known[s] :
				chart->target_name && point->has_target;
			const int64_t value =
				w_chart_within(s < CHART_SERIES ? point->values[s] : point->target);

			if (!known)
				continue;
			any = true;
			*least = value < *least ? value : *least;
			*most = value > *most ? value : *most;
		}
	}
	return any;
}

static int w_chart_scale_columns(const struct plot *plot)
{
	struct strbuf text = {0};
	int columns = 0;

	for (int step = -plot->scale.below; step <= plot->scale.above; step++) {
		int width;

		strbuf_clear(&text);
		w_chart_format(plot->chart, step * plot->scale.step, &text);
		width = text_width(strbuf_text(&text));
		columns = width > columns ? width : columns;
	}
	strbuf_free(&text);
	return columns + 1; /* and the line */
}

static void w_chart_share_columns(struct plot *plot)
{
	const int columns = plot->area.columns, gap_from = 3;
	const size_t count = plot->chart->count;
	const int most = columns / plot->series;
	const size_t shown = count < (size_t)most ? count : (size_t)most;
	int gap;

	plot->first = count - shown;
	plot->slot = columns / (int)shown;
	plot->slot = plot->slot > SLOT_MAX ? SLOT_MAX : plot->slot;
	gap = plot->slot / plot->series >= gap_from ? plot->slot / 4 : 0;
	gap += gap == 0 && plot->slot > plot->series;
	plot->bar = (plot->slot - gap) / plot->series;
}

/* ---- drawing --------------------------------------------------------------------------------- */

static int w_chart_zero_row(const struct plot *plot)
{
	return plot->scale.above * plot->step_rows;
}

/* The scale stands beside the rows whose upper edges its figures are. */
static void w_chart_draw_scale(const struct plot *plot)
{
	const struct glyphs *glyphs = &plot->canvas->theme->glyphs;
	const int rows = plot->step_rows * (plot->scale.above + plot->scale.below);
	const struct area left = {plot->area.y, plot->area.x - w_chart_scale_columns(plot), rows + 1,
		w_chart_scale_columns(plot)};
	struct strbuf text = {0}, last = {0};

	for (int y = 0; y <= rows; y++) {
		const bool tick = y % plot->step_rows == 0;

		draw_text(plot->canvas, left, y, left.columns - 1, 1,
			y == rows ? glyphs->bottom_left : tick ? glyphs->tee_right : glyphs->vertical,
			TEXT_LEFT, THEME_BORDER);
		strbuf_clear(&text);
		if (tick)
			w_chart_format(plot->chart,
				(plot->scale.above - y / plot->step_rows) * plot->scale.step,
				&text);
		/* steps finer than what is written would repeat it */
		if (tick && (y == 0 || strcmp(strbuf_text(&text), strbuf_text(&last)) != 0))
			draw_text(plot->canvas, left, y, 0, left.columns - 1, strbuf_text(&text),
				TEXT_RIGHT, THEME_LABEL);
		if (tick) {
			strbuf_clear(&last);
			strbuf_add_text(&last, strbuf_text(&text));
		}
	}
	draw_rule(plot->canvas, (struct area){left.y, plot->area.x, rows + 1, plot->area.columns}, rows,
		0, plot->area.columns);
	strbuf_free(&text);
	strbuf_free(&last);
}

/* Upwards from nothing in eighths, downwards in whole cells: blocks fill a cell from below only. */
static void w_chart_draw_column(const struct plot *plot, int x, int series, int64_t value)
{
	const struct glyphs *glyphs = &plot->canvas->theme->glyphs;
	const enum theme_role role = value < 0 ? THEME_NEGATIVE :
		plot->series > 1 ? THEME_SERIES_1 + (enum theme_role)series : THEME_BAR;
	const bool light = series > 0;
	const int ends = value < 0 ? plot->scale.below : plot->scale.above;
	const int64_t eighths = draw_eighths(ends * plot->step_rows, value < 0 ? -value : value,
		plot->scale.step * ends);
	const bool parts = glyphs->unicode && !light && value > 0;
	int whole = (int)(parts ? eighths / 8 : (eighths + 4) / 8);

	whole += !parts && whole == 0 && value != 0;
	for (int i = 0; i < whole; i++)
		draw_fill(plot->canvas, plot->area,
			w_chart_zero_row(plot) + (value < 0 ? i : -1 - i), x,
			plot->bar, role, light);
	for (int i = 0; parts && eighths % 8 > 0 && i < plot->bar; i++)
		draw_text(plot->canvas, plot->area, w_chart_zero_row(plot) - 1 - whole, x + i, 1,
			glyphs->levels[eighths % 8], TEXT_LEFT, role);
}

static void w_chart_draw_points(const struct plot *plot)
{
	for (size_t i = plot->first; i < plot->chart->count; i++) {
		const struct chart_point *point = &plot->chart->points[i];
		const int x = (int)(i - plot->first) * plot->slot;
		const int within_slot = (plot->slot - plot->bar * plot->series) / 2;

		for (int s = 0; s < plot->series; s++)
			if (point->known[s])
				w_chart_draw_column(plot, x + within_slot + s * plot->bar, s,
					w_chart_within(point->values[s]));
		if (!plot->chart->target_name || !point->has_target)
			continue;

		const int64_t target = w_chart_within(point->target);
		const int ends = target < 0 ? plot->scale.below : plot->scale.above;
		const int rows = (int)((draw_eighths(ends * plot->step_rows,
			target < 0 ? -target : target, plot->scale.step * ends) + 7) / 8);
		const int y = w_chart_zero_row(plot) + (target < 0 ? rows - 1 : -rows);

		/* a target of nothing is the axis itself */
		for (int column = 0; rows > 0 && column < plot->slot; column++)
			draw_text(plot->canvas, plot->area, y, x + column, 1,
				plot->canvas->theme->glyphs.target, TEXT_LEFT, THEME_TARGET);
	}
}

/* ---- the foot -------------------------------------------------------------------------------- */

/* Where not every label has room, every second or third one counted from the last. */
static void w_chart_draw_labels(const struct plot *plot, int y)
{
	const struct area area = {plot->area.y + y, plot->area.x, 1, plot->area.columns};
	int widest = 1;

	for (size_t i = plot->first; i < plot->chart->count; i++) {
		const int width = text_width(plot->chart->points[i].label);

		widest = width > widest ? width : widest;
	}

	const int every = widest / plot->slot + 1;

	for (size_t i = plot->first; i < plot->chart->count; i++) {
		const struct chart_point *point = &plot->chart->points[i];
		const int width = text_width(point->label);
		const int x = (int)(i - plot->first) * plot->slot + (plot->slot - width) / 2;

		if ((plot->chart->count - 1 - i) % (size_t)every == 0 || point->focus)
			draw_text(plot->canvas, area, 0, x < 0 ? 0 : x, -1, point->label, TEXT_LEFT,
				point->focus ? THEME_CURSOR_IDLE : THEME_LABEL);
	}
}

/* The figures themselves, when all of them have room. */
static bool w_chart_draw_values(const struct plot *plot, int y)
{
	const struct area area = {plot->area.y + y, plot->area.x, 1, plot->area.columns};
	struct strbuf text = {0};
	bool room = true;

	for (int pass = 0; pass < 2 && room; pass++) {
		for (size_t i = plot->first; i < plot->chart->count; i++) {
			const int x = (int)(i - plot->first) * plot->slot;
			int width;

			strbuf_clear(&text);

			for (int s = 0; s < plot->series; s++) {
				strbuf_add_text(&text, s ? " / " : "");
				if (plot->chart->points[i].known[s])
					w_chart_format(plot->chart,
						plot->chart->points[i].values[s], &text);
				else
					strbuf_add_char(&text, '-');
			}

			width = text_width(strbuf_text(&text));
			room = room && width < plot->slot;
			if (pass > 0)
				draw_text(plot->canvas, area, 0, x + (plot->slot - width) / 2, width,
					strbuf_text(&text), TEXT_LEFT, THEME_NORMAL);
		}
	}
	strbuf_free(&text);
	return room;
}

static void w_chart_draw_legend(const struct w_chart *chart, const struct canvas *canvas,
	struct area area, int y)
{
	int x = 0;

	for (int s = 0; s < w_chart_series_count(chart); s++) {
		draw_fill(canvas, area, y, x, 1, w_chart_series_count(chart) > 1 ?
			THEME_SERIES_1 + (enum theme_role)s : THEME_BAR, s > 0);
		x += 2 + draw_text(canvas, area, y, x + 2, -1, chart->names[s], TEXT_LEFT,
			THEME_NORMAL) + 2;
	}
	if (!chart->target_name)
		return;
	for (int i = 0; i < 2; i++)
		draw_text(canvas, area, y, x + i, 1, canvas->theme->glyphs.target, TEXT_LEFT,
			THEME_TARGET);
	draw_text(canvas, area, y, x + 3, -1, chart->target_name, TEXT_LEFT, THEME_NORMAL);
}

/* ---- the whole ------------------------------------------------------------------------------- */

/* What there is room for in a few rows. */
static void w_chart_draw_small(const struct w_chart *chart, struct canvas *canvas, struct area area)
{
	enum { MOST = 64 };
	const size_t first = chart->count > MOST ? chart->count - MOST : 0;
	int64_t values[MOST];

	for (size_t i = first; i < chart->count; i++)
		values[i - first] = chart->points[i].known[0] ? chart->points[i].values[0] : 0;
	w_chart_sparkline(canvas, area, 0, 0, 1, values, chart->count - first);
	w_chart_draw_legend(chart, canvas, area, 1);
}

void w_chart_draw(const struct w_chart *chart, struct canvas *canvas, struct area area)
{
	assert(chart->points || chart->count == 0);

	struct plot plot = {.chart = chart, .canvas = canvas, .series = w_chart_series_count(chart)};
	const bool values = area.rows >= VALUES_ROWS_MIN;
	const int rows = area.rows - FOOT_ROWS - values;
	int64_t least, most;
	int steps, left, foot;

	if (plot.series == 0 || area.columns < 2)
		return;
	if (!w_chart_find_ends(chart, 0, &least, &most)) {
		draw_wrapped(canvas, area, 0, _("Nothing yet."), THEME_MUTED);
		return;
	}
	if (rows < PLOT_ROWS_MIN || area.columns < COLUMNS_MIN) {
		w_chart_draw_small(chart, canvas, area);
		return;
	}
	steps = rows / ROWS_A_STEP;
	plot.scale = scale_for(least, most, steps > STEPS_MAX ? STEPS_MAX : steps);
	plot.step_rows = rows / (plot.scale.above + plot.scale.below);
	left = w_chart_scale_columns(&plot);
	foot = plot.step_rows * (plot.scale.above + plot.scale.below) + 1;
	plot.area = area_part(area, 0, left, foot - 1, -1);
	w_chart_share_columns(&plot);
	w_chart_draw_scale(&plot);
	w_chart_draw_points(&plot);
	w_chart_draw_labels(&plot, foot);
	if (values && w_chart_draw_values(&plot, foot + 1))
		foot++;
	w_chart_draw_legend(chart, canvas, area_part(area, foot + 1, left, 1, -1), 0);
}

int w_chart_sparkline(const struct canvas *canvas, struct area area, int y, int x, int each,
	const int64_t *values, size_t count)
{
	assert(each > 0 && (values || count == 0));

	const int room = (area.columns - x) / each;
	const size_t shown = room <= 0 ? 0 : count < (size_t)room ? count : (size_t)room;
	int64_t most = 0;

	for (size_t i = count - shown; i < count; i++)
		most = values[i] > most ? values[i] : most;
	for (size_t i = count - shown; i < count; i++) {
		const int64_t level = draw_eighths(1, values[i], most);

		for (int c = 0; c < each; c++)
			draw_text(canvas, area, y, x++, 1,
				level > 0 ? canvas->theme->glyphs.levels[level] : "_", TEXT_LEFT,
				level > 0 ? THEME_BAR : THEME_MUTED);
	}
	return (int)shown * each;
}
