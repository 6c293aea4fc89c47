#include "config.h"

#include "exchange/late_pdf.h"

#include "exchange/late.h"

/* Here the names are names. */
#undef cairo_create
#undef cairo_destroy
#undef cairo_fill
#undef cairo_line_to
#undef cairo_move_to
#undef cairo_pdf_surface_create_for_stream
#undef cairo_pdf_surface_set_metadata
#undef cairo_rectangle
#undef cairo_set_line_width
#undef cairo_set_source_rgb
#undef cairo_show_page
#undef cairo_status_to_string
#undef cairo_stroke
#undef cairo_surface_destroy
#undef cairo_surface_finish
#undef cairo_surface_status
#undef g_object_unref
#undef pango_attr_insert_hyphens_new
#undef pango_attr_list_insert
#undef pango_attr_list_new
#undef pango_attr_list_unref
#undef pango_cairo_create_layout
#undef pango_cairo_show_layout
#undef pango_context_set_round_glyph_positions
#undef pango_font_description_free
#undef pango_font_description_new
#undef pango_font_description_set_absolute_size
#undef pango_font_description_set_family
#undef pango_font_description_set_weight
#undef pango_layout_get_context
#undef pango_layout_get_line_count
#undef pango_layout_get_line_readonly
#undef pango_layout_get_size
#undef pango_layout_get_unknown_glyphs_count
#undef pango_layout_set_alignment
#undef pango_layout_set_attributes
#undef pango_layout_set_ellipsize
#undef pango_layout_set_font_description
#undef pango_layout_set_height
#undef pango_layout_set_text
#undef pango_layout_set_width
#undef pango_layout_set_wrap

struct late_pdf late_pdf;

bool late_pdf_load(struct error *err)
{
	static const char *const names[] = {
#define F(function) #function,
		LATE_PDF_FUNCTIONS(F)
#undef F
	};

	return late_load(PDF_LIBRARY, names, sizeof names / sizeof names[0], &late_pdf, err);
}
