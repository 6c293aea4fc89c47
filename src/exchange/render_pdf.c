/* render_pdf - a table on paper: A4 landscape. */
#include "config.h"

#include <stdlib.h>

#include "base/ambient.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "exchange/pdf_chart.h"
#include "exchange/pdf_columns.h"
#include "exchange/renderers.h"
#include "model/table_scope.h"

static const double page_width = 842, page_height = 595, margin = 40; /* A4 at 72 points an inch */
static const double line_height = 1.45 /* of the letters */;
enum { NOTE_LINES = 4, HEADING_LINES = 32 };

struct paper {
	struct pdf pdf;
	const struct table *table;
	struct pdf_columns columns;
	VEC(size_t) lines;     /* of each row: those of its longest text */
	double y;              /* where the next thing goes */
	double heading;        /* height of the headings */
	int page, pages;       /* pages 0: being counted */
};

static double inner_width(void)
{
	return page_width - 2 * margin;
}

/* ---- pages ----------------------------------------------------------------------------------- */

static double foot_top(void)
{
	return page_height - margin + 6;
}

static void end_page(struct paper *paper)
{
	const struct pdf_style style = {8, false, PDF_LEFT, 1}, right = {8, false, PDF_RIGHT, 1};
	struct strbuf text = {0};
	char now[20];

	ambient_now(now);
	now[10] = '\0';
	cairo_set_source_rgb(paper->pdf.cairo, 0.3, 0.3, 0.3);
	table_scope_place(paper->table, &text);
	strbuf_add_text(&text, text.length ? "  " : "");
	table_caption(paper->table, &text);
	strbuf_add_text(&text, "  ");
	table_scope_date(paper->table, now, &text);
	pdf_text(&paper->pdf, margin, foot_top(), inner_width() - 60, strbuf_text(&text), &style);
	strbuf_clear(&text);
	strbuf_addf(&text, "%d / %d", paper->page, paper->pages);
	pdf_text(&paper->pdf, page_width - margin - 60, foot_top(), 60, strbuf_text(&text), &right);
	cairo_set_source_rgb(paper->pdf.cairo, 0, 0, 0);
	strbuf_free(&text);
	cairo_show_page(paper->pdf.cairo);
}

static void begin_page(struct paper *paper)
{
	static const struct pdf_style large = {14, true, PDF_LEFT, 1}, small = {9, false, PDF_LEFT, 3};
	static const struct {
		void (*add)(const struct table *table, struct strbuf *out);
		const struct pdf_style *style;
	} lines[] = {{table_heading, &large}, {table_caption, &small}, {table_scope_rest, &small}};

	paper->page++;
	cairo_set_source_rgb(paper->pdf.cairo, 0, 0, 0);
	paper->y = margin;
	for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++) {
		struct strbuf text = {0};

		lines[i].add(paper->table, &text);
		if (text.length)
			paper->y += pdf_text(&paper->pdf, margin, paper->y, inner_width(),
				strbuf_text(&text), lines[i].style) + 2;
		strbuf_free(&text);
	}
	paper->y += 6;
}

static bool has_room(const struct paper *paper, double height)
{
	return paper->y + height <= page_height - margin;
}

/* ---- the table ------------------------------------------------------------------------------- */

/* What stands of a row on a page: a row may be longer than a page. */
struct slice {
	size_t row, first, count; /* lines */
};
struct slices {
	VEC(struct slice) items;
};

static double paper_row_height(const struct paper *paper, size_t lines)
{
	return paper->columns.size * (line_height * (double)lines + 0.25);
}

/* The text of a cell and its lines; the caller frees both. */
static void paper_cell(struct paper *paper, size_t row, const struct pdf_column *column,
	struct strbuf *text, struct pdf_spans *spans)
{
	const struct pdf_style style = {paper->columns.size, true, PDF_LEFT, 1};

	strbuf_clear(text);
	table_cell_text(paper->table, row, column->index, TABLE_PEOPLE, text);
	if (column->breaks) {
		pdf_break(&paper->pdf, column->width, strbuf_text(text), &style, spans);
		return;
	}
	spans->items.count = 0;
	*vec_add(&spans->items) = (struct pdf_span){0, text->length};
}

