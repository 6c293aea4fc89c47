/* import_show - what the program sees in a file: the cells of one of its sheets as CSV. Private to src/cli/. */
#ifndef CLI_IMPORT_SHOW_H
#define CLI_IMPORT_SHOW_H

#include "base/error.h"
#include "exchange/encoding.h"

/* Prints them on stdout; of a workbook the sheet of that name, or the first (NULL). The names of all sheets
 * go to stderr. Blank rows are there, so that a line is a row. */
bool import_show(const char *path, enum encoding encoding, const char *sheet, struct error *err);

#endif
