/* late_pdf - cairo and pango, loaded when a PDF file is written
 *
 * Linked in, they and what they bring along are loaded by every start of the program: forty libraries,
 * 5 ms and 6 MB. So their functions are looked up when the first file of that kind is written; the names
 * below then stand for the addresses that were found, as they do in a table of the linker. */
#ifndef EXCHANGE_LATE_PDF_H
#define EXCHANGE_LATE_PDF_H

#include <cairo-pdf.h>
#include <pango/pangocairo.h>
#include <stdbool.h>

#include "base/error.h"

#define LATE_PDF_FUNCTIONS(F) \
	F(cairo_create) F(cairo_destroy) F(cairo_fill) F(cairo_line_to) F(cairo_move_to) \
	F(cairo_pdf_surface_create_for_stream) F(cairo_pdf_surface_set_metadata) \
	F(cairo_rectangle) F(cairo_set_line_width) F(cairo_set_source_rgb) \
	F(cairo_show_page) F(cairo_status_to_string) F(cairo_stroke) \
	F(cairo_surface_destroy) F(cairo_surface_finish) F(cairo_surface_status) \
	F(g_object_unref) F(pango_attr_insert_hyphens_new) F(pango_attr_list_insert) \
	F(pango_attr_list_new) F(pango_attr_list_unref) F(pango_cairo_create_layout) \
	F(pango_cairo_show_layout) F(pango_context_set_round_glyph_positions) \
	F(pango_font_description_free) F(pango_font_description_new) \
	F(pango_font_description_set_absolute_size) F(pango_font_description_set_family) \
	F(pango_font_description_set_weight) F(pango_layout_get_context) \
	F(pango_layout_get_line_count) F(pango_layout_get_line_readonly) \
	F(pango_layout_get_size) F(pango_layout_get_unknown_glyphs_count) \
	F(pango_layout_set_alignment) F(pango_layout_set_attributes) \
	F(pango_layout_set_ellipsize) F(pango_layout_set_font_description) \
	F(pango_layout_set_height) F(pango_layout_set_text) F(pango_layout_set_width) \
	F(pango_layout_set_wrap)

struct late_pdf {
#define F(function) __typeof__(function) *function;
	LATE_PDF_FUNCTIONS(F)
#undef F
};
extern struct late_pdf late_pdf;

/* Finds them all; once that has been done it does nothing. False where the library is not installed. */
bool late_pdf_load(struct error *err);

#define cairo_create late_pdf.cairo_create
#define cairo_destroy late_pdf.cairo_destroy
#define cairo_fill late_pdf.cairo_fill
#define cairo_line_to late_pdf.cairo_line_to
#define cairo_move_to late_pdf.cairo_move_to
#define cairo_pdf_surface_create_for_stream late_pdf.cairo_pdf_surface_create_for_stream
#define cairo_pdf_surface_set_metadata late_pdf.cairo_pdf_surface_set_metadata
#define cairo_rectangle late_pdf.cairo_rectangle
#define cairo_set_line_width late_pdf.cairo_set_line_width
#define cairo_set_source_rgb late_pdf.cairo_set_source_rgb
#define cairo_show_page late_pdf.cairo_show_page
#define cairo_status_to_string late_pdf.cairo_status_to_string
#define cairo_stroke late_pdf.cairo_stroke
#define cairo_surface_destroy late_pdf.cairo_surface_destroy
#define cairo_surface_finish late_pdf.cairo_surface_finish
#define cairo_surface_status late_pdf.cairo_surface_status
#define g_object_unref late_pdf.g_object_unref
#define pango_attr_insert_hyphens_new late_pdf.pango_attr_insert_hyphens_new
#define pango_attr_list_insert late_pdf.pango_attr_list_insert
#define pango_attr_list_new late_pdf.pango_attr_list_new
#define pango_attr_list_unref late_pdf.pango_attr_list_unref
#define pango_cairo_create_layout late_pdf.pango_cairo_create_layout
#define pango_cairo_show_layout late_pdf.pango_cairo_show_layout
#define pango_context_set_round_glyph_positions late_pdf.pango_context_set_round_glyph_positions
#define pango_font_description_free late_pdf.pango_font_description_free
#define pango_font_description_new late_pdf.pango_font_description_new
#define pango_font_description_set_absolute_size late_pdf.pango_font_description_set_absolute_size
#define pango_font_description_set_family late_pdf.pango_font_description_set_family
#define pango_font_description_set_weight late_pdf.pango_font_description_set_weight
#define pango_layout_get_context late_pdf.pango_layout_get_context
#define pango_layout_get_line_count late_pdf.pango_layout_get_line_count
#define pango_layout_get_line_readonly late_pdf.pango_layout_get_line_readonly
#define pango_layout_get_size late_pdf.pango_layout_get_size
#define pango_layout_get_unknown_glyphs_count late_pdf.pango_layout_get_unknown_glyphs_count
#define pango_layout_set_alignment late_pdf.pango_layout_set_alignment
#define pango_layout_set_attributes late_pdf.pango_layout_set_attributes
#define pango_layout_set_ellipsize late_pdf.pango_layout_set_ellipsize
#define pango_layout_set_font_description late_pdf.pango_layout_set_font_description
#define pango_layout_set_height late_pdf.pango_layout_set_height
#define pango_layout_set_text late_pdf.pango_layout_set_text
#define pango_layout_set_width late_pdf.pango_layout_set_width
#define pango_layout_set_wrap late_pdf.pango_layout_set_wrap

#endif
