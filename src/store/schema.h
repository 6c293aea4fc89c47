/* schema - the tables of a database and the steps that lead from an older format to this one: the
 * migrations data/schema/ENGINE/NNN-what.sql, of which the nth makes format n, and the triggers of
 * the history, which are made from the tables. Private to store/. */
#ifndef STORE_SCHEMA_H
#define STORE_SCHEMA_H

#include "db/db.h"

/* Refuses a database of another program and one that is newer than this program; *is_older says that
 * one has to be migrated, which is refused where it can only be read. */
bool schema_check(struct db *db, bool *is_older, struct error *err);
/* Brings a database of this program, or an empty one in the making, to the newest format: all steps
 * in one transaction. */
bool schema_migrate(struct db *db, struct error *err);

#endif
