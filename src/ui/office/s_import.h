/* s_import - a sheet of somebody's own comes in: its columns as they are, what each is taken for and why, chosen
 * otherwise where that is wrong; then what would change, row by row; then, after a yes, it is stored as one change. */
#ifndef UI_OFFICE_S_IMPORT_H
#define UI_OFFICE_S_IMPORT_H

#include "ui/app/app.h"

/* What to read; any may be NULL: it is asked for. */
struct import_request {
	const char *path;
	const char *kind;  /* of sheet_kind_parse() */
	const char *sheet; /* of a workbook */
};

/* Asks for a file, what it holds, its sheet, and opens the page above the present screen. */
bool import_open(struct app *app);
bool import_open_request(struct app *app, const struct import_request *request);

#endif
