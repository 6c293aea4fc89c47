/* pdf_columns - the columns of a table on paper: how wide, with letters of which size, and which stand
 * beside one another where a page has not room for all. Private to src/exchange/. */
#ifndef EXCHANGE_PDF_COLUMNS_H
#define EXCHANGE_PDF_COLUMNS_H

#include "base/vec.h"
#include "exchange/pdf.h"
#include "model/table.h"

enum { PDF_COLUMN_GAP = 10 }; /* points */

struct pdf_column {
	size_t index; /* in the table */
	bool is_text; /* at the left, and broken into lines where it is too long; figures never are */
	bool breaks;  /* has a text of several lines */
	double width;
};

struct pdf_columns {
	VEC(struct pdf_column) items; /* those for people */
	double size;                  /* of the letters */
	size_t labels;                /* so many at the left stand on every page */
	VEC(size_t) groups;           /* the first further column of each page; one page at least */
};

/* Smaller letters first, then headings and texts in several lines, then several pages, with the columns
 * that name the rows on each. Nothing is left out, and none is wider than the room there is. */
void pdf_columns_fit(struct pdf *pdf, const struct table *table, double room,
	struct pdf_columns *columns);
void pdf_columns_free(struct pdf_columns *columns);
/* The column after the last of a group. */
size_t pdf_columns_end(const struct pdf_columns *columns, size_t group);

#endif
