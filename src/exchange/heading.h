/* heading - which column of a sheet a heading of a file means by itself; private to src/exchange/. */
#ifndef EXCHANGE_HEADING_H
#define EXCHANGE_HEADING_H

#include "exchange/sheet.h"

/* Besides the index of a sheet column. */
enum { HEADING_UNKNOWN = -1, HEADING_LEFT_OUT = -2 };

/* What two headings that mean the same have in common: text_key() without blanks, for they are broken into lines
 * and spaced out at will. Caller frees. */
char *heading_key(const char *text, size_t length);
/* The column that is called so: by its id, its label in either language, or a variant of it. HEADING_UNKNOWN for
 * anything else; sheet_column_by_heading() knows more, by what they mean. */
int heading_named(enum sheet_kind kind, const char *heading);

#endif
