/* import_page - what the files of the page of an import share; private to s_import.c and import_*.c. */
#ifndef UI_OFFICE_IMPORT_PAGE_H
#define UI_OFFICE_IMPORT_PAGE_H

#include "exchange/sheet_look.h"
#include "service/files/importing.h"
#include "ui/kit/s_page.h"

/* The texts of the page, and its numbers. */
enum { IMPORT_PATH, IMPORT_KIND, IMPORT_SHEET, IMPORT_MAP };
enum { IMPORT_MODE /* 0 = its columns, 1 = the difference */, IMPORT_FILTER /* enum import_row + 1, 0 = all */,
	IMPORT_CODES /* enum importing_codes */, IMPORT_WHOLE /* what the file does not name goes */ };

/* What becomes of a row of the file, or of one that it does not have. */
enum import_row { IMPORT_ADDED, IMPORT_CHANGED, IMPORT_REFUSED, IMPORT_DOUBTFUL /* to be looked at */, IMPORT_GOES, IMPORT_UNCHANGED, IMPORT_ROWS };
const char *import_row_label(enum import_row row);

/* ---- import_ask.c ---- */

const char *import_kind_title(enum sheet_kind kind);
/* Looks at the file as one of that kind. */
bool import_look_as(const char *path, enum sheet_kind kind, const char *sheet, struct sheet_look *look,
	struct error *err);
/* What the file holds; that of which it has most is offered. -1 = given up, or it cannot be read (which was told). */
int import_ask_kind(struct app *app, const char *path, const char *sheet);
/* The sheet of a workbook that has several; the one that fits best is offered. False = given up. */
bool import_ask_sheet(struct app *app, const struct sheet_look *look, const char **sheet);
/* Units and effect lines: whether what the file does not name goes; it stays where nobody says so. False = given up. */
bool import_ask_whole(struct app *app, enum sheet_kind kind, int64_t *whole);
/* A mapping that is kept for such headings, or what can be guessed. False = given up. */
bool import_ask_mapping(struct app *app, enum sheet_kind kind, const struct sheet_look *look, struct strbuf *text,
	struct error *err);

/* ---- import_columns.c ---- */

/* A row of the table is key[0]: the column of the file, or -1; key[1]: the rule of the mapping, or -1. */
bool import_columns_make(struct app *app, const struct page_values *values, struct table *table, struct error *err);
/* Looks at the file as the page has it. */
bool import_look(const struct page_values *values, struct sheet_look *look, struct error *err);

/* ---- import_read.c ---- */

enum sheet_kind import_kind(const struct page_values *values);

/* Who is told of each file that was read: its path within the folder ("" where there is none), and why it could not be
 * read (NULL = it could). */
struct import_each {
	void (*take)(const char *file, const struct importing_result *result, const struct error *fault, void *data);
	void *data;
};
/* Reads the file, or all sheets of the folder, storing nothing where options say so; ERROR_DATA for bad rows. result has
 * all of a file, the counts alone of a folder. each may be NULL. */
bool import_read(struct app *app, const struct page_values *values, struct importing_options *options,
	struct importing_result *result, const struct import_each *each, struct error *err);
/* The file, or the first sheet of the folder. Caller frees. */
char *import_first_file(const char *path);

/* ---- import_difference.c ---- */

bool import_difference_make(struct app *app, const struct page_values *values, struct table *table,
	struct error *err);

/* ---- import_store.c ---- */

/* Stores it after a yes, and keeps the mapping under a name. False where nothing was stored, which was told; or the
 * codes are to be mended first, and what would change is to be looked at again. */
bool import_store(struct app *app, struct page_values *values, struct importing_result *result);

/* ---- import_choose.c ---- */

/* Each appends the mapping as it is then, where it has changed, and returns whether it has. of_rule: what fills
 * cells or reads values otherwise, -1 for a column of the file. */

/* Enter on a column: what it means; on what fills cells or reads values otherwise: as what. */
bool import_choose_column(struct app *app, const struct page_values *values, const char *heading, int64_t of_rule,
	struct strbuf *map);
/* A value that was refused, in the difference: what is read instead. */
bool import_choose_value(struct app *app, const struct page_values *values, const char *heading, const char *bad,
	struct strbuf *map);
/* What empty cells or all rows say of a field. */
bool import_choose_given(struct app *app, const struct page_values *values, struct strbuf *map);
/* Takes away what was said of the row's column. */
bool import_choose_none(struct app *app, const struct page_values *values, const char *heading, int64_t of_rule,
	struct strbuf *map);

#endif
