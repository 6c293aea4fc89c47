/* import_page - what the files of the page of an import share; private to s_import.c and import_*.c. */
#ifndef UI_OFFICE_IMPORT_PAGE_H
#define UI_OFFICE_IMPORT_PAGE_H

#include "exchange/sheet_look.h"
#include "service/files/importing.h"
#include "ui/kit/s_page.h"

/* The texts of the page, and its numbers. */
enum { IMPORT_PATH, IMPORT_KIND, IMPORT_SHEET, IMPORT_MAP };
enum { IMPORT_MODE /* 0 = its columns, 1 = the difference */, IMPORT_FILTER /* enum import_row + 1, 0 = all */,
	IMPORT_CODES /* enum importing_codes */ };

/* What becomes of a row of the file, or of one that it does not have. */
enum import_row { IMPORT_ADDED, IMPORT_CHANGED, IMPORT_REFUSED, IMPORT_GOES, IMPORT_UNCHANGED, IMPORT_ROWS };
const char *import_row_label(enum import_row row);

enum sheet_kind import_kind(const struct page_values *values);

/* ---- import_columns.c ---- */

/* A row of the table is key[0]: the column of the file, or -1; key[1]: the rule of the mapping, or -1. */
bool import_columns_make(struct app *app, const struct page_values *values, struct table *table, struct error *err);
/* Looks at the file as the page has it. */
bool import_look(const struct page_values *values, struct sheet_look *look, struct error *err);

/* ---- import_difference.c ---- */

bool import_difference_make(struct app *app, const struct page_values *values, struct table *table,
	struct error *err);
/* Reads the file, storing nothing where options say so; ERROR_DATA for bad rows. */
bool import_read(struct app *app, const struct page_values *values, struct importing_options *options,
	struct importing_result *result, struct error *err);

/* ---- import_choose.c ---- */

/* Enter on a column: what it means; on what fills cells or reads values otherwise: as what. True where the mapping
 * has changed. */
bool import_choose_column(struct app *app, struct screen *screen);
/* A value that was refused, in the difference: what is read instead. */
bool import_choose_value(struct app *app, struct screen *screen);
/* What empty cells or all rows say of a field. */
bool import_choose_given(struct app *app, struct screen *screen);
/* Takes away what was said of the row's column. */
bool import_choose_none(struct app *app, struct screen *screen);

#endif
