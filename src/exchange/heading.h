/* heading - which column of a sheet a heading of a file means by itself. */
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

/* True for the id of a column of figures. */
bool heading_is_figure(const char *id);
/* True where a heading says something else of a figure than the column of that id: 実績, 平年度, 前年度, 月間. */
bool heading_contradicts(const char *heading, const char *id);

#endif
