/* template - an empty workbook to be filled in by those who never open a terminal: protected headings, a line of help
 * for each column, lists to choose from, cells of the right kind. */
#ifndef EXCHANGE_TEMPLATE_H
#define EXCHANGE_TEMPLATE_H

#include <stdio.h>

#include "base/error.h"
#include "base/vec.h"

enum template_cell { TEMPLATE_TEXT, TEMPLATE_LONG_TEXT, TEMPLATE_FIGURE /* 0 or more */, TEMPLATE_DAY };
enum { TEMPLATE_FIRST_ROW = 5 /* from 1: where filling in begins */, TEMPLATE_ROWS = 1000 };

struct template_column {
	const char *label, *help;
	enum template_cell cell;
	const char *choices; /* a formula that gives them for the first row; NULL = none */
	int width;           /* in characters */
};
/* A column of the hidden sheet that choices refer to. */
struct template_list {
	VEC(const char *) items;
};

/* What is filled in already: a text for each column, "" for none. */
struct template_row {
	const char **cells;
};

struct template_sheet {
	const char *name, *hint; /* of the sheet, and a line above the headings */
	const char *lists_name;  /* of the hidden sheet */
	const struct template_column *columns;
	size_t count;
	const struct template_list *lists;
	size_t list_count;
	const struct template_row *rows;
	size_t row_count;
};

/* False where workbooks cannot be written. */
bool template_write(const struct template_sheet *template, FILE *stream, struct error *err);

#endif
