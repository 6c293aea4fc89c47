/* paper - a table on paper: every figure that the table shows as text stands in the PDF as often. */
#ifndef AUDIT_PAPER_H
#define AUDIT_PAPER_H

#include "program.h"
#include "tally.h"

/* False where there is no pdftotext. path: of the PDF that answer wrote; text: the same table as aligned text. */
bool paper_compare(struct tally *tally, struct pool *pool, const char *name, const struct answer *answer,
	const char *path, const struct answer *text);

#endif