/* What both draws need to know: how high headings and rows are, over all pages beside one another. */
static void paper_measure(struct paper *paper)
{
	const struct pdf_style style = {paper->columns.size, true, PDF_LEFT, HEADING_LINES};
	struct strbuf text = {0};
	struct pdf_spans spans = {0};

	for (size_t r = 0; r < paper->table->rows.count; r++)
		*vec_add(&paper->lines) = 1;
	for (size_t c = 0; c < paper->columns.items.count; c++) {
		const struct pdf_column *const column = &paper->columns.items.items[c];
		double height;

		pdf_measure(&paper->pdf, column->width, paper->table->columns.items[column->index].label,
			&style, NULL, &height);
		paper->heading = height > paper->heading ? height : paper->heading;
		for (size_t r = 0; column->breaks && r < paper->table->rows.count; r++) {
			paper_cell(paper, r, column, &text, &spans);
			if (spans.items.count > paper->lines.items[r])
				paper->lines.items[r] = spans.items.count;
		}
	}
	strbuf_free(&text);
	vec_free(&spans.items);
}

/* Those of a page below its headings, from a line of a row on; both are then where it goes on. */
static void paper_take(const struct paper *paper, size_t *row, size_t *line, struct slices *slices)
{
	double room = page_height - margin - paper->y - paper->heading - 6;

	slices->items.count = 0;
	while (*row < paper->lines.count) {
		const size_t rest = paper->lines.items[*row] - *line;
		size_t count = rest;

		if (paper_row_height(paper, rest) > room) {
			if (slices->items.count > 0)
				return;
			while (count > 1 && paper_row_height(paper, count) > room)
				count--;
		}
		*vec_add(&slices->items) = (struct slice){*row, *line, count};
		room -= paper_row_height(paper, count);
		*line += count;
		if (count < rest)
			return;
		*line = 0;
		++*row;
	}
}

/* The columns of a page: those that name the rows, then those of its group. */
static bool paper_shows(const struct paper *paper, size_t group, size_t column)
{
	return column < paper->columns.labels || (column >= paper->columns.groups.items[group] &&
		column < pdf_columns_end(&paper->columns, group));
}

static void draw_headings(struct paper *paper, size_t group)
{
	double x = margin;

	for (size_t c = 0; c < paper->columns.items.count; c++) {
		const struct pdf_column *const column = &paper->columns.items.items[c];
		const struct pdf_style style = {paper->columns.size, true,
			column->is_text ? PDF_LEFT : PDF_RIGHT, HEADING_LINES};

		if (!paper_shows(paper, group, c))
			continue;
		pdf_text(&paper->pdf, x, paper->y, column->width,
			paper->table->columns.items[column->index].label, &style);
		x += column->width + PDF_COLUMN_GAP;
	}
	paper->y += paper->heading + 3;
	pdf_line(&paper->pdf, margin, paper->y, x - PDF_COLUMN_GAP, paper->y, 0.8);
	paper->y += 3;
}

/* Figures stand at the right, and are never cut. */
static void draw_slice(struct paper *paper, size_t group, const struct slice *slice)
{
	const enum row_kind kind = paper->table->rows.items[slice->row].kind;
	const struct pdf_style style = {paper->columns.size, kind == ROW_TOTAL || kind == ROW_SUBTOTAL,
		PDF_LEFT, 1};
	struct strbuf text = {0};
	struct pdf_spans spans = {0};
	double x = margin;

	for (size_t c = 0; c < paper->columns.items.count; c++) {
		const struct pdf_column *const column = &paper->columns.items.items[c];

		if (!paper_shows(paper, group, c))
			continue;
		paper_cell(paper, slice->row, column, &text, &spans);
		for (size_t l = 0; l < slice->count && slice->first + l < spans.items.count; l++) {
			const struct pdf_span *const span = &spans.items.items[slice->first + l];
			char *const line = xstrndup(strbuf_text(&text) + span->start, span->length);
			double width = column->width;

			if (!column->is_text)
				pdf_measure(&paper->pdf, 0, line, &style, &width, NULL);
			if (*line)
				pdf_text(&paper->pdf, x + column->width - width,
					paper->y + 1 + line_height * paper->columns.size * (double)l,
					0, line, &style);
			free(line);
		}
		x += column->width + PDF_COLUMN_GAP;
	}
	if (kind == ROW_TOTAL && slice->first == 0)
		pdf_line(&paper->pdf, margin, paper->y, x - PDF_COLUMN_GAP, paper->y, 0.5);
	paper->y += paper_row_height(paper, slice->count);
	strbuf_free(&text);
	vec_free(&spans.items);
}

