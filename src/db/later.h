/* later - statements that run on a thread of their own, one after the other, while the caller goes
 * on making the next: reading and checking a file beside storing it. Private to src/db; db.h says
 * what callers see.
 */
#ifndef DB_LATER_H
#define DB_LATER_H

#include "db/db.h"

struct db_later;

struct db_later *later_start(struct db *db);
/* Waits for all that was put off, ends the thread and frees. Statements that come after one that
 * failed are not run; that failure goes to err (NULL is fine) and gives false. NULL is fine. */
bool later_stop(struct db_later *later, struct error *err);
/* Waits until nothing is put off any more. */
void later_settle(struct db_later *later);

/* The values of the next run of a statement, copied; all of one run before those of another. */
void later_bind_int(struct db_later *later, int index, int64_t value);
void later_bind_text(struct db_later *later, int index, const char *text, size_t length);
void later_bind_null(struct db_later *later, int index);
void later_bind_blob(struct db_later *later, int index, const void *bytes, size_t length);
/* Puts the run off. False with the failure of an earlier one, as soon as that is known. */
bool later_execute(struct db_later *later, struct db_statement *statement, struct error *err);

#endif
