/* render_pdf - a table on paper: A4 landscape. */
#include "config.h"

#include "base/ambient.h"
#include "base/i18n.h"
#include "base/text.h"
#include "exchange/pdf_chart.h"
#include "exchange/renderers.h"

static const double page_width = 842, page_height = 595, margin = 40; /* A4 at 72 points an inch */
static const double column_gap = 10, chart_height = 260, sizes[] = {10, 9, 8, 7, 6};
enum { HEADING_LINES = 3, NOTE_LINES = 4, SIZES = sizeof sizes / sizeof sizes[0] };

/* ---- columns --------------------------------------------------------------------------------- */

struct paper {
	struct pdf pdf;
	const struct table *table;
	VEC(double) widths;    /* by table column; 0 = not for people */
	double size;           /* of the letters in the table */
	double y;              /* where the next thing goes */
	double heading;        /* height of the headings */
	double right;          /* where the table ends */
	int page, pages;       /* pages 0: being counted */
};

static bool render_pdf_is_text(const struct table *table, size_t column)
{
	return column_type_is_text(table->columns.items[column].type);
}

static double inner_width(void)
{
	return page_width - 2 * margin;
}

/* kint/one is no heading: the longest word of Latin letters, or a few characters. */
static double word_width(struct paper *paper, const char *text, const struct pdf_style *style)
{
	double widest = paper->size * 3, width;
	struct strbuf word = {0};

	for (;; text++) {
		const bool letter = (unsigned char)*text < 0x80 && *text > ' ';

		if (letter) {
			strbuf_add_char(&word, *text);
			continue;
		}
		pdf_measure(&paper->pdf, 0, strbuf_text(&word), style, &width, NULL);
		widest = width > widest ? width : widest;
		strbuf_clear(&word);
		if (!*text)
			break;
	}
	strbuf_free(&word);
	return widest;
}

/* Figures are never cut; headings are broken into lines where that gives room. */
static double natural_width(struct paper *paper, size_t column, bool broken)
{
	const struct pdf_style style = {paper->size, true, PDF_LEFT, 1};
	struct strbuf text = {0};
	double widest, width;

	pdf_measure(&paper->pdf, 0, paper->table->columns.items[column].label, &style, &widest, NULL);
	if (!render_pdf_is_text(paper->table, column) && broken) {
		width = word_width(paper, paper->table->columns.items[column].label, &style);
		widest = widest / 2 > width ? widest / 2 : width;
	}
	for (size_t r = 0; r < paper->table->rows.count; r++) {
		strbuf_clear(&text);
		table_cell_text(paper->table, r, column, TABLE_PEOPLE, &text);
		pdf_measure(&paper->pdf, 0, strbuf_text(&text), &style, &width, NULL);
		widest = width > widest ? width : widest;
	}
	strbuf_free(&text);
	return widest + 1;
}

static double render_pdf_measure_columns(struct paper *paper, bool broken, double *texts)
{
	double sum = 0;

	paper->widths.count = 0;
	*texts = 0;
	for (size_t c = 0; c < paper->table->columns.count; c++) {
		double *width = vec_add(&paper->widths);

		*width = paper->table->columns.items[c].people ? natural_width(paper, c, broken) : 0;
		sum += *width > 0 ? *width + column_gap : 0;
		*texts += render_pdf_is_text(paper->table, c) ? *width : 0;
	}
	return sum - column_gap;
}

/* Headings in lines first, then smaller letters, then shorter texts. */
static void fit_columns(struct paper *paper)
{
	double texts, sum = 0;

	for (size_t s = 0; s < SIZES * 2; s++) {
		paper->size = sizes[s / 2];
		sum = render_pdf_measure_columns(paper, s % 2 > 0, &texts);
		if (sum <= inner_width())
			return;
	}
	for (size_t c = 0; texts > 0 && c < paper->widths.count; c++) {
		const double share = paper->widths.items[c] / texts * (sum - inner_width());

		if (render_pdf_is_text(paper->table, c) && paper->widths.items[c] > 0)
			paper->widths.items[c] = paper->widths.items[c] - share > 20 ?
				paper->widths.items[c] - share : 20;
	}
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
	strbuf_add_text(&text, paper->table->body ? paper->table->body : "");
	strbuf_add_text(&text, text.length ? "  " : "");
	table_caption(paper->table, &text);
	strbuf_add_text(&text, "  ");
	strbuf_addf(&text, _("Made on %s"), now);
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
	const struct pdf_style style = {14, true, PDF_LEFT, 1};

	paper->page++;
	cairo_set_source_rgb(paper->pdf.cairo, 0, 0, 0);
	paper->y = margin;
	paper->y += pdf_text(&paper->pdf, margin, paper->y, inner_width(), paper->table->title, &style) +
		8;
}

static bool has_room(const struct paper *paper, double height)
{
	return paper->y + height <= page_height - margin;
}

static void draw_headings(struct paper *paper)
{
	double x = margin, height;

	paper->heading = 0;
	for (size_t c = 0; c < paper->widths.count; c++) {
		const struct pdf_style style = {paper->size, true,
			render_pdf_is_text(paper->table, c) ? PDF_LEFT : PDF_RIGHT, HEADING_LINES};

		if (paper->widths.items[c] <= 0)
			continue;
		height = pdf_text(&paper->pdf, x, paper->y, paper->widths.items[c],
			paper->table->columns.items[c].label, &style);
		paper->heading = height > paper->heading ? height : paper->heading;
		x += paper->widths.items[c] + column_gap;
	}
	paper->y += paper->heading + 3;
	paper->right = x - column_gap;
	pdf_line(&paper->pdf, margin, paper->y, paper->right, paper->y, 0.8);
	paper->y += 3;
}

static double row_height(const struct paper *paper)
{
	return paper->size * 1.7;
}

static void draw_row(struct paper *paper, size_t row)
{
	const enum row_kind kind = paper->table->rows.items[row].kind;
	const bool total = kind == ROW_TOTAL || kind == ROW_SUBTOTAL;
	struct strbuf text = {0};
	double x = margin;

	if (kind == ROW_TOTAL)
		pdf_line(&paper->pdf, margin, paper->y, paper->right, paper->y, 0.5);
	for (size_t c = 0; c < paper->widths.count; c++) {
		const struct pdf_style style = {paper->size, total,
			render_pdf_is_text(paper->table, c) ? PDF_LEFT : PDF_RIGHT, 1};

		if (paper->widths.items[c] <= 0)
			continue;
		strbuf_clear(&text);
		table_cell_text(paper->table, row, c, TABLE_PEOPLE, &text);
		if (text.length > 0)
			pdf_text(&paper->pdf, x, paper->y + 1, paper->widths.items[c],
				strbuf_text(&text), &style);
		x += paper->widths.items[c] + column_gap;
	}
	paper->y += row_height(paper);
	strbuf_free(&text);
}

static void next_page(struct paper *paper)
{
	end_page(paper);
	begin_page(paper);
}

static void draw_all(struct paper *paper)
{
	paper->page = 0;
	begin_page(paper);
	draw_headings(paper);
	for (size_t r = 0; r < paper->table->rows.count; r++) {
		if (!has_room(paper, row_height(paper))) {
			next_page(paper);
			draw_headings(paper);
		}
		draw_row(paper, r);
	}

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
		if (!has_room(paper, chart_height + 12))
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
	if (!stream)
		fit_columns(paper);
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
	vec_free(&paper.widths);
	return done && render_flush(stream, err);
}
