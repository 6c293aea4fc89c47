/* mapping_guess - what the columns of a file may mean that nobody has said it of: by words of their headings, by what
 * stands in their first rows, by a year in the title. A guess is shown with its reason and can be chosen otherwise.
 */
#ifndef SERVICE_FILES_MAPPING_GUESS_H
#define SERVICE_FILES_MAPPING_GUESS_H

#include "exchange/sheet_look.h"
#include "service/files/mappings.h"

/* A zeroed mapping gets a rule for each column of the file whose meaning can be guessed and is not known by its
 * heading, and for the year of the title where no column says it. */
bool mapping_guess(struct session *session, enum sheet_kind kind, const struct sheet_look *look,
	struct mapping *mapping, struct error *err);
/* Appends why a column of the file is taken for what it is, in the reader's language. */
void mapping_guess_reason(struct session *session, enum sheet_kind kind, const struct sheet_look_column *column,
	struct strbuf *out);

/* Appends the whole reading of a file as the text of a mapping to go on with: each column with its reason as a
 * remark; those that nobody knows are remarks, too. */
bool mapping_guess_text(struct session *session, enum sheet_kind kind, FILE *stream, const char *sheet,
	struct strbuf *out, struct error *err);
/* Those kept for headings such as the file has: it has every one that they speak of, and they speak of one. */
bool mapping_fitting(struct session *session, enum sheet_kind kind, const struct sheet_look *look,
	struct mappings_kept *kept, struct error *err);

#endif
