/* xlsx_digits - the figures of a workbook as decimals, to the digit. The library writes a binary
 * fraction with sixteen digits: 8.3 as 8.300000000000001, which is another number to whoever reads the
 * file without rounding. No figure that is written has more than fifteen digits (render_xlsx.c), and
 * fifteen always come back as they were. Private to src/exchange/. */
#ifndef EXCHANGE_XLSX_DIGITS_H
#define EXCHANGE_XLSX_DIGITS_H

#include <stdbool.h>
#include <stdio.h>

#include "base/error.h"
#include "base/strbuf.h"

/* Copies the workbook with every figure in its cells and charts rounded to fifteen digits. */
bool xlsx_digits_copy(FILE *workbook, FILE *stream, struct error *err);
/* A part of it, as XML: the figures between <v> or <c:v> and what ends them. What names the points of a
 * chart is text, whatever it looks like. */
void xlsx_digits_rewrite(const char *xml, size_t length, struct strbuf *out);

#endif
