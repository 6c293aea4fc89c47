#include "config.h"

#include "exchange/pdf.h"

#include <assert.h>
#include <string.h>

#include "base/text.h"

static PangoLayout *pdf_lay_out(struct pdf *pdf, double width, const char *text,
	const struct pdf_style *style)
{
	static const PangoAlignment alignments[] = {
		[PDF_LEFT] = PANGO_ALIGN_LEFT,
		[PDF_RIGHT] = PANGO_ALIGN_RIGHT,
		[PDF_CENTRE] = PANGO_ALIGN_CENTER,
	};
	PangoLayout *layout = pango_cairo_create_layout(pdf->cairo);
	PangoFontDescription *font = pango_font_description_new();
	PangoAttrList *attributes = pango_attr_list_new();

	/* paper has no pixels: twice the size is twice as wide */
	pango_context_set_round_glyph_positions(pango_layout_get_context(layout), FALSE);
	pango_font_description_set_family(font, "Noto Sans CJK JP, VL PGothic, IPAGothic, sans-serif");
	pango_font_description_set_absolute_size(font, style->size * PANGO_SCALE);
	pango_font_description_set_weight(font,
		style->bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
	pango_layout_set_font_description(layout, font);
	pango_font_description_free(font);
	pango_attr_list_insert(attributes, pango_attr_insert_hyphens_new(FALSE));
	pango_layout_set_attributes(layout, attributes);
	pango_attr_list_unref(attributes);
	pango_layout_set_text(layout, text ? text : "", -1);
	if (width > 0) {
		pango_layout_set_width(layout, (int)(width * PANGO_SCALE));
		pango_layout_set_height(layout, -style->lines);
		pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
		pango_layout_set_ellipsize(layout, PANGO_ELLIPSIZE_END);
		pango_layout_set_alignment(layout, alignments[style->align]);
	}
	return layout;
}

/* Boxes instead of words would be worse than no paper: the first such character is kept. */
static void pdf_look_for_missing(struct pdf *pdf, PangoLayout *layout, const char *text)
{
	if (*pdf->missing || pango_layout_get_unknown_glyphs_count(layout) == 0)
		return;
	for (const char *at = text; *at;) {
		size_t length = 1;
		char one[8] = "";

		while (((unsigned char)at[length] & 0xC0) == 0x80 && length < sizeof one - 1)
			length++;
		memcpy(one, at, length);
		at += length;
		pango_layout_set_text(layout, one, -1);
		if (pango_layout_get_unknown_glyphs_count(layout) > 0) {
			text_copy(pdf->missing, sizeof pdf->missing, one);
			return;
		}
	}
}

double pdf_text(struct pdf *pdf, double x, double y, double width, const char *text,
	const struct pdf_style *style)
{
	assert(style->size > 0 && style->lines > 0);

	PangoLayout *layout = pdf_lay_out(pdf, width, text, style);
	int height;

	pango_layout_get_size(layout, NULL, &height);
	cairo_move_to(pdf->cairo, x, y);
	pango_cairo_show_layout(pdf->cairo, layout);
	pdf_look_for_missing(pdf, layout, text ? text : "");
	g_object_unref(layout);
	return (double)height / PANGO_SCALE;
}

void pdf_measure(struct pdf *pdf, double column, const char *text, const struct pdf_style *style,
	double *width, double *height)
{
	PangoLayout *layout = pdf_lay_out(pdf, column, text, style);
	int wide, high;

	pango_layout_get_size(layout, &wide, &high);
	if (width)
		*width = (double)wide / PANGO_SCALE;
	if (height)
		*height = (double)high / PANGO_SCALE;
	g_object_unref(layout);
}

void pdf_break(struct pdf *pdf, double column, const char *text, const struct pdf_style *style,
	struct pdf_spans *spans)
{
	const struct pdf_style whole = {style->size, style->bold, style->align, INT16_MAX};
	PangoLayout *layout = pdf_lay_out(pdf, column, text, &whole);
	const int count = pango_layout_get_line_count(layout);

	spans->items.count = 0;
	for (int i = 0; i < count; i++) {
		const PangoLayoutLine *const line = pango_layout_get_line_readonly(layout, i);
		const size_t start = (size_t)line->start_index;
		size_t length = (size_t)line->length;

		while (length > 0 && (unsigned char)text[start + length - 1] <= ' ')
			length--;
		*vec_add(&spans->items) = (struct pdf_span){start, length};
	}
	g_object_unref(layout);
}

void pdf_line(struct pdf *pdf, double x1, double y1, double x2, double y2, double width)
{
	cairo_set_line_width(pdf->cairo, width);
	cairo_move_to(pdf->cairo, x1, y1);
	cairo_line_to(pdf->cairo, x2, y2);
	cairo_stroke(pdf->cairo);
}
