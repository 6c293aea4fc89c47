/* pdf_chart - the chart of a table in an area of a page; private to src/exchange/. */
#ifndef EXCHANGE_PDF_CHART_H
#define EXCHANGE_PDF_CHART_H

#include "exchange/chart_spec.h"
#include "exchange/pdf.h"
#include "model/table.h"

/* The height below which it is hard to read; no more than a page has. */
double pdf_chart_least(const struct chart_spec *spec);
/* Where and how large: points, from the upper left corner of the page. */
void pdf_chart(struct pdf *pdf, const struct table *table, const struct chart_spec *spec, double x,
	double y, double width, double height);

#endif
