/* paste_rows - cells copied in a spreadsheet and pasted where rows are listed: what would become of each, a yes, one
 * change that can be taken back. */
#ifndef UI_KIT_PASTE_ROWS_H
#define UI_KIT_PASTE_ROWS_H

#include "exchange/sheet.h"

struct app;

/* Ids of the columns, for cells without headings; count 0: those of the kind's own files. False where the text is but
 * one cell, which no list takes; true when the paste was dealt with, stored or not. */
bool paste_rows(struct app *app, enum sheet_kind kind, const char *text, const char *const *columns, size_t count);

#endif
