/* workbook_xlsx_text - texts as the parts of an Excel workbook hold them. Private to src/exchange/. */
#ifndef EXCHANGE_WORKBOOK_XLSX_TEXT_H
#define EXCHANGE_WORKBOOK_XLSX_TEXT_H

#include <stdbool.h>

#include "base/strbuf.h"

/* "_x000D_" stands for a character that XML cannot hold; in place. What stands for NUL or half a character
 * stays as it is. */
void xlsx_unescape(struct strbuf *text);

/* The text of <si> or <is>: its <t>, and those of its runs, but not of what is said how to read it. */
struct xlsx_text {
	struct strbuf text;
	bool in_text;
	int phonetic; /* depth in <rPh> */
};
/* An element begins or ends: from what follows on, texts are the cell's (in_text), or not. */
void xlsx_text_start(struct xlsx_text *text, const char *name);
void xlsx_text_end(struct xlsx_text *text, const char *name);

/* A flag of an element; false for NULL. */
bool xlsx_true(const char *text);

#endif
