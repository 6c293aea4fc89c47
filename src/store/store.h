/* store - the open database: schema version, prepared statements, write transactions.
 *
 * All SQL lives in src/store/. Every write happens between store_begin() and store_commit(); the
 * transaction is a row of table `change` (who, when, what), which history rows, the change
 * sequence of the facts, and undo hang on.
 */
#ifndef STORE_STORE_H
#define STORE_STORE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/error.h"
#include "db/db.h"

struct store;

enum store_mode { STORE_READ_WRITE, STORE_READ_ONLY };

/* Opens and, when the file is older than the program, upgrades it, in one transaction. Where
 * it may write, triggers of the history that another program took away come back.
 * Refuses: missing (error detail "missing"), not a database, a database of something else, newer
 * than the program, older but read-only, on a network share. */
struct store *store_open(const char *target, enum store_mode mode, struct error *err);
/* Makes a new database with schema, catalogues, parameters and rules. Never overwrites. */
struct store *store_create(const char *target, const char *body_code, const char *body_name,
	struct error *err);
void store_close(struct store *store);
struct db *store_db(struct store *store);
bool store_is_read_only(const struct store *store);

struct store_body {
	char code[32];
	char name[256];
};
bool store_body(struct store *store, struct store_body *body, struct error *err);

/* The role that the changes from now on are made in, kept with each of them; a text that stays. */
void store_act_as(struct store *store, const char *role);
/* Opens a change: what is an id such as "edit", "move", "import", "undo"; note may be NULL.
 * Changes nest; the outermost one counts. */
bool store_begin(struct store *store, const char *user, const char *what, const char *note,
	struct error *err);
bool store_commit(struct store *store, struct error *err);
void store_rollback(struct store *store);
/* Commits what is good and rolls back what is not; true for what was good and is stored. */
bool store_end(struct store *store, bool good, struct error *err);
/* The change in progress; 0 outside. */
int64_t store_change(const struct store *store);
/* The last committed change of anyone. */
int64_t store_last_change(struct store *store);
/* Rises with every change to units, catalogues, people, roles and leaders, whoever makes it. */
int64_t store_masters(struct store *store);

/* A parameter of a fiscal year, or its default for all years (fiscal_year 0 rows). False when
 * there is none. Names: "hours_per_person_year", "working_days", "hourly_rate_yen", … */
bool store_param_int(struct store *store, const char *name, int fiscal_year, int64_t *value);
bool store_param_set(struct store *store, const char *name, int fiscal_year, const char *value,
	struct error *err);

#endif
