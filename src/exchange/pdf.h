/* pdf - text on a page, for the files of the PDF renderer; private to src/exchange/. Lengths are
 * points; positions are those of upper left corners. */
#ifndef EXCHANGE_PDF_H
#define EXCHANGE_PDF_H

#include <stdbool.h>

#include "base/vec.h"
#include "exchange/late_pdf.h"

enum pdf_align { PDF_LEFT, PDF_RIGHT, PDF_CENTRE };

struct pdf_style {
	double size;
	bool bold;
	enum pdf_align align;
	int lines; /* at most; what is longer ends with … */
};

struct pdf {
	cairo_t *cairo;
	char missing[8]; /* the first character that no font has, "" = none */
};

/* Draws text in a column (width <= 0: as wide as it is). Returns its height. */
double pdf_text(struct pdf *pdf, double x, double y, double width, const char *text,
	const struct pdf_style *style);
/* The same without drawing: *width and *height (either may be NULL) of what it would take. */
void pdf_measure(struct pdf *pdf, double column, const char *text, const struct pdf_style *style,
	double *width, double *height);
/* The lines that a text is broken into in a column, without the blanks between them; those of a text
 * that ends with a line break among them. */
struct pdf_span {
	size_t start, length; /* bytes of the text */
};
struct pdf_spans {
	VEC(struct pdf_span) items;
};
void pdf_break(struct pdf *pdf, double column, const char *text, const struct pdf_style *style,
	struct pdf_spans *spans);
void pdf_line(struct pdf *pdf, double x1, double y1, double x2, double y2, double width);

#endif
