/* code_zeros - codes whose leading zeros a spreadsheet ate: 10101 or 10101.0 where 010101 is meant (domain.md §8).
 * Looks at every row of a file before its kind reads it. Private to src/service/files/import*.c. */
#ifndef SERVICE_FILES_CODE_ZEROS_H
#define SERVICE_FILES_CODE_ZEROS_H

#include "exchange/sheet.h"
#include "service/files/importing.h"
#include "service/session/session.h"

struct code_zeros;

/* What is known is what is stored now. code_zeros_free() frees; NULL is fine. */
struct code_zeros *code_zeros_new(struct session *session, const struct importing_options *options,
	struct importing_result *result);
void code_zeros_free(struct code_zeros *zeros);

/* Looks at the codes of a row. One that is unknown as it stands, and is known with zeros put in front, is rejected
 * or, where options say so, put right in *mended, which otherwise is the row as it was; *mended holds until the next
 * call. *good: the row was not rejected. result->zeros counts. False where what is known cannot be read. */
bool code_zeros_look(struct code_zeros *zeros, const struct sheet_row *row, struct sheet_row *mended,
	bool *good, struct error *err);

#endif
