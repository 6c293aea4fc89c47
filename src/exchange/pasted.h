/* pasted - cells copied in a spreadsheet, as they come through the clipboard of a terminal: rows by line, cells by
 * tab; what holds a tab, a line break or a quotation mark may stand in quotation marks. */
#ifndef EXCHANGE_PASTED_H
#define EXCHANGE_PASTED_H

#include <stdbool.h>
#include <stddef.h>

#include "base/mem.h"
#include "base/strbuf.h"
#include "base/vec.h"

struct pasted_row {
	size_t count;             /* 0 for a blank line */
	const char *const *cells; /* without the blanks around them */
};
/* Zero-initialise. */
struct pasted {
	VEC(struct pasted_row) rows; /* blank ones among them, none at the end */
	size_t columns;              /* of the widest row */
	struct arena arena;          /* holds the cells */
};

/* Splits a text that was pasted. Line ends are LF, CR or CRLF. */
void pasted_split(const char *text, struct pasted *pasted);
void pasted_free(struct pasted *pasted);
/* A cell; "" beyond the row's last. */
const char *pasted_cell(const struct pasted *pasted, size_t row, size_t column);
/* More than one cell: not what is meant for a single field. */
bool pasted_is_table(const struct pasted *pasted);
/* Appends a row as csv_reader understands it: every cell in quotation marks, tabs between them. */
void pasted_write(const char *const *cells, size_t count, struct strbuf *out);

#endif
