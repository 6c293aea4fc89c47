/* pasting_rows - cells copied in a spreadsheet as rows of a list or of one of the office's tables: read, judged and
 * stored as an import of such a file is, so that nothing is decided twice; with what becomes of each row. */
#ifndef SERVICE_FILES_PASTING_ROWS_H
#define SERVICE_FILES_PASTING_ROWS_H

#include "exchange/pasted.h"
#include "model/table.h"
#include "service/files/importing.h"

struct pasting_rows {
	enum sheet_kind kind;
	const struct pasted *pasted;
	/* Ids of the columns, for cells that come without headings: those of the kind's own files, in their order,
	 * where count is 0. */
	const char *const *columns;
	size_t count;
	enum importing_codes codes;
};

/* Reads them (a trial) or stores the rows that are good, as one change. False where they cannot be read as rows of
 * that kind at all; bad rows are in the report of the zeroed result. */
bool pasting_rows(struct session *session, const struct pasting_rows *rows, bool store,
	struct importing_result *result, struct error *err);

/* What a trial would come to, as a table: a row for each that was pasted, after the first column, which says what
 * becomes of it, its cells; bad ones marked with '!'. A row's key[0] is its place in *whys, which has a text for each
 * cell of the table (NULL = nothing is to be said of it) in the arena of the table. */
void pasting_rows_tell(const struct pasting_rows *rows, const struct importing_result *trial, struct table *table,
	const char *const **whys);

#endif
