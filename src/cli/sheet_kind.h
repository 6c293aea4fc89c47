/* sheet_kind - the word that says what a file holds, shared by import and export. */
#ifndef CLI_SHEET_KIND_H
#define CLI_SHEET_KIND_H

#include "exchange/sheet.h"

/* False, as ERROR_USAGE, with the kinds there are. */
bool sheet_kind_read(const char *text, enum sheet_kind *kind, struct error *err);

#endif
