/* history_triggers - the triggers that keep the history: made from the entities and the columns that
 * their tables have, so that a migration that adds a column is one line. Private to store/.
 *
 * History is every update and delete of what people enter, whichever program does it. An update keeps
 * the columns that differ, a delete the whole row. Rows that are inserted record themselves in
 * created_change. */
#ifndef STORE_HISTORY_TRIGGERS_H
#define STORE_HISTORY_TRIGGERS_H

#include "base/strbuf.h"
#include "db/db.h"

/* Adds the names of the triggers that are missing or are not what they have to be, with a comma
 * between them. */
bool history_triggers_compare(struct db *db, struct strbuf *names, struct error *err);
/* Makes those anew. Inside a transaction. */
bool history_triggers_put(struct db *db, struct error *err);

#endif