static void next_page(struct paper *paper)
{
	end_page(paper);
	begin_page(paper);
}

/* Rows that have room on a page, on as many pages beside one another as the columns take; then the next. */
static void draw_table(struct paper *paper)
{
	struct slices slices = {0};
	size_t row = 0, line = 0;

	do {
		if (row + line > 0)
			next_page(paper);
		paper_take(paper, &row, &line, &slices);
		for (size_t g = 0; g < paper->columns.groups.count; g++) {
			if (g > 0)
				next_page(paper);
			draw_headings(paper, g);
			for (size_t s = 0; s < slices.items.count; s++)
				draw_slice(paper, g, &slices.items.items[s]);
		}
	} while (row < paper->table->rows.count);
	vec_free(&slices.items);
}

static void draw_all(struct paper *paper)
{
	paper->page = 0;
	begin_page(paper);
	draw_table(paper);

	const struct pdf_style style = {9, false, PDF_LEFT, NOTE_LINES};

	paper->y += 6;
	for (size_t n = 0; n < paper->table->notes.count; n++) {
		const char *text = paper->table->notes.items[n].text;
		double height;

		pdf_measure(&paper->pdf, inner_width(), text, &style, NULL, &height);
		if (!has_room(paper, height))
			next_page(paper);
		paper->y += pdf_text(&paper->pdf, margin, paper->y, inner_width(), text,
			&style) + 2;
	}

	const struct chart_spec spec = chart_spec_for(paper->table);

	if (spec.kind != CHART_NONE) {
		if (!has_room(paper, pdf_chart_least(&spec) + 12))
			next_page(paper);
		pdf_chart(&paper->pdf, paper->table, &spec, margin, paper->y + 12, inner_width(),
			page_height - margin - paper->y - 12);
	}
	end_page(paper);
}

/* ---- the whole ------------------------------------------------------------------------------- */

static cairo_status_t write_bytes(void *stream, const unsigned char *bytes, unsigned length)
{
	if (!stream || fwrite(bytes, 1, length, stream) == length)
		return CAIRO_STATUS_SUCCESS;
	return CAIRO_STATUS_WRITE_ERROR;
}

/* stream NULL: pages are only counted. */
static bool draw_to(struct paper *paper, FILE *stream, struct error *err)
{
	cairo_surface_t *surface = cairo_pdf_surface_create_for_stream(write_bytes, stream, page_width,
		page_height);
	cairo_status_t status;
	char now[20];

	ambient_now(now);
	cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, paper->table->title);
	cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, now);
	paper->pdf.cairo = cairo_create(surface);
	if (!stream) {
		pdf_columns_fit(&paper->pdf, paper->table, inner_width(), &paper->columns);
		paper_measure(paper);
	}
	draw_all(paper);
	paper->pages = paper->page;
	cairo_destroy(paper->pdf.cairo);
	cairo_surface_finish(surface);
	status = cairo_surface_status(surface);
	cairo_surface_destroy(surface);
	return status == CAIRO_STATUS_SUCCESS ||
		error_set(err, ERROR_FILE, _("The file cannot be written: %s"),
			cairo_status_to_string(status));
}

bool render_pdf(const struct table *table, const struct render_options *options, FILE *stream,
	struct error *err)
{
	struct paper paper = {.table = table};
	bool done;

	(void)options;
	if (!late_pdf_load(err))
		return false;
	done = draw_to(&paper, NULL, err);
	if (done && *paper.pdf.missing)
		done = error_set(err, ERROR_FILE,
			_("No font here has “%s”; install one with Japanese (Debian: fonts-vlgothic)."),
			paper.pdf.missing);
	done = done && draw_to(&paper, stream, err);
	pdf_columns_free(&paper.columns);
	vec_free(&paper.lines);
	return done && render_flush(stream, err);
}
